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


@dataclass(frozen=True, slots=True)
class Names:
    """The words that name an aspect: which matches, and for every match how many of them stand before it."""

    match: Ints
    before: Ints

    def around(self, rows: Ints, clause: Ints) -> Ints:
        """Return for some matches the nearest name in its clause, the one before it (or itself) rather than after it, or
        -1."""
        if not len(self.match):
            return np.full(len(rows), -1, dtype=np.int64)
        place = self.before.take(rows)
        named = self.match.take(place, mode="clip") == rows
        left = self.match.take(np.maximum(place - 1 + named, 0))
        right = self.match.take(place, mode="clip")
        own = clause.take(rows)
        has_left = (left <= rows) & (clause.take(left) == own)
        has_right = (right >= rows) & (clause.take(right) == own)
        return np.where(has_left, left, np.where(has_right, right, -1))


def names_of(matches: Matches) -> Names:
    """Return the words that name an aspect."""
    names = (matches.aspect >= 0) & ~matches.having(Role.IMPLIED)
    return Names(np.flatnonzero(names), np.cumsum(names) - names)


@dataclass(frozen=True, slots=True)
class Following:
    """The match after each of some matches, itself for the last: which, how far off, and whether in the same clause."""

    match: Ints
    gap: Ints
    same: Bools


def judge(matches: Matches, clauses: Clauses, clause: Ints, factor: Floats, tree: Tree) -> Judgements:
    """Attach every judging word of a batch to an aspect; `factor` is what the words before it multiply it with."""
    rows = np.flatnonzero((matches.polarity != 0) | (matches.dimension != 0) | (matches.context >= 0))
    own, home, names = matches.taken(rows), clause.take(rows), names_of(matches)
    anchor = names.around(rows, clause)
    named = np.where(anchor >= 0, matches.aspect.take(anchor), -1)
    hinted = _hinted(matches, clauses, clause).take(home)
    inherited = _inherited(_last_named(matches, clauses, clause, names), clauses, home)
    aspect, direct = _aspects(own, named, hinted, inherited, tree)
    distance = np.where(anchor >= 0, own.start - matches.end.take(anchor), -1)
    close = direct & (distance >= 0) & (distance <= DIMENSION_REACH)
    value = _values(own, aspect, close, tree) * factor.take(rows)
    following = _following(matches, clause, rows)
    turned = _undone(matches, following) | _beaten(matches, own, clause, home)
    turned |= _inferior(matches, clause, rows, home) & (value > 0)
    value = np.where(turned, -0.8 * value, value)
    speaks = np.flatnonzero((value != 0) & ~_as_modifier(matches, own, following))
    found = _moved(Judgements(rows, home, aspect, value, direct), speaks, aspect)
    return _concat([found, _absences(matches, clause, found, tree.more)])


def _aspects(own: Matches, named: Ints, hinted: Ints, inherited: Ints, tree: Tree) -> tuple[Ints, Bools]:
    """Return the aspect of each judging word, and whether its own clause tells it.

    What the word itself judges goes before what is named beside it, before hints, before what the clauses before named.
    """
    judged, implied = own.having(Role.JUDGED), own.having(Role.IMPLIED)
    # What happened goes on about what else its clause hints at or the clauses before name: 空调不行，三天就坏了.
    elsewhere = np.where(hinted >= 0, hinted, inherited)
    kept = own.having(Role.HAPPENED) & (elsewhere >= 0)
    hinted = np.where(kept, elsewhere, np.where(implied & (own.aspect >= 0), own.aspect, hinted))
    aspect = np.where(judged, own.aspect, np.where(named >= 0, named, hinted))
    direct = aspect >= 0
    aspect = np.where(direct, aspect, inherited)
    # 车标掉漆 speaks of the badge, 车机很卡 of freezing: the finer of two nodes on one branch wins.
    aspect = np.where(judged & (named >= 0) & tree.below[named, aspect], named, aspect)
    finer = (own.under >= 0) & (aspect >= 0) & tree.below[own.under, aspect]
    return np.where(finer, own.under, aspect), direct


def _values(own: Matches, aspect: Ints, close: Bools, tree: Tree) -> Floats:
    node = np.maximum(aspect, 0)
    good = np.where(aspect >= 0, tree.more.take(node), 0)
    measured = np.where(good != 0, DIMENSION_STRENGTH * own.dimension * good, own.polarity)
    value = np.where(own.dimension != 0, np.where(close, measured, 0.0), own.polarity)
    special = np.where(close, tree.context[node, own.context], 0.0)
    return np.where(special != 0, special, value)


def _following(matches: Matches, clause: Ints, rows: Ints) -> Following:
    match = np.minimum(rows + 1, len(matches) - 1)
    same = clause.take(match) == clause.take(rows)
    return Following(match, matches.start.take(match) - matches.end.take(rows), same)


def _undone(matches: Matches, following: Following) -> Bools:
    """Tell which words are undone by the word right after them (好不了, 舒服不到哪去)."""
    undoes = (matches.roles.take(following.match) & int(Role.AFTER_NEGATOR)) != 0
    return np.asarray((following.gap <= 1) & following.same & undoes)


