"""What the rules saw, as numbers a linear model can weigh: per clause, per text, and per (text, label) pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Floats, Ints
from huiyin.text.assembly import OpinionRows
from huiyin.text.kernel.grams import GramIds, gram_ids
from huiyin.text.kernel.linear import Matrix, occurrences, scaled
from huiyin.text.lexicon import Role
from huiyin.text.matching import Matches
from huiyin.text.moods import NEUTRAL_BAND, Moods
from huiyin.text.rules import Reading, opinion_rows, read
from huiyin.text.taxonomy import Taxonomy

TAGS = 16
SHORT = 10.0
TAG_COLUMNS = TAGS + TAGS**2 + TAGS**3
_ROLE_TAGS = (
    (Role.FILLER, 0),
    (Role.DEGREE, 3),
    (Role.NEGATOR, 4),
    (Role.QUESTION, 9),
    (Role.WISH, 10),
    (Role.CONTRAST, 11),
    (Role.CONDITION, 12),
    (Role.CONCESSION, 13),
)


@dataclass(frozen=True)
class Evidence:
    """A batch as the kernel sees it; `first` is each text's first clause."""

    reading: Reading
    rows: OpinionRows
    first: Ints
    clause_value: Floats
    clause_good: Floats
    clause_bad: Floats
    mood: Matrix
    tag_grams: tuple[Ints, Ints]

    @property
    def ids(self) -> GramIds:
        """The hashed n-grams that begin at each character."""
        return gram_ids(self.reading.batch.codes)

    @property
    def tags(self) -> tuple[Ints, Ints]:
        """The tag grams in the order of the clauses, and each clause's stop."""
        columns, owner = self.tag_grams
        order = np.argsort(owner, kind="stable")
        return columns[order], np.cumsum(np.bincount(owner, minlength=len(self.text_of)))

    @property
    def text_of(self) -> Ints:
        """The text of each clause."""
        return self.reading.clauses.text

    @property
    def text_stops(self) -> Ints:
        """Where each text ends, its separator included."""
        return self.reading.batch.ends + 1


def collect(reading: Reading, rows: OpinionRows) -> Evidence:
    """Gather everything that does not depend on a trained model."""
    clauses = reading.clauses
    count = len(clauses)
    first = np.searchsorted(clauses.text, np.arange(len(reading.batch.starts)))
    good, bad = _clause_sums(rows, 1.0, count), _clause_sums(rows, -1.0, count)
    return Evidence(
        reading=reading,
        rows=rows,
        first=first,
        clause_value=good - bad,
        clause_good=good,
        clause_bad=bad,
        mood=_mood_matrix(reading.mood),
        tag_grams=_tag_grams(reading.matches, clauses.of_char.take(reading.matches.start)),
    )


def _clause_sums(rows: OpinionRows, side: float, count: int) -> Floats:
    weights = np.maximum(side * rows.value, 0.0)
    return np.asarray(np.bincount(rows.clause, weights=weights, minlength=count), dtype=np.float64)


def evidence_of(texts: Sequence[str], taxonomy: Taxonomy) -> Evidence:
    """Read texts by the rules and gather the evidence."""
    reading = read(texts, taxonomy)
    return collect(reading, opinion_rows(reading, taxonomy))


def _mood_matrix(mood: Moods) -> Matrix:
    return np.stack(mood.weighed, axis=1).astype(np.float32)


def _tag_grams(matches: Matches, clause: Ints) -> tuple[Ints, Ints]:
    """Return the tag 1-, 2- and 3-grams as columns, with the clause of each."""
    tag = _tags(matches)
    keep = np.flatnonzero(tag)
    tag, clause = tag.take(keep), clause.take(keep)
    columns, owners = [tag], [clause]
    for size in (2, 3):
        if len(tag) >= size:
            same = np.flatnonzero(clause[size - 1 :] == clause[: 1 - size])
            code = sum(tag.take(same + k) * TAGS ** (size - 1 - k) for k in range(size))
            columns.append(np.asarray(code) + (TAGS if size == 2 else TAGS + TAGS**2))
            owners.append(clause.take(same))
    return np.concatenate(columns), np.concatenate(owners)


def _tags(matches: Matches) -> Ints:
    tag = np.where(matches.aspect >= 0, np.int8(1), np.int8(0))
    for role, number in _ROLE_TAGS[:3]:
        tag = np.where(matches.having(role), np.int8(number), tag)
    for column, plus, minus in ((matches.polarity, 5, 6), (matches.dimension, 7, 8)):
        tag = np.where(column > 0, np.int8(plus), np.where(column < 0, np.int8(minus), tag))
    for role, number in _ROLE_TAGS[3:]:
        rows = np.flatnonzero(matches.having(role))
        tag[rows] = number
    return tag.astype(np.int64)


