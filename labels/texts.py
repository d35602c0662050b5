"""Reads the texts that the labels point at: a file, a row (counted from 0), for dialogues a sentence."""

from __future__ import annotations

import functools
import gzip
import json
from collections.abc import Mapping
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