def _as_modifier(matches: Matches, own: Matches, following: Following) -> Bools:
    """Tell which 好, 够 or 不够 only modify the judging word they touch (好贵, 不够大)."""
    match = following.match
    judging = (matches.polarity.take(match) != 0) | (matches.dimension.take(match) != 0)
    return np.asarray(
        own.having(Role.DEGREE | Role.NEGATOR) & (following.gap == 0) & following.same & judging
    )


def _beaten(matches: Matches, own: Matches, clause: Ints, home: Ints) -> Bools:
    """Tell which winning words are suffered (被同价位秒杀)."""
    return np.asarray(own.having(Role.BEATS) & np.isin(home, clause[matches.having(Role.PASSIVE)]))


def _inferior(matches: Matches, clause: Ints, rows: Ints, home: Ints) -> Bools:
    """Tell which words stand behind the mark that makes praise the rival's (不如之前那台准)."""
    marks = np.flatnonzero(matches.having(Role.INFERIOR))
    if not len(marks):
        return np.zeros(len(rows), dtype=np.bool_)
    place = np.searchsorted(marks, rows)
    return np.asarray((place > 0) & (clause.take(marks.take(np.maximum(place - 1, 0))) == home))


def _absences(matches: Matches, clause: Ints, judgements: Judgements, more: Ints) -> Judgements:
    """Judge what is said to be missing: 没有效果 is bad, 没有噪音 is good."""
    absent = np.flatnonzero(matches.having(Role.ABSENCE)[:-1])
    rows = absent + 1
    touches = (matches.start.take(rows) - matches.end.take(absent) <= 1) & (
        clause.take(rows) == clause.take(absent)
    )
    rows = rows[touches & _plain_names(matches.taken(rows)) & ~np.isin(clause.take(rows), judgements.clause)]
    value = -DIMENSION_STRENGTH * more[matches.aspect[rows]]
    rows, value = rows[value != 0], value[value != 0]
    return Judgements(rows, clause[rows], matches.aspect[rows], value, np.ones(len(rows), dtype=np.bool_))


def _hinted(matches: Matches, clauses: Clauses, clause: Ints) -> Ints:
    """Return for each clause the aspect that a word in it hints at without naming it (打开一看碎了一半), or -1."""
    hints = np.flatnonzero(matches.having(Role.IMPLIED) & (matches.polarity == 0))
    hinted = np.full(len(clauses), -1, dtype=np.int64)
    hinted[clause[hints]] = matches.aspect[hints]
    return hinted


def _last_named(matches: Matches, clauses: Clauses, clause: Ints, names: Names) -> Ints:
    """Return for each clause the aspect it names last, or -1."""
    last = np.full(len(clauses), -1, dtype=np.int64)
    last[clause.take(names.match)] = matches.aspect.take(names.match)
    return last


def _inherited(last: Ints, clauses: Clauses, home: Ints) -> Ints:
    """Return the aspect named last in the clauses just before, for clauses that go on about it without naming it."""
    found = np.full(len(home), -1, dtype=np.int64)
    text = clauses.text.take(home)
    for back in range(1, INHERITED_REACH + 1):
        earlier = np.maximum(home - back, 0)
        same = (home >= back) & (clauses.text.take(earlier) == text)
        found = np.where((found < 0) & same, last.take(earlier), found)
    return found


def share_lists(matches: Matches, clause: Ints, judgements: Judgements) -> Judgements:
    """Give the judgement of one aspect of a list to those before it (内饰和外观都好)."""
    names = np.flatnonzero(_plain_names(matches))
    if len(names) < 2:
        return judgements
    listed, home = matches.taken(names), clause.take(names)
    link = _links(names, listed, home)
    anchor = np.searchsorted(names, judgements.match, side="right") - 1
    own = judgements.direct & (anchor >= 0) & (listed.aspect.take(anchor) == judgements.aspect)
    anchor = np.where(own & (home.take(anchor) == judgements.clause), anchor, -1)
    parts = [judgements]
    for _ in range(LIST_LENGTH):
        anchor = np.where(anchor >= 0, link.take(anchor), -1)
        rows = np.flatnonzero(anchor >= 0)
        parts.append(_moved(judgements, rows, listed.aspect.take(anchor)))
    return _concat(parts)


def _plain_names(matches: Matches) -> Bools:
    return np.asarray((matches.aspect >= 0) & ~matches.having(Role.IMPLIED | Role.JUDGED))


def _links(names: Ints, listed: Matches, home: Ints) -> Ints:
    """Return for each aspect word the aspect word it continues a list with, or -1."""
    gap = listed.start[1:] - listed.end[:-1]
    close = (np.diff(names) == 1) & (gap <= LINK_GAP) & (gap > 0)
    other = (listed.aspect[1:] != listed.aspect[:-1]) & (home[1:] == home[:-1])
    rows = np.flatnonzero(close & other)
    link = np.full(len(names), -1, dtype=np.int64)
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
