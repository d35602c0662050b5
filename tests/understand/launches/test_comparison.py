"""Few first users are early evidence: a large difference is told and marked, a small one and fewer people are not."""

from __future__ import annotations

import numpy as np
import polars as pl

from huiyin.text import load_taxonomy
from huiyin.understand import AspectNames
from huiyin.understand.launches import ComparedAspect, LaunchStanding, compare

ASPECT = "automotive.battery"
NAMES = AspectNames([load_taxonomy("automotive")])


def people(good: int, neither: int, bad: int, side: str) -> pl.DataFrame:
    moods = [(1, 0)] * good + [(0, 0)] * neither + [(0, 1)] * bad
    return pl.DataFrame(
        [(f"{side}{place}", ASPECT, *mood) for place, mood in enumerate(moods)],
        schema=["speaker", "aspect", "good", "bad"],
        orient="row",
    )


def compared(mine: tuple[int, int, int], theirs: tuple[int, int, int]) -> ComparedAspect:
    found = compare(people(*mine, "m"), people(*theirs, "t"), NAMES, product="X6", minimum_n=30)
    return found[0]


def test_a_large_difference_of_few_people_is_told_as_early() -> None:
    found = compared((22, 3, 2), (150, 100, 250))
    assert (found.side, found.early) == (LaunchStanding.BETTER, True)


def test_enough_people_are_not_early() -> None:
    assert not compared((40, 5, 5), (150, 100, 250)).early


def test_fewer_than_ten_people_are_no_evidence() -> None:
    found = compared((9, 0, 0), (150, 100, 250))
    assert (found.side, found.early) == (LaunchStanding.INSUFFICIENT, False)


def test_equal_products_are_rarely_said_to_differ() -> None:
    rng = np.random.default_rng(3)
    shares = (0.3, 0.3, 0.4)
    sides = [
        compared(tuple(rng.multinomial(12, shares).tolist()), tuple(rng.multinomial(300, shares).tolist()))
        for _ in range(400)
    ]
    told = sum(each.side in (LaunchStanding.BETTER, LaunchStanding.WORSE) for each in sides)
    assert told <= 0.05 * 400 + 10


def test_without_a_verdict_it_is_told_how_many_people_one_would_take() -> None:
    thin = compared((5, 1, 2), (150, 100, 250))
    assert thin.side is LaunchStanding.INSUFFICIENT
    assert thin.needed is not None
    assert thin.needed >= 10
    small = compared((18, 9, 13), (200, 100, 200))
    assert small.side is LaunchStanding.ALIKE
    assert small.needed is not None
    assert small.needed > 40


def test_a_verdict_and_next_to_no_difference_need_nobody_more() -> None:
    assert compared((22, 3, 2), (150, 100, 250)).needed is None
    assert compared((20, 10, 20), (200, 100, 200)).needed is None
