"""Two dimensions crossed, on the page and as a file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response

from huiyin import understand
from huiyin.charts import Figure, Language
from huiyin.understand import Dimension
from huiyin.web.deps import User
from huiyin.web.understand.files import TableFileKind, file_of
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import CountedOut, DatedOut, Out

router = APIRouter(tags=["understand"])
RowsOf = Annotated[Dimension, Query(description="What the rows are.")]
ColumnsOf = Annotated[Dimension, Query(description="What the columns are.")]


class Measure(StrEnum):
    """What a picture of a crossing shows."""

    SHARE = "share"
    NEGATIVE = "negative"


_TITLES = {
    Language.ZH: ("客户占该列的比例", "其中不满客户的比例"),
    Language.EN: ("Share of the column's customers", "Unhappy customers within each cell"),
}


class HeadOut(Out):
    """One row or column with its distinct customers."""

    id: str
    zh: str
    en: str
    customers: int


class ExplorerCellOut(Out):
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
    cells: list[ExplorerCellOut]
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


@router.get("/explore/file", summary="The crossing as CSV, XLSX or PNG", response_class=Response)
def get_crossing_file(
    asked: Question,
    _user: User,
    rows: RowsOf = Dimension.BROAD,
    columns: ColumnsOf = Dimension.CHANNEL,
    kind: TableFileKind = TableFileKind.CSV,
    measure: Annotated[Measure, Query(description="What a picture shows.")] = Measure.SHARE,
) -> Response:
    """Return the cells as a file; a picture writes the interval into each cell."""
    found = understand.cross(asked.context, asked.filters, rows, columns)
    negative = measure is Measure.NEGATIVE

    def picture() -> tuple[str, Figure]:
        title = _TITLES[asked.language][negative]
        return title, understand.crossing_picture(
            found, negative=negative, title=title, language=asked.language
        )

    return file_of(
        asked,
        kind,
        f"{rows}-{columns}",
        rows=lambda: understand.crossing_rows(found, asked.language),
        picture=picture,
    )
