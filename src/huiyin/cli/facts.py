"""`huiyin facts`: what most customers say, in a terminal; `huiyin rebuild`: the facts anew, here or on a cluster."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from huiyin import understand
from huiyin.bootstrap import Installation, installation
from huiyin.cli import local
from huiyin.cli.engine import Elsewhere, FactsDifferError, asking_there, carry_over, facts_there
from huiyin.cli.screen import Grid, err, out
from huiyin.collect import check_channels
from huiyin.kit.clock import Clock, utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError

Engine = Annotated[str | None, typer.Option(help="A Spark Connect server, sc://host:15002.")]
Folder = Annotated[Path | None, typer.Option(help="Where its facts lie, as it and this machine see it.")]


def rebuild(engine: Engine = None, folder: Folder = None) -> None:
    """Analyse everything again with today's analyser and taxonomies, then swap it in; with an engine, carry it there."""
    there = Elsewhere.of(engine, folder) if engine else None
    with installation(Settings()) as app:
        with err.status("analysing everything again…"):
            count = app.projector.rebuild()
        out.print(f"{count:,} voices analysed again", highlight=False)
        if there:
            with err.status("carrying the facts over…"):
                told, differing = carry_over(app, there)
            _compared(told, differing)


def _compared(told: int, differing: list[str]) -> None:
    """Say whether both engines tell the same; a difference ends the command with an error."""
    if differing:
        raise FactsDifferError(f"{len(differing)} facts differ there: {', '.join(differing[:5])}")
    out.print(f"{told:,} facts, the same there as here", highlight=False)


def facts(
    start: Annotated[str | None, typer.Option("--from", help="First day, YYYY-MM-DD.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day.")] = None,
    channel: Annotated[list[str] | None, typer.Option(help="Only this channel. Repeatable.")] = None,
    product: Annotated[list[str] | None, typer.Option(help="Only this product. Repeatable.")] = None,
    aspect: Annotated[list[str] | None, typer.Option(help="Only below this aspect. Repeatable.")] = None,
    taxonomy: Annotated[list[str] | None, typer.Option(help="Only this taxonomy. Repeatable.")] = None,
    level: Annotated[
        understand.Level, typer.Option(help="1 broad, 2 fine, 3 finest.")
    ] = understand.Level.FINE,
    top: Annotated[int, typer.Option(help="How many lines.")] = 15,
    engine: Engine = None,
    folder: Folder = None,
) -> None:
    """Show what most customers say: customers, negative share and trend, each with its interval."""
    check_channels(channel or ())
    asked = {"from": start, "to": end, "channel": channel, "product": product, "aspect": aspect}
    asked |= {"taxonomy": taxonomy}
    params = {name: value for name, value in asked.items() if value} | {"level": level.value}
    settings = Settings()
    if engine:
        with facts_there(Elsewhere.of(engine, folder)) as there, asking_there(settings, there) as context:
            _show(_answer(context, params, level, _today(settings, utc_now)), top)
        return
    try:
        with installation(settings) as app:
            answer = _here(app, params, level)
    except FactsOwnedElsewhereError:
        answer = local.ask(settings, "/facts", params)
    _show(answer, top)


def _here(app: Installation, params: dict[str, Any], level: understand.Level) -> dict[str, Any]:
    minimum = app.settings.minimum_n
    audits = understand.LedgerAudits(app.ledger.read, minimum)
    context = understand.Context(app.facts, app.names, minimum, audits)
    return _answer(context, params, level, _today(app.settings, app.clock))


def _today(settings: Settings, clock: Clock) -> date:
    return clock().astimezone(settings.zone).date()


def _answer(
    context: understand.Context, params: dict[str, Any], level: understand.Level, today: date
) -> dict[str, Any]:
    filters = understand.Filters(
        start=_day(params.get("from")),
        end=_day(params.get("to")),
        channels=tuple(params.get("channel", ())),
        products=tuple(params.get("product", ())),
        aspects=tuple(params.get("aspect", ())),
        taxonomies=tuple(params.get("taxonomy", ())),
    )
    closed = understand.windowed(filters, understand.freshness(context.facts), today)
    table = understand.list_facts(context, closed, level=level)
    window = understand.window_of(closed)
    return {
        "window": {"from": window.start.isoformat(), "to": window.end.isoformat()},
        "base": {"customers": table.base.customers, "voices": table.base.voices},
        "facts": [fact.as_dict() for fact in table.facts],
    }


def _show(answer: dict[str, Any], top: int) -> None:
    window, base = answer["window"], answer["base"]
    out.print(
        f"{window['from']} – {window['to']}: {base['customers']:,} customers, {base['voices']:,} voices",
        highlight=False,
    )
    if not answer["facts"]:
        out.print("nobody spoke of anything there", highlight=False)
        return
    grid = Grid(box=None, pad_edge=False, header_style="dim")
    grid.add_column("问题 aspect", no_wrap=True, min_width=16)
    audited = any(fact["corrected"] for fact in answer["facts"])
    several = len({_taxonomy(fact) for fact in answer["facts"]}) > 1
    heads = (
        "customers",
        # Those heard in the aspect's taxonomy are whom its share is a share of.
        "of those heard",
        "share (95 %)",
        *(("corrected by audit",) if audited else ()),
        "negative (95 %)",
        "trend",
    )
    for head in heads:
        grid.add_column(head, justify="right", no_wrap=True)
    for fact in answer["facts"][:top]:
        grid.add_row(
            " / ".join(fact["path_zh"]) + (f"  {_taxonomy(fact)}" if several else ""),
            f"{fact['customers']['count']:,}",
            f"{fact['customers']['n']:,}",
            _share(fact["customers"]),
            *((_corrected(fact),) if audited else ()),
            _share(fact["share_negative"]),
            str(fact["trend"]["direction"]),
        )
    out.print(grid)
    if any(fact["corrected"] and fact["corrected"]["assumed"] for fact in answer["facts"][:top]):
        out.print("* the audit was of other days; the machine is taken to err as it did then", style="dim")


def _taxonomy(fact: dict[str, Any]) -> str:
    return str(fact["aspect"]).split(".")[0]


def _corrected(fact: dict[str, Any]) -> str:
    found = fact["corrected"]
    return _share(found["customers"]) + (" *" if found["assumed"] else "") if found else "—"


def _share(estimate: dict[str, Any]) -> str:
    if str(estimate["verdict"]) != "ok" or estimate["value"] is None:
        return f"证据不足 (n={estimate['n']:,})"
    return f"{estimate['value']:.1%} ({100 * estimate['low']:.1f}–{100 * estimate['high']:.1f})"


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError as error:
        raise InvalidInputError(f"{text!r} is no day", field="from/to", expected="YYYY-MM-DD") from error
