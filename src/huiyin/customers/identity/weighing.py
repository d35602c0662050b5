"""Weighing accounts against each other: which pairs are looked at, what they are compared by, what that is worth."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement
from typing import Any

import numpy as np

from huiyin import linkage
from huiyin.customers.identity.evidence import Candidate, How, LinkState, is_certain, state_of
from huiyin.customers.identity.habits import Habits
from huiyin.customers.identity.known import Known
from huiyin.customers.identity.nicknaming import nickname_step
from huiyin.customers.identity.records import Crowd
from huiyin.customers.identity.rivals import settle_rivals
from huiyin.linkage import MatchModel, Score, Step

MODEL = MatchModel(
    comparisons=(
        linkage.chinese_name(),
        linkage.code("phone", edits=(1,), m=0.75, by_frequency=True),
        linkage.exact("email", m=0.9, by_frequency=True),
        linkage.exact("vin", m=0.9),
        linkage.exact("plate", m=0.9),
        linkage.exact("openid", m=0.98),
        linkage.exact("device", m=0.9),
        linkage.exact("city", m=0.9, by_frequency=True),
        linkage.exact("product", m=0.9, by_frequency=True),
    ),
    blocks=(
        ("phone",),
        ("email",),
        ("vin",),
        ("plate",),
        ("openid",),
        ("device",),
        ("nick",),
        ("name", "city"),
        ("sound", "city"),
        ("name", "phone_head"),
        ("sound", "phone_tail"),
        ("surname_sound", "phone_head", "city"),
    ),
    crossed=(("nick", "nick_less_one"), ("nick", "nick_less_two")),
)
_FLOOR = -60.0
Meeting = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a full round learnt: what is usual, what findings are worth, how often accounts of two kinds are one person."""

    habits: Habits
    trained: Mapping[str, Any]
    priors: Mapping[Meeting, float]


@dataclass(frozen=True, slots=True)
class _Met:
    """Two accounts that were compared, the steps of their waterfall without the first, and whether these decide."""

    one: Known
    other: Known
    steps: tuple[Step, ...]
    certain: bool

    @property
    def kinds(self) -> Meeting:
        """Authors of one source are seldom one person, of two sources often."""
        first, second = sorted((_kind(self.one), _kind(self.other)))
        return first, second


def learn(engine: Any, crowd: Crowd) -> tuple[Learnt, list[Candidate]]:
    """Learn from all accounts and return their candidates; `engine` is scratch paper."""
    met, trained = _meet(engine, crowd, None)
    priors = _learn_priors(met, crowd)
    return Learnt(crowd.habits, trained, priors), _judged(met, crowd, priors)


def weigh(engine: Any, crowd: Crowd, learnt: Learnt) -> list[Candidate]:
    """Return every pair of accounts that share a block, with its waterfall, by what was learnt before."""
    met, _ = _meet(engine, crowd, learnt.trained)
    return _judged(met, crowd, learnt.priors)


def _meet(
    engine: Any, crowd: Crowd, trained: Mapping[str, Any] | None
) -> tuple[list[_Met], Mapping[str, Any]]:
    frame = crowd.frame()
    if frame.height < 2:
        return [], trained or {}
    matches = linkage.match(
        engine,
        frame,
        MODEL,
        prior=crowd.habits.prior,
        floor=_FLOOR,
        frequencies=crowd.habits.frequencies(frame),
        trained=trained or None,
    )
    accounts = crowd.accounts
    met = [
        _met(accounts[one], accounts[other], score, crowd.habits) for one, other, score in matches.scores()
    ]
    return met, matches.trained


def _met(one: Known, other: Known, score: Score, habits: Habits) -> _Met:
    nickname = nickname_step(one, other, habits)
    steps = (*score.steps[1:], nickname) if nickname else score.steps[1:]
    return _Met(one, other, steps, is_certain({step.field: step.finding for step in steps}))


def _kind(known: Known) -> str:
    return f"author:{known.source_id}" if known.kind == "author" else known.kind


def _learn_priors(met: Sequence[_Met], crowd: Crowd) -> dict[Meeting, float]:
    sizes = Counter(_kind(known) for known in crowd.accounts.values() if known.id not in crowd.nameless)
    kinds = list(combinations_with_replacement(sorted(sizes), 2))
    numbers = {kind: number for number, kind in enumerate(kinds)}
    bits = np.array([math.inf if each.certain else Score(each.steps).weight for each in met], dtype=float)
    meetings = np.array([numbers[each.kinds] for each in met], dtype=np.int64)
    pairs = [
        sizes[one] * (sizes[one] - 1) / 2 if one == other else sizes[one] * sizes[other]
        for one, other in kinds
    ]
    priors = linkage.fit_priors(bits, meetings, np.array(pairs, dtype=float), crowd.habits.prior)
    return dict(zip(kinds, priors.tolist(), strict=True))


def _judged(met: Sequence[_Met], crowd: Crowd, priors: Mapping[Meeting, float]) -> list[Candidate]:
    candidates = [_candidate(each, priors.get(each.kinds, crowd.habits.prior)) for each in met]
    return list(settle_rivals(candidates, crowd.accounts))


@cache
def _prior_step(prior: float) -> Step:
    return Step("prior", "two accounts at random", linkage.prior_weight(prior))


def _candidate(met: _Met, prior: float) -> Candidate:
    whole = Score((_prior_step(prior), *met.steps))
    one, other = sorted((met.one.id, met.other.id))
    if met.certain:
        return Candidate(one, other, whole, How.DETERMINISTIC, LinkState.LINKED)
    return Candidate(one, other, whole, How.PROBABILISTIC, state_of(whole.probability))
