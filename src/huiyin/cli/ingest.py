"""`huiyin ingest`: files into the ledger."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from huiyin import bootstrap, collect
from huiyin.cli.screen import Grid, err, out, progress_bar
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.store.ledger import Ledger


def ingest(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="CSV, XLSX, JSONL (also .gz) or Parquet files, Zendesk-style JSON, 问卷星-style sheets."
        ),
    ],
    source: Annotated[
        str | None, typer.Option(help="Name of the source; the file's name if left out.")
    ] = None,
    channel: Annotated[
        collect.Channel | None,
        typer.Option(
            help="Channel of the source; service for tickets, survey for answer sheets, else review."
        ),
    ] = None,
    taxonomy: Annotated[
        str | None, typer.Option(help="Taxonomy of the source, e.g. automotive, retail.")
    ] = None,
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="field=column; overrides the proposal. Repeatable.")
    ] = None,
    default: Annotated[
        list[str] | None, typer.Option("--default", help="field=value for every row. Repeatable.")
    ] = None,
    layout: Annotated[
        collect.Layout | None, typer.Option(help="How rows are read; recognised when left out.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check every row, write nothing.")] = False,
    rejects: Annotated[Path | None, typer.Option(help="Where refused rows go (CSV).")] = None,
) -> None:
    """Bring files into Huiyin; the same file again adds nothing. Works while `huiyin serve` runs."""
    settings = Settings()
    chosen, defaults = _pairs(mapping), _pairs(default)
    ledger = bootstrap.open_ledger_of(settings)
    refused = 0
    try:
        for path in files:
            name = source or path.name.split(".")[0]
            with ledger.read() as connection:
                domain = collect.taxonomy_for(
                    connection, name, wanted=taxonomy, default=settings.default_taxonomy
                )
                collect.check_taxonomy(connection, domain)
            table = collect.open_table(path, layout)
            plan = _plan(table, name, channel or table.layout.channel, domain, chosen, defaults, dry_run)
            total = _run(ledger, settings, path, plan, rejects or path.with_name(f"{path.name}.rejects.csv"))
            refused += total.rejected
    finally:
        ledger.close()
    if not dry_run:
        _project(settings)
    if refused:
        raise typer.Exit(2)


def _plan(
    table: collect.Table,
    name: str,
    channel: collect.Channel,
    taxonomy: str,
    chosen: dict[str, str],
    defaults: dict[str, str],
    dry_run: bool,
) -> collect.ImportPlan:
    columns = collect.propose(table)
    proposed = {
        c.field: c.name for c in columns if c.field and c.field not in chosen and c.field not in defaults
    }
    mapping = {f: n for f, n in proposed.items() if n not in chosen.values()} | chosen
    encoding = f", {table.encoding}" if table.encoding else ""
    out.print(
        f"[bold]{table.path.name}[/]  {_kind(table)}{encoding}, about {table.rows_estimate:,} rows → {name} ({channel}, {taxonomy})",
        highlight=False,
    )
    _show_mapping(columns, mapping)
    return collect.ImportPlan(name, channel.value, taxonomy, mapping, defaults, dry_run, table.layout)


def _kind(table: collect.Table) -> str:
    return table.format if table.layout is collect.Layout.ROWS else f"{table.format} ({table.layout})"


def _show_mapping(columns: list[collect.Column], mapping: dict[str, str]) -> None:
    fields = {column: field for field, column in mapping.items()}
    grid = Grid(box=None, pad_edge=False, header_style="dim", expand=True)
    for head in ("column", "→ field", "why"):
        grid.add_column(head, no_wrap=True, min_width=12)
    grid.add_column("sample", no_wrap=True, overflow="ellipsis", ratio=1)
    for column in columns:
        field = fields.get(column.name)
        why = (
            "you said so"
            if field != column.field and field
            else column.reason
            if field
            else "kept in metadata"
        )
        grid.add_row(column.name, field or "–", why, Text(" | ".join(column.samples).replace("\n", " ")))
    out.print(grid)
    out.print("[dim]change it with --map field=column, e.g. --map text=评论内容[/]", highlight=False)


def _run(
    ledger: Ledger, settings: Settings, path: Path, plan: collect.ImportPlan, rejects: Path
) -> collect.Progress:
    started = time.monotonic()
    with progress_bar() as bar:
        task = bar.add_task("importing", total=collect.estimate_rows(path), rate="")

        def show(progress: collect.Progress) -> None:
            rate = progress.rows / max(time.monotonic() - started, 1e-6)
            bar.update(task, completed=progress.rows, rate=f"{rate:,.0f} rows/s")

        total = collect.import_file(
            ledger, settings, path, plan, clock=utc_now, rejects=rejects, on_progress=show
        )
    _summarise(total, plan, rejects, time.monotonic() - started)
    return total


def _summarise(total: collect.Progress, plan: collect.ImportPlan, rejects: Path, seconds: float) -> None:
    verb = "would be accepted (dry run, nothing written)" if plan.dry_run else "accepted"
    out.print(
        f"{total.rows:,} rows in {seconds:.1f} s: [bold green]{total.accepted:,}[/] {verb}, "
        f"{total.duplicates:,} known already, [bold {'red' if total.rejected else 'green'}]{total.rejected:,}[/] refused",
        highlight=False,
    )
    if total.rejected:
        out.print(
            f"refused rows, each with field, reason and what would be right: {rejects}", highlight=False
        )


def _project(settings: Settings) -> None:
    try:
        with bootstrap.installation(settings) as app, err.status("analysing…"):
            visible = app.projector.catch_up()
        out.print(f"{visible:,} voices analysed and visible", highlight=False)
    except FactsOwnedElsewhereError:
        out.print("the running server analyses them now", highlight=False)


def _pairs(options: list[str] | None) -> dict[str, str]:
    pairs = {}
    for option in options or []:
        field, equals, value = option.partition("=")
        if not equals or not value:
            raise InvalidInputError(
                f"{option!r} is not field=value", field=field, expected="e.g. text=content"
            )
        pairs[field.strip()] = value
    return pairs
