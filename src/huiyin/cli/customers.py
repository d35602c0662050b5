"""`huiyin customer`: find somebody by any handle, and look at them; `huiyin identify`: who is who, now."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from huiyin import customers
from huiyin.bootstrap import Installation, installation, open_ledger_of
from huiyin.cli import local
from huiyin.cli.screen import Grid, err, out
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import NotFoundError
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError


def identify() -> None:
    """Recognise the same person across sources: gather, compare, link what is certain or likely."""
    ledger = open_ledger_of(Settings())
    try:
        with err.status("comparing…"):
            figures = customers.resolve(ledger, clock=utc_now)
    finally:
        ledger.close()
    for name, value in asdict(figures).items():
        out.print(f"{name.replace('_', ' '):16} {value:>10,}", highlight=False)


def customer(
    query: Annotated[
        str, typer.Argument(help="Telephone, e-mail, member id, nickname, name, plate, VIN …")
    ] = "",
    top: Annotated[int, typer.Option(help="How many moments of the timeline.")] = 15,
) -> None:
    """Find somebody by any handle and show the newest of what is known; without one, who needs attention today."""
    settings = Settings()
    if not query.strip():
        _show_attention(settings)
        return
    try:
        with installation(settings) as app:
            found, portrait = _here(app, query)
    except FactsOwnedElsewhereError:
        found = local.ask(settings, "/customers", {"q": query})["items"]
        portrait = local.ask(settings, f"/customers/{found[0]['person']}", {}) if found else None
    if portrait is None:
        raise NotFoundError(f"nobody is known by {query!r}; `huiyin identify` brings identities up to date")
    _show(found, portrait, top)


def _show_attention(settings: Settings) -> None:
    try:
        with installation(settings) as app, app.ledger.read() as connection:
            today = app.clock().astimezone(settings.zone).date()
            found = customers.who_needs_attention(connection, app.facts, today=today)
            lists = [asdict(each) for each in found]
    except FactsOwnedElsewhereError:
        lists = local.ask(settings, "/customers/attention", {})["lists"]
    if not any(each["people"] for each in lists):
        out.print("nobody needs attention today", highlight=False)
    for each in (each for each in lists if each["people"]):
        grid = Grid(
            title=f"{each['ground']}  {each['total']:,}", title_justify="left", box=None, show_header=False
        )
        for one in each["people"]:
            grid.add_row(f"#{one['person']}", one["label"], one["why_en"], (one["text"] or "")[:60])
        out.print(grid)


def _here(app: Installation, query: str) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    with app.ledger.read() as connection:
        found = customers.search(connection, query)
        if not found:
            return [], None
        portrait = customers.portray(
            connection, app.facts, app.names, found[0].person, now=app.clock(), masked=False
        )
    return [asdict(each) for each in found], asdict(portrait)


def _show(found: list[dict[str, Any]], portrait: dict[str, Any], top: int) -> None:
    value = portrait["value"]
    about = [portrait["segment"], portrait["region"], f"{portrait['voices']} voices"]
    if value:
        about.append(f"{value['orders']} orders, {value['amount']:,.0f} yuan")
    out.print(
        f"{portrait['label']}  #{portrait['id']}  " + " · ".join(part for part in about if part),
        highlight=False,
    )
    for account in portrait["accounts"]:
        handles = ", ".join(handle["value"] for handle in account["handles"])
        out.print(
            f"  {account['kind']:9} {account['source'] or account['customer'] or ''}  {handles}",
            highlight=False,
        )
    grid = Grid(box=None, pad_edge=False, show_header=False)
    for moment in portrait["timeline"][:top]:
        amount = "" if moment["amount"] is None else f" {moment['amount']:,.0f}"
        grid.add_row(str(moment["at"])[:10], moment["kind"], f"{moment['title'][:60]}{amount}")
    out.print(grid)
    if len(found) > 1:
        others = "; ".join(f"{each['label']} #{each['person']}" for each in found[1:6])
        out.print(f"also: {others}", highlight=False)
