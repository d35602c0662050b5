"""`huiyin churn`: who may let the contract end, and why."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.screen import Grid, err, out
from huiyin.customers import churn as churning
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError


def churn(
    top: Annotated[int, typer.Option(help="How many people.", min=1, max=200)] = 20,
    refresh: Annotated[bool, typer.Option("--refresh", help="Learn and score anew first.")] = False,
) -> None:
    """Show how good the model is on later contracts, and the people with the most to lose."""
    settings = Settings()
    try:
        with installation(settings) as app:
            _show(*_here(app, top, refresh=refresh))
    except FactsOwnedElsewhereError:
        if refresh:
            err.print("The running server learns by itself each night; these are its figures.")
        found = local.ask(settings, "/customers/churn", {"limit": str(top)})
        _show(found["assessment"], found["items"], found["total"])


def _here(app: Installation, top: int, *, refresh: bool) -> tuple[Any, list[Any], int]:
    with app.ledger.read() as connection:
        due = refresh or churning.is_due(connection, app.clock())
    if due:
        with err.status("learning…"):
            churning.refresh(
                app.ledger, app.facts, churning.Renewal(), zone=app.settings.zone, clock=app.clock
            )
    with app.ledger.read() as connection:
        latest = churning.latest_assessment(connection)
        risks, total = churning.list_risks(connection, limit=top)
    figures = None if latest is None or latest[0] is None else latest[0]
    shown = (
        None if figures is None else {name: getattr(figures, name) for name in figures.__dataclass_fields__}
    )
    items = [
        {name: getattr(risk, name) for name in ("person", "due", "risk", "low", "high", "value")}
        | {
            "label": risk.name or risk.external_id,
            "reasons": [{"zh": each.zh} for each in risk.reasons],
            "play": {"zh": churning.play_of(risk.play).zh},
        }
        for risk in risks
    ]
    return shown, items, total


def _show(figures: Any, items: list[Any], total: int) -> None:
    if figures is None:
        out.print(
            "证据不足: too few contracts have ended to learn who leaves (50 who left and 50 who stayed)."
        )
    else:
        auc, rfm = (_bounds(figures[name]) for name in ("auc", "auc_rfm"))
        out.print(f"AUC {auc} on {figures['tested']:,} later contracts; orders alone {rfm}", highlight=False)
        out.print(
            f"calibration error {figures['calibration_error']:.3f}, Brier {figures['brier']:.3f}",
            highlight=False,
        )
    if not items:
        out.print("nobody's contract ends soon")
        return
    grid = Grid(box=None, pad_edge=False)
    for name in ("who", "#", "due", "risk", "last year", "why", "what to do"):
        grid.add_column(name, overflow="fold")
    for each in items:
        risk = f"{each['risk']:.0%} [{each['low']:.0%}, {each['high']:.0%}]"
        why = "；".join(reason["zh"] for reason in each["reasons"])
        due = each["due"].isoformat() if isinstance(each["due"], date) else str(each["due"])
        grid.add_row(
            each["label"], str(each["person"]), due, risk, f"{each['value']:,.0f}", why, each["play"]["zh"]
        )
    out.print(grid)
    out.print(f"{len(items)} of {total:,} people whose contract ends soon")


def _bounds(estimate: Any) -> str:
    fields = estimate if isinstance(estimate, dict) else estimate.as_dict()
    return f"{fields['value']:.3f} [{fields['low']:.3f}, {fields['high']:.3f}]"
