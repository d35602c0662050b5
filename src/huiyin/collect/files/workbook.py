"""XLSX, XLS and ODS: the first sheet that has rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from huiyin.kit.errors import InvalidInputError

NAME = "xlsx"

BadRow = tuple[str, str]


def encoding(path: Path) -> None:
    """A workbook knows its own encoding."""
    del path


def estimate(path: Path) -> int:
    """Return the number of rows of the sheet."""
    return max(int(_sheet(path).height) - 1, 1)


def rows(path: Path, coding: str | None) -> Iterator[tuple[int, Mapping[str, Any] | BadRow]]:
    """Yield (row number as the spreadsheet shows it, row)."""
    del coding
    names: list[str] = []
    for number, cells in enumerate(_sheet(path).iter_rows(), start=1):
        if not any(cell not in ("", None) for cell in cells):
            continue
        if not names:
            names = [str(cell).strip() or f"column {place}" for place, cell in enumerate(cells, start=1)]
            continue
        yield number, {name: _plain(cell) for name, cell in zip(names, cells, strict=False)}


def _sheet(path: Path) -> Any:
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
        return next((sheet for sheet in sheets if sheet.height), book.get_sheet_by_index(0))
    except (CalamineError, OSError, IndexError) as error:
        raise InvalidInputError(
            f"{path.name} cannot be opened as a workbook: {error}", field="file", expected="an XLSX file"
        ) from error


def _plain(cell: Any) -> Any:
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return cell.isoformat()
    return cell
