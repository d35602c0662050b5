"""`huiyin summary`: what voices say, summed up by the language model that the settings name, each point with quotes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from huiyin import understand
from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.screen import err, out
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import summaries


def summary(
    start: Annotated[str | None, typer.Option("--from", help="First day, YYYY-MM-DD.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day.")] = None,
    aspect: Annotated[list[str] | None, typer.Option(help="Only below this aspect. Repeatable.")] = None,
    product: Annotated[list[str] | None, typer.Option(help="Only this product. Repeatable.")] = None,
    sentiment: Annotated[list[int] | None, typer.Option(help="-1, 0 or 1. Repeatable.")] = None,
    language: Annotated[str, typer.Option(help="zh or en.")] = "zh",
) -> None:
    """Sum up the newest voices within the filters; needs a language model in the settings."""
    if language not in ("zh", "en"):
        raise InvalidInputError("unknown language", field="language", expected="zh or en")
    asked = {"from": start, "to": end, "aspect": aspect, "product": product, "sentiment": sentiment}
    params = {name: value for name, value in asked.items() if value}
    settings = Settings()
    try:
        with installation(settings) as app, err.status("asking the language model…"):
            answer = _here(app, params, language)
    except FactsOwnedElsewhereError:
        answer = local.ask(settings, "/verbatims/summary", params | {"lang": language})
    _show(answer)


def _here(app: Installation, params: dict[str, Any], language: str) -> dict[str, Any]:
    model = app.wanted_language_model()
    filters = understand.Filters(
        start=_day(params.get("from")),
        end=_day(params.get("to")),
        aspects=tuple(params.get("aspect", ())),
        products=tuple(params.get("product", ())),
        sentiments=tuple(params.get("sentiment", ())),
    )
    today = app.clock().astimezone(app.settings.zone).date()
    closed = understand.windowed(filters, understand.freshness(app.facts), today)
    with app.ledger.read() as connection:
        page = understand.list_verbatims(
            app.facts, connection, app.names, closed, limit=summaries.MOST_VOICES
        )
    found = summaries.summarise(model, [(voice.id, voice.text) for voice in page.items], language)
    points = [
        {
            "point": point.point,
            "quotes": [{"feedback_id": each.feedback_id, "quote": each.quote} for each in point.quotes],
        }
        for point in found.points
    ]
    return {
        "points": points,
        "voices": found.voices,
        "total": page.total,
        "dropped": found.dropped,
        "model": found.model,
    }


def _show(answer: dict[str, Any]) -> None:
    for point in answer["points"]:
        out.print(f"• {point['point']}", highlight=False, markup=False)
        for quote in point["quotes"]:
            out.print(f"    #{quote['feedback_id']}: {quote['quote']}", highlight=False, markup=False)
    out.print(
        f"{answer['model']}: the newest {answer['voices']:,} of {answer['total']:,} voices, "
        f"{answer['dropped']} points without a true quote left out",
        style="dim",
        highlight=False,
    )


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise InvalidInputError(f"{given!r} is no day", field="from", expected="YYYY-MM-DD") from error
