"""How the command line talks to people."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from huiyin.kit.errors import HuiyinError, InvalidInputError

# A file or another program has no edge at which lines must end.
_WIDE = 200
_LEAST_BROKEN = 14

out = Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDE)
err = Console(stderr=True)


class Grid(Table):
    """A table that breaks its cells where the screen is too narrow for it, and cuts none of them off."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Let every column break unless there is room for those that should not."""
        narrow = sum(_width(column, console, options) + 2 for column in self.columns) > options.max_width
        for column in self.columns:
            # Chinese has no blanks at which a line could end.
            column.overflow = "fold"
            if narrow:
                column.no_wrap, column.min_width = False, None
        return super().__rich_console__(console, options)


def _width(column: Column, console: Console, options: ConsoleOptions) -> int:
    """Return what a column needs: the longest of its cells where it may not break."""
    if not column.no_wrap:
        return column.min_width or _LEAST_BROKEN
    return max(Measurement.get(console, options, cell).maximum for cell in (column.header, *column.cells))


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


def table(*heads: str, wrap: Collection[str] | None = None) -> Grid:
    """Return an empty table without lines; only the columns in `wrap` break, every one where it is left out."""
    grid = Grid(box=None, pad_edge=False, header_style="dim")
    for head in heads:
        grid.add_column(head, no_wrap=wrap is not None and head not in wrap)
    return grid
