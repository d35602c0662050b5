"""`huiyin taxonomy`: list, show, export, import, and add an aspect; works while `huiyin serve` runs."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table as Grid

from huiyin import bootstrap
from huiyin.analyse import taxonomies as room
from huiyin.analyse.taxonomies import Saved, StoredExample, Taxonomies
from huiyin.cli.screen import err, out
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger
from huiyin.text.editing import AspectDraft, read_document, write_document

application = typer.Typer(no_args_is_help=True, help="The trees of aspects that opinions are filed under.")


@application.command("list")
def list_all() -> None:
    """List the taxonomies in force."""
    ledger = _ledger()
    grid = Grid(box=None, pad_edge=False, header_style="dim")
    for head in ("taxonomy", "名称", "version", "aspects"):
        grid.add_column(head, no_wrap=True)
    for name, tree in Taxonomies(ledger).current().items():
        grid.add_row(name, f"{tree.zh} {tree.en}", tree.version, str(len(tree.nodes)))
    out.print(grid)
    ledger.close()


@application.command("show")
def show(
    name: Annotated[str, typer.Argument(help="The taxonomy.")],
    words: Annotated[bool, typer.Option("--words", help="With seed words.")] = False,
) -> None:
    """Show a taxonomy as a tree."""
    ledger = _ledger()
    tree = Taxonomies(ledger).get(name)
    ledger.close()
    for node in tree.nodes:
        line = f"{'  ' * (node.level - 1)}{node.zh} {node.en} [dim]{node.id}[/]"
        out.print(line + (f" {' '.join(node.seeds)}" if words else ""), highlight=False, soft_wrap=True)


@application.command("export")
def export(
    name: Annotated[str, typer.Argument(help="The taxonomy.")],
    to: Annotated[Path | None, typer.Option(help="A file; the screen when left out.")] = None,
) -> None:
    """Write a taxonomy as YAML, examples included."""
    ledger = _ledger()
    with ledger.read() as connection:
        text = write_document(room.export_document(room.current_version(connection, name)))
    ledger.close()
    if to is None:
        typer.echo(text, nl=False)
    else:
        to.write_text(text, encoding="utf-8")


@application.command("import")
def import_file(file: Annotated[Path, typer.Argument(help="YAML, as an export writes it.")]) -> None:
    """Put a document in force: a new taxonomy, or the next version of a known one."""
    ledger = _ledger()
    document = read_document(file.read_text(encoding="utf-8"))
    with ledger.write() as connection:
        saved = room.import_document(connection, document, by=getpass.getuser(), clock=utc_now)
    _tell(ledger, saved)


@application.command("add-aspect")
def add_aspect(
    name: Annotated[str, typer.Argument(help="The taxonomy.")],
    zh: Annotated[str, typer.Argument(help="The aspect's Chinese name.")],
    en: Annotated[str, typer.Option(help="Its English name.")] = "",
    parent: Annotated[str | None, typer.Option(help="The aspect above.")] = None,
    key: Annotated[str, typer.Option(help="Last part of its id.")] = "",
    seed: Annotated[list[str] | None, typer.Option(help="A word that names it. Repeatable.")] = None,
    example: Annotated[
        list[str] | None, typer.Option(help="A clause about it, or the id of a voice. Repeatable.")
    ] = None,
    more: Annotated[str | None, typer.Option(help="What much of it is: good, bad, neither.")] = None,
) -> None:
    """Add an aspect with a few seed words or examples; it works at once."""
    ledger = _ledger()
    draft = AspectDraft(zh, en, parent, key, tuple(seed or ()), more)
    with ledger.write() as connection:
        saved = room.add(
            connection,
            name,
            draft,
            [_example(each) for each in example or ()],
            by=getpass.getuser(),
            clock=utc_now,
        )
    _tell(ledger, saved)


def _example(given: str) -> StoredExample:
    return StoredExample("", feedback_id=int(given)) if given.isdecimal() else StoredExample("", text=given)


def _tell(ledger: Ledger, saved: Saved) -> None:
    ledger.close()
    out.print(f"{saved.version.taxonomy} {saved.version.version} {saved.aspect}".rstrip(), highlight=False)
    for head in saved.version.heads:
        if head.aspect == saved.aspect and head.words:
            out.print(f"learned from the examples: {' '.join(head.words)}", highlight=False)
    for word, owner in saved.moved.items():
        out.print(f"{word} was {owner}'s", highlight=False)
    err.print("A running server reads history anew by itself; otherwise run: huiyin rebuild", style="dim")


def _ledger() -> Ledger:
    return bootstrap.open_ledger_of(Settings())
