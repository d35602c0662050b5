"""Two dimensions crossed, on the page and as a file."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO
from typing import Annotated

import polars as pl
from fastapi import APIRouter, Query, Response

from huiyin import understand
from huiyin.understand import Dimension
from huiyin.web.deps import User
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import CountedOut, DatedOut, Out

router = APIRouter(tags=["understand"])
RowsOf = Annotated[Dimension, Query(description="What the rows are.")]
ColumnsOf = Annotated[Dimension, Query(description="What the columns are.")]


class FileKind(StrEnum):
    """The files an answer can be saved as."""

    CSV = "csv"
    XLSX = "xlsx"


class HeadOut(Out):
    """One row or column with its distinct customers."""

    id: str
    zh: str
    en: str
    customers: int


class CellOut(Out):
    """Customers in both: their share of the column, and the unhappy part of them."""

    row: str
    column: str
    share: CountedOut
    negative: CountedOut
    link: str


class ExploredOut(DatedOut):
    """The largest rows and columns, and their cells."""

    rows: list[HeadOut]
    columns: list[HeadOut]
    cells: list[CellOut]
    rows_left_out: int
    columns_left_out: int


@router.get("/explore", summary="Any two dimensions crossed, with intervals", response_model=ExploredOut)
def get_crossing(
    asked: Question, _user: User, rows: RowsOf = Dimension.BROAD, columns: ColumnsOf = Dimension.CHANNEL
) -> dict[str, object]:
    """Return a table of cells, each with the customers' share of its column and a link to the voices."""
    found = understand.cross(asked.context, asked.filters, rows, columns)
    return asked.dated | {
        "rows": found.rows,
        "columns": found.columns,
        "cells": found.cells,
        "rows_left_out": found.left_out[0],
        "columns_left_out": found.left_out[1],
    }


@router.get("/explore/file", summary="The crossing as CSV or XLSX", response_class=Response)
def get_crossing_file(
    asked: Question,
    _user: User,
    rows: RowsOf = Dimension.BROAD,
    columns: ColumnsOf = Dimension.CHANNEL,
    kind: FileKind = FileKind.CSV,
) -> Response:
    """Return the cells as a file; CSV carries a mark by which spreadsheets read it as UTF-8."""
    found = understand.crossing_rows(understand.cross(asked.context, asked.filters, rows, columns))
    frame, out = pl.DataFrame(found, infer_schema_length=None), BytesIO()
    if kind is FileKind.XLSX:
        frame.write_excel(out)
    else:
        frame.write_csv(out, include_bom=True)
    name = f"huiyin-{rows}-{columns}-{asked.window.start}-{asked.window.end}.{kind}"
    media = (
        "text/csv; charset=utf-8"
        if kind is FileKind.CSV
        else "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(out.getvalue(), media_type=media, headers=headers)
