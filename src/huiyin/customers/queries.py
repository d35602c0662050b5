"""The named SQL blocks of this room, run like those of understanding."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from huiyin.understand import FactsReader, run_block

ROOM = "huiyin.customers"


def run(facts: FactsReader, block: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
    """Run the block `file.name`; raises KeyError for an unknown one."""
    return run_block(facts, block, room=ROOM, params=params)
