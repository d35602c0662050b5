"""What sets a topic apart: a week of its own, or angrier customers; everyday talk does neither."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl

from huiyin.understand.topics.standing import Standing, standings

LAST = date(2026, 10, 31)


def voices(days: list[int], sentiments: list[int]) -> pl.DataFrame:
    """One voice per customer, so many days before the last."""
    return pl.DataFrame(
        {
            "feedback_id": range(len(days)),
            "who": range(len(days)),
            "day": [LAST - timedelta(days=day) for day in days],
            "sentiment": sentiments,
        }
    )


def even(n: int) -> tuple[list[int], list[int]]:
    return [at % 84 for at in range(n)], [-1 if at % 2 else 1 for at in range(n)]


def test_a_topic_of_one_week_stands_out_with_its_week() -> None:
    days, sides = even(2_400)
    topic = {at for at, day in enumerate(days) if 14 <= day < 21 and at % 3} | {2, 7, 11, 30}
    [standing] = standings([topic], voices(days, sides), minimum_n=30)
    assert standing.rush is not None
    assert standing.rush.since == LAST - timedelta(days=20)
    assert standing.rush.customers > 10 * standing.rush.expected > 0
    assert standing.stands_out


def test_angrier_customers_stand_out_and_happier_ones_do_not() -> None:
    days, sides = even(2_400)
    angry = {at for at in range(0, 2_400, 5) if sides[at] < 0} | set(range(0, 60, 2))
    happy = {at for at in range(0, 2_400, 5) if sides[at] > 0}
    first, second = standings([angry, happy], voices(days, sides), minimum_n=30)
    assert first.worse is not None
    assert first.worse.low is not None
    assert first.worse.low > 0.1
    assert not second.stands_out


def test_customers_count_once_a_week() -> None:
    days, sides = even(2_400)
    loud = pl.DataFrame(
        {"feedback_id": range(2_400, 2_500), "who": [5] * 100, "day": [LAST] * 100, "sentiment": [-1] * 100}
    )
    heard = pl.concat([voices(days, sides), loud])
    [standing] = standings([set(range(0, 2_400, 40)) | set(range(2_400, 2_500))], heard, minimum_n=30)
    assert standing.rush is None


def test_few_customers_have_no_standing_and_no_voices_no_fault() -> None:
    days, sides = even(200)
    assert standings([{at for at in range(200) if days[at] < 7}], voices(days, sides), minimum_n=30) == [
        Standing()
    ]
    assert standings([set()], voices([], []), minimum_n=30) == [Standing()]


def test_everyday_talk_is_called_special_no_more_than_one_time_in_twenty() -> None:
    chance = np.random.default_rng(7)
    days, sides = even(3_000)
    looks = 100
    false = sum(
        any(
            each.stands_out
            for each in standings(
                [set(chance.choice(3_000, 60, replace=False).tolist()) for _ in range(8)],
                voices(days, sides),
                minimum_n=30,
            )
        )
        for _ in range(looks)
    )
    assert false / looks <= 0.1


def test_it_is_kept_as_it_was() -> None:
    days, sides = even(2_400)
    topic = {at for at, day in enumerate(days) if day < 7 and sides[at] < 0}
    [standing] = standings([topic], voices(days, sides), minimum_n=30)
    assert standing.rush
    assert standing.worse
    assert Standing.from_dict(standing.as_dict()) == standing
    assert Standing.from_dict({}) == Standing()
