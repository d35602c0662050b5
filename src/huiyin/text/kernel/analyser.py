"""The composed analyser: rules find the spans and types, trained linear models decide aspects and polarities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from huiyin.text.analysis import Analysis, joined_analysis
from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.assembly import (
    OpinionRows,
    opinion_frame,
    overall_totals,
    shown_sentiment,
    told_types,
    type_masks,
    voice_frame,
)
from huiyin.text.kernel.english import with_complaints
from huiyin.text.kernel.evidence import Evidence, evidence_of
from huiyin.text.kernel.linear import Matrix
from huiyin.text.kernel.models import Models, shipped_models
from huiyin.text.kernel.needs_stage import CHINESE, needs_of
from huiyin.text.kernel.pack import LabelReading, Pack, best_clause, best_clauses, calibrated
from huiyin.text.language import languages
from huiyin.text.lexicon import Role
from huiyin.text.moods import NEUTRAL_BAND, tempered, types_of
from huiyin.text.slicing import slices
from huiyin.text.taxonomy import Taxonomy, level1_of

IMPLICIT = 0.01
IMPLICIT_NAMED = 0.8
TEXT_BAND = 0.001
ASKING = 0.05
TURNED_PULL = 2.0
PLAIN_PULL = 1.0
NEUTRAL_SHARE = 0.1
LABEL_SHARE = 0.8
SHORT = 10.0
SHORT_PULL = 4.0
SHORT_REACH = 3.0
CLAUSE_PULL = 3.0
CLAUSE, BESIDE = 8.0, 25.0
JUDGED_REACH = 1.5
JUDGED_PULL = 4.0
MENTION_REACH = 0.2
PLACE_DOUBT = 2.0
BESIDE_DOUBT = 0.2
ASPECT_BITS = 24
TURNING = Role.NEGATOR | Role.RHETORIC | Role.SCORN


@dataclass(frozen=True)
class KernelAnalyser:
    """Rules plus linear models; a taxonomy without a pack keeps the rules' aspects and gains the general polarity.

    `decisiveness` is how much a judgement of the rules weighs against a pack that does not see the aspect or calls it
    neutral: 0 follows the habit of the training labels, which name one or two aspects of a text and call half of the
    plain praise and blame neutral; 1 believes the words of the customer in texts of other kinds than those labelled,
    in proportion to the probability that a text is of another kind.
    """

    models: Models = field(default_factory=shipped_models)
    decisiveness: float = 1.0
    name: str = "kernel"

    @property
    def version(self) -> str:
        """The version of the trained arrays."""
        return self.models.version

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        """Analyse any number of texts; memory stays bounded because they are taken in slices."""
        return joined_analysis(
            analyse_slice(texts[start:end], taxonomy, self.models, self.decisiveness, start)
            for start, end in slices(texts)
        )


def analyse_slice(
    texts: Sequence[str], taxonomy: Taxonomy, models: Models, decisiveness: float, offset: int
) -> Analysis:
    """Run rules and models on one slice that begins at text `offset` of its batch."""
    evidence = evidence_of(texts, taxonomy)
    reading = evidence.reading
    sums = models.joint(taxonomy.name).sums(evidence)
    general = models.general.scores(evidence, sums[0])
    rows = evidence.rows
    belief = np.full(len(texts), decisiveness)
    if pack := models.packs.get(taxonomy.name):
        found = pack.aspects(evidence, taxonomy, sums[1])
        belief /= 1.0 + np.exp(found.familiar)
        rows = with_pack(evidence, taxonomy, (pack, found), general, (belief, decisiveness))
    score = models.general.text_scores(evidence, general[1])
    rows = with_implicit(evidence, taxonomy, rows, (general[0], score), belief)
    opinions = opinion_frame(reading.batch, reading.clauses, rows, taxonomy, offset)
    sentiment = shown_sentiment(text_sentiment(evidence, rows, score), reading.clauses, rows)
    language = languages(reading.batch)
    types = type_masks(len(texts), reading.clauses, reading.mood, rows)
    if models.english:
        types = with_complaints(types, language, texts, models.english)
    if not models.needs:
        return Analysis(voice_frame(language, types, sentiment, offset=offset), opinions)
    needs = needs_of(evidence, rows, taxonomy, models.needs, (general[0], score), sums[-1], language)
    types = np.where(language == CHINESE, told_types(needs.types), types)
    return Analysis(
        voice_frame(language, types, sentiment, needs.intents, offset), opinions, needs.counted_on(offset)
    )


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
    rows = _join(_take(evidence.rows, kept), _added(evidence, taxonomy, (pack, found), (kept, best), trust))
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
    reach = SHORT_REACH * _plainness(evidence)[text] + JUDGED_REACH * belief[text]
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
    return _bare_rows(evidence, best[text, label], home[label])


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


def _bare_rows(evidence: Evidence, clause: Ints, aspect: Ints) -> OpinionRows:
    clauses = evidence.reading.clauses
    solid = clauses.end[clause] > clauses.start[clause]
    clause, aspect = clause[solid], aspect[solid]
    zero = np.zeros(len(clause))
    return OpinionRows(
        clause=clause,
        aspect=aspect,
        value=zero,
        intensity=zero.copy(),
        type=np.zeros(len(clause), dtype=np.int64),
        term_start=clauses.start[clause],
        term_end=clauses.end[clause],
        confidence=np.full(len(clause), 0.5),
    )


def _plainness(evidence: Evidence) -> Floats:
    """Return, between 0 and 1, how much each text is a short plain statement that the rules read better."""
    batch = evidence.reading.batch
    return _shortness(batch.ends - batch.starts, SHORT)


def _plain_pull(evidence: Evidence, clause: Ints, decisiveness: float) -> Floats:
    """Return how much the rules are believed about each clause: the plainer and shorter it and its text, the more."""
    clauses, batch = evidence.reading.clauses, evidence.reading.batch
    text = evidence.text_of[clause]
    short = _shortness((clauses.end - clauses.start)[clause], CLAUSE)
    # 空间大 beside one other short clause is as plain as 空间大 alone.
    beside = short * _shortness((batch.ends - batch.starts)[text], BESIDE)
    return np.asarray(
        np.maximum(SHORT_PULL * _plainness(evidence)[text], CLAUSE_PULL * decisiveness * beside)
    )


def _shortness(characters: Ints, scale: float) -> Floats:
    return np.asarray(np.exp(-((characters / scale) ** 2)))


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


def with_implicit(
    evidence: Evidence,
    taxonomy: Taxonomy,
    rows: OpinionRows,
    scores: tuple[Matrix, Matrix],
    belief: Floats,
) -> OpinionRows:
    """Judge a text without any judgement that clearly sounds good or bad (买回来就扔了): its one aspect, or overall."""
    clause_score, text_score = scores
    judged = np.zeros(len(evidence.first), dtype=np.bool_)
    judged[evidence.text_of[rows.clause[np.abs(rows.value) > NEUTRAL_BAND]]] = True
    # Who only asks has said nothing unless the tone is plain (怎么又坏了).
    enough = np.where(_only_asks(evidence), ASKING, IMPLICIT)
    texts = np.flatnonzero(~judged & (np.abs(text_score) > enough))
    if not len(texts):
        return rows
    side = np.sign(text_score)[evidence.text_of]
    clause = best_clause(
        evidence, (clause_score * side)[:, None], texts, np.zeros(len(texts), dtype=np.int64)
    )
    general = next(i for i, node in enumerate(taxonomy.nodes) if node.id == taxonomy.general)
    firm = belief[texts] * np.abs(text_score[texts]) > IMPLICIT_NAMED
    only = np.where(firm, _only_row(evidence, taxonomy, rows)[texts], -1)
    added = only < 0
    extra = _bare_rows(evidence, clause[added], np.full(int(added.sum()), general))
    spoken = _take(rows, only[~added])
    extra = _concat(extra, spoken)
    value = np.clip(text_score[evidence.text_of[extra.clause]] * 0.5, -0.8, 0.8).astype(np.float64)
    kind = types_of(value, extra.clause, evidence.reading.mood)
    kept = np.ones(len(rows.clause), dtype=np.bool_)
    kept[only[~added]] = False
    return _join(_take(rows, kept), replace(extra, value=value, intensity=np.abs(value), type=kind))


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
    short = np.where(_turned(evidence), TURNED_PULL, PLAIN_PULL) * _plainness(evidence)
    helped = score + short * np.tanh(2 * total)
    silent = (np.abs(helped) < TEXT_BAND) | (_only_asks(evidence) & (np.abs(helped) < ASKING))
    return np.where(silent, 0.0, np.sign(helped))


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


def _take(rows: OpinionRows, chosen: Ints | Bools) -> OpinionRows:
    places = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
    return OpinionRows(*(getattr(rows, name).take(places) for name in OpinionRows.__slots__))


def _concat(first: OpinionRows, second: OpinionRows) -> OpinionRows:
    return OpinionRows(
        *(np.concatenate([getattr(first, name), getattr(second, name)]) for name in OpinionRows.__slots__)
    )


def _join(first: OpinionRows, second: OpinionRows) -> OpinionRows:
    joined = _concat(first, second)
    # Two runs of sorted keys are merged faster than two columns are sorted.
    return _take(joined, np.argsort(joined.clause << ASPECT_BITS | joined.aspect, kind="stable"))
