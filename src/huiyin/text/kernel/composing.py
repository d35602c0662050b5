"""What the rules found and what a pack sees, composed: which opinions stand, and how each is judged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from huiyin.text.arrays import Floats, Ints
from huiyin.text.assembly import OpinionRows
from huiyin.text.kernel.evidence import Evidence, plainness, shortness
from huiyin.text.kernel.linear import Matrix
from huiyin.text.kernel.pack import LabelReading, Pack, best_clauses, calibrated
from huiyin.text.kernel.rows import bare_rows, in_order, taken
from huiyin.text.moods import NEUTRAL_BAND, tempered, types_of
from huiyin.text.taxonomy import Taxonomy

NEUTRAL_SHARE = 0.1
LABEL_SHARE = 0.8
SHORT_PULL = 4.0
SHORT_REACH = 3.0
CLAUSE_PULL = 3.0
CLAUSE, BESIDE = 8.0, 25.0
JUDGED_REACH = 1.5
JUDGED_PULL = 4.0
MENTION_REACH = 0.2
PLACE_DOUBT = 2.0
BESIDE_DOUBT = 0.2


def with_pack(
    evidence: Evidence,
    taxonomy: Taxonomy,
    read: tuple[Pack, LabelReading],
    general: tuple[Matrix, Matrix],
    trust: tuple[Floats, float],
) -> OpinionRows:
    """Keep the rules' rows the pack agrees with, add what only the pack sees, and judge them all by the pack.

    `trust` is how far the rules are believed against the pack's habit in each text, and in plain clauses of any text.
    """
    (pack, found), (belief, decisiveness) = read, trust
    kept = _kept(evidence, found, belief)
    best = best_clauses(evidence, found.clause)
    rows = in_order(
        taken(evidence.rows, kept), _added(evidence, taxonomy, (pack, found), (kept, best), trust)
    )
    label = found.label_of_node[rows.aspect]
    judged = np.flatnonzero(label >= 0)
    text = evidence.text_of[rows.clause]
    chosen = (text[judged], label[judged], rows.clause[judged])
    scores = _shared_scores(evidence, read, chosen, best[chosen[:2]], general)
    pull = JUDGED_PULL * belief[chosen[0]] + _plain_pull(evidence, chosen[2], decisiveness)
    value, sure = _values(scores, rows.value[judged], pull)
    present = 1.0 / (1.0 + np.exp(-2.5 * found.text[chosen[0], chosen[1]]))
    rows.value[judged] = tempered(value, chosen[2], evidence.reading.mood)
    rows.confidence[judged] = calibrated(np.sqrt(present * sure), pack.calibration)
    loud = np.where(np.abs(value) > NEUTRAL_BAND, rows.intensity[judged], 0.0)
    rows.intensity[judged] = np.maximum(np.abs(rows.value[judged]), loud)
    return replace(rows, type=types_of(rows.value, rows.clause, evidence.reading.mood))


def _kept(evidence: Evidence, found: LabelReading, belief: Floats) -> Ints:
    """Return the rules' rows to keep: those the pack believes, and judged ones it does not reject too firmly."""
    rows = evidence.rows
    text = evidence.text_of[rows.clause]
    label = found.label_of_node[rows.aspect]
    score, alone = (margin[text, np.maximum(label, 0)] for margin in (found.text, found.alone))
    judged = np.abs(rows.value) > NEUTRAL_BAND
    reach = SHORT_REACH * plainness(evidence)[text] + JUDGED_REACH * belief[text]
    # What is judged in so many words is not undone by a rival: 空间很大，油耗不高，但是隔音真的差 speaks of three things.
    return np.flatnonzero((label < 0) | (score > -MENTION_REACH * belief[text]) | (judged & (alone > -reach)))


