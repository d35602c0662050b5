"""Which judgement belongs to which aspect, and how it comes out after negation, degree and the clause's mood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.clauses import Clauses
from huiyin.text.lexicon import Role
from huiyin.text.matching import Matches, Tree

CHAIN = 5
CHAIN_GAP = 2
RIVAL_GAP = 5
LINK_GAP = 2
LIST_LENGTH = 3
INHERITED_REACH = 2
DIMENSION_REACH = 8
DIMENSION_STRENGTH = 0.55


@dataclass(frozen=True, slots=True)
class Judgements:
    """One row per judging word: its match, clause and aspect (-1 for none), signed strength, and whether the aspect
    was found in its own clause."""

    match: Ints
    clause: Ints
    aspect: Ints
    value: Floats
    direct: Bools


@dataclass(frozen=True, slots=True)
class Chain:
    """For each match the product of the negators and degrees before it, and where the first of them starts."""

    factor: Floats
    opening: Ints


def modifiers(matches: Matches, clause: Ints) -> Chain:
    """Gather the modifiers of each match.

    The chain runs leftward over words that lie close together in the same clause: 没有 什么 明显 的 异味.
    """
    factor, opening = np.ones(len(matches)), matches.start.copy()
    if len(matches) < 2:
        return Chain(factor, opening)
    acts = matches.having(Role.NEGATOR | Role.DEGREE)
    passes = acts | matches.having(Role.FILLER) | (matches.aspect >= 0) & (matches.polarity == 0)
    # Whether the chain may step from a match to the one before it.
    steps = np.zeros(len(matches), dtype=np.bool_)
    # 没有特斯拉好, 不比凯美瑞小: a rival's name may stand between.
    gap = np.where(matches.having(Role.COMPARED)[:-1], RIVAL_GAP, CHAIN_GAP)
    close = matches.start[1:] - matches.end[:-1] <= gap
    steps[1:] = passes[:-1] & (clause[1:] == clause[:-1]) & close
    word = np.flatnonzero(steps)
    for reach in range(1, CHAIN + 1):
        before = word - reach
        acting = acts[before]
        factor[word[acting]] *= matches.factor[before[acting]]
        opening[word[acting]] = matches.start[before[acting]]
        word = word[steps[before]]
    return Chain(factor, opening)


def after_negation(matches: Matches, clause: Ints) -> Bools:
    """Tell which matches are undone by the word right after them (好不了, 舒服不到哪去)."""
    following = np.minimum(np.arange(len(matches)) + 1, len(matches) - 1)
    close = (matches.start[following] - matches.end <= 1) & (clause[following] == clause)
    return np.asarray(close & matches.having(Role.AFTER_NEGATOR)[following])


def neighbours(matches: Matches, clause: Ints) -> tuple[Ints, Ints]:
    """Return for each match the nearest aspect-naming match before it (or itself) and after it in its clause, or -1."""
    names = (matches.aspect >= 0) & ~matches.having(Role.IMPLIED)
    index = np.arange(len(matches))
    before = np.maximum.accumulate(np.where(names, index, -1))
    after = np.minimum.accumulate(np.where(names, index, len(matches))[::-1])[::-1]
    after = np.where(after == len(matches), -1, after)
    same_before = (before >= 0) & (clause[before] == clause)
    same_after = (after >= 0) & (clause[after] == clause)
    return np.where(same_before, before, -1), np.where(same_after, after, -1)


def judge(matches: Matches, clauses: Clauses, factor: Floats, tree: Tree) -> Judgements:
    """Attach every judging word of a batch to an aspect; `factor` is what the words before it multiply it with."""
    clause = clauses.of_char[matches.start]
    more, context, below = tree.more, tree.context, tree.below
    before, after = neighbours(matches, clause)
    anchor = np.where(before >= 0, before, after)
    named = np.where(anchor >= 0, matches.aspect[anchor], -1)
    judged = matches.having(Role.JUDGED)
    implied = np.where(matches.having(Role.IMPLIED), matches.aspect, -1)
    implied = np.where(implied >= 0, implied, _hinted(matches, clauses, clause))
    aspect = np.where(judged, matches.aspect, np.where(named >= 0, named, implied))
    direct = aspect >= 0
    aspect = np.where(direct, aspect, _inherited(matches, clauses, clause))
    # 车标掉漆 speaks of the badge, 车机很卡 of freezing: the finer of two nodes on one branch wins.
    aspect = np.where(judged & (named >= 0) & below[named, aspect], named, aspect)
    aspect = np.where(
        (matches.under >= 0) & (aspect >= 0) & below[matches.under, aspect], matches.under, aspect
    )
    distance = np.where(anchor >= 0, matches.start - matches.end[anchor], -1)
    close = direct & (distance >= 0) & (distance <= DIMENSION_REACH)
    value = _values(matches, aspect, close, more, context) * factor
    turned = after_negation(matches, clause) | _beaten(matches, clause) | _inferior(matches, clause, value)
    value = np.where(turned, -0.8 * value, value)
    speaks = (value != 0) & ~_as_modifier(matches, clause)
    rows = np.flatnonzero(speaks)
    own = Judgements(rows, clause[rows], aspect[rows], value[rows], direct[rows])
    return _concat([own, _absences(matches, clause, own, more)])


def _values(matches: Matches, aspect: Ints, close: Bools, more: Ints, context: Floats) -> Floats:
    node = np.maximum(aspect, 0)
    good = np.where(aspect >= 0, more[node], 0)
    measured = np.where(good != 0, DIMENSION_STRENGTH * matches.dimension * good, matches.polarity)
    value = np.where(matches.dimension != 0, np.where(close, measured, 0.0), matches.polarity)
    special = np.where(close, context[node, matches.context], 0.0)
    return np.where(special != 0, special, value)


def _as_modifier(matches: Matches, clause: Ints) -> Bools:
    """Tell which 好, 够 or 不够 only modify the judging word they touch (好贵, 不够大)."""
    following = np.minimum(np.arange(len(matches)) + 1, len(matches) - 1)
    touches = (matches.start[following] == matches.end) & (clause[following] == clause)
    judging = (matches.polarity[following] != 0) | (matches.dimension[following] != 0)
    return np.asarray(matches.having(Role.DEGREE | Role.NEGATOR) & touches & judging)


def _beaten(matches: Matches, clause: Ints) -> Bools:
    """Tell which winning words are suffered (被同价位秒杀)."""
    suffered = np.isin(clause, clause[matches.having(Role.PASSIVE)])
    return np.asarray(matches.having(Role.BEATS) & suffered)


def _inferior(matches: Matches, clause: Ints, value: Floats) -> Bools:
    """Tell which praise is the rival's (不如之前那台准)."""
    marks = np.where(matches.having(Role.INFERIOR), np.arange(len(matches)), -1)
    before = np.maximum.accumulate(marks) if len(marks) else marks
    same = (before >= 0) & (clause[before] == clause) & (before < np.arange(len(matches)))
    return np.asarray(same & (value > 0))


