"""`huiyin labels`: what people labelled in audits, out as JSON lines and in again; works while the server runs."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Annotated

import typer

from huiyin import bootstrap, understand
from huiyin.analyse.taxonomies import Taxonomies
from huiyin.cli.screen import out
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.understand.audit_labels import export_labels, import_labels

application = typer.Typer(no_args_is_help=True, help="What people labelled in audits.")


@application.command("export")
def export(
    audit: Annotated[int, typer.Argument(help="The audit's number.")],
    to: Annotated[Path, typer.Option(help="A .jsonl file.")],
) -> None:
    """Write an audit's voices with their labels; unread ones too, without the machine's answer."""
    ledger = bootstrap.open_ledger_of(Settings())
    with ledger.read() as connection, to.open("w", encoding="utf-8") as file:
        count = 0
        for row in export_labels(connection, audit):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += row["human"] is not None
    ledger.close()
    out.print(f"{to}: {count:,} voices labelled", highlight=False)


@application.command("import")
def import_file(file: Annotated[Path, typer.Argument(help="JSON lines, as an export writes them.")]) -> None:
    """Keep the labels of a file; all of them or, when one is wrong, none."""
    ledger = bootstrap.open_ledger_of(Settings())
    names = understand.AspectNames(list(Taxonomies(ledger).current().values()))
    with ledger.write() as connection:
        count = import_labels(connection, names, _rows(file), by=getpass.getuser(), clock=utc_now)
    ledger.close()
    out.print(f"{count:,} voices labelled", highlight=False)


def _rows(file: Path) -> list[dict[str, object]]:
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise InvalidInputError(
                    f"line {number} is no JSON", row=number, expected="JSON lines"
                ) from error
    return rows
