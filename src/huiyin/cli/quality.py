"""`huiyin quality`: what looks copied, staged, automatic or careless; `huiyin coverage`: who is not heard."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from huiyin.bootstrap import installation, open_ledger_of
from huiyin.cli import local
from huiyin.cli.screen import Grid, err, out
from huiyin.collect import exclusions
from huiyin.collect import quality as room
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import Filters, freshness, map_coverage, window_of, windowed


def quality(
    scan: Annotated[bool, typer.Option(help="Run every check first.")] = False,
    days: Annotated[int, typer.Option(help="How far back a scan looks.")] = 90,
    top: Annotated[int, typer.Option(help="Clusters to show of each check.")] = 3,
) -> None:
    """Show what data-quality checks found, what is left out, and how complete each source is."""
    ledger = open_ledger_of(Settings())
    try:
        if scan:
            with err.status("checking…"):
                room.scan(ledger, days=days, clock=utc_now)
        with ledger.read() as connection:
            waiting, reasons = room.count_open(connection), exclusions.count_excluded(connection)
            clusters = {rule: room.list_clusters(connection, rule, limit=top) for rule in room.Rule}
            sources = room.measure_completeness(connection)
    finally:
        ledger.close()
    for rule in room.Rule:
        out.print(
            f"[bold]{rule.value}[/]  {waiting[rule]} to decide, {reasons.get(rule.value, 0)} left out",
            highlight=False,
        )
        for cluster in clusters[rule]:
            out.print(f"  {cluster.en}", highlight=False, markup=False)
    grid = Grid("source", "voices", "left out", *room.FIELDS, box=None, pad_edge=False)
    for source in sources:
        filled = [f"{source.filled[name] / source.voices:.0%}" for name in room.FIELDS]
        grid.add_row(source.source, f"{source.voices:,}", f"{source.excluded:,}", *filled)
    out.print(grid)


def coverage(
    top: Annotated[int, typer.Option(help="How many gaps to show.")] = 12,
) -> None:
    """Show which groups of the customer base are heard too little, the largest gap first."""
    settings = Settings()
    try:
        with installation(settings) as app:
            fresh = freshness(app.facts)
            today = app.clock().astimezone(settings.zone).date()
            window = window_of(windowed(Filters(), fresh, today))
            with app.ledger.read() as connection:
                found = map_coverage(app.facts, connection, window, settings.minimum_n)
        overall, customers = found.overall.as_dict(), found.customers
        gaps = [_gap(gap) for gap in found.gaps]
    except FactsOwnedElsewhereError:
        answer = local.ask(settings, "/coverage", {})
        overall, customers, gaps = answer["overall"], answer["customers"], answer["gaps"]
    share = "—" if overall["value"] is None else f"{overall['value']:.1%}"
    out.print(f"{share} of {customers:,} customers were heard", highlight=False)
    grid = Grid("group", "customers", "heard", "ratio", "missing", "ask", box=None, pad_edge=False)
    for gap in gaps[:top]:
        group = gap["group"]
        grid.add_row(
            " × ".join(group["values"].values()),
            f"{group['customers']:,}",
            f"{group['heard']['value'] or 0:.1%}",
            f"{group['ratio']['value']:.2f} ({group['ratio']['low']:.2f}–{group['ratio']['high']:.2f})",
            f"{group['missing']:,}",
            f"{gap['people']} by {gap['channel']}",
        )
    out.print(grid)


def _gap(gap: Any) -> dict[str, Any]:
    """Return a gap in the shape of the API's answer."""
    group = gap.group
    return {
        "group": {
            "values": dict(group.values),
            "customers": group.customers,
            "heard": group.heard.as_dict(),
            "ratio": group.ratio.as_dict(),
            "missing": group.missing,
        },
        "people": gap.people,
        "channel": gap.channel,
    }