def _absences(matches: Matches, clause: Ints, judgements: Judgements, more: Ints) -> Judgements:
    """Judge what is said to be missing: 没有效果 is bad, 没有噪音 is good."""
    previous = np.maximum(np.arange(len(matches)) - 1, 0)
    touches = (matches.start - matches.end[previous] <= 1) & (clause == clause[previous])
    missing = _plain_names(matches) & touches & matches.having(Role.ABSENCE)[previous]
    rows = np.flatnonzero(missing & ~np.isin(clause, judgements.clause))
    value = -DIMENSION_STRENGTH * more[matches.aspect[rows]]
    rows, value = rows[value != 0], value[value != 0]
    return Judgements(rows, clause[rows], matches.aspect[rows], value, np.ones(len(rows), dtype=np.bool_))


def _hinted(matches: Matches, clauses: Clauses, clause: Ints) -> Ints:
    """Return the aspect that a word in the same clause hints at without naming it (打开一看碎了一半)."""
    hints = matches.having(Role.IMPLIED) & (matches.polarity == 0)
    last = np.full(len(clauses), -1, dtype=np.int64)
    last[clause[hints]] = matches.aspect[hints]
    return np.asarray(last[clause])


def _inherited(matches: Matches, clauses: Clauses, clause: Ints) -> Ints:
    """Return the aspect named last in the clauses just before, for clauses that go on about it without naming it."""
    last = np.full(len(clauses) + 1, -1, dtype=np.int64)
    names = (matches.aspect >= 0) & ~matches.having(Role.IMPLIED)
    last[clause[names]] = matches.aspect[names]
    found = np.full(len(clause), -1, dtype=np.int64)
    for back in range(1, INHERITED_REACH + 1):
        earlier = np.maximum(clause - back, 0)
        same = (clause >= back) & (clauses.text[earlier] == clauses.text[clause])
        found = np.where((found < 0) & same, last[earlier], found)
    return found


def share_lists(matches: Matches, clause: Ints, judgements: Judgements) -> Judgements:
    """Give the judgement of one aspect of a list to those before it (内饰和外观都好)."""
    if len(matches) < 2:
        return judgements
    link = _links(matches, clause)
    last = np.maximum.accumulate(np.where(_plain_names(matches), np.arange(len(matches)), -1))
    anchor = last[judgements.match]
    own = judgements.direct & (anchor >= 0) & (matches.aspect[anchor] == judgements.aspect)
    anchor = np.where(own & (clause[anchor] == judgements.clause), anchor, -1)
    parts = [judgements]
    for _ in range(LIST_LENGTH):
        anchor = np.where(anchor >= 0, link[anchor], -1)
        parts.append(_moved(judgements, np.flatnonzero(anchor >= 0), matches.aspect[anchor]))
    return _concat(parts)


def _plain_names(matches: Matches) -> Bools:
    return np.asarray((matches.aspect >= 0) & ~matches.having(Role.IMPLIED | Role.JUDGED))


def _links(matches: Matches, clause: Ints) -> Ints:
    """Return for each aspect word the aspect word it continues a list with, or -1."""
    names = _plain_names(matches)
    link = np.full(len(matches), -1, dtype=np.int64)
    close = (matches.start[1:] - matches.end[:-1] <= LINK_GAP) & (matches.start[1:] > matches.end[:-1])
    other = (matches.aspect[1:] != matches.aspect[:-1]) & (clause[1:] == clause[:-1])
    rows = np.flatnonzero(names[1:] & names[:-1] & close & other)
    link[rows + 1] = rows
    return link


def _moved(judgements: Judgements, rows: Ints, aspect: Ints) -> Judgements:
    return Judgements(
        judgements.match[rows],
        judgements.clause[rows],
        aspect[rows],
        judgements.value[rows],
        judgements.direct[rows],
    )


def _concat(parts: list[Judgements]) -> Judgements:
    return Judgements(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in Judgements.__slots__)
    )
