"""The named SQL blocks of this room, and the one way to run them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Protocol

import polars as pl

from huiyin.understand.filters import Where

_HEAD = re.compile(r"^-- (\w+) --$", re.MULTILINE)
_SLOT = re.compile(r"\{(\w+)\}")
_PARAMETER = re.compile(r"\$(\w+)")


class FactsReader(Protocol):
    """What this room needs of the facts store."""

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        """Run one SELECT with named parameters and return its rows."""
        ...


def run(
    facts: FactsReader, block: str, /, *, params: Mapping[str, object] | None = None, **slots: Where | str
) -> pl.DataFrame:
    """Run the block `file.name`, its {slots} filled with compiled conditions or SQL expressions of ours.

    Raises KeyError for an unknown block or slot.
    """
    sql = _SLOT.sub(lambda found: _text(slots[found.group(1)]), load_block(block))
    given: dict[str, object] = dict(params or {})
    for slot in slots.values():
        if isinstance(slot, Where):
            given |= slot.params
    used = set(_PARAMETER.findall(sql))
    return facts.query(sql, {name: value for name, value in given.items() if name in used})


def load_block(block: str) -> str:
    """Return the text of the block `file.name`."""
    file, name = block.split(".")
    return _blocks(file)[name]


@cache
def _blocks(file: str) -> Mapping[str, str]:
    text = resources.files("huiyin.understand").joinpath("sql", f"{file}.sql").read_text(encoding="utf-8")
    parts = _HEAD.split(text)
    return {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def _text(slot: Where | str) -> str:
    return slot.sql if isinstance(slot, Where) else slot
