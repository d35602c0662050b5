"""Answers as files: rows for a spreadsheet, a picture for a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from io import BytesIO

import polars as pl
from fastapi import Response

from huiyin import charts, understand
from huiyin.charts import Figure, Language
from huiyin.web.understand.query import Asked

# Spreadsheets read a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class TableFileKind(StrEnum):
    """The files an answer can be saved as."""

    CSV = "csv"
    XLSX = "xlsx"
    PNG = "png"


_MEDIA = {
    TableFileKind.CSV: "text/csv; charset=utf-8",
    TableFileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    TableFileKind.PNG: "image/png",
}


def file_of(
    asked: Asked,
    kind: TableFileKind,
    name: str,
    *,
    rows: Callable[[], Sequence[Mapping[str, object]]],
    picture: Callable[[], tuple[str, Figure]] | None = None,
) -> Response:
    """Return the rows or the picture as a download named after what it shows and its window."""
    if kind is TableFileKind.PNG and picture is not None:
        title, figure = picture()
        content = charts.draw_picture(figure, title=title, note=window_note(asked), height=_height(figure))
    else:
        content = _sheet(understand.titled(rows(), asked.language), kind)
    file_name = f"huiyin-{name}-{asked.window.start}-{asked.window.end}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return Response(content, media_type=_MEDIA[kind], headers=headers)


def window_note(asked: Asked) -> str:
    """Return the line under a picture's title: its days, and whose voices these are."""
    days = f"{asked.window.start} – {asked.window.end}"
    if asked.language is Language.ZH:
        return f"{days} · 95% 区间只代表发声者之中 · 回音"
    return f"{days} · 95% intervals hold among those who spoke · Huiyin"


def _height(figure: Figure) -> int:
    axis = figure.option.get("yAxis", {})
    lines = len(axis.get("data", ())) if isinstance(axis, dict) else 0
    return max(320, 34 * lines + 60)


def _sheet(rows: Sequence[Mapping[str, object]], kind: TableFileKind) -> bytes:
    frame, out = pl.DataFrame([_harmless(row) for row in rows], infer_schema_length=None), BytesIO()
    if kind is TableFileKind.XLSX:
        frame.write_excel(out)
    else:
        # By this mark spreadsheets read the file as UTF-8.
        frame.write_csv(out, include_bom=True)
    return out.getvalue()


def _harmless(row: Mapping[str, object]) -> dict[str, object]:
    """Keep customers' words from being run as formulas by whoever opens the file."""
    return {
        name: f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
        for name, value in row.items()
    }
