"""Filters mean the same in every query."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from huiyin.kit.errors import InvalidInputError
from huiyin.understand import Filters
from huiyin.understand.queries import run


def voices_of(facts: Any, filters: Filters) -> int:
    return int(run(facts, "verbatims.total", voice=filters.voice_where()).item())


def opinions_of(facts: Any, filters: Filters) -> set[tuple[str, str]]:
    rows = run(facts, "facts.messages", node="aspect_id", opinion=filters.opinion_where())
    return set(rows.get_column("aspect"))


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidInputError) as caught:
        Filters(start=date(2026, 2, 1), end=date(2026, 1, 1))
    assert caught.value.field == "to"


def test_an_unknown_sentiment_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        Filters(sentiments=(2,))


def test_the_previous_period_ends_the_day_before_and_is_as_long() -> None:
    before = Filters(start=date(2026, 3, 1), end=date(2026, 3, 31)).previous()
    assert before is not None
    assert (before.start, before.end) == (date(2026, 1, 29), date(2026, 2, 28))


def test_an_open_window_has_no_previous_period() -> None:
    assert Filters(end=date(2026, 3, 31)).previous() is None


def test_an_aspect_stands_for_its_subtree_and_not_for_its_namesakes(
    world: Any, open_facts: Callable[..., Any]
) -> None:
    world.say("a", 0, [("automotive.comfort", -1)])
    world.say("b", 0, [("automotive.comfort.odour", -1)])
    world.say("c", 0, [("automotive.comforts", -1)])
    facts = open_facts(world)
    assert opinions_of(facts, Filters(aspects=("automotive.comfort",))) == {
        "automotive.comfort",
        "automotive.comfort.odour",
    }


def test_with_an_aspect_sentiment_and_type_belong_to_the_same_opinion(
    world: Any, open_facts: Callable[..., Any]
) -> None:
    world.say("a", 0, [("automotive.fuel", 1, 0.5, "praise"), ("automotive.comfort", -1, 0.5, "complaint")])
    facts = open_facts(world)
    assert voices_of(facts, Filters(aspects=("automotive.fuel",), sentiments=(1,))) == 1
    assert voices_of(facts, Filters(aspects=("automotive.fuel",), sentiments=(-1,))) == 0
    assert (
        voices_of(facts, Filters(aspects=("automotive.comfort",), sentiments=(-1,), types=("praise",))) == 0
    )


def test_without_an_aspect_sentiment_and_type_are_those_of_the_voice(
    world: Any, open_facts: Callable[..., Any]
) -> None:
    world.say("a", 0, types=["question"], sentiment=0)
    world.say("b", 0, types=["complaint", "question"], sentiment=-1)
    facts = open_facts(world)
    assert voices_of(facts, Filters(types=("question",))) == 2
    assert voices_of(facts, Filters(types=("question", "complaint"), sentiments=(-1,))) == 1


def test_words_are_found_in_chinese_and_in_any_case(world: Any, open_facts: Callable[..., Any]) -> None:
    world.say("a", 0, [("automotive.fuel", 1)], text="CarPlay 连不上_100%")
    world.say("b", 0, [("automotive.comfort", 1)], text="空调很冷")
    facts = open_facts(world)
    assert voices_of(facts, Filters(text="carplay")) == 1
    assert voices_of(facts, Filters(text="空调")) == 1
    assert voices_of(facts, Filters(text="_100%")) == 1
    assert voices_of(facts, Filters(text="不_")) == 0
    assert opinions_of(facts, Filters(text="空调")) == {"automotive.comfort"}


def test_hostile_values_stay_values(world: Any, open_facts: Callable[..., Any]) -> None:
    world.say("a", 0, product="x' OR 1=1 --")
    world.say("b", 0)
    facts = open_facts(world)
    assert voices_of(facts, Filters(products=("x' OR 1=1 --",))) == 1
    assert voices_of(facts, Filters(channels=("'; DROP TABLE voice; --",))) == 0
    assert voices_of(facts, Filters(text="$words' {voice}")) == 0


def test_the_query_string_holds_every_filter() -> None:
    filters = Filters(
        start=date(2026, 1, 1),
        end=date(2026, 1, 31),
        aspects=("a.b",),
        sentiments=(-1,),
        text="空 调",
        channels=("nps",),
    )
    assert filters.query_string() == (
        "from=2026-01-01&to=2026-01-31&channel=nps&aspect=a.b&sentiment=-1&q=%E7%A9%BA+%E8%B0%83"
    )


def test_nothing_comes_before_a_window_that_reaches_back_to_the_beginning() -> None:
    assert Filters(start=date(311, 3, 27), end=date(9756, 9, 10)).previous() is None
    assert Filters(start=date(1, 1, 2), end=date(1, 1, 2)).previous() == Filters(
        start=date(1, 1, 1), end=date(1, 1, 1)
    )
