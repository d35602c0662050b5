"""Every figure says which days it covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from huiyin.understand import Filters, freshness, window_of, windowed

TODAY = date(2026, 11, 22)
FIRST = date(2026, 6, 1)


@pytest.fixture
def fresh(world: Any, open_facts: Callable[..., Any]) -> Any:
    for day in range(120):
        world.say("c:1", day)
    return freshness(open_facts(world))


def test_no_days_mean_the_last_ninety_up_to_the_newest_voice(fresh: Any) -> None:
    window = window_of(windowed(Filters(), fresh, TODAY))
    assert window.end == FIRST + timedelta(days=119)
    assert (window.end - window.start).days == 89


def test_a_start_before_the_first_voice_moves_to_it(fresh: Any) -> None:
    assert windowed(Filters(start=date(2000, 1, 1), end=TODAY), fresh, TODAY).start == FIRST


def test_an_open_side_is_closed_by_the_data(fresh: Any) -> None:
    assert windowed(Filters(start=date(2026, 7, 1)), fresh, TODAY).end == fresh.last_day
    assert windowed(Filters(end=date(2026, 7, 1)), fresh, TODAY).start == FIRST


def test_an_empty_store_still_has_a_window(world: Any, open_facts: Callable[..., Any]) -> None:
    empty = freshness(open_facts(world))
    assert window_of(windowed(Filters(), empty, TODAY)).end == TODAY
    assert (empty.as_of, empty.voices) == (None, 0)


def test_a_window_that_starts_after_the_newest_voice_is_empty_and_not_another_one(fresh: Any) -> None:
    asked = windowed(Filters(start=date(2027, 1, 1)), fresh, TODAY)
    assert (asked.start, asked.end) == (date(2027, 1, 1), date(2027, 1, 1))


def test_voices_dated_in_the_future_do_not_move_the_default_window(fresh: Any) -> None:
    assert windowed(Filters(), fresh, date(2026, 8, 1)).end == date(2026, 8, 1)


def test_an_open_window_cannot_be_shown() -> None:
    with pytest.raises(ValueError, match="open"):
        window_of(Filters())
