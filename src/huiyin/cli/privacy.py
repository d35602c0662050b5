"""`huiyin dossier` and `huiyin erase`: what is kept of a person, and the end of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection

from huiyin import customers
from huiyin.bootstrap import installation, open_ledger_of
from huiyin.cli import local
from huiyin.cli.screen import err, out
from huiyin.collect import jobs
from huiyin.customers import privacy
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError

Who = Annotated[str, typer.Argument(help="Telephone, e-mail, member id, nickname … of exactly one person.")]


def dossier(
    query: Who,
    path: Annotated[Path, typer.Option("--out", help="JSON file to write.")] = Path("dossier.json"),
) -> None:
    """Write everything that is kept of a person to a file, to hand over to them."""
    settings = Settings()
    try:
        with installation(settings) as app, app.ledger.read() as connection:
            found = privacy.dossier(connection, app.facts, _one(connection, query), now=app.clock())
    except FactsOwnedElsewhereError:
        with open_ledger_of(settings).read() as connection:
            person = _one(connection, query)
        found = local.ask(settings, f"/customers/{person}/dossier", {})
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    rows = sum(len(each) for each in found["records"].values())
    out.print(f"{path}: {rows:,} records of {len(found['records'])} kinds", highlight=False)


def erase(
    query: Who,
    reason: Annotated[str, typer.Option(help="Who asked for it, and when.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a person from every store. It cannot be undone."""
    settings = Settings()
    ledger = open_ledger_of(settings)
    try:
        with ledger.read() as connection:
            person = _one(connection, query)
        if not yes:
            typer.confirm(f"erase person #{person} ({query}) for ever?", abort=True)
        with ledger.write() as connection:
            done = privacy.erase(connection, person, by="cli", reason=reason, now=utc_now())
            jobs.discard_uploads(connection, settings)
    finally:
        ledger.close()
    for table, count in sorted(done.counts.items()):
        out.print(f"{table:24} {count:>8,}", highlight=False)
    _write_anew(settings)


def _write_anew(settings: Settings) -> None:
    try:
        with err.status("writing the files anew…"), installation(settings) as app:
            privacy.compact(app.ledger, app.facts, app.projector, now=app.clock())
    except FactsOwnedElsewhereError:
        out.print("The running server writes its files anew within minutes.")


def _one(connection: Connection, query: str) -> int:
    found = customers.search(connection, query)
    if not found:
        raise NotFoundError(f"nobody is known by {query!r}; `huiyin identify` brings identities up to date")
    if len({each.person for each in found}) > 1:
        raise InvalidInputError(
            f"{len(found)} persons are known by {query!r}",
            field="query",
            expected="a handle of exactly one person",
        )
    return found[0].person
