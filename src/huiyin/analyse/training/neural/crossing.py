"""Measure kernel and reader together on folds, choose their shares, and write the shipped reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score, as_lines
from huiyin.analyse.need_labels import LABELS
from huiyin.analyse.training.folds import FOLDS
from huiyin.analyse.training.neural.answers import UNSEEN, Crossed, crossed
from huiyin.analyse.training.neural.network import Reader as Network
from huiyin.analyse.training.neural.stages import Workshop
from huiyin.text.neural.reader import Reader
from huiyin.text.neural.weights import BLEND, GENERAL, write_reader

# Taxonomies without a trained pack whose kind of text is among the general sets.
MARKED = ("electronics", "restaurant")
# The reader's log-odds of a whole text, brought to the size of the kernel's margins, and how much they count.
OVERALL_SHARE, OVERALL_SCALE = 0.4, 0.3


def cross(data_dir: Path, work: Path, tell: Callable[[str], None], labels_dir: Path = LABELS) -> list[Score]:
    """Train a reader for each fold of the car forum and score all texts by readers that have not seen them."""
    workshop = Workshop(data_dir, work, tell, labels_dir)
    readers = {fold: reader_of(workshop, workshop.adapted(fold)) for fold in range(FOLDS)}
    return crossed(data_dir, readers, labels_dir).scores(f"{labelled.FORUM}, {FOLDS} folds")


def write(
    data_dir: Path,
    work: Path,
    models_dir: Path,
    version: str,
    tell: Callable[[str], None],
    labels_dir: Path = LABELS,
) -> list[Path]:
    """Train the shipped readers; the car forum's has not seen one fold of it.

    Shares are chosen there, and on every other fold whose reader is in the folder already.
    """
    workshop = Workshop(data_dir, work, tell, labels_dir)
    network = workshop.adapted(UNSEEN)
    ready = [fold for fold in range(FOLDS) if workshop.has_adapted(fold)]
    readers = {fold: reader_of(workshop, workshop.adapted(fold)) for fold in ready}
    measured = crossed(data_dir, readers, labels_dir)
    for line in as_lines(measured.scores(f"{labelled.FORUM}, {len(ready)} of {FOLDS} folds")):
        tell(line)
    written = [
        write_reader(models_dir / f"{GENERAL}.npz", _arrays(workshop, workshop.judging())),
        write_reader(models_dir / f"{measured.name}.npz", _arrays(workshop, network)),
    ]
    shares = _shares([measured])
    blend = {
        "version": version,
        "shares": shares,
        "overall": [OVERALL_SHARE, OVERALL_SCALE],
        "marked": MARKED,
    }
    path = models_dir / BLEND
    path.write_text(json.dumps(blend, indent=2) + "\n", "utf-8")
    return [*written, path]


def _shares(parts: Iterable[Crossed]) -> dict[str, dict[str, Any]]:
    return {part.name: _rounded(asdict(part.mixture().shares)) for part in parts}


def _rounded(kept: Any) -> Any:
    if isinstance(kept, dict):
        return {name: _rounded(each) for name, each in kept.items()}
    if isinstance(kept, tuple):
        return [_rounded(each) for each in kept]
    return round(kept, 4)


def reader_of(workshop: Workshop, network: Network) -> Reader:
    """Return the reader that the product would run."""
    return Reader.of(_arrays(workshop, network))


def _arrays(workshop: Workshop, network: Network) -> dict[str, npt.NDArray[Any]]:
    state = network.state_dict().items()
    kept = {name: np.asarray(each.numpy()) for name, each in state if not name.startswith("cloze")}
    return {**kept, "alphabet": workshop.alphabet.codes}
