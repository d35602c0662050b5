"""Counting ahead goes window by window and rests after a round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from huiyin.store.facts import FactsStore
from huiyin.understand import AspectNames, Context
from huiyin.understand.ahead import DAYS
from huiyin.worker.counting import Counting

TODAY = date(2026, 11, 22)
ROUND = [True] * (len(DAYS) - 1) + [False]


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr("huiyin.understand.ahead.MANY_VOICES", 0)
    facts = FactsStore(tmp_path / "facts")
    yield Context(facts, AspectNames(), 5)
    facts.close()


def test_a_round_takes_one_window_a_step_and_is_followed_by_a_rest(context: Context) -> None:
    counting = Counting(context, lambda: TODAY, rest=1e9)
    assert [counting.step() for _ in DAYS] == ROUND
    assert [counting.step() for _ in DAYS] == [False] * len(DAYS)


def test_without_a_rest_the_next_round_begins(context: Context) -> None:
    counting = Counting(context, lambda: TODAY, rest=0.0)
    assert [counting.step() for _ in range(2 * len(DAYS))] == ROUND * 2


def test_among_few_voices_there_is_nothing_to_do(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huiyin.understand.ahead.MANY_VOICES", 1)
    assert not Counting(context, lambda: TODAY, rest=0.0).step()
