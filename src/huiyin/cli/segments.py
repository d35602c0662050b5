"""`huiyin segments` and `huiyin cross`: how customers divide, and any two sides of them crossed."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

import typer

from huiyin import customers
from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.screen import Grid, err, out
from huiyin.customers import CrossSide, churn, profile
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import NotFoundError
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError

DAYS = 365


def segments(
    refresh: Annotated[bool, typer.Option("--refresh", help="Learn anew first.")] = False,
) -> None:
    """Show stages of life, RFM classes and learnt segments with how far they hold."""
    settings = Settings()
    try:
        with installation(settings) as app:
            found = _learnt(app, refresh=refresh)
    except FactsOwnedElsewhereError:
        if refresh:
            err.print("The running server learns by itself each night; these are its figures.")
        found = None
    if found is not None:
        _show(_plain(found))
        return
    answer = local.ask(settings, "/customers/segments", {})
    if answer["made_at"] is None:
        raise NotFoundError("no segments yet; `huiyin segments --refresh` learns them")
    _show(answer)


def _learnt(app: Installation, *, refresh: bool) -> profile.Profiles:
    with app.ledger.read() as connection:
        due = refresh or profile.is_due(connection, app.clock())
    if due:
        with err.status("learning…"):
            profile.refresh(app.ledger, app.facts, churn.Renewal(), zone=app.settings.zone, clock=app.clock)
    with app.ledger.read() as connection:
        found = profile.latest_profiles(connection)
    if found is None:
        raise NotFoundError("no segments yet; `huiyin segments --refresh` learns them")
    return found


def _plain(found: profile.Profiles) -> dict[str, Any]:
    stages = [{"zh": customers.STAGES[each][0], "customers": count} for each, count in found.stages.items()]
    classes = [
        {"zh": customers.CLASSES[each][0], "customers": count} for each, count in found.classes.items()
    ]
    grouping = found.grouping
    learnt = [{"zh": each.zh, "customers": each.people} for each in grouping.groups] if grouping else []
    stability = grouping.stability.as_dict() if grouping else None
    return {"stages": stages, "classes": classes, "learnt": learnt, "stability": stability}


def _show(found: dict[str, Any]) -> None:
    grid = Grid(box=None, pad_edge=False, show_header=False)
    for title, key in (("生命周期", "stages"), ("RFM", "classes"), ("学得的分群", "learnt")):
        for place, each in enumerate(found[key]):
            grid.add_row(title if place == 0 else "", each["zh"], f"{each['customers']:,}")
    out.print(grid)
    if found["stability"]:
        held = found["stability"]
        out.print(
            f"stability when redrawn {held['value']:.2f} [{held['low']:.2f}, {held['high']:.2f}]",
            highlight=False,
        )


def cross(
    row: Annotated[CrossSide, typer.Argument(help="The side whose values are the rows.")],
    column: Annotated[CrossSide, typer.Argument(help="The side whose values are the columns.")],
    days: Annotated[int, typer.Option(help="How many days back.", min=1, max=3650)] = DAYS,
) -> None:
    """Cross two sides of customers: what they say, buy, do and are."""
    settings = Settings()
    try:
        with installation(settings) as app:
            cells, caveat = _crossed(app, row, column, days)
    except FactsOwnedElsewhereError:
        cells, caveat = _asked(settings, row, column, days)
    grid = Grid(box=None, pad_edge=False)
    for heading in (customers.SIDES[row][0], customers.SIDES[column][0], "客户", "占本行", "区间"):
        grid.add_column(heading, overflow="fold")
    for cell in cells:
        grid.add_row(*cell)
    out.print(grid)
    out.print(caveat, highlight=False)


def _crossed(app: Installation, row: CrossSide, column: CrossSide, days: int) -> tuple[list[list[str]], str]:
    today = app.clock().astimezone(app.settings.zone).date()
    span = customers.span_of(today - timedelta(days=days - 1), today, app.settings.zone)
    with app.ledger.read() as connection:
        found, match = customers.cross_people(
            connection, app.facts, span, row, column, minimum_n=app.settings.minimum_n
        )
        latest = profile.latest_profiles(connection)
    grouping = latest.grouping if latest else None
    cells = [
        [
            customers.words_of(row, cell.row, grouping)[0],
            customers.words_of(column, cell.column, grouping)[0],
            f"{cell.customers:,}",
            *_share(cell.share.as_dict()),
        ]
        for cell in found.cells
    ]
    return cells, match.caveat_zh


def _asked(settings: Settings, row: CrossSide, column: CrossSide, days: int) -> tuple[list[list[str]], str]:
    today = utc_now().astimezone(settings.zone).date()
    window = {"from": (today - timedelta(days=days - 1)).isoformat(), "to": today.isoformat()}
    found = local.ask(settings, "/customers/cross", {"row": row.value, "column": column.value, **window})
    words = [{each["id"]: each["zh"] for each in found[side]} for side in ("rows", "columns")]
    cells = [
        [words[0][cell["row"]], words[1][cell["column"]], f"{cell['customers']:,}", *_share(cell["share"])]
        for cell in found["cells"]
    ]
    return cells, found["match"]["caveat_zh"]


def _share(share: Any) -> tuple[str, str]:
    if share["verdict"] != "ok" or share["value"] is None:
        return "证据不足", f"n = {share['n']}"
    return f"{share['value']:.1%}", f"{share['low']:.1%}–{share['high']:.1%}"
