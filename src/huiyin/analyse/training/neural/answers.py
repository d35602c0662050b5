"""What kernels and readers answer about labelled texts that they have not seen; needs no PyTorch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score
from huiyin.analyse.need_labels import LABELS
from huiyin.analyse.training.corpora import CORPORA, Corpus, aspect_sample, strangers_to
from huiyin.analyse.training.folds import FOLDS, folds_by_text
from huiyin.analyse.training.neural.mixing import (
    Answers,
    Gold,
    Ints,
    Mixture,
    choose,
    score,
    score_cascade,
)
from huiyin.analyse.training.packs import fit_pack
from huiyin.analyse.training.samples import Sample
from huiyin.analyse.training.training import fit_general
from huiyin.text.arrays import Floats
from huiyin.text.kernel import Pack, PolarityModel, best_clause
from huiyin.text.neural.interpreter import Interpreter
from huiyin.text.neural.jury import kinship
from huiyin.text.neural.reader import Reader

# The fold of the car forum that the shipped reader has not seen, so that anybody can measure it.
UNSEEN = 0
HALVES = 2


@dataclass(frozen=True)
class Crossed:
    """One label set, answered by a kernel and a reader that have not seen the text in question."""

    name: str
    kernel: Answers
    reader: Answers
    gold: Gold

    def scores(self, data: str) -> list[Score]:
        """Return the table, every part mixed as the other parts suggest."""
        return score(data, self.kernel, self.reader, self.gold)

    def doubt(self, share: float) -> float:
        """Return how near to the kernel's threshold a label must lie so that this share of the texts has one there."""
        return float(np.quantile(np.abs(self.kernel.labels).min(axis=1), share))

    def cascade_scores(self, doubt: float) -> tuple[float, float]:
        """Return aspect and pair F1 where the reader is asked about doubtful texts only."""
        return score_cascade(self.kernel, self.reader, self.gold, doubt)

    def mixture(self) -> Mixture:
        """Return what all parts together suggest: the shares that ship."""
        return choose(self.kernel, self.reader, self.gold, np.ones(len(self.gold.fold), dtype=np.bool_))


def crossed(data_dir: Path, readers: Mapping[int, Reader], labels_dir: Path = LABELS) -> Crossed:
    """Answer the folds of the car forum that there are readers for.

    Where there is one fold only, its two halves take the place of folds: what one suggests is scored on the other.
    """
    corpus = next(each for each in CORPORA if each.name == labelled.FORUM)
    examples = labelled.aspect_examples(data_dir, corpus.name, corpus.field)
    texts = [each.text for each in examples]
    sample, fold = aspect_sample(corpus, examples), folds_by_text(texts, FOLDS)
    general = fit_general(data_dir, labels_dir)
    strangers = strangers_to(corpus, data_dir)
    kernel, reader, kin = _empty(sample), _empty(sample), np.zeros(len(texts))
    for each, chosen in readers.items():
        here = np.flatnonzero(fold == each)
        pack = fit_pack(sample, fold != each, general, corpus.recipe, strangers)
        unseen = aspect_sample(corpus, [examples[index] for index in here])
        answers, kin[here] = kernel_answers(pack, unseen, general)
        _copy(answers, kernel, here)
        _copy(reader_answers([chosen], unseen, corpus), reader, here)
    seen = np.isin(fold, list(readers))
    parts = fold if len(readers) > 1 else folds_by_text(texts, FOLDS * HALVES)
    gold = gold_of(sample, parts, kin)
    return Crossed(
        corpus.guideline.taxonomy,
        Answers(kernel.labels[seen], kernel.sides[seen]),
        Answers(reader.labels[seen], reader.sides[seen]),
        Gold(gold.spoken[seen], gold.sides[seen], gold.fold[seen], gold.kin[seen]),
    )


def _empty(sample: Sample) -> Answers:
    shape = (len(sample.evidence.first), len(sample.labels))
    return Answers(np.zeros(shape, dtype=np.float32), np.zeros((*shape, 3), dtype=np.float32))


def _copy(source: Answers, target: Answers, rows: Ints) -> None:
    target.labels[rows] = source.labels
    target.sides[rows] = source.sides


def kernel_answers(pack: Pack, sample: Sample, general: PolarityModel) -> tuple[Answers, Floats]:
    """Return the kernel's scores of every text, label and side, and the probability that a text is of its kind."""
    evidence = sample.evidence
    reading = pack.aspects(evidence, sample.taxonomy)
    texts, labels = reading.text.shape
    text, label = np.repeat(np.arange(texts), labels), np.tile(np.arange(labels), texts)
    rows = (text, label, best_clause(evidence, reading.clause, text, label))
    sides = pack.polarities(evidence, reading, rows, general.scores(evidence))
    return Answers(reading.text, sides.reshape(texts, labels, 3)), kinship(reading.familiar)


def reader_answers(readers: Sequence[Reader], sample: Sample, corpus: Corpus) -> Answers:
    """Return the readers' scores of every text, label and side."""
    name = corpus.guideline.taxonomy
    seen = Interpreter(readers).interpret(sample.evidence, (name,))
    return Answers(seen.odds[name], seen.sides[name])


def gold_of(sample: Sample, fold: Ints, kin: Floats) -> Gold:
    """Return the labels as arrays."""
    spoken = sample.targets() > 0
    sides = np.full(spoken.shape, -8, dtype=np.int64)
    sides[sample.gold[:, 0], sample.gold[:, 1]] = sample.gold[:, 2]
    return Gold(spoken, sides, fold, kin)
