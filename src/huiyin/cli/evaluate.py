"""`huiyin evaluate`: how accurate the analyser is on data that others labelled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    data: Annotated[Path, typer.Argument(help="Folder of the labelled data.")] = Path("../shared/data"),
) -> None:
    """Score the analyser on labelled data."""
    raise typer.Exit(1)
