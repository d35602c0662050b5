"""Aspects of the new product beside another, by the same method on both sides: the judgement of those who use it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

import polars as pl

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.stats.quantile import z_value
from huiyin.understand.names import AspectNames
from huiyin.understand.queries import FactsReader, run

MOST = 15
ALPHA = 0.05
# Early evidence is what a watch is for: from so many people on each side a difference is tested, and marked as early.
EARLY = 10
# What is smaller is no difference worth waiting for.
SMALLEST = 0.1
_POWER_Z = z_value(0.95) + z_value(0.60)
Parts = tuple[int, int, int]


class LaunchStanding(StrEnum):
    """How the new product stands against the other."""

    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class ComparedAspect:
    """Net sentiment (−1..1) of the people who speak of an aspect, on both sides, and the difference.

    `early` where fewer than the usual minimum speak on either side. Without a verdict, `needed` people on each side would
    show a difference of this size four times in five; None where there is a verdict or next to no difference.
    """

    aspect: str
    zh: str
    en: str
    net: Estimate
    rival: Estimate
    difference: Estimate
    side: LaunchStanding
    early: bool
    needed: int | None
    link: str


def opinions_of(facts: FactsReader, voices: pl.DataFrame) -> pl.DataFrame:
    """Return one row per person and aspect (two levels below the taxonomy) with good, bad as 0 or 1."""
    found = run(facts, "launches.opinions", params={"ids": voices.get_column("feedback_id").to_list()})
    return found.group_by("speaker", "aspect").agg(pl.col("good").max(), pl.col("bad").max())


def compare(
    mine: pl.DataFrame, theirs: pl.DataFrame, names: AspectNames, *, product: str | None, minimum_n: int
) -> list[ComparedAspect]:
    """Return the aspects that most users of the new product speak of, beside the other product's users.

    A person counts once per aspect: good, bad, or both and neither. Differences are tested as a family
    (Benjamini–Hochberg). Below `minimum_n` people on either side a difference is early evidence, below ten none.
    """
    counted = (
        mine.group_by("aspect").len("people").sort("people", "aspect", descending=[True, False]).head(MOST)
    )
    found = [
        _compared(aspect, mine, theirs, names, product, minimum_n) for aspect in counted.get_column("aspect")
    ]
    tested = [each for each in found if each.difference.sufficient]
    kept: list[bool] = []
    if tested:
        kept = stats.benjamini_hochberg(
            [_p_value(each, mine, theirs) for each in tested], alpha=ALPHA
        ).tolist()
    sides = {each.aspect: _side(each.difference, flag) for each, flag in zip(tested, kept, strict=True)}
    judged = [replace(each, side=sides.get(each.aspect, LaunchStanding.INSUFFICIENT)) for each in found]
    return [replace(each, needed=_needed(each, mine, theirs)) for each in judged]


def _compared(
    aspect: str,
    mine: pl.DataFrame,
    theirs: pl.DataFrame,
    names: AspectNames,
    product: str | None,
    minimum_n: int,
) -> ComparedAspect:
    name, least = names.name(aspect), min(minimum_n, EARLY)
    ours, other = _parts(mine, aspect), _parts(theirs, aspect)
    link = f"/understand/verbatims?aspect={aspect}" + (f"&product={product}" if product else "")
    return ComparedAspect(
        aspect,
        name.zh,
        name.en,
        stats.nps(*ours).scaled(0.01).guarded(least),
        stats.nps(*other).scaled(0.01).guarded(least),
        stats.nps_difference(ours, other).scaled(0.01).guarded(least),
        LaunchStanding.INSUFFICIENT,
        least <= min(sum(ours), sum(other)) < minimum_n,
        None,
        link,
    )


def _needed(compared: ComparedAspect, mine: pl.DataFrame, theirs: pl.DataFrame) -> int | None:
    """Return how many people a side the difference as it looks now would take (power 80 % at 5 %)."""
    if compared.side in (LaunchStanding.BETTER, LaunchStanding.WORSE):
        return None
    sides = (_parts(mine, compared.aspect), _parts(theirs, compared.aspect))
    if min(sum(side) for side in sides) == 0:
        return EARLY
    nets = [(good - bad) / (good + neither + bad) for good, neither, bad in sides]
    spread = sum(
        (good + bad) / (good + neither + bad) - net**2
        for (good, neither, bad), net in zip(sides, nets, strict=True)
    )
    difference = abs(nets[0] - nets[1])
    if difference < SMALLEST:
        return None
    people: int = math.ceil(spread * _POWER_Z**2 / difference**2)
    return max(EARLY, people)


def _p_value(compared: ComparedAspect, mine: pl.DataFrame, theirs: pl.DataFrame) -> float:
    """Return the larger P of the interval's test and the score test, which holds its level with ten people too."""
    ours, other = _parts(mine, compared.aspect), _parts(theirs, compared.aspect)
    good, _, bad = (one + two for one, two in zip(ours, other, strict=True))
    people = sum(ours) + sum(other)
    spread = (good + bad) / people - ((good - bad) / people) ** 2
    error = math.sqrt(spread * (1 / sum(ours) + 1 / sum(other)))
    score = stats.t_p_value(abs(compared.difference.value or 0.0) / error, math.inf) if error else 1.0
    return max(score, stats.p_value_of(compared.difference))


def _parts(people: pl.DataFrame, aspect: str) -> Parts:
    here = people.filter(pl.col("aspect") == aspect)
    good = here.filter((pl.col("good") > 0) & (pl.col("bad") == 0)).height
    bad = here.filter((pl.col("bad") > 0) & (pl.col("good") == 0)).height
    return good, here.height - good - bad, bad


def _side(difference: Estimate, significant: bool) -> LaunchStanding:
    if not significant or difference.value is None:
        return LaunchStanding.ALIKE
    return LaunchStanding.BETTER if difference.value > 0 else LaunchStanding.WORSE
