"""How many people to ask."""

from __future__ import annotations

import math
from dataclasses import dataclass

from huiyin.kit.errors import InvalidInputError
from huiyin.stats import sample_size


@dataclass(frozen=True, slots=True)
class Plan:
    """Complete answers needed, and invitations to send at the expected response rate."""

    answers: int
    invitations: int


def plan_sample(
    margin: float, *, population: int | None = None, response_rate: float = 0.2, groups: int = 1
) -> Plan:
    """Plan for a share near one half with half-width `margin` in each of `groups`.

    >>> plan_sample(0.05, population=1000, response_rate=0.5)
    Plan(answers=278, invitations=556)

    Raises InvalidInputError for numbers outside their range.
    """
    if not 0 < margin < 0.5:
        raise InvalidInputError(
            "margin is out of range", field="margin", expected="a share between 0 and 0.5"
        )
    if not 0 < response_rate <= 1:
        raise InvalidInputError(
            "response_rate is out of range", field="response_rate", expected="a share above 0, at most 1"
        )
    answers = sample_size(margin, population=population) * groups
    return Plan(answers, math.ceil(answers / response_rate))
