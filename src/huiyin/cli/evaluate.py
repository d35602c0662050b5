"""`huiyin evaluate`: how accurate the analyser is on data that others labelled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huiyin.analyse import evaluation
from huiyin.bootstrap import default_analyser
from huiyin.cli.screen import out
from huiyin.kit.errors import InvalidInputError


def evaluate(
    data: Annotated[Path, typer.Argument(help="Folder of the labelled data.")] = Path("../shared/data"),
) -> None:
    """Score the analyser on labelled data: aspects, polarity, both as pairs, and texts a second."""
    if not data.is_dir():
        raise InvalidInputError(
            f"{data} is no folder",
            field="data",
            expected="a folder with automotive/forum_aspects.train.jsonl.gz",
        )
    analyser = default_analyser()
    out.print(f"[bold]{analyser.name}@{analyser.version}[/] on {data}", highlight=False)
    for line in evaluation.as_lines(evaluation.evaluate(analyser, data)):
        out.print(line, highlight=False, no_wrap=True, crop=False)
