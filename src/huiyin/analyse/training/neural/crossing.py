"""Measure kernel and reader together on folds, choose their shares, and write the shipped readers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score
from huiyin.analyse.training.corpora import CORPORA, Corpus, aspect_sample
from huiyin.analyse.training.neural.mixing import Answers, Gold, Mixture, choose, score
from huiyin.analyse.training.neural.network import Reader as Network
from huiyin.analyse.training.neural.stages import FOLDS, Workshop
from huiyin.analyse.training.packs import Sample, fit_pack, folds_by_text
from huiyin.analyse.training.training import fit_general
from huiyin.text.kernel import Pack, PolarityModel, best_clause
from huiyin.text.neural.interpreter import Interpreter
from huiyin.text.neural.reader import Reader
from huiyin.text.neural.weights import BLEND, write_reader

READERS = 1
READ = (labelled.FORUM,)
# Taxonomies without a trained pack whose kind of text is among the general sets.
MARKED = ("electronics", "restaurant")
# The reader's log-odds of a whole text, brought to the size of the kernel's margins.
OVERALL_SHARE, OVERALL_SCALE = 0.4, 0.3


@dataclass(frozen=True)
class Crossed:
    """One corpus, answered by kernels and readers that have not seen the text in question."""

    corpus: Corpus
    kernel: Answers
    reader: Answers
    gold: Gold

    def scores(self) -> list[Score]:
        """Return the table of this corpus, every fold mixed as the others suggest."""
        name = f"{self.corpus.name}, {FOLDS} folds"
        return score(name, self.kernel, self.reader, self.gold)

    def mixture(self) -> Mixture:
        """Return what all folds together suggest: the shares that ship."""
        return choose(self.kernel, self.reader, self.gold, np.ones(len(self.gold.fold), dtype=np.bool_))


def cross(workshop: Workshop, readers: int) -> Iterator[Crossed]:
    """Answer every corpus fold by fold; the answers of several readers are averaged."""
    data_dir = workshop.data_dir
    general = fit_general(data_dir)
    for corpus in (each for each in CORPORA if each.name in READ):
        examples = labelled.aspect_examples(data_dir, corpus.name, corpus.field)
        sample, fold = (
            aspect_sample(corpus, examples),
            folds_by_text([each.text for each in examples], FOLDS),
        )
        kernel, reader = _empty(sample), _empty(sample)
        for each in range(FOLDS):
            here = fold == each
            pack = fit_pack(sample, ~here, general, corpus.recipe)
            chosen = [reader_of(workshop, workshop.adapted(each, number)) for number in range(readers)]
            for answers, found in (
                (kernel, _kernel_answers(pack, sample, general)),
                (reader, _reader_answers(chosen, sample, corpus.guideline.taxonomy)),
            ):
                answers.labels[here] = found.labels[here]
                answers.sides[here] = found.sides[here]
        yield Crossed(corpus, kernel, reader, _gold(sample, fold))


def write(
    workshop: Workshop,
    readers: int,
    crossed: Sequence[Crossed],
    models_dir: Path,
    version: str,
) -> list[Path]:
    """Train on all labelled texts and write readers and shares; return the files."""
    written = []
    for number in range(readers):
        arrays = _arrays(workshop, workshop.adapted(None, number))
        written.append(write_reader(models_dir / f"reader{number}.npz", arrays))
    shares = {
        each.corpus.guideline.taxonomy: {
            "aspects": mixture.labels,
            "sides": mixture.sides,
            "threshold": mixture.threshold,
        }
        for each in crossed
        for mixture in [each.mixture()]
    }
    blend = {
        "version": version,
        "shares": shares,
        "overall": [OVERALL_SHARE, OVERALL_SCALE],
        "marked": MARKED,
    }
    path = models_dir / BLEND
    path.write_text(json.dumps(blend, indent=2) + "\n", "utf-8")
    return [*written, path]


def reader_of(workshop: Workshop, network: Network) -> Reader:
    """Return the reader that the product would run."""
    return Reader.of(_arrays(workshop, network))


def _arrays(workshop: Workshop, network: Network) -> dict[str, np.ndarray]:
    kept = {name: each.numpy() for name, each in network.state_dict().items() if not name.startswith("cloze")}
    return {**kept, "alphabet": workshop.alphabet.codes}


def _empty(sample: Sample) -> Answers:
    shape = (len(sample.evidence.first), len(sample.labels))
    return Answers(np.zeros(shape, dtype=np.float32), np.zeros((*shape, 3), dtype=np.float32))


def _kernel_answers(pack: Pack, sample: Sample, general: PolarityModel) -> Answers:
    evidence = sample.evidence
    reading = pack.aspects(evidence, sample.taxonomy)
    texts, labels = reading.text.shape
    text, label = np.repeat(np.arange(texts), labels), np.tile(np.arange(labels), texts)
    rows = (text, label, best_clause(evidence, reading.clause, text, label))
    sides = pack.polarities(evidence, reading, rows, general.scores(evidence))
    return Answers(reading.text, sides.reshape(texts, labels, 3))


def _reader_answers(readers: Sequence[Reader], sample: Sample, name: str) -> Answers:
    seen = Interpreter(readers).interpret(sample.evidence, (name,))
    return Answers(seen.odds[name], seen.sides[name])


def _gold(sample: Sample, fold: np.ndarray) -> Gold:
    spoken = sample.targets() > 0
    sides = np.full(spoken.shape, -8, dtype=np.int64)
    sides[sample.gold[:, 0], sample.gold[:, 1]] = sample.gold[:, 2]
    return Gold(spoken, sides, fold)
