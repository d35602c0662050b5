"""JSON Lines (plain or gzip), and a JSON array of objects."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

NAME = "jsonl"
PROBE = 1 << 18

BadRow = tuple[str, str]


def encoding(path: Path) -> str:
    """JSON is UTF-8 by its standard."""
    del path
    return "utf-8"


def estimate(path: Path) -> int:
    """Estimate the number of rows from the lines of the first quarter megabyte."""
    with _open(path) as file:
        probe = file.read(PROBE)
    lines = max(probe.count(b"\n"), 1)
    packed = 0.4 if path.suffix == ".gz" else 1.0
    return lines if len(probe) < PROBE else int(path.stat().st_size / packed / len(probe) * lines)


def rows(path: Path, coding: str) -> Iterator[tuple[int, Mapping[str, Any] | BadRow]]:
    """Yield (line number, object); a line that is no JSON object is bad."""
    del coding
    with _open(path) as file:
        if file.peek(1)[:1] == b"[":
            for number, row in enumerate(json.loads(file.read().decode("utf-8")), start=1):
                yield (
                    number,
                    row
                    if isinstance(row, dict)
                    else (f"item is a JSON {type(row).__name__}", "a list of objects"),
                )
            return
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, _parse(line)


def _parse(line: bytes) -> Mapping[str, Any] | BadRow:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return f"line is no JSON: {error}", "one JSON object a line, in UTF-8"
    if not isinstance(row, dict):
        return f"line is a JSON {type(row).__name__}", "one JSON object a line"
    return row


def _open(path: Path) -> Any:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")
