"""Every named query of the understanding room with something in each of its slots, to be asked of two stores.

A new query whose slot or parameter is not here yet gets a line in `SLOTS` or `PARAMETERS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from importlib import resources
from typing import Any

import polars as pl

from huiyin.understand.queries import FactsReader, load_block, run

_HEAD = re.compile(r"^-- (\w+)(?: by [\w, ]+|, few rows)? --$", re.MULTILINE)
SLOTS: dict[str, str] = {
    "after": "TRUE",
    "column": "channel",
    "group": "product",
    "ids": "feedback_id % 7 = 0",
    "ids_of_needs": "feedback_id % 7 = 0",
    "moves": "sentiment < 0",
    "need": "TRUE",
    "node": "fine_id",
    "opinion": "TRUE",
    "outcome": "rating",
    "row": "region",
    "stratum": "channel",
    "table": "voice",
    "term": "term",
    "voice": "TRUE",
    "voice_of_drawn": "TRUE",
    "where": "TRUE",
}
PARAMETERS: dict[str, Any] = {
    "buckets": 20,
    "days": 10_000,
    "enough": 1,
    "first": datetime(2000, 1, 1),  # noqa: DTZ001 the facts store keeps naive UTC
    "ids": list(range(1, 500)),
    "makeshift": 0.0,
    "memory": datetime(2000, 1, 1),  # noqa: DTZ001
    "middle": date(2026, 6, 1),
    "most": 500,
    "now": datetime(2100, 1, 1),  # noqa: DTZ001
    "page_size": 50,
    "pattern": "空调|座椅",
    "product": "回音 A",
    "sample_size": 40,
    "seed": "7",
    "sentiment": -1,
    "since": datetime(2000, 1, 1),  # noqa: DTZ001
    "split": date(2026, 6, 1),
    "start": datetime(2000, 1, 1),  # noqa: DTZ001
    "sure": 0.0,
    "taxonomy": "automotive",
    "terms": ["空调"],
    "until": datetime(2100, 1, 1),  # noqa: DTZ001
    "worded": False,
}
# When a server projected is its own; everything else is the ledger's.
OWN = {"projected_at"}


def blocks() -> Iterator[str]:
    """Yield the name of every block of every file."""
    for file in sorted(resources.files("huiyin.understand").joinpath("sql").iterdir(), key=lambda f: f.name):
        for name in _HEAD.findall(file.read_text(encoding="utf-8")):
            yield f"{file.name.removesuffix('.sql')}.{name}"


def answer(facts: FactsReader, block: str) -> pl.DataFrame:
    """Return a block's rows in an order of their own: what is not ordered by the query may come in any."""
    used = set(re.findall(r"\$(\w+)", load_block(block).sql))
    slots: dict[str, Any] = dict(SLOTS)
    if block.startswith("audits") and "opinion.{node}" in load_block(block).sql:
        slots["ids"] = "opinion.feedback_id % 7 = 0"
    rows = run(facts, block, params={name: PARAMETERS[name] for name in used & PARAMETERS.keys()}, **slots)
    kept = rows.drop(OWN & set(rows.columns))
    return kept.sort([name for name, kind in kept.schema.items() if not isinstance(kind, pl.List)])