def tag_scores(evidence: Evidence, weights: Matrix) -> Matrix:
    """Return per clause the scaled sum of its tag grams' weights."""
    columns, owner = evidence.tag_grams
    count = len(evidence.text_of)
    sums = [np.bincount(owner, weights=side.take(columns), minlength=count) for side in weights.T]
    counts = np.bincount(owner, minlength=count).astype(np.float32)[:, None]
    return scaled(np.stack(sums, axis=1).astype(np.float32), counts)


def per_text(evidence: Evidence, clause_values: Matrix) -> Matrix:
    """Sum clause rows into text rows."""
    count = len(clause_values)
    stops = np.append(evidence.first[1:], count)
    # A product with a sparse matrix of ones is several times faster than `reduceat` where the rows are wide.
    return np.asarray(occurrences(np.arange(count, dtype=np.int32), stops, count) @ clause_values)


def node_presence(evidence: Evidence, nodes: int) -> Matrix:
    """Return 1 where the rules found a node in a text, shape (texts, nodes)."""
    present = np.zeros((len(evidence.first), nodes), dtype=np.float32)
    present[evidence.text_of[evidence.rows.clause], evidence.rows.aspect] = 1.0
    return present


def label_values(evidence: Evidence, label_of_node: Ints, labels: int) -> Floats:
    """Sum the rules' values per text and label; nodes with label -1 count nowhere."""
    values = np.zeros((len(evidence.first), labels))
    label = label_of_node[evidence.rows.aspect]
    known = label >= 0
    np.add.at(
        values, (evidence.text_of[evidence.rows.clause[known]], label[known]), evidence.rows.value[known]
    )
    return values


def text_features(evidence: Evidence) -> Matrix:
    """Return the rules' view of each whole text, shape (texts, 8)."""
    total = per_text(evidence, evidence.clause_value[:, None].astype(np.float32))[:, 0]
    good = per_text(evidence, evidence.clause_good[:, None].astype(np.float32))[:, 0]
    bad = per_text(evidence, evidence.clause_bad[:, None].astype(np.float32))[:, 0]
    judged = np.where(evidence.clause_value != 0, np.arange(len(evidence.text_of)), -1)
    last = np.maximum.reduceat(judged, evidence.first)
    final = np.where(last >= 0, evidence.clause_value[last], 0.0)
    columns = [
        np.clip(total, -1, 1),
        np.tanh(total / 3),
        total > NEUTRAL_BAND,
        total < -NEUTRAL_BAND,
        np.clip(good, 0, 2) / 2,
        np.clip(bad, 0, 2) / 2,
        np.clip(final, -1, 1),
        (good - bad) / (good + bad + 0.5),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def pair_features(
    evidence: Evidence, text: Ints, clause: Ints, own: Floats, general: tuple[Matrix, Matrix]
) -> Matrix:
    """Return the dense features of (text, aspect, clause) rows.

    `own` is what the rules say about the aspect in the whole text, `general` the general model's score of each clause
    and of each text.
    """
    clause_general, text_general = (np.tanh(part) for part in general)
    last = np.append(evidence.first[1:], len(evidence.text_of))[text] - 1
    after = np.minimum(clause + 1, last)
    before = np.maximum(clause - 1, evidence.first[text])
    has_after, has_before = after > clause, before < clause
    whole = np.add.reduceat(evidence.clause_value, evidence.first)[text]
    columns = [
        np.clip(own, -1, 1),
        own > NEUTRAL_BAND,
        own < -NEUTRAL_BAND,
        np.clip(whole, -1, 1),
        np.clip(evidence.clause_value[clause], -1, 1),
        np.clip(evidence.clause_value[after] * has_after, -1, 1),
        np.clip(evidence.clause_good[clause], 0, 1),
        np.clip(evidence.clause_bad[clause], 0, 1),
        text_general[text],
        clause_general[clause],
        np.abs(clause_general[clause]),
        clause_general[after] * has_after,
        clause_general[before] * has_before,
        np.minimum(last + 1 - evidence.first[text], 6) / 6,
    ]
    moods = [evidence.mood[clause], np.minimum(per_text(evidence, evidence.mood)[text], 1.0)]
    return np.hstack([np.stack(columns, axis=1).astype(np.float32), *moods])


def plainness(evidence: Evidence) -> Floats:
    """Return, between 0 and 1, how much each text is a short plain statement that the rules read better."""
    batch = evidence.reading.batch
    return shortness(batch.ends - batch.starts, SHORT)


def shortness(characters: Ints, scale: float) -> Floats:
    """Return 1 for no characters at all, and almost nothing for several times `scale`."""
    return np.asarray(np.exp(-((characters / scale) ** 2)))
