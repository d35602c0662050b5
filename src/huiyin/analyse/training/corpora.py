"""The labelled files as training samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from huiyin.analyse import labelled
from huiyin.analyse.guidelines import FORUM_GUIDELINE, MAKEUP_GUIDELINE, Guideline
from huiyin.analyse.labelled import AspectExample
from huiyin.analyse.need_labels import LABELS
from huiyin.analyse.training.folds import TENTHS, folds_by_text
from huiyin.analyse.training.polarity import fit_polarity
from huiyin.analyse.training.recipe import Recipe
from huiyin.analyse.training.samples import Sample, Strangers, sample_of, strangers_of
from huiyin.analyse.training.told import told_texts
from huiyin.text import Taxonomy, load_taxonomy
from huiyin.text.kernel import Evidence, LabelMap, PolarityModel, evidence_of
from huiyin.text.neural.interpreter import Interpreter
from huiyin.text.neural.weights import shipped_readers

Row = TypeVar("Row")

STRANGERS = (
    labelled.FORUM,
    labelled.MAKEUP,
    labelled.SHOPPING,
    labelled.DELIVERY,
    labelled.RESTAURANT,
    "automotive/comparisons.train",
    "automotive/complaints.train",
    "electronics/comparisons.train",
)
STRANGERS_EACH = 2500
# Shopping reviews are four times as many, and delivery reviews speak differently.
DELIVERY_WEIGHT = 3.0
# Texts of our own are few beside those of the files; more weight costs shopping reviews (`docs/model-cards/kernel.md`).
TOLD_WEIGHT = 2.0
TOLD_LOG_ODDS = 5.0


@dataclass(frozen=True, slots=True)
class Corpus:
    """One file of aspect labels and how it is trained."""

    name: str
    field: str
    guideline: Guideline
    recipe: Recipe


CORPORA = (
    Corpus(labelled.FORUM, "aspect", FORUM_GUIDELINE, Recipe()),
    Corpus(labelled.MAKEUP, "category", MAKEUP_GUIDELINE, Recipe(aspect_penalty=0.5, polarity_penalty=0.2)),
)


@dataclass(frozen=True, slots=True)
class PolarityCorpus:
    """Texts with one polarity each, as the general model sees them.

    `source` numbers the file a text is from (one past the last for texts of our own), `taught` holds the log-odds a
    reader gives that the text is good, `automotive` tells which of our own speak of cars.
    """

    texts: list[str]
    evidence: Evidence
    targets: npt.NDArray[np.float64]
    taught: npt.NDArray[np.float64]
    source: npt.NDArray[np.int64]
    names: tuple[str, ...]
    automotive: npt.NDArray[np.bool_]

    @property
    def weight(self) -> npt.NDArray[np.float64]:
        """How much each text counts in training."""
        return np.select(
            [self.source == self.names.index(labelled.DELIVERY), self._own],
            [DELIVERY_WEIGHT, TOLD_WEIGHT],
            1.0,
        )

    @property
    def held_out(self) -> npt.NDArray[np.bool_]:
        """The tenth of the files' texts on which models are measured; none of our own are."""
        return np.asarray((folds_by_text(self.texts, TENTHS) == 0) & ~self._own)

    @property
    def _own(self) -> npt.NDArray[np.bool_]:
        return np.asarray(self.source == len(self.names))


def label_map(taxonomy: Taxonomy, guideline: Guideline) -> LabelMap:
    """Lay a guideline over a taxonomy."""
    labels = guideline.labels
    found = [guideline.label_of(node.id) for node in taxonomy.nodes]
    index = np.array([labels.index(label) if label else -1 for label in found], dtype=np.int64)
    return LabelMap(tuple(guideline.homes.values()), tuple(node.id for node in taxonomy.nodes), index)


def aspect_sample(corpus: Corpus, examples: Sequence[AspectExample]) -> Sample:
    """Read the texts of a corpus once for all folds."""
    taxonomy = load_taxonomy(corpus.guideline.taxonomy)
    labels = corpus.guideline.labels
    gold = [
        (index, labels.index(label), side)
        for index, example in enumerate(examples)
        for label, side in sorted(example.pairs)
    ]
    evidence = evidence_of([example.text for example in examples], taxonomy)
    return sample_of(
        evidence, taxonomy, label_map(taxonomy, corpus.guideline), np.array(gold, dtype=np.int64)
    )


def strangers_to(corpus: Corpus, data_dir: Path) -> Strangers:
    """Gather texts of other kinds than a corpus', some of each other file that has texts.

    Those that speak of the same things weigh as much as all others together: what tells a stranger is how, not of what
    it speaks.
    """
    topic = corpus.name.split("/")[0]
    files = {
        name: [row["text"] for row in spread(list(labelled.rows(data_dir, name)), STRANGERS_EACH)]
        for name in STRANGERS
        if name != corpus.name
    }
    kin = np.repeat([name.split("/")[0] == topic for name in files], [len(texts) for texts in files.values()])
    return strangers_of([text for texts in files.values() for text in texts], kin)


def spread(rows: Sequence[Row], count: int) -> Sequence[Row]:
    """Return about `count` rows, evenly spaced.

    >>> spread(list(range(10)), 3)
    [0, 3, 6, 9]
    """
    return rows[:: max(1, len(rows) // count)]


def polarity_corpus(data_dir: Path, labels_dir: Path = LABELS) -> PolarityCorpus:
    """Gather shopping reviews, delivery reviews, restaurant texts whose opinions all agree, and texts of our own."""
    told = told_texts(labels_dir)
    sources = (
        [(each.text, each.polarity) for each in labelled.polarity_examples(data_dir, labelled.SHOPPING)],
        [(each.text, each.polarity) for each in labelled.polarity_examples(data_dir, labelled.DELIVERY)],
        _unanimous(data_dir),
        [(each.text, each.side) for each in told],
    )
    texts = [text for part in sources for text, _ in part]
    evidence = evidence_of(texts, load_taxonomy("retail"))
    targets = np.array([side for part in sources for _, side in part], dtype=np.float64)
    read = len(texts) - len(told)
    taught = lessons(evidence)
    # The reader knows less about our own texts than who wrote them.
    taught[read:] = TOLD_LOG_ODDS * targets[read:]
    return PolarityCorpus(
        texts,
        evidence,
        targets,
        taught,
        np.repeat(np.arange(len(sources)), [len(part) for part in sources]),
        (labelled.SHOPPING, labelled.DELIVERY, labelled.RESTAURANT),
        np.array([False] * read + [each.domain == "car" for each in told], dtype=np.bool_),
    )


def fit_polarity_of(corpus: PolarityCorpus, chosen: npt.NDArray[np.bool_]) -> PolarityModel:
    """Fit the general polarity model on the texts in `chosen`, by their labels and by what the reader says."""
    return fit_polarity(corpus.evidence, corpus.targets, chosen, weight=corpus.weight, taught=corpus.taught)


def lessons(evidence: Evidence) -> npt.NDArray[np.float64]:
    """Return the log-odds that the shipped general reader gives each text of being good.

    It has seen neither the held-out tenths nor anything automotive, so that whom it teaches may be measured there.
    """
    return Interpreter([shipped_readers().general]).interpret(evidence).overall.astype(np.float64)


def _unanimous(data_dir: Path) -> list[tuple[str, int]]:
    found = []
    for row in labelled.rows(data_dir, labelled.RESTAURANT):
        sides = {triplet["polarity"] for triplet in row["triplets"]}
        if len(sides) == 1 and sides != {0}:
            found.append((row["text"], sides.pop()))
    return found
