"""`huiyin launches`: what is watched, and the report of one event in a terminal."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.screen import Grid, out
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import Context
from huiyin.understand import launches as room

Report = dict[str, Any]


def launches(
    event: Annotated[
        int | None, typer.Argument(help="Number of the event; without it, what is watched.")
    ] = None,
    hours: Annotated[
        float | None, typer.Option(help="So many hours after the start; now when left out.", min=0.1)
    ] = None,
) -> None:
    """Show watched launches and events, or the report of one: first users apart from onlookers and promotion."""
    settings = Settings()
    try:
        with installation(settings) as app:
            if event is None:
                _list(_events_here(app))
            else:
                _show(_report_here(app, event, hours))
    except FactsOwnedElsewhereError:
        if event is None:
            _list(local.ask(settings, "/launches", {})["items"])
        else:
            asked = {"hours": hours} if hours else {}
            _show(local.ask(settings, f"/launches/{event}", asked))


def _events_here(app: Installation) -> list[Report]:
    with app.ledger.read() as connection:
        return [asdict(each) for each in room.list_events(connection)]


def _report_here(app: Installation, event: int, hours: float | None) -> Report:
    context = Context(app.facts, app.names, app.settings.minimum_n)
    with app.ledger.read() as connection:
        found = room.launch_report(
            connection, context, room.get_event(connection, event), now=app.clock(), hours=hours
        )
    summary = [{"text_zh": each.text_zh} for each in found.summary]
    return asdict(found) | {"summary": summary}


def _list(events: list[Report]) -> None:
    if not events:
        out.print(
            "nothing is watched yet; declare a launch on the page 上市与事件 or by POST /api/v1/launches",
            highlight=False,
        )
        return
    grid = Grid(box=None, pad_edge=False)
    for name in ("#", "event", "since", "product", "beside"):
        grid.add_column(name)
    for each in events:
        grid.add_row(
            str(each["id"]),
            each["name"],
            str(each["starts_at"])[:16],
            each["product"] or "、".join(each["terms"]),
            "、".join(each["rivals"]),
        )
    out.print(grid)


def _show(report: Report) -> None:
    out.print(
        f"{report['event']['name']}  T+{report['hours']:g} h  {report['voices']:,} voices", highlight=False
    )
    for each in report["summary"]:
        out.print(each["text_zh"], highlight=False)
    for rivalry in report["rivalries"]:
        grid = Grid(box=None, pad_edge=False, title=f"beside {rivalry['rival']}", title_justify="left")
        for name in ("aspect", "net", "rival", "difference", ""):
            grid.add_column(name)
        for each in rivalry["aspects"]:
            grid.add_row(
                each["zh"],
                *(_written(each[name]) for name in ("net", "rival", "difference")),
                str(each["side"]),
            )
        out.print(grid)


def _written(estimate: Report) -> str:
    if estimate["verdict"] == "insufficient" or estimate["value"] is None:
        return f"证据不足 (n = {estimate['n']})"
    return f"{estimate['value']:+.2f} [{estimate['low']:+.2f}, {estimate['high']:+.2f}] n = {estimate['n']}"
