"""How the command line talks to people."""

from __future__ import annotations

from collections.abc import Collection

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from huiyin.kit.errors import HuiyinError, InvalidInputError

out = Console()
err = Console(stderr=True)


def complain(error: HuiyinError) -> None:
    """Say what went wrong and what would be right."""
    err.print(f"[bold red]error[/] {error.message}", highlight=False)
    if isinstance(error, InvalidInputError) and error.expected:
        err.print(f"      expected: {error.expected}", highlight=False)


def progress_bar() -> Progress:
    """Return a progress bar that writes to stderr, so that stdout stays clean for pipes."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=err,
        transient=True,
    )


def table(*heads: str, wrap: Collection[str] | None = None) -> Table:
    """Return an empty table without lines; only the columns in `wrap` break, every one where it is left out."""
    grid = Table(box=None, pad_edge=False, header_style="dim")
    for head in heads:
        grid.add_column(head, no_wrap=wrap is not None and head not in wrap)
    return grid
