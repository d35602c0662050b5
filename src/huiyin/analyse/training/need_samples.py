"""The project's own labels as rows to learn from: the same texts whole and clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.need_labels import JUDGED, NeedExample, NeedSpan, Verdict, overlaps
from huiyin.analyse.training.features import distinct_grams, known_counts, scaled_rows
from huiyin.text import load_taxonomy
from huiyin.text.kernel import Evidence, PolarityModel, evidence_of
from huiyin.text.needs import CLAUSE_LABELS, NEED_KINDS, SIGNALS, SPOKEN, TEXT_LABELS, Ground, features

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

SHARE = 0.3
SIGNAL_SHARE = 0.8
FOLDS = 5
SEED = 20261122
_JUDGED = tuple(NEED_KINDS.index(kind) for kind in JUDGED)


def folds_of(text: Ints, drawing: int = 0) -> Ints:
    """Return the fold of each row in one of many drawings; all clauses of a text fall into its fold."""
    return np.random.default_rng(SEED + drawing).integers(0, FOLDS, int(text.max()) + 1)[text]


@dataclass(frozen=True)
class Rows:
    """Features and targets (-1 or 1) of texts or clauses; `known` tells which targets somebody has labelled, `fair`
    which of those stand in texts that were drawn as the sample was (thresholds are chosen on these)."""

    grams: sparse.csr_array
    dense: Floats
    wanted: Floats
    known: Bools
    fair: Bools
    text: Ints

    def chosen(self, keep: Bools) -> Rows:
        """Return some of the rows."""
        return Rows(
            self.grams[keep],
            self.dense[keep],
            self.wanted[keep],
            self.known[keep],
            self.fair[keep],
            self.text[keep],
        )


@dataclass(frozen=True)
class Sample:
    """The same texts as whole texts and as clauses."""

    texts: Rows
    clauses: Rows


def need_sample(members: Sequence[NeedExample | Verdict], general: PolarityModel) -> Sample:
    """Read the texts with the taxonomy of their file."""
    parts, shift = [], 0
    ordered = sorted(members, key=lambda member: member.taxonomy)
    for taxonomy, group in groupby(ordered, key=lambda member: member.taxonomy):
        same = list(group)
        evidence = evidence_of([member.text for member in same], load_taxonomy(taxonomy))
        parts.append(_part(same, evidence, general, shift))
        shift += len(same)
    return Sample(_stacked([part.texts for part in parts]), _stacked([part.clauses for part in parts]))


def _stacked(parts: Sequence[Rows]) -> Rows:
    return Rows(
        sparse.vstack([part.grams for part in parts]).tocsr(),
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("dense", "wanted", "known", "fair", "text")
        ),
    )


def ground_of(evidence: Evidence, general: PolarityModel) -> Ground:
    """Return what the heads read from, as the analyser lays it before them."""
    reading = evidence.reading
    clause_score, grams = general.scores(evidence)
    return Ground(
        reading.batch,
        reading.clauses,
        reading.mood,
        evidence.rows,
        evidence.first,
        clause_score,
        general.text_scores(evidence, grams),
        np.ones(len(evidence.first), dtype=np.bool_),
    )


def _part(
    members: Sequence[NeedExample | Verdict], evidence: Evidence, general: PolarityModel, shift: int
) -> Sample:
    ground = ground_of(evidence, general)
    known, of_texts = features(ground, ground.signals())
    of_clauses = known.dense()
    fair = np.array([isinstance(member, NeedExample) or member.fair for member in members])[:, None]
    text_wanted, text_known = _text_targets(members)
    clause_wanted, clause_known = _clause_targets(members, ground)
    return Sample(
        Rows(
            distinct_grams(evidence.ids, evidence.text_stops),
            of_texts * shares(of_texts.shape[1]),
            text_wanted,
            text_known,
            text_known & fair,
            np.arange(len(members)) + shift,
        ),
        Rows(
            known_counts(evidence.ids, ground.clauses.stop),
            of_clauses * shares(of_clauses.shape[1]),
            clause_wanted,
            clause_known,
            clause_known & fair[ground.clauses.text],
            ground.clauses.text + shift,
        ),
    )


def shares(width: int) -> Floats:
    """Return what the columns beside the n-grams are multiplied with, the signals before the rest."""
    return np.where(np.arange(width) < len(SIGNALS), SIGNAL_SHARE, SHARE)


def _text_targets(members: Sequence[NeedExample | Verdict]) -> tuple[Floats, Bools]:
    wanted = np.full((len(members), len(TEXT_LABELS)), -1.0)
    known = np.zeros(wanted.shape, dtype=np.bool_)
    for row, member in enumerate(members):
        if isinstance(member, NeedExample):
            wanted[row, [label in member.labels for label in TEXT_LABELS]] = 1.0
            known[row] = True
        else:
            for label, said in member.said.items():
                wanted[row, TEXT_LABELS.index(label)] = 1.0 if said else -1.0
                known[row, TEXT_LABELS.index(label)] = True
    return wanted, known


def _clause_targets(members: Sequence[NeedExample | Verdict], ground: Ground) -> tuple[Floats, Bools]:
    wanted = np.full((len(ground.clauses), len(CLAUSE_LABELS)), -1.0)
    known = np.zeros(wanted.shape, dtype=np.bool_)
    for member, mine in zip(members, _clauses_of(ground), strict=True):
        for span in member.needs if isinstance(member, NeedExample) else member.spans:
            hit = [clause for clause, place in mine if overlaps(span, place)]
            if span.kind:
                wanted[hit, CLAUSE_LABELS.index(span.kind)] = 1.0
                known[hit, CLAUSE_LABELS.index(span.kind)] = True
            if span.kind not in SPOKEN:
                known[np.ix_(hit, _JUDGED)] = True
        every = [clause for clause, _ in mine]
        if isinstance(member, NeedExample):
            known[np.ix_(every, range(len(NEED_KINDS)))] = True
        elif member.complete:
            known[np.ix_(every, [NEED_KINDS.index(kind) for kind in member.complete])] = True
        for label in SPOKEN:
            if _denied(member, label):
                known[every, CLAUSE_LABELS.index(label)] = True
    return wanted, known


def _denied(member: NeedExample | Verdict, label: str) -> bool:
    return label not in member.labels if isinstance(member, NeedExample) else member.said.get(label) is False


def _clauses_of(ground: Ground) -> Iterator[list[tuple[int, NeedSpan]]]:
    clauses = ground.clauses
    base = ground.batch.starts[clauses.text]
    places = list(zip((clauses.start - base).tolist(), (clauses.end - base).tolist(), strict=True))
    cuts = np.append(ground.first, len(clauses))
    for begin, end in pairwise(cuts.tolist()):
        yield [(clause, NeedSpan("", *places[clause])) for clause in range(begin, end)]


def full_features(rows: Rows, vocabulary: npt.NDArray[np.int32]) -> sparse.csr_array:
    """Return n-grams and what else is known of each row, side by side."""
    return sparse.hstack([scaled_rows(rows.grams, vocabulary), sparse.csr_array(rows.dense)]).tocsr()
