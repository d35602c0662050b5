"""recordlinkage's ECM classifier on one FEBRL file, as its documentation sets it up; prints its scores."""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from collections import defaultdict
from pathlib import Path

import pandas as pd
import recordlinkage


def main(folder: Path, number: int) -> None:
    with gzip.open(folder / f"febrl{number}.jsonl.gz", "rt", encoding="utf-8") as lines:
        frame = pd.DataFrame([json.loads(line) for line in lines]).set_index("rec_id").replace("", None)
    indexer = recordlinkage.Index()
    for block in ("soc_sec_id", "date_of_birth", ["surname", "given_name"], ["postcode", "surname"], ["suburb", "given_name"], ["address_1", "suburb"]):  # fmt: skip
        indexer.block(block)
    candidates = indexer.index(frame)
    compare = recordlinkage.Compare()
    for column in ("given_name", "surname", "address_1", "address_2", "suburb"):
        compare.string(column, column, method="jarowinkler", threshold=0.85, label=column)
    for column in ("date_of_birth", "soc_sec_id", "postcode", "state", "street_number"):
        compare.exact(column, column, label=column)
    features = compare.compute(candidates, frame)
    found = set(map(frozenset, recordlinkage.ECMClassifier().fit_predict(features)))
    groups = defaultdict(list)
    for record in frame.index:
        groups[record.split("-")[1]].append(record)
    truth = {frozenset(pair) for group in groups.values() for pair in itertools.combinations(group, 2)}
    precision, recall = len(found & truth) / len(found), len(found & truth) / len(truth)
    print(f"P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
