"""Labelled texts as the kernel sees them, read and counted once for all folds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.training.features import distinct_grams, known_counts
from huiyin.text import Taxonomy
from huiyin.text.kernel import Evidence, LabelMap, gram_ids
from huiyin.text.normalise import normalise

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """Labelled texts as the kernel sees them; `gold` rows are (text, label, polarity)."""

    evidence: Evidence
    taxonomy: Taxonomy
    labels: LabelMap
    gold: Ints
    text_grams: sparse.csr_array
    clause_grams: sparse.csr_array

    def targets(self) -> Floats:
        """Return 1 where a text bears a label and -1 elsewhere, shape (texts, labels)."""
        wanted = np.full((len(self.evidence.first), len(self.labels)), -1.0)
        wanted[self.gold[:, 0], self.gold[:, 1]] = 1.0
        return wanted


def sample_of(evidence: Evidence, taxonomy: Taxonomy, labels: LabelMap, gold: Ints) -> Sample:
    """Count the grams of every text and clause once, for all folds."""
    ends = evidence.reading.batch.ends + 1
    clauses = known_counts(evidence.ids, evidence.reading.clauses.stop)
    return Sample(evidence, taxonomy, labels, gold, distinct_grams(evidence.ids, ends), clauses)


@dataclass(frozen=True)
class Strangers:
    """Texts of other kinds, which a pack learns to tell from its own: their distinct grams, their lengths, and how much
    each counts."""

    grams: sparse.csr_array
    characters: Ints
    weight: Floats


def strangers_of(texts: Sequence[str], kin: npt.NDArray[np.bool_]) -> Strangers:
    """Count the grams of texts; those that are `kin` weigh half of all together, if there are any."""
    batch = normalise(texts)
    half = 0.5 if kin.any() and not kin.all() else 1.0
    weight = np.where(kin, half / max(1, kin.sum()), half / max(1, (~kin).sum())) * len(texts)
    return Strangers(distinct_grams(gram_ids(batch.codes), batch.ends + 1), batch.ends - batch.starts, weight)
