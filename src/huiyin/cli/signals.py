"""`huiyin signals`: what is unusual, in a terminal."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.screen import Grid, err, out
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import signals as room
from huiyin.understand.signals import SignalState


def signals(
    state: Annotated[
        list[SignalState] | None, typer.Option(help="Only in this state. Repeatable; open when left out.")
    ] = None,
    top: Annotated[int, typer.Option(help="How many lines.")] = 15,
    look: Annotated[
        bool, typer.Option("--look", help="Look at the facts now; no server may be running.")
    ] = False,
) -> None:
    """Show what is unusual, the gravest first: people against expectation, since when, likely cause."""
    states = state or [SignalState.OPEN]
    settings = Settings()
    try:
        with installation(settings) as app:
            rows = _here(app, states, top, look=look)
    except FactsOwnedElsewhereError:
        asked = {"state": [each.value for each in states], "limit": top}
        rows = [_row(item) for item in local.ask(settings, "/signals", asked)["items"]]
    _show(rows)


def _here(app: Installation, states: list[SignalState], top: int, *, look: bool) -> list[list[str]]:
    if look:
        with err.status("looking at every series…"):
            room.refresh_signals(app.facts, app.names, app.ledger.read, app.ledger.write, app.clock())
    with app.ledger.read() as connection:
        found = room.list_signals(connection, states=states, limit=top)
    rows = []
    for signal in found:
        zh, en = room.title(signal, app.names)
        cause = signal.causes[0] if signal.causes else None
        known = {name: getattr(signal, name) for name in _SHOWN} | {"since": signal.since.isoformat()}
        rows.append(_row(known | {"zh": zh, "en": en, "cause": cause}))
    return rows


_SHOWN = ("crisis", "observed", "expected", "low", "high", "people")


def _row(item: dict[str, Any]) -> list[str]:
    cause = item["cause"]
    return [
        f"{item['crisis']:.0f}",
        item["zh"],
        f"{item['observed']} / {item['expected']:.1f} ({item['low']:.0f}–{item['high']:.0f})",
        f"{item['people']}",
        str(item["since"])[:10],
        "—" if cause is None else f"{cause['dimension']} {cause['value']}",
    ]


def _show(rows: list[list[str]]) -> None:
    if not rows:
        out.print("nothing unusual", highlight=False)
        return
    grid = Grid(box=None, pad_edge=False, header_style="dim")
    grid.add_column("crisis", justify="right")
    grid.add_column("信号 signal", min_width=24)
    for head in ("seen / expected (95 %)", "people", "since", "cause"):
        grid.add_column(head, no_wrap=True)
    for row in rows:
        grid.add_row(*row)
    out.print(grid)
