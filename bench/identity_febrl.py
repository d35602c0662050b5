"""FEBRL 1–3: pairwise F1 of our linkage, trained without labels, beside recordlinkage's own ECM classifier.

    python bench/identity_febrl.py [folder with febrl1..3.jsonl.gz]

The folder defaults to ../shared/data/identity. recordlinkage needs pandas 2; where it does not import here, give
the interpreter of an environment that has it: RECORDLINKAGE_PYTHON=/path/to/python. The true ids (`rec-N-…`)
are read for scoring alone.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import polars as pl

from huiyin import linkage

FLOORS = {1: 0.98, 2: 0.97, 3: 0.95}
MODEL = linkage.MatchModel(
    comparisons=(
        linkage.western_name("given_name", "surname"),
        linkage.code("date_of_birth"),
        linkage.code("soc_sec_id"),
        linkage.words("address_1"),
        linkage.words("address_2"),
        linkage.code("street_number", edits=(1,)),
        linkage.code("postcode"),
        linkage.words("suburb"),
        linkage.exact("state"),
    ),
    blocks=(
        ("soc_sec_id",),
        ("date_of_birth",),
        ("surname", "given_name"),
        ("address_1", "street_number"),
        ("address_1", "suburb"),
        ("postcode", "surname"),
        ("postcode", "given_name"),
        ("suburb", "surname"),
        ("suburb", "given_name"),
        ("address_2", "suburb"),
        ("address_2", "surname"),
        ("address_2", "given_name"),
        ("substr(date_of_birth, 1, 6)", "postcode"),
        ("substr(soc_sec_id, 1, 4)", "postcode"),
    ),
    training=(("soc_sec_id",), ("date_of_birth",), ("postcode", "surname")),
)


def read(folder: Path, number: int) -> pl.DataFrame:
    with gzip.open(folder / f"febrl{number}.jsonl.gz", "rt", encoding="utf-8") as lines:
        frame = pl.DataFrame([json.loads(line) for line in lines])
    empty_to_null = [pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in frame.columns]
    return frame.select(empty_to_null).rename({"rec_id": "record"})


def ours(frame: pl.DataFrame) -> linkage.Agreement:
    with duckdb.connect() as engine:
        found = linkage.match(engine, frame, MODEL, prior=1 / frame.height)
    pairs = found.frame.filter(pl.col("probability") >= 0.5)
    links = [linkage.Link(*row) for row in pairs.select("one", "other", "weight").iter_rows()]
    records = frame["record"].to_list()
    persons = linkage.cluster(records, links)
    return linkage.pairwise([persons[each] for each in records], [each.split("-")[1] for each in records])


def theirs(folder: Path, number: int) -> str:
    """Return recordlinkage's F1 as text, or why there is none."""
    python = os.environ.get("RECORDLINKAGE_PYTHON", sys.executable)
    script = Path(__file__).with_name("identity_febrl_recordlinkage.py")
    command = [python, str(script), str(folder), str(number)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def main(folder: Path) -> int:
    missed = 0
    for number, floor in FLOORS.items():
        frame = read(folder, number)
        start = time.perf_counter()
        score = ours(frame)
        took = time.perf_counter() - start
        missed += score.f1 < floor
        print(
            f"FEBRL {number}: {frame.height} records; huiyin P {score.precision:.4f} R {score.recall:.4f} "
            f"F1 {score.f1:.4f} (floor {floor}) in {took:.1f} s; recordlinkage ECM {theirs(folder, number)}"
        )
    return missed


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared/data/identity"
    sys.exit(main(given))
