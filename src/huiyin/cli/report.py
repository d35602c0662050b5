"""`huiyin report`: the findings of a window as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from huiyin import understand
from huiyin.act import check_filters, parse_filters, reports
from huiyin.bootstrap import Installation, installation
from huiyin.charts import Language
from huiyin.cli import local
from huiyin.cli.screen import err, out
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError


def report(
    to_file: Annotated[Path, typer.Option("--out", help="The file; its ending names the format.")] = Path(
        "report.pdf"
    ),
    name: Annotated[str, typer.Option(help="Title of the report.")] = "客户之声报告",
    start: Annotated[str | None, typer.Option("--from", help="First day, YYYY-MM-DD.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day.")] = None,
    channel: Annotated[list[str] | None, typer.Option(help="Only this channel. Repeatable.")] = None,
    product: Annotated[list[str] | None, typer.Option(help="Only this product. Repeatable.")] = None,
    aspect: Annotated[list[str] | None, typer.Option(help="Only below this aspect. Repeatable.")] = None,
    lang: Annotated[Language, typer.Option(help="Language of the report.")] = Language.ZH,
) -> None:
    """Write a report as PDF, HTML, XLSX or PNG."""
    medium = _format(to_file)
    asked = {"from": start, "to": end, "channel": channel, "product": product, "aspect": aspect}
    stored = {key: value for key, value in asked.items() if value}
    check_filters(stored)
    settings = Settings()
    with err.status("writing the report…"):
        try:
            with installation(settings) as app:
                written = reports.render(_here(app, name, stored, lang), medium)
        except FactsOwnedElsewhereError:
            params = stored | {"name": name, "lang": lang.value, "format": medium.value}
            written = local.fetch(settings, "/reports/preview/file", params)
    to_file.write_bytes(written)
    out.print(f"{to_file}: {len(written):,} bytes", highlight=False)


def _here(app: Installation, name: str, stored: dict[str, Any], language: Language) -> reports.Report:
    today: date = app.clock().astimezone(app.settings.zone).date()
    minimum = app.settings.minimum_n
    audits = understand.LedgerAudits(app.ledger.read, minimum)
    context = understand.Context(app.facts, app.names, minimum, audits)
    filters = understand.windowed(parse_filters(stored), understand.freshness(app.facts), today)
    with app.ledger.read() as connection:
        actions = reports.actions_with_effects(connection)
    brief = reports.Brief(name, filters, language, actions)
    return reports.compose(context, brief, now=app.clock(), zone=app.settings.zone)


def _format(path: Path) -> reports.Format:
    try:
        return reports.Format(path.suffix.lstrip(".").lower())
    except ValueError as error:
        endings = ", ".join(f".{each}" for each in reports.Format)
        raise InvalidInputError(f"unknown ending {path.suffix!r}", field="out", expected=endings) from error
