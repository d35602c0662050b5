"""Reports that need the whole customer."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Query

from huiyin import customers
from huiyin.customers import CrossSide, Span
from huiyin.understand import Window
from huiyin.web.customers.schemas import BuyingPowerOut, CrossingOut, HelpSeekersOut
from huiyin.web.deps import App, ReadConnection, User
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
    span = _span(asked, app)
    voices = customers.read_voices(connection, app.facts, span)
    people = customers.read_people(connection, voices, span)
    found = customers.cross(people, row, column, minimum_n=app.settings.minimum_n)
    return _plain(found) | {
        "window": asked.window,
        "row": row,
        "column": column,
        "match": customers.match_rate(voices),
    }


def _span(asked: Asked, app: App) -> Span:
    window: Window = asked.window
    zone = app.settings.zone
    first = datetime.combine(window.start, time(), zone)
    last = datetime.combine(window.end + timedelta(days=1), time(), zone) - timedelta(microseconds=1)
    return Span(window.start, window.end, first.astimezone(UTC), last.astimezone(UTC))


def _plain(found: object) -> dict[str, object]:
    return {name: getattr(found, name) for name in found.__dataclass_fields__}  # type: ignore[attr-defined]
