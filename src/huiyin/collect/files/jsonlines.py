"""JSON Lines (plain or gzip), a JSON array of objects, and an export: one object that holds such a list."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

NAME = "jsonl"
PROBE = 1 << 18
# One document is read whole; longer files come as lines.
LARGEST_DOCUMENT = 256 << 20

# Names under which exports keep their records.
LISTS = ("tickets", "results", "requests", "data", "items", "records", "rows")

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
    if (items := _items(path)) is not None:
        for number, row in enumerate(items, start=1):
            good = isinstance(row, dict)
            yield number, row if good else (f"item is a JSON {type(row).__name__}", "a list of objects")
        return
    with _open(path) as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, _parse(line)


def _items(path: Path) -> list[Any] | None:
    """Return the objects of a file that is one document, None where it holds lines."""
    with _open(path) as file:
        start = file.peek(1)[:1]
        if start == b"[":
            listed = json.loads(file.read().decode("utf-8"))
            return listed if isinstance(listed, list) else None
        if start != b"{" or _is_line(file.readline()):
            return None
        file.seek(0)
        whole = file.read(LARGEST_DOCUMENT + 1)
    try:
        return _held(json.loads(whole.decode("utf-8-sig"))) if len(whole) <= LARGEST_DOCUMENT else None
    except (ValueError, RecursionError):
        return None


def _is_line(line: bytes) -> bool:
    """Tell whether the first line is a record by itself: an object that holds no list of objects."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return not isinstance(found, dict) or not any(map(_is_list_of_records, map(found.get, LISTS)))


def _held(document: Any) -> list[Any] | None:
    if not isinstance(document, dict):
        return None
    lists = [value for name in LISTS if _is_list_of_records(value := document.get(name))]
    return lists[0] if lists else [document.get("ticket", document)]


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


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
