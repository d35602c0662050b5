"""`huiyin opportunities`: what customers want and make do with, in a terminal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import typer

from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.screen import Grid, err, out
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import Context, Filters, freshness, windowed
from huiyin.understand import opportunities as room
from huiyin.understand.opportunities import OpportunityKind


def opportunities(
    kind: Annotated[
        list[OpportunityKind] | None, typer.Option(help="Only this kind. Repeatable; all when left out.")
    ] = None,
    top: Annotated[int, typer.Option(help="How many lines.")] = 20,
    since: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="First day; 90 days when left out."),
    ] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day.")] = None,
) -> None:
    """Show wishes, makeshifts, labour, surprising uses and praise by opportunity score, with who wants them."""
    settings = Settings()
    days = (since.date() if since else None, until.date() if until else None)
    try:
        with installation(settings) as app, err.status("merging what customers say…"):
            rows = _here(app, kind or [], days)
    except FactsOwnedElsewhereError:
        asked: dict[str, Any] = {"kind": [each.value for each in kind or []]}
        asked |= {name: day.isoformat() for name, day in zip(("from", "to"), days, strict=True) if day}
        rows = [_row(item) for item in local.ask(settings, "/opportunities", asked)["items"]]
    _show(rows[:top])


def _here(
    app: Installation, kinds: list[OpportunityKind], days: tuple[date | None, date | None]
) -> list[list[str]]:
    context = Context(app.facts, app.names, app.settings.minimum_n)
    today = app.clock().astimezone(app.settings.zone).date()
    filters = windowed(Filters(start=days[0], end=days[1]), freshness(app.facts), today)
    with app.ledger.read() as connection:
        found = room.find_opportunities(context, connection, filters).items
        taken = room.read_progress(connection)
    return [
        _row(
            {
                "zh": each.zh,
                "customers": _estimate(each.customers) | {"count": each.customers.count},
                "score": {"score": _estimate(each.score.score)},
                "kano": each.kano,
                "value": {"total": each.value.total},
                "stage": taken[each.key].stage if each.key in taken else room.OpportunityStage.FOUND,
                "quotes": [each.evidence[0].words],
            }
        )
        for each in found
        if not kinds or each.kind in kinds
    ]


def _estimate(estimate: Any) -> dict[str, Any]:
    return {name: getattr(estimate, name) for name in ("value", "low", "high")}


def _row(item: dict[str, Any]) -> list[str]:
    customers, score = item["customers"], item["score"]["score"]
    return [
        _interval(score, 1, 1),
        item["zh"],
        f"{customers['count']} ({_interval(customers, 100, 2)} %)",
        str(item["kano"]),
        f"{item['value']['total']:,.0f}",
        str(item["stage"]),
        item["quotes"][0][:24] if item["quotes"] else "",
    ]


def _interval(estimate: dict[str, Any], factor: float, digits: int) -> str:
    if estimate["value"] is None:
        return "证据不足"
    value, low, high = (factor * estimate[name] for name in ("value", "low", "high"))
    return f"{value:.{digits}f} [{low:.{digits}f}–{high:.{digits}f}]"


def _show(rows: list[list[str]]) -> None:
    if not rows:
        out.print("no opportunity in this window", highlight=False)
        return
    grid = Grid(box=None, pad_edge=False, header_style="dim")
    grid.add_column("score /20", no_wrap=True)
    grid.add_column("机会 opportunity", min_width=22)
    for head in ("customers", "Kano", "bought in a year", "stage", "in their words"):
        grid.add_column(head, no_wrap=head != "in their words")
    for row in rows:
        grid.add_row(*row)
    out.print(grid)
