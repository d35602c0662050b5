"""What is counted ahead is what the pages then ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import polars as pl
import pytest
from tests.understand.conftest import FIRST

from huiyin.store.facts import FactsStore
from huiyin.understand import AspectNames, Context, Filters, count_ahead, list_facts, overview, windows_ahead

TODAY = FIRST + timedelta(days=400)
ASPECT = "automotive.comfort.odour"


class Listening:
    """Passes questions on and remembers them."""

    def __init__(self, store: FactsStore) -> None:
        self._store = store
        self.asked: set[tuple[str, str]] = set()

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        return self._store.query(sql, params)

    def few(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        return self._store.few(sql, params)

    def sums(
        self, sql: str, params: Mapping[str, object] | None = None, *, keys: tuple[str, ...]
    ) -> pl.DataFrame:
        self.asked.add((sql, repr(params)))
        return self._store.sums(sql, params, keys=keys)


@pytest.fixture
def facts(world: Any, open_facts: Callable[..., FactsStore]) -> Listening:
    for person in range(40):
        world.say(f"c:{person}", 10 * person, [(ASPECT, -1)])
    return Listening(open_facts(world))


def test_few_voices_are_not_counted_ahead(facts: Listening, names: AspectNames) -> None:
    assert windows_ahead(Context(facts, names, 5), TODAY) == ()


def test_pages_of_the_offered_windows_find_everything_counted(
    facts: Listening, names: AspectNames, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huiyin.understand.ahead.MANY_VOICES", 1)
    context = Context(facts, names, 5)
    windows = windows_ahead(context, TODAY)
    newest = FIRST + timedelta(days=390)
    assert windows[:2] == tuple(Filters(newest - timedelta(days=days - 1), newest) for days in (90, 365))
    for filters in windows:
        count_ahead(context, filters)
    counted = set(facts.asked)
    for filters in windows:
        overview(context, filters)
        list_facts(context, filters)
    assert facts.asked == counted
