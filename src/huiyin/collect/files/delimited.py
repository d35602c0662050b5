"""CSV and TSV in UTF-8, UTF-8 with BOM, UTF-16 and GB18030."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from charset_normalizer import from_bytes

NAME = "csv"
PROBE = 1 << 18
csv.field_size_limit(1 << 24)

BadRow = tuple[str, str]


def encoding(path: Path) -> str:
    """Tell the encoding of the file from its first quarter megabyte."""
    with _open_bytes(path) as file:
        probe = file.read(PROBE)
    if probe.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if probe.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if _decodes(probe, "utf-8"):
        return "utf-8"
    if _decodes(probe, "gb18030"):
        return "gb18030"
    best = from_bytes(probe).best()
    return best.encoding if best else "utf-8"


def estimate(path: Path) -> int:
    """Estimate the number of rows from the lines of the first quarter megabyte."""
    with _open_bytes(path) as file:
        probe = file.read(PROBE)
    lines = max(probe.count(b"\n"), 1)
    if len(probe) < PROBE:
        return max(lines - (1 if probe.endswith(b"\n") else 0), 1)
    return int(path.stat().st_size / len(probe) * lines)


def rows(path: Path, coding: str) -> Iterator[tuple[int, Mapping[str, Any] | BadRow]]:
    """Yield (line number, row) in file order; a row with too many or too few cells is bad."""
    with _open_bytes(path) as binary:
        text = _lines(binary, coding)
        reader = csv.reader(text, dialect=_dialect(path, coding))
        header: list[str] = []
        for header in reader:
            if any(cell.strip() for cell in header):
                break
        names = _unique([cell.strip() for cell in header])
        yield from _body(reader, names)


def _body(reader: Any, names: list[str]) -> Iterator[tuple[int, Mapping[str, Any] | BadRow]]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, (f"line cannot be read: {error}", "a well-formed CSV line")
            continue
        if not any(cells):
            continue
        if len(cells) != len(names):
            yield reader.line_num, (f"{len(cells)} cells", f"{len(names)} cells as in the header")
            continue
        yield reader.line_num, dict(zip(names, cells, strict=True))


def _lines(binary: IO[bytes], coding: str) -> Iterator[str]:
    # Bytes that fit no character become lone surrogates, which validation then names by row and field.
    errors = "surrogateescape" if coding.startswith("utf-8") else "replace"
    return iter(io.TextIOWrapper(binary, encoding=coding, errors=errors, newline=""))


def _dialect(path: Path, coding: str) -> type[csv.Dialect]:
    with _open_bytes(path) as file:
        first = file.read(1 << 14).decode(coding, "replace")
    head = first.splitlines()[0] if first else ""

    class Found(csv.excel):
        delimiter = max(",\t;|", key=head.count)

    return Found


def _unique(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    unique = []
    for place, name in enumerate(names, start=1):
        name = name or f"column {place}"
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return unique


def _decodes(probe: bytes, coding: str) -> bool:
    # The probe may end inside a character; three bytes less are enough to step back over it.
    for cut in range(4):
        try:
            probe[: len(probe) - cut].decode(coding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def _open_bytes(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]
