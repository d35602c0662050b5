"""`huiyin taxonomy`: list, show, export, import, and add an aspect; works while `huiyin serve` runs."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from huiyin import bootstrap
from huiyin.analyse import taxonomies as room
from huiyin.analyse.taxonomies import Saved, StoredExample, Taxonomies
from huiyin.cli.screen import err, out, table
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.stats import Estimate
from huiyin.store.ledger import Ledger
from huiyin.text.editing import AspectDraft, read_document, write_document

application = typer.Typer(no_args_is_help=True, help="The trees of aspects that opinions are filed under.")


@application.command("list")
def list_all() -> None:
    """List the taxonomies in force."""
    ledger = _ledger()
    grid = table("taxonomy", "名称", "version", "aspects", wrap=())
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
    examples: Annotated[
        Path | None, typer.Option(help="A file of examples, a clause or the id of a voice a line.")
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Show what it would catch in the recent voices; keep nothing.")
    ] = False,
    days: Annotated[int, typer.Option(min=1, max=730, help="With --preview: days back.")] = room.DAYS,
) -> None:
    """Add an aspect with a few seed words or examples; it works at once."""
    draft = AspectDraft(zh, en, parent, key, tuple(seed or ()), more)
    given = [_example(each) for each in (*(example or ()), *_lines(examples))]
    if preview:
        _show_preview(name, draft, given, days)
        return
    ledger = _ledger()
    with ledger.write() as connection:
        saved = room.add(connection, name, draft, given, by=getpass.getuser(), clock=utc_now)
    _tell(ledger, saved)


def _lines(file: Path | None) -> list[str]:
    if file is None:
        return []
    return [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def _show_preview(name: str, draft: AspectDraft, examples: list[StoredExample], days: int) -> None:
    """Read recent voices from the ledger, so that a preview works while a server runs."""
    settings = Settings()
    ledger = _ledger()
    with ledger.read() as connection, err.status("reading the recent voices…"):
        drafted, edited = room.draft_of(connection, name, draft, examples)
        found = room.preview_of(
            room.ledger_voices(connection, name, days),
            bootstrap.analyser_of(settings),
            room.current_version(connection, name).tree(),
            drafted.tree(),
            edited.aspect,
            minimum_n=settings.minimum_n,
            days=days,
        )
    ledger.close()
    out.print(
        f"{edited.aspect}: {found.opinions:,} opinions of {found.count:,} customers, {_share(found.customers)} of those "
        f"heard in {days} days; {found.voices:,} of {found.population:,} voices read",
        highlight=False,
    )
    for each in found.shown:
        filed = ", ".join(each.filed) or "not filed today"
        words = each.text[each.start : each.end]
        out.print(f"  #{each.feedback_id} {words} [dim]({escape(filed)})[/]", highlight=False)
    for word, owner in edited.moved.items():
        out.print(f"{word} would be taken from {owner}", highlight=False)
    err.print("Nothing was kept; leave --preview out to add it.", style="dim")


def _share(estimate: Estimate) -> str:
    if estimate.value is None or estimate.verdict != "ok":
        return f"证据不足 (n={estimate.n:,})"
    return f"{estimate.value:.1%} ({estimate.low:.1%}–{estimate.high:.1%})"


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