def _shared_scores(
    evidence: Evidence,
    read: tuple[Pack, LabelReading],
    rows: tuple[Ints, Ints, Ints],
    best: Ints,
    general: tuple[Matrix, Matrix],
) -> Matrix:
    """Score (text, label, clause) rows at their own clause and at the one that speaks most for the label."""
    (pack, found), (text, label, clause) = read, rows
    apart = np.flatnonzero(best != clause)
    both = (
        np.append(text, text[apart]),
        np.append(label, label[apart]),
        np.append(clause, best[apart]),
    )
    scores = pack.polarities(evidence, found, both, general)
    own, other = scores[: len(clause)], scores[len(clause) :]
    own[apart] = (1 - LABEL_SHARE) * own[apart] + LABEL_SHARE * other
    return own


def _added(
    evidence: Evidence,
    taxonomy: Taxonomy,
    read: tuple[Pack, LabelReading],
    rows: tuple[Ints, Ints],
    trust: tuple[Floats, float],
) -> OpinionRows:
    """Return a row for each label that only the pack sees, at the clause that speaks most for it."""
    (pack, found), (kept, best) = read, rows
    covered = np.zeros(found.text.shape, dtype=np.bool_)
    clause, aspect = evidence.rows.clause[kept], evidence.rows.aspect[kept]
    label = found.label_of_node[aspect]
    covered[evidence.text_of[clause][label >= 0], label[label >= 0]] = True
    text, label = np.nonzero((found.text > _bars(evidence, found, trust)) & ~covered)
    index = {node.id: i for i, node in enumerate(taxonomy.nodes)}
    home = np.array([index.get(node, -1) for node in pack.labels.homes], dtype=np.int64)
    text, label = text[home[label] >= 0], label[home[label] >= 0]
    return bare_rows(evidence, best[text, label], home[label])


def _bars(evidence: Evidence, found: LabelReading, trust: tuple[Floats, float]) -> Matrix:
    """Return what each label must exceed to be added: a little where the rules judged something else and are believed,
    much where only a place was meant."""
    (belief, decisiveness), rows, given = trust, evidence.rows, evidence.reading.given_way
    spoken = np.zeros(len(evidence.first), dtype=np.bool_)
    spoken[evidence.text_of[rows.clause[np.abs(rows.value) > NEUTRAL_BAND]]] = True
    bars = np.repeat((BESIDE_DOUBT * belief * spoken)[:, None], found.text.shape[1], axis=1)
    label, text = found.label_of_node[given.aspect], evidence.text_of[given.clause]
    bars[text[label >= 0], label[label >= 0]] = PLACE_DOUBT * decisiveness
    return np.asarray(bars, dtype=np.float32)


def _plain_pull(evidence: Evidence, clause: Ints, decisiveness: float) -> Floats:
    """Return how much the rules are believed about each clause: the plainer and shorter it and its text, the more."""
    clauses, batch = evidence.reading.clauses, evidence.reading.batch
    text = evidence.text_of[clause]
    short = shortness((clauses.end - clauses.start)[clause], CLAUSE)
    # 空间大 beside one other short clause is as plain as 空间大 alone.
    beside = short * shortness((batch.ends - batch.starts)[text], BESIDE)
    return np.asarray(np.maximum(SHORT_PULL * plainness(evidence)[text], CLAUSE_PULL * decisiveness * beside))


def _values(scores: Matrix, rule: Floats, strength: Floats) -> tuple[Floats, Floats]:
    """Return polarity -1..1 and the share of the winning side for rows of (negative, neutral, positive) scores."""
    pull = np.where(np.abs(rule) > NEUTRAL_BAND, strength, 0.0)
    scores = scores + pull[:, None] * np.stack([rule < 0, np.zeros(len(rule)), rule > 0], axis=1)
    share = 1.0 / (1.0 + np.exp(-scores))
    share = share / share.sum(axis=1, keepdims=True)
    side = share.argmax(axis=1) - 1
    lean = share[:, 2] - share[:, 0]
    strong = side * np.maximum(np.abs(lean), 2 * NEUTRAL_BAND)
    value = np.where(side == 0, NEUTRAL_SHARE * lean, strong)
    return value.astype(np.float64), share.max(axis=1).astype(np.float64)
