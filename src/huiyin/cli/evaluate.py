"""`huiyin evaluate` and `huiyin train`: how accurate the analyser is, and making its models anew."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from huiyin import bootstrap, text
from huiyin.analyse import coverage, emotion_evaluation, evaluation, need_evaluation, training
from huiyin.analyse.need_labels import LABELS
from huiyin.analyse.taxonomies import Taxonomies
from huiyin.cli.labels import read_rows
from huiyin.cli.screen import err, out
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.understand.audits import evaluation as audit_evaluation

DATA = Path("../shared/data")
MODELS = Path(text.__file__).parent / "models"
READERS = Path(text.__file__).parent / "neural" / "models"


def evaluate(
    data: Annotated[Path, typer.Argument(help="Folder of the labelled data.")] = DATA,
    rules_only: Annotated[
        bool, typer.Option("--rules", help="Score the untrained rules only (fast).")
    ] = False,
    accurate: Annotated[
        bool,
        typer.Option("--accurate", help="Score the accurate mode only, on what its readers have not seen."),
    ] = False,
    work: Annotated[
        Path | None,
        typer.Option(help="With --accurate: train on folds too, keeping finished stages in this folder."),
    ] = None,
    needs_only: Annotated[
        bool, typer.Option("--needs", help="Score types, intents and needs only (fast).")
    ] = False,
    labels: Annotated[Path, typer.Option(help="Folder of the project's own labels.")] = LABELS,
    audits: Annotated[
        bool,
        typer.Option("--audits", help="Score what people labelled in this installation's audits only."),
    ] = False,
    audited: Annotated[
        Path | None, typer.Option(help="Score a file that `huiyin labels export` wrote only.")
    ] = None,
) -> None:
    """Score the analyser on labelled data: the rules as they are, the trained models on unseen folds."""
    if audits or audited:
        _print_audits(audited)
        return
    _check(data)
    if accurate:
        _evaluate_accurate(data, work)
        return
    if needs_only:
        _print_needs(data, labels)
        return
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
    _print_needs(data, labels)


def train(
    data: Annotated[Path, typer.Argument(help="Folder of the labelled data.")] = DATA,
    models: Annotated[
        Path | None, typer.Option(help="Where the models go; where they ship if left out.")
    ] = None,
    version: Annotated[str, typer.Option(help="Version written into the models.")] = "2026.11",
    neural: Annotated[
        bool, typer.Option("--neural", help="Train the accurate mode's readers instead (needs --work).")
    ] = False,
    work: Annotated[
        Path | None, typer.Option(help="With --neural: folder that keeps finished stages.")
    ] = None,
    labels: Annotated[Path, typer.Option(help="Folder of the project's own labels.")] = LABELS,
) -> None:
    """Train the shipped models anew from the labelled data; the same data gives the same models."""
    _check(data)
    if neural:
        _train_readers(data, work, models or READERS, version)
        return
    models = models or MODELS
    with err.status("training…"):
        training.train(data, models, version=version, labels_dir=labels)
    for path in sorted(models.rglob("*.npz")):
        out.print(f"{path.name}: {path.stat().st_size / 1024:,.0f} KiB", highlight=False)


def _evaluate_accurate(data: Path, work: Path | None) -> None:
    from huiyin.analyse.training.neural import heldout

    out.print("[bold]accurate[/] (shipped readers, on texts they have not seen)", highlight=False)
    _print(evaluation.as_lines(heldout.score_held_out(data)))
    if work is None:
        return
    neural = _neural_training()
    out.print("[bold]accurate[/] (readers trained on four folds, scoring the fifth)", highlight=False)
    _print(evaluation.as_lines(neural.cross(data, work, err.print)))


def _train_readers(data: Path, work: Path | None, models: Path, version: str) -> None:
    if work is None:
        raise InvalidInputError(
            "training readers takes half an hour; name a folder that keeps finished stages",
            field="work",
            expected="--work FOLDER",
        )
    for path in _neural_training().write(data, work, models, version, err.print):
        out.print(f"{path.name}: {path.stat().st_size / 1024:,.0f} KiB", highlight=False)


def _neural_training() -> ModuleType:
    """Import what needs PyTorch only when somebody trains."""
    try:
        from huiyin.analyse.training.neural import crossing
    except ModuleNotFoundError as missing:
        raise InvalidInputError(
            f"training readers needs {missing.name}", field="neural", expected="pip install 'huiyin[train]'"
        ) from missing
    return crossing


def _print_needs(data: Path, labels: Path) -> None:
    out.print(
        "[bold]types, intents and needs[/] (heads trained on the other half; spans agree where they share half)",
        highlight=False,
    )
    analyser = text.KernelAnalyser()
    _print(evaluation.as_lines(need_evaluation.evaluate_needs(analyser, data, labels)))
    _print(evaluation.as_lines(emotion_evaluation.evaluate_emotions(analyser, data, labels)))


def _print_audits(file: Path | None) -> None:
    """Read anew what people labelled, with the analyser and the taxonomies in force here."""
    settings = Settings()
    ledger = bootstrap.open_ledger_of(settings)
    try:
        with ledger.read() as connection:
            rows = read_rows(file) if file else list(audit_evaluation.labelled_voices(connection))
        taxonomies = Taxonomies(ledger).current()
        scores = audit_evaluation.evaluate_audits(
            bootstrap.analyser_of(settings), taxonomies, rows, settings.minimum_n
        )
    finally:
        ledger.close()
    if not scores:
        raise InvalidInputError(
            "nobody has labelled a voice yet", field="audits", expected="an audit read on the page 抽检"
        )
    out.print(
        "[bold]people's labels[/] (95 % intervals over customers; aspects as fine as the facts; n is what was labelled)",
        highlight=False,
    )
    _print(audit_evaluation.as_lines(scores))


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
