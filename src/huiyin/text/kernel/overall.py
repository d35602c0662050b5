"""How a whole text sounds, and what that says where no words judge."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.assembly import OpinionRows, overall_totals
from huiyin.text.kernel.evidence import Evidence, plainness, shortness
from huiyin.text.kernel.linear import Matrix
from huiyin.text.kernel.pack import best_clause
from huiyin.text.kernel.rows import bare_rows, in_order, laid_together, taken
from huiyin.text.lexicon import Role
from huiyin.text.moods import NEUTRAL_BAND, types_of
from huiyin.text.taxonomy import Taxonomy, level1_of

IMPLICIT = 0.01
IMPLICIT_NAMED = 0.8
TEXT_BAND = 0.001
ASKING = 0.05
TURNED_PULL = 2.0
PLAIN_PULL = 1.0
HAPPENED_PULL = 1.0
HAPPENED_LENGTH = 30.0
TURNING = Role.NEGATOR | Role.RHETORIC | Role.SCORN


def with_implicit(
    evidence: Evidence,
    taxonomy: Taxonomy,
    rows: OpinionRows,
    scores: tuple[Matrix, Matrix],
    belief: Floats,
) -> OpinionRows:
    """Judge a text without any judgement that clearly sounds good or bad (买回来就扔了): its one aspect, or overall."""
    clause_score, text_score = scores
    texts = _unjudged(evidence, rows, text_score)
    if not len(texts):
        return rows
    firm = belief[texts] * np.abs(text_score[texts]) > IMPLICIT_NAMED
    only = np.where(firm, _only_row(evidence, taxonomy, rows)[texts], -1)
    nameless, spoken = texts[only < 0], only[only >= 0]
    clause = _loudest(evidence, clause_score, text_score, nameless)
    general = next(i for i, node in enumerate(taxonomy.nodes) if node.id == taxonomy.general)
    extra = laid_together(bare_rows(evidence, clause, np.full(len(clause), general)), taken(rows, spoken))
    value = np.clip(text_score[evidence.text_of[extra.clause]] * 0.5, -0.8, 0.8).astype(np.float64)
    kind = types_of(value, extra.clause, evidence.reading.mood)
    kept = np.ones(len(rows.clause), dtype=np.bool_)
    kept[spoken] = False
    return in_order(taken(rows, kept), replace(extra, value=value, intensity=np.abs(value), type=kind))


def _unjudged(evidence: Evidence, rows: OpinionRows, text_score: Matrix) -> Ints:
    """Return the texts that sound good or bad enough although nothing in them is judged."""
    judged = np.zeros(len(evidence.first), dtype=np.bool_)
    judged[evidence.text_of[rows.clause[np.abs(rows.value) > NEUTRAL_BAND]]] = True
    # Who only asks has said nothing unless the tone is plain (怎么又坏了).
    enough = np.where(_only_asks(evidence), ASKING, IMPLICIT)
    return np.flatnonzero(~judged & (np.abs(text_score) > enough))


def _loudest(evidence: Evidence, clause_score: Matrix, text_score: Matrix, texts: Ints) -> Ints:
    """Return the clause of each of some texts that sounds most like the whole text."""
    side = np.sign(text_score)[evidence.text_of]
    return best_clause(evidence, (clause_score * side)[:, None], texts, np.zeros(len(texts), dtype=np.int64))


def _only_row(evidence: Evidence, taxonomy: Taxonomy, rows: OpinionRows) -> Ints:
    """Return for each text the row that stands for the one first-level aspect it names, or -1 for none or several."""
    names = [level1_of(node.id) for node in taxonomy.nodes]
    order = {name: place for place, name in enumerate(dict.fromkeys(names))}
    top = np.array([order[name] for name in names], dtype=np.int64)[rows.aspect]
    text = evidence.text_of[rows.clause]
    count = len(evidence.first)
    low, high = np.full(count, len(order)), np.full(count, -1)
    np.minimum.at(low, text, top)
    np.maximum.at(high, text, top)
    row = np.full(count, -1, dtype=np.int64)
    row[text[::-1]] = np.arange(len(text))[::-1]
    return np.where(low == high, row, -1)


def text_sentiment(evidence: Evidence, rows: OpinionRows, score: Matrix) -> Floats:
    """Return -1, 0 or 1 per text: the model's view, with the opinions' help where the text is short."""
    total = overall_totals(len(score), evidence.reading.clauses, evidence.reading.mood, rows)
    # N-grams fail at short plain statements, and most of all at negations.
    short = np.where(_turned(evidence), TURNED_PULL, PLAIN_PULL) * plainness(evidence)
    helped = score + short * np.tanh(2 * total) + HAPPENED_PULL * _told(evidence)
    silent = (np.abs(helped) < TEXT_BAND) | (_only_asks(evidence) & (np.abs(helped) < ASKING))
    return np.where(silent, 0.0, np.sign(helped))


def _told(evidence: Evidence) -> Floats:
    """Return what the happenings in each text say where nothing else is judged: n-grams hear no praise in 开了八年没进过修理厂."""
    reading, rows = evidence.reading, evidence.rows
    holds = np.zeros(len(evidence.text_of), dtype=np.bool_)
    holds[reading.clauses.of_char.take(reading.matches.start[reading.matches.having(Role.HAPPENED)])] = True
    judged = np.flatnonzero(np.abs(rows.value) > NEUTRAL_BAND)
    clause, value = rows.clause.take(judged), rows.value.take(judged)
    text, told = evidence.text_of.take(clause), holds.take(clause)
    count = len(evidence.first)
    sides = np.bincount(text[told], weights=value[told], minlength=count)
    others = np.bincount(text[~told], minlength=count)
    length = shortness(reading.batch.ends - reading.batch.starts, HAPPENED_LENGTH)
    return np.where(others == 0, np.tanh(2 * sides) * length, 0.0)


def _turned(evidence: Evidence) -> Bools:
    """Tell which texts hold a negator or ask what they do not ask: both turn around what n-grams learned of words."""
    matches = evidence.reading.matches
    texts = np.zeros(len(evidence.first), dtype=np.bool_)
    texts[evidence.text_of[evidence.reading.clauses.of_char[matches.start[matches.having(TURNING)]]]] = True
    return texts


def _only_asks(evidence: Evidence) -> Bools:
    """Tell which texts consist of questions and wishes only."""
    clauses, mood = evidence.reading.clauses, evidence.reading.mood
    asserts = (clauses.end > clauses.start) & ~mood.question & ~mood.wish
    return np.asarray(~np.logical_or.reduceat(asserts, evidence.first))
