"""The named SQL blocks of this room, and the one way to run them.

A block headed `-- name --` is run as it stands. One headed `-- name by key, key --` gives sums over customers (or over
single voices) for each key; its slot `{customers}` (or `{voices}`) lets the store count only those who spoke since.
One headed `-- name, few rows --` gives an answer that is short whatever is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

import polars as pl

from huiyin.store.facts import CUSTOMERS, VOICES
from huiyin.understand.filters import Where

_HEAD = re.compile(r"^-- (\w+)(?: by ([\w, ]+)|(, few rows))? --$", re.MULTILINE)
NOTHING = "nothing"
ROOM = "huiyin.understand"
_SLOT = re.compile(r"\{(\w+)\}")
_PARAMETER = re.compile(r"\$(\w+)")


class FactsReader(Protocol):
    """What this room needs of the facts store."""

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        """Run one SELECT with named parameters and return its rows."""
        ...

    def few(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        """Run one SELECT whose answer is some dozens of rows."""
        ...

    def sums(
        self, sql: str, params: Mapping[str, object] | None = None, *, keys: tuple[str, ...]
    ) -> pl.DataFrame:
        """Run one SELECT whose columns but `keys` are sums, and return its rows ordered by them."""
        ...


@dataclass(frozen=True, slots=True)
class Block:
    """One named query; `keys` tells that all its other columns are sums, `few` that its answer is short."""

    sql: str
    keys: tuple[str, ...] | None
    few: bool


def run(
    facts: FactsReader,
    block: str,
    /,
    *,
    room: str = ROOM,
    params: Mapping[str, object] | None = None,
    **slots: Where | str,
) -> pl.DataFrame:
    """Run the block `file.name`, its {slots} filled with compiled conditions or SQL expressions of ours.

    `room` is the package whose folder `sql` holds the file. Raises KeyError for an unknown block or slot.
    """
    found = load_block(block, room)
    sql = _SLOT.sub(lambda slot: _text(slots, slot), found.sql)
    given: dict[str, object] = dict(params or {})
    for slot in slots.values():
        if isinstance(slot, Where):
            given |= slot.params
    used = set(_PARAMETER.findall(sql))
    asked = {name: value for name, value in given.items() if name in used}
    if found.keys is not None:
        return facts.sums(sql, asked, keys=found.keys)
    return facts.few(sql, asked) if found.few else facts.query(sql, asked)


def load_block(block: str, room: str = ROOM) -> Block:
    """Return the block `file.name` of a room."""
    file, name = block.split(".")
    return _blocks(room, file)[name]


@cache
def _blocks(room: str, file: str) -> Mapping[str, Block]:
    text = resources.files(room).joinpath("sql", f"{file}.sql").read_text(encoding="utf-8")
    parts = _HEAD.split(text)
    return {
        name: Block(body.strip(), _keys(keys), few is not None)
        for name, keys, few, body in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True)
    }


def _keys(listed: str | None) -> tuple[str, ...] | None:
    if listed is None:
        return None
    return () if listed == NOTHING else tuple(key.strip() for key in listed.split(","))


def _text(slots: Mapping[str, Where | str], slot: re.Match[str]) -> str:
    if slot.group(0) in (CUSTOMERS, VOICES):
        return slot.group(0)
    filled = slots[slot.group(1)]
    return filled.sql if isinstance(filled, Where) else filled
