"""Reports that need the whole customer."""

from __future__ import annotations

import math
from typing import Annotated

from fastapi import APIRouter, Query, Response

from huiyin import customers
from huiyin.charts import Language
from huiyin.customers import CrossSide, Span, profile
from huiyin.kit.errors import InvalidInputError
from huiyin.web.customers.schemas import BuyingPowerOut, CrossingOut, HelpSeekersOut
from huiyin.web.deps import App, ReadConnection, User
from huiyin.web.understand.files import TableFileKind, file_of
from huiyin.web.understand.query import Asked, Question

router = APIRouter(prefix="/customers", tags=["customers"])
Often = Annotated[int, Query(ge=1, le=100)]


@router.get(
    "/reports/buying-power", summary="What do the socially active buy?", response_model=BuyingPowerOut
)
def get_buying_power(
    asked: Question, app: App, connection: ReadConnection, _user: User, active_from: Often = 2
) -> dict[str, object]:
    """Compare customers with so many social voices in the window with all others. Only `from` and `to` filter."""
    found = customers.buying_power(
        connection, app.facts, _span(asked, app), minimum_n=app.settings.minimum_n, active_from=active_from
    )
    return _plain(found) | {"window": asked.window}


@router.get(
    "/reports/help-seekers",
    summary="What do frequent help-seekers run into?",
    response_model=HelpSeekersOut,
)
def get_help_seekers(
    asked: Question, app: App, connection: ReadConnection, _user: User, frequent_from: Often = 2
) -> dict[str, object]:
    """Return the problems of customers with so many service contacts in the window. Only `from` and `to` filter."""
    found = customers.help_seekers(
        connection,
        app.facts,
        app.names,
        _span(asked, app),
        minimum_n=app.settings.minimum_n,
        frequent_from=frequent_from,
    )
    return _plain(found) | {"window": asked.window}


@router.get("/cross", summary="Customers by any two sides", response_model=CrossingOut)
def get_cross(
    asked: Question, app: App, connection: ReadConnection, _user: User, row: CrossSide, column: CrossSide
) -> dict[str, object]:
    """Cross what customers say, buy, do and are. Only `from` and `to` filter."""
    found, match = _crossed(asked, app, connection, row, column)
    grouping = _grouping(connection)
    words = {
        side: [
            {"id": value, "zh": zh, "en": en}
            for value in values
            for zh, en in [customers.words_of(side, value, grouping)]
        ]
        for side, values in ((row, found.rows), (column, found.columns))
    }
    return _plain(found) | {
        "window": asked.window,
        "row": row,
        "column": column,
        "rows": words[row],
        "columns": words[column],
        "tested": _tested(found),
        "match": match,
    }


@router.get("/cross/file", summary="The crossing as CSV or XLSX", response_class=Response)
def get_cross_file(
    asked: Question,
    app: App,
    connection: ReadConnection,
    _user: User,
    row: CrossSide,
    column: CrossSide,
    kind: TableFileKind = TableFileKind.CSV,
) -> Response:
    """Return the cells as a file, with intervals; the caveat of the match rate stands in the last row."""
    if kind is TableFileKind.PNG:
        raise InvalidInputError("a crossing of customers is a table", field="kind", expected="csv or xlsx")
    found, match = _crossed(asked, app, connection, row, column)
    zh = asked.language is Language.ZH
    rows = customers.crossing_rows(found, row, column, _grouping(connection), zh=zh)
    note = dict.fromkeys(rows[0]) if rows else {}
    note |= {next(iter(note), "note"): match.caveat_zh if zh else match.caveat_en}
    return file_of(asked, kind, f"customers-{row}-{column}", rows=lambda: [*rows, note])


def _crossed(
    asked: Asked, app: App, connection: ReadConnection, row: CrossSide, column: CrossSide
) -> tuple[customers.Crossing, customers.MatchRate]:
    span, minimum = _span(asked, app), app.settings.minimum_n
    return customers.cross_people(connection, app.facts, span, row, column, minimum_n=minimum)


def _grouping(connection: ReadConnection) -> profile.Grouping | None:
    found = profile.latest_profiles(connection)
    return found.grouping if found else None


def _tested(found: customers.Crossing) -> dict[str, object] | None:
    tested = found.association
    if math.isnan(tested.p_value):
        return None
    return {"method": tested.method, "p_value": tested.p_value, "strength": tested.strength, "n": tested.n}


def _span(asked: Asked, app: App) -> Span:
    return customers.span_of(asked.window.start, asked.window.end, app.settings.zone)


def _plain(found: object) -> dict[str, object]:
    return {name: getattr(found, name) for name in found.__dataclass_fields__}  # type: ignore[attr-defined]
