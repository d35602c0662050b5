"""`huiyin labels`: what people labelled in audits, out and in again; what the language model suggests, out.

All but asking the language model works while the server runs.
"""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Annotated

import typer

from huiyin import bootstrap, understand
from huiyin.analyse.taxonomies import Taxonomies
from huiyin.bootstrap import installation, judge_hard_cases
from huiyin.cli.screen import err, out
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.understand import hard_cases
from huiyin.understand.audits.labels import export_labels, import_labels

application = typer.Typer(no_args_is_help=True, help="What people labelled in audits, and what is suggested.")


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
        count = import_labels(connection, names, read_rows(file), by=getpass.getuser(), clock=utc_now)
    ledger.close()
    out.print(f"{count:,} voices labelled", highlight=False)


@application.command("suggest")
def suggest(
    to: Annotated[Path, typer.Option(help="A .jsonl file.")],
    ask: Annotated[int, typer.Option(help="Ask about so many unsure opinions first.", min=0)] = 0,
) -> None:
    """Write what the language model suggests for opinions the machine is unsure of, to distil from.

    Each row tells what people thought of it on the audit page; no suggestion ever counts as a label of a person.
    """
    settings = Settings()
    if ask:
        with installation(settings) as app, err.status("asking the language model…"):
            app.wanted_language_model()
            app.projector.catch_up()
            judged = judge_hard_cases(app, ask)
        out.print(f"asked about {judged.asked:,} opinions, {judged.believed:,} answers stand on a true quote")
    ledger = bootstrap.open_ledger_of(settings)
    with ledger.read() as connection, to.open("w", encoding="utf-8") as file:
        rows = list(hard_cases.export_suggestions(connection))
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    ledger.close()
    accepted = sum(row["state"] == "accepted" for row in rows)
    out.print(f"{to}: {len(rows):,} suggestions, {accepted:,} agreed to by people", highlight=False)


def read_rows(file: Path) -> list[dict[str, object]]:
    """Return the rows of an export; raises InvalidInputError with the line for what is no JSON."""
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
