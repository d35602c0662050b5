"""`huiyin evaluate` and `huiyin train`: how accurate the analyser is, and making its models anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huiyin import text
from huiyin.analyse import coverage, evaluation, training
from huiyin.cli.screen import err, out
from huiyin.kit.errors import InvalidInputError

DATA = Path("../shared/data")
MODELS = Path(text.__file__).parent / "models"


def evaluate(
    data: Annotated[Path, typer.Argument(help="Folder of the labelled data.")] = DATA,
    rules_only: Annotated[
        bool, typer.Option("--rules", help="Score the untrained rules only (fast).")
    ] = False,
) -> None:
    """Score the analyser on labelled data: the rules as they are, the trained models on unseen folds."""
    _check(data)
    scores = evaluation.evaluate(text.RuleAnalyser(), data) + coverage.evaluate_packs(
        text.RuleAnalyser(), data
    )
    out.print("[bold]rules[/] (untrained)", highlight=False)
    _print(evaluation.as_lines(scores))
    if rules_only:
        return
    with err.status("training on four folds, scoring the fifth…"):
        crossed = training.cross_validate(data)
    out.print("[bold]kernel[/] (trained; every text scored by models that have not seen it)", highlight=False)
    _print(evaluation.as_lines(crossed))
    out.print("[bold]packs without a model[/] (pack's words, general polarity model)", highlight=False)
    _print(evaluation.as_lines(coverage.evaluate_packs(text.KernelAnalyser(), data)))


def train(
    data: Annotated[Path, typer.Argument(help="Folder of the labelled data.")] = DATA,
    models: Annotated[Path, typer.Option(help="Where the models go.")] = MODELS,
    version: Annotated[str, typer.Option(help="Version written into the models.")] = "2026.11",
) -> None:
    """Train the shipped models anew from the labelled data; the same data gives the same models."""
    _check(data)
    with err.status("training…"):
        training.train(data, models, version=version)
    for path in sorted(models.glob("*.npz")):
        out.print(f"{path.name}: {path.stat().st_size / 1024:,.0f} KiB", highlight=False)


def _check(data: Path) -> None:
    if not data.is_dir():
        raise InvalidInputError(
            f"{data} is no folder",
            field="data",
            expected="a folder with automotive/forum_aspects.train.jsonl.gz",
        )


def _print(lines: list[str]) -> None:
    for line in lines:
        typer.echo(line)
