"""`huiyin connectors`: how the connected sources are, a run now, dead letters once more."""

from __future__ import annotations

from typing import Annotated

import typer

from huiyin import bootstrap
from huiyin.cli.screen import out, table
from huiyin.collect import connectors as connecting
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import NotFoundError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger


def connectors(
    run: Annotated[str | None, typer.Option("--run", help="Run this connector now.")] = None,
    replay: Annotated[
        str | None, typer.Option("--replay", help="Read this connector's dead letters again.")
    ] = None,
) -> None:
    """Show the connectors; with --run or --replay, do that first. Works while `huiyin serve` runs."""
    settings = Settings()
    ledger = bootstrap.open_ledger_of(settings)
    try:
        if run is not None:
            _run(ledger, settings, run)
        if replay is not None:
            _replay(ledger, settings, replay)
        _show(ledger)
    finally:
        ledger.close()


def _run(ledger: Ledger, settings: Settings, name: str) -> None:
    outcome = connecting.run_connector(ledger, settings, _find(ledger, name).id, clock=utc_now)
    arrival = outcome.arrival
    out.print(
        f"{name}: {arrival.accepted:,} accepted, {arrival.duplicates:,} known already, {arrival.events:,} events, "
        f"{len(arrival.refused):,} refused" + (f"; stopped: {outcome.error}" if outcome.error else ""),
        highlight=False,
        markup=False,
    )


def _replay(ledger: Ledger, settings: Settings, name: str) -> None:
    wanted = _find(ledger, name)
    with ledger.write() as connection:
        letters = connecting.list_letters(
            connection, connector_id=wanted.id, state=connecting.LetterState.WAITING, limit=10_000
        )
        arrivals = [
            connecting.replay_letter(connection, settings, letter.id, clock=utc_now) for letter in letters
        ]
    taken = sum(not arrival.refused for arrival in arrivals)
    out.print(f"{len(letters):,} dead letters read again, {taken:,} taken", highlight=False)


def _find(ledger: Ledger, name: str) -> connecting.Configured:
    with ledger.read() as connection:
        for each in connecting.list_connectors(connection):
            if each.name == name:
                return each
    raise NotFoundError(f"there is no connector {name!r}")


def _show(ledger: Ledger) -> None:
    grid = table(
        "connector", "kind", "condition", "delay p50 / p95", "last run", "dead letters", "last error"
    )
    with ledger.read() as connection:
        letters = connecting.count_waiting(connection)
        for each in connecting.list_connectors(connection):
            fresh = connecting.freshness(connection, each.source.id)
            grid.add_row(
                each.name,
                each.kind,
                connecting.condition(each, utc_now()).value,
                "–" if fresh.p50_s is None else f"{_length(fresh.p50_s)} / {_length(fresh.p95_s or 0)}",
                f"{each.last_run_at:%Y-%m-%d %H:%M} UTC" if each.last_run_at else "–",
                str(letters.get(each.id, 0)),
                each.last_error or "",
            )
    out.print(grid)


def _length(seconds: float) -> str:
    """Write how long something takes in its largest unit.

    >>> _length(42), _length(1260), _length(776_095)
    ('42 s', '21 min', '9 d')
    """
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
