"""The mood of each clause: question, wish, condition, contrast, complaint; and the type of feedback it makes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.characters import Kind
from huiyin.text.clauses import Clauses, clause_has
from huiyin.text.lexicon import Role
from huiyin.text.matching import Matches
from huiyin.text.normalise import Batch

TYPES = ("complaint", "suggestion", "question", "praise", "statement")
COMPLAINT, SUGGESTION, QUESTION, PRAISE, STATEMENT = range(5)
NEUTRAL_BAND = 0.15
FIRM = 0.85
ASKED_SHARE = 0.12
SCORNED = 0.5
AFTER_CONTRAST, BEFORE_CONTRAST = 1.5, 0.6


@dataclass(frozen=True, slots=True)
class Moods:
    """One flag per clause and mood."""

    question: Bools
    wish: Bools
    condition: Bools
    contrast: Bools
    concession: Bools
    complaint: Bools
    exclaims: Bools
    ironic: Bools
    scorn: Bools

    @property
    def weighed(self) -> tuple[Bools, ...]:
        """The moods that trained models weigh, in the order of their weights."""
        return (
            self.question,
            self.wish,
            self.condition,
            self.contrast,
            self.concession,
            self.complaint,
            self.exclaims,
        )


def moods(batch: Batch, matches: Matches, clauses: Clauses, tops: Ints) -> Moods:
    """Read each clause's mood from its cue words and closing mark; `tops` numbers each node's first-level aspect."""
    clause = clauses.of_char[matches.start]

    held = _roles_held(matches, clause, len(clauses))

    def cued(role: Role) -> Bools:
        return np.asarray((held & int(role)) != 0)

    undone = cued(Role.NEGATOR | Role.AFTER_NEGATOR)
    bad = _flagged(clauses, clause[matches.polarity < 0]) & ~undone
    # 语音真聪明，说三遍都听不懂: blame that names nothing else belongs to the praise before it.
    stays = _same_topic(matches, clauses, clause, tops)
    soured = bad & stays & ~cued(Role.CONTRAST)
    asked = cued(Role.QUESTION) | clause_has(clauses, batch, Kind.ASKS)
    return Moods(
        # 难道 and the like ask nothing.
        question=asked & ~cued(Role.RHETORIC | Role.SCORN),
        wish=cued(Role.WISH),
        condition=cued(Role.CONDITION),
        contrast=cued(Role.CONTRAST),
        concession=cued(Role.CONCESSION),
        complaint=cued(Role.COMPLAINT),
        exclaims=clause_has(clauses, batch, Kind.EXCLAIMS),
        ironic=_ironic(clauses, cued(Role.TRULY), cued(Role.TURN) | (cued(Role.JUST) & bad & stays) | soured),
        scorn=cued(Role.SCORN) & (asked | cued(Role.RHETORIC)),
    )


def _roles_held(matches: Matches, clause: Ints, count: int) -> Ints:
    """Return the roles that the words of each clause play."""
    held = np.zeros(count, dtype=np.int64)
    if len(matches):
        first = np.flatnonzero(np.diff(clause, prepend=-1))
        held[clause[first]] = np.bitwise_or.reduceat(matches.roles, first)
    return held


def _flagged(clauses: Clauses, chosen: Ints) -> Bools:
    flags = np.zeros(len(clauses), dtype=np.bool_)
    flags[chosen] = True
    return flags


def _same_topic(matches: Matches, clauses: Clauses, clause: Ints, tops: Ints) -> Bools:
    """Tell which clauses name nothing, or only what the clause before them names."""
    named = matches.aspect >= 0
    top = np.full(len(clauses), -1, dtype=np.int64)
    top[clause[named]] = tops[matches.aspect[named]]
    before = np.concatenate([top[:1] * 0 - 2, top[:-1]])
    return np.asarray((top < 0) | (top == before))


def _ironic(clauses: Clauses, truly: Bools, turn: Bools) -> Bools:
    """Tell which clauses praise only to be taken back by the next one (物流真快，半个月才到) or the one before."""
    beside = np.zeros(len(clauses), dtype=np.bool_)
    if len(clauses) > 1:
        same = clauses.text[1:] == clauses.text[:-1]
        beside[:-1] = turn[1:] & same
        beside[1:] |= turn[:-1] & same
    return truly & beside


def tempered(value: Floats, clause: Ints, mood: Moods) -> Floats:
    """Weaken what a question asks or a condition supposes, turn ironic praise around, and drop the praise inside a
    wish (希望空间大一点)."""
    unreal = (mood.question[clause] & (value > -FIRM)) | mood.condition[clause]
    value = np.where(mood.scorn[clause], -np.maximum(np.abs(value), SCORNED), value)
    value = np.where(unreal & ~mood.wish[clause], ASKED_SHARE * value, value)
    value = np.where(mood.ironic[clause] & (value > 0), -0.8 * value, value)
    return np.where(mood.wish[clause] & (value > 0), 0.0, value)


def clause_weights(mood: Moods) -> Floats:
    """Return how much each clause says about the whole text: more after 但是, less after 虽然."""
    return np.where(mood.contrast, AFTER_CONTRAST, np.where(mood.concession, BEFORE_CONTRAST, 1.0))


def types_of(value: Floats, clause: Ints, mood: Moods) -> Ints:
    """Return the index into `TYPES` for judgements of the given values in the given clauses."""
    judged = np.where(value < -NEUTRAL_BAND, COMPLAINT, np.where(value > NEUTRAL_BAND, PRAISE, STATEMENT))
    asked = np.where(mood.question[clause], QUESTION, judged)
    loud = np.where(mood.complaint[clause] & (value <= 0), COMPLAINT, asked)
    return np.where(mood.wish[clause], SUGGESTION, loud)


def sentiment_of(value: Floats) -> Ints:
    """Return -1, 0 or 1 with a neutral band around zero."""
    return np.where(np.abs(value) <= NEUTRAL_BAND, 0, np.sign(value)).astype(np.int64)
