"""Reads the texts that the labels point at: a file, a row (counted from 0), for dialogues a sentence."""

from __future__ import annotations

import functools
import gzip
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@functools.cache
def rows_of(file: str, data: Path = DATA) -> list[dict[str, Any]]:
    """Return all rows of one data file, named without its ending (`retail/makeup_opinions.train`)."""
    with gzip.open(data / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def text_at(place: Mapping[str, Any], data: Path = DATA) -> str:
    """Return the text that a label's offsets count in.

    The text stands as it is in its file; only dialogue sentences lose the blanks that part their characters.
    """
    row = rows_of(str(place["file"]), data)[int(place["row"])]
    if place.get("sentence") is None:
        return str(row["text"])
    return str(row["sentences"][int(place["sentence"])]).replace(" ", "")


def show(places: Sequence[Mapping[str, Any]], begin: str, end: str) -> None:
    """Print the texts of places by number, a line each, for whoever labels them."""
    for number, place in list(enumerate(places))[int(begin) : int(end)]:
        text = text_at(place).replace("\n", "⏎").replace("\t", " ")
        sys.stdout.write(f"{number}\t{text}\n")


def write(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as JSON lines."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
