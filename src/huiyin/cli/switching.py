"""`huiyin switching`: why customers left and came, and who is said to be better at what, in a terminal."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

import typer

from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.screen import Grid, out
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import Context, Filters, freshness, windowed
from huiyin.understand import opportunities as room

Day = datetime | None
Rows = list[dict[str, Any]]


def switching(
    since: Annotated[
        Day, typer.Option("--from", formats=["%Y-%m-%d"], help="First day; 90 days when left out.")
    ] = None,
    until: Annotated[Day, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day.")] = None,
    rival: Annotated[
        list[str] | None, typer.Option(help="Name of a rival. Repeatable; found when left out.")
    ] = None,
) -> None:
    """Show why customers left, came or think of coming, and who is said to be better at what."""
    settings = Settings()
    try:
        with installation(settings) as app:
            moves, rivals = _here(app, since, until, rival or [])
    except FactsOwnedElsewhereError:
        days = {name: day.date().isoformat() for name, day in (("from", since), ("to", until)) if day}
        moves = local.ask(settings, "/opportunities/switching", days)["items"]
        rivals = local.ask(settings, "/opportunities/rivals", days | {"name": rival or []})["items"]
    _show_moves(moves)
    _show_rivals(rivals)


def _here(app: Installation, since: Day, until: Day, names: list[str]) -> tuple[Rows, Rows]:
    context = Context(app.facts, app.names, app.settings.minimum_n)
    today = app.clock().astimezone(app.settings.zone).date()
    asked = Filters(start=since.date() if since else None, end=until.date() if until else None)
    filters = windowed(asked, freshness(app.facts), today)
    moves = [asdict(each) for each in room.find_switching(context, filters)]
    return moves, [asdict(each) for each in room.find_rivals(context, filters, names)]


def _show_moves(moves: Rows) -> None:
    if not moves:
        out.print("nobody says that they leave or come in this window", highlight=False)
    for each in moves:
        name = room.MOVE_NAMES[room.Move(each["move"])]
        before = "、".join(f"{o['name']} {o['customers']}" for o in each["origins"])
        title = f"{name.zh} {name.en} · {each['taxonomy']} · {each['customers']['count']} customers"
        grid = Grid(
            box=None,
            pad_edge=False,
            title_justify="left",
            title=title + (f" · before: {before}" if before else ""),
        )
        for head in ("aspect", "of those who move", "of everybody else", "stands out", "in their words"):
            grid.add_column(head)
        for reason in each["reasons"]:
            quoted = [quote["words"] for quote in reason["evidence"]]
            grid.add_row(
                reason["zh"],
                f"{reason['customers']['count']} ({_share(reason['customers'])})",
                _share(reason["others"]),
                "yes" if reason["stands_out"] else "",
                quoted[0][:24] if quoted else "",
            )
        out.print(grid)


def _show_rivals(rivals: Rows) -> None:
    for each in rivals:
        out.print(
            f"{each['name']}: {each['customers']['count']} customers name it, put first by {_share(each['behind'])}",
            highlight=False,
        )
        for standing in each["standings"]:
            out.print(f"  {standing['zh']}: put first by {_share(standing['behind'])}", highlight=False)


def _share(estimate: dict[str, Any]) -> str:
    if str(estimate["verdict"]) == "insufficient" or estimate["value"] is None:
        return f"证据不足, n = {estimate['n']}"
    value, low, high = (100 * estimate[name] for name in ("value", "low", "high"))
    return f"{value:.1f} % [{low:.1f}–{high:.1f}]"
