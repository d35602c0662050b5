"""`huiyin programme` and `huiyin actions`: how the programme does, and what was promised, in a terminal."""

from __future__ import annotations

from typing import Any

from huiyin import act
from huiyin.act import programme as room
from huiyin.bootstrap import installation
from huiyin.cli import local
from huiyin.cli.ledgers import opened_ledger
from huiyin.cli.screen import out, table
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import Context, Filters, freshness, window_of, windowed

_UNITS = {"days": "days", "hours": "hours", "ratio": "times"}


def programme() -> None:
    """Show the programme's figures over the last 90 days: heard, coded, acted on, effective."""
    settings = Settings()
    try:
        with installation(settings) as app:
            today = app.clock().astimezone(app.settings.zone).date()
            window = window_of(windowed(Filters(), freshness(app.facts), today))
            context = Context(app.facts, app.names, app.settings.minimum_n)
            with app.ledger.read() as connection:
                health = room.read_health(
                    context, connection, window, now=app.clock(), zone=app.settings.zone
                )
            figures = [each.as_dict() for each in health.figures]
    except FactsOwnedElsewhereError:
        figures = local.ask(settings, "/programme", {})["figures"]
    grid = table("", "figure", "value", "interval", "n", wrap=())
    for each in figures:
        grid.add_row(each["stage"], each["zh"], *_written(each))
    out.print(grid)


def actions() -> None:
    """Show the action board by what each promises for its effort, with the verdicts. Works while the server runs."""
    with opened_ledger() as (ledger, _), ledger.read() as connection:
        board = act.list_actions(connection)
        effects = act.effects_of(connection, [each.id for each in board])
        bases = act.bases_of(connection, [each.id for each in board])
    if not board:
        out.print("no action yet: open one from a fact, on its page", highlight=False)
        return
    scores = {key: score.value for key, score in act.score_actions(board, bases, effects).items()}
    grid = table("id", "title", "state", "owner", "due", "score", "verdict", wrap=("title",))
    for each in sorted(board, key=lambda action: -(scores.get(action.id) or -1.0)):
        score = scores.get(each.id)
        verdict = effects[each.id].verdict.value if each.id in effects else ""
        grid.add_row(
            str(each.id),
            each.title,
            each.state,
            each.owner,
            each.due_date.isoformat(),
            "–" if score is None else f"{score:.1f}",
            verdict or f"judged {each.expected_effect.due_date}",
        )
    out.print(grid)


def _written(figure: dict[str, Any]) -> tuple[str, str, str]:
    estimate, unit = figure["estimate"], figure["unit"]
    n = f"{estimate['n']:,}"
    if estimate["value"] is None or estimate.get("verdict") == "insufficient":
        return "证据不足", "", n

    def write(value: float) -> str:
        return f"{value:.1%}" if unit == "share" else f"{value:.1f} {_UNITS[unit]}"

    low, high = estimate["low"], estimate["high"]
    span = "" if low is None or high is None else f"{write(low)} – {write(high)}"
    return write(estimate["value"]), span, n
