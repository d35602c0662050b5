"""From goals to channels with sizes: the rules applied, with the arithmetic shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.collect.channel import Channel
from huiyin.collect.plan.goals import RULES, Goal, Rule, Sizing
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import sample_size

# Guest, Namey & Chen (2020): base 4, run 2, and as many again in case new themes still come.
INTERVIEWS = 12
GROUP_SEATS = 6
GROUPS = 4


@dataclass(frozen=True, slots=True)
class Target:
    """How many people to hear through a channel for a goal; `people` 0 means everybody who speaks."""

    goal: Goal
    channel: Channel
    metric: str
    people: int
    invitations: int
    margin: float | None
    zh: str
    en: str


def propose(
    goals: Sequence[Goal],
    *,
    margin: float = 0.05,
    population: int | None = None,
    response_rate: float = 0.2,
    groups: int = 1,
) -> list[Target]:
    """Return the targets for the goals, in the order of the rules.

    Raises InvalidInputError for numbers out of range or no goal.

    >>> [(t.channel.value, t.people, t.invitations) for t in propose([Goal.SERVICE], population=1000, response_rate=0.5)]
    [('service', 0, 0), ('survey', 278, 556)]
    """
    if not goals:
        raise InvalidInputError("no goal", field="goals", expected=", ".join(Goal))
    if not 0 < margin < 0.5:
        raise InvalidInputError("margin is out of range", field="margin", expected="between 0 and 0.5")
    if not 0 < response_rate <= 1:
        raise InvalidInputError(
            "response_rate is out of range", field="response_rate", expected="above 0, at most 1"
        )
    return [_target(rule, margin, population, response_rate, groups) for rule in RULES if rule.goal in goals]


def _target(rule: Rule, margin: float, population: int | None, response_rate: float, groups: int) -> Target:
    people = _people(rule, margin, population) * (groups if _is_sampled(rule) else 1)
    invitations = math.ceil(people / response_rate) if _is_sampled(rule) else people
    return Target(
        goal=rule.goal,
        channel=rule.channel,
        metric=rule.metric,
        people=people,
        invitations=invitations,
        margin=margin if _is_sampled(rule) else None,
        zh=rule.zh,
        en=rule.en,
    )


def _people(rule: Rule, margin: float, population: int | None) -> int:
    if _is_sampled(rule):
        # A score of −100…100 spreads at most twice as far as a share: the same n gives twice the margin.
        return sample_size(margin, population=population)
    if rule.sizing is Sizing.SATURATION:
        return GROUPS * GROUP_SEATS if rule.channel is Channel.FOCUS_GROUP else INTERVIEWS
    return 0


def _is_sampled(rule: Rule) -> bool:
    return rule.sizing in (Sizing.SHARE, Sizing.SCORE)
