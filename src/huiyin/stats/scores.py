"""The scores of surveys: NPS (Reichheld 2003), CSAT and CES."""

from __future__ import annotations

import math

from numpy.typing import ArrayLike

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.mean import mean_interval
from huiyin.stats.quantile import z_value
from huiyin.stats.wilson import wilson


def nps(promoters: int, passives: int, detractors: int, *, level: float = 0.95) -> Estimate:
    """Return the net promoter score, −100..100, with its normal interval.

    >>> e = nps(150, 100, 50)
    >>> round(e.value, 2), round(e.high - e.value, 2)
    (33.33, 8.43)
    """
    n = promoters + passives + detractors
    if n == 0:
        return insufficient(0, "nps", level=level)
    score = (promoters - detractors) / n
    half = z_value(level) * nps_error(promoters, passives, detractors)
    return Estimate(
        100 * score, max(100 * score - half, -100.0), min(100 * score + half, 100.0), n, "nps", level
    )


def nps_error(promoters: int, passives: int, detractors: int) -> float:
    """Return the standard error of the score, in points; half an answer is added where all agree.

    >>> round(nps_error(150, 100, 50), 3)
    4.303
    """
    n = promoters + passives + detractors
    if max(promoters, passives, detractors) == n:
        return 100 * math.sqrt(_nps_variance(promoters + 0.5, detractors + 0.5, n + 1.5) / n)
    return 100 * math.sqrt(_nps_variance(promoters, detractors, n) / n)


def nps_difference(
    now: tuple[int, int, int], before: tuple[int, int, int], *, level: float = 0.95
) -> Estimate:
    """Return now − before, each (promoters, passives, detractors), tested as one difference, in points.

    >>> e = nps_difference((150, 100, 50), (120, 110, 70))
    >>> round(e.value, 2), round(e.low, 2), round(e.high, 2)
    (16.67, 4.47, 28.86)
    """
    n = min(sum(now), sum(before))
    if n == 0:
        return insufficient(0, "nps-difference", level=level)
    value = 100 * ((now[0] - now[2]) / sum(now) - (before[0] - before[2]) / sum(before))
    half = z_value(level) * math.hypot(nps_error(*now), nps_error(*before))
    return Estimate(value, value - half, value + half, n, "nps-difference", level)


def theme_impact(all_answers: tuple[int, int, int], without: tuple[int, int, int]) -> float:
    """Return NPS(all) − NPS(without the theme), in points: descriptive, never causal.

    Arguments are (promoters, detractors, answers).

    >>> theme_impact((60, 20, 100), (58, 8, 80))
    -22.5
    """
    return (
        100 * (all_answers[0] - all_answers[1]) / all_answers[2]
        - 100 * (without[0] - without[1]) / without[2]
    )


def csat(satisfied: int, n: int, *, level: float = 0.95) -> Estimate:
    """Return the top-2-box share with Wilson's interval.

    >>> round(csat(80, 100).low, 4)
    0.7112
    """
    return wilson(satisfied, n, level=level)


def ces(answers: ArrayLike, *, level: float = 0.95) -> Estimate:
    """Return CES 2.0: the mean of a 7-point "the company made it easy", with Student's interval.

    >>> round(ces([5, 6, 7, 6]).value, 2)
    6.0
    """
    return mean_interval(answers, level=level)


def _nps_variance(promoters: float, detractors: float, n: float) -> float:
    p, d = promoters / n, detractors / n
    return p + d - (p - d) ** 2
