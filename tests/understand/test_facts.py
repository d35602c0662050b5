"""Facts equal what a patient person would count, and keep quiet where evidence is thin."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from tempfile import mkdtemp
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiyin import stats
from huiyin.stats import Direction, Verdict
from huiyin.store.facts import FactsStore
from huiyin.understand import (
    AspectNames,
    Context,
    Filters,
    Level,
    Sort,
    fact_detail,
    facts_plane,
    list_facts,
    one_fact,
)

ASPECTS = ("automotive.comfort.odour", "automotive.comfort", "automotive.fuel", "automotive.general")

opinion = st.tuples(st.sampled_from(ASPECTS), st.sampled_from([-1, 0, 1]), st.sampled_from([0.2, 0.5, 0.9]))
voice = st.tuples(
    st.sampled_from(["c:1", "c:2", "a:x:y", "f:9", "c:5"]),
    st.integers(0, 30),
    st.lists(opinion, max_size=3),
    st.sampled_from(["review", "nps"]),
    st.sampled_from([None, "A", "B"]),
)


def brute_force(world: Any, level: int, names: AspectNames) -> dict[str, dict[str, Any]]:
    said: dict[str, dict[str, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))
    messages = defaultdict(set)
    for row in world.opinions:
        aspect = names.itself(".".join(row["aspect"].split(".")[: level + 1]), level)
        said[aspect][row["speaker"]].append((row["sentiment"], row["intensity"]))
        messages[aspect].add(row["feedback_id"])
    found = {}
    for aspect, speakers in said.items():
        shares = [mean(s < 0 for s, _ in each) for each in speakers.values()]
        severities = [
            mean(i for s, i in each if s < 0) for each in speakers.values() if any(s < 0 for s, _ in each)
        ]
        found[aspect] = {
            "customers": len(speakers),
            "negative": len(severities),
            "messages": len(messages[aspect]),
            "share": mean(shares),
            "severity": mean(severities) if severities else None,
        }
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(voices=st.lists(voice, min_size=1, max_size=25), level=st.sampled_from([1, 2]))
def test_facts_equal_a_count_by_hand(
    voices: list[Any], level: int, new_world: Any, tmp_path: Path, names: AspectNames
) -> None:
    world = new_world()
    for speaker, day, opinions, channel, product in voices:
        world.say(speaker, day, opinions, channel=channel, product=product)
    store = FactsStore(Path(mkdtemp(dir=tmp_path)))
    try:
        store.apply(world.batch())
        table = list_facts(Context(store, names, 1), Filters(), level=Level(str(level)))
    finally:
        store.close()
    expected = brute_force(world, level, names)
    assert table.base.customers == len({v["speaker"] for v in world.voices})
    assert table.base.voices == len(world.voices)
    assert {fact.aspect for fact in table.facts} == set(expected)
    for fact in table.facts:
        want = expected[fact.aspect]
        assert fact.customers.count == want["customers"]
        assert fact.negative_customers.count == want["negative"]
        assert fact.messages == want["messages"]
        assert fact.customers.value == pytest.approx(want["customers"] / table.base.customers)
        assert fact.share_negative.value == pytest.approx(want["share"])
        if want["severity"] is None:
            assert fact.intensity.value is None
        else:
            assert fact.intensity.value == pytest.approx(want["severity"])


def test_one_customer_counts_once_however_loud(world: Any, context_of: Callable[..., Context]) -> None:
    for day in range(50):
        world.say("c:loud", day, [("automotive.fuel", -1)])
    for i in range(99):
        world.say(f"c:{i}", i % 50, [("automotive.comfort", 1)])
    table = list_facts(context_of(world), Filters())
    fuel = next(fact for fact in table.facts if fact.aspect == "automotive.fuel")
    assert (fuel.customers.count, fuel.messages, fuel.customers.n) == (1, 50, 100)


def test_the_denominator_ignores_aspect_sentiment_and_type(
    world: Any, context_of: Callable[..., Context]
) -> None:
    for i in range(20):
        world.say(f"c:{i}", 0, [("automotive.fuel", -1 if i < 5 else 1, 0.5, "complaint")])
    context = context_of(world)
    table = list_facts(context, Filters(aspects=("automotive.fuel",), sentiments=(-1,), types=("complaint",)))
    assert (table.facts[0].customers.count, table.facts[0].customers.n) == (5, 20)


def test_below_the_minimum_the_verdict_is_insufficient(
    world: Any, context_of: Callable[..., Context]
) -> None:
    for i in range(40):
        world.say(f"c:{i}", i, [("automotive.fuel", -1 if i < 3 else 0)])
    fact = list_facts(context_of(world, 30), Filters()).facts[0]
    assert fact.customers.verdict is Verdict.OK
    assert fact.intensity.verdict is Verdict.INSUFFICIENT
    assert fact.trend.direction is Direction.UNKNOWN


def test_nobody_speaking_of_an_aspect_is_a_fact_too(world: Any, context_of: Callable[..., Context]) -> None:
    for i in range(40):
        world.say(f"c:{i}", 0, [("automotive.fuel", 1)])
    base, fact = one_fact(context_of(world), Filters(), "automotive.comfort")
    assert (base.customers, fact.customers.count, fact.customers.value) == (40, 0, 0.0)
    assert fact.customers.high == pytest.approx(stats.wilson(0, 40).high)


def test_an_empty_store_gives_an_empty_table(world: Any, context_of: Callable[..., Context]) -> None:
    table = list_facts(context_of(world), Filters())
    assert (table.base.customers, table.facts) == (0, ())


def test_a_fact_opened_equals_its_row_in_the_table(world: Any, context_of: Callable[..., Context]) -> None:
    rng = np.random.default_rng(4)
    for i in range(300):
        world.say(
            f"c:{i % 120}", int(rng.integers(70)), [(ASPECTS[rng.integers(2, 4)], int(rng.choice([-1, 1])))]
        )
    context = context_of(world)
    row = next(f for f in list_facts(context, Filters()).facts if f.aspect == "automotive.fuel")
    _, opened = one_fact(context, Filters(), "automotive.fuel")
    assert (opened.customers, opened.messages, opened.trend.weeks) == (
        row.customers,
        row.messages,
        row.trend.weeks,
    )
    assert opened.share_negative.low == pytest.approx(row.share_negative.low)


def test_weeks_without_a_mention_count_as_zero(world: Any, context_of: Callable[..., Context]) -> None:
    for week in range(4):
        world.say(f"c:{week}", 7 * week, [("automotive.comfort", 1)])
    world.say("c:9", 15, [("automotive.fuel", -1)])
    fuel = next(f for f in list_facts(context_of(world), Filters()).facts if f.aspect == "automotive.fuel")
    assert [(week.base, week.customers) for week in fuel.trend.weeks] == [(1, 0), (1, 0), (2, 1), (1, 0)]


def plant(world: Any, seed: int) -> None:
    """Half a year in which odour complaints rise among buyers of B, and nothing else moves."""
    rng = np.random.default_rng(seed)
    quiet = {
        "automotive.fuel": (0.06, 0.3),
        "automotive.interior.seats": (0.06, 0.3),
        "automotive.power": (0.04, 0.4),
    }
    for i in range(6000):
        day, chance, product = int(rng.integers(182)), rng.random(4), "AB"[rng.integers(2)]
        risen = 0.02 + (0.16 * day / 182 if product == "B" else 0)
        opinions = [("automotive.comfort.odour", -1, 0.8, "complaint")] if chance[3] < risen else []
        opinions += [
            (aspect, -1, intensity)
            for (aspect, (share, intensity)), drawn in zip(quiet.items(), chance, strict=False)
            if drawn < share
        ]
        world.say(
            f"c:{i % 4000}", day, opinions, product=product, channel=("review", "social")[rng.integers(2)]
        )


@pytest.fixture
def planted(world: Any, context_of: Callable[..., Context]) -> Context:
    plant(world, 7)
    return context_of(world, 30)


def test_a_planted_rise_is_always_found_and_quiet_series_seldom_are(
    new_world: Any, context_of: Callable[..., Context]
) -> None:
    false = 0
    for seed in range(8):
        world = new_world()
        plant(world, seed)
        table = list_facts(context_of(world, 30), Filters(), sort=Sort.TREND)
        assert table.facts[0].aspect == "automotive.comfort.odour"
        assert table.facts[0].trend.direction is Direction.UP
        false += sum(f.trend.direction is not Direction.FLAT for f in table.facts[1:])
    assert false <= 2


def test_the_planted_product_is_named_unusual_and_no_channel_is(planted: Context) -> None:
    detail = fact_detail(planted, Filters(), "automotive.comfort.odour")
    assert {g.id: (g.unusual, (g.difference.value or 0) > 0) for g in detail.by_product if g.difference} == {
        "B": (True, True),
        "A": (True, False),
    }
    assert not any(group.unusual for group in detail.by_channel)


def test_the_strongest_feeling_sits_highest_on_the_plane(planted: Context) -> None:
    figure = facts_plane(planted, list_facts(planted, Filters()).facts)
    points = {d["aspect"]: d["value"] for d in figure.option["series"][0]["data"]}
    assert max(points, key=lambda aspect: points[aspect][1]) == "automotive.comfort.odour"


def test_sorting_puts_what_is_insufficient_last(planted: Context) -> None:
    for sort in Sort:
        facts = list_facts(planted, Filters(), sort=sort).facts
        figure = {"customers": "customers", "negative_customers": "negative_customers", "trend": "trend"}.get(
            sort, sort
        )
        values = [f.trend.change if figure == "trend" else getattr(f, figure) for f in facts]
        enough = [v.value for v in values if v.sufficient]
        assert enough == sorted(enough, reverse=True)
        assert all(not v.sufficient for v in values[len(enough) :])


def test_evidence_is_json_ready(planted: Context) -> None:
    _, fact = one_fact(planted, Filters(), "automotive.fuel")
    again = json.loads(json.dumps(fact.as_dict()))
    assert again["customers"]["count"] == fact.customers.count
    assert math.isfinite(again["trend"]["change"]["value"])


def test_a_share_is_of_those_heard_in_the_aspects_own_taxonomy(
    world: Any, context_of: Callable[..., Context]
) -> None:
    for person in range(40):
        world.say(f"c:{person}", opinions=[("automotive.comfort.odour", -1)] if person < 10 else ())
    for person in range(60):
        world.say(f"c:{100 + person}")
        world.voices[-1]["taxonomy"] = "retail"
    context = context_of(world)
    table = list_facts(context, Filters())
    assert table.base.customers == 100
    assert table.facts[0].customers.n == 40
    base, fact = one_fact(context, Filters(), "automotive.comfort.odour")
    assert (base.customers, fact.customers.n, fact.customers.count) == (40, 40, 10)
    assert list_facts(context, Filters(taxonomies=("retail",))).base.customers == 60


def test_the_catch_all_comes_last(world: Any, context_of: Callable[..., Context]) -> None:
    for person in range(20):
        world.say(f"c:{person}", opinions=[("automotive.general", -1)])
    for person in range(8):
        world.say(f"c:{person}", opinions=[("automotive.comfort.odour", -1)])
    facts = list_facts(context_of(world), Filters()).facts
    assert [fact.aspect for fact in facts] == ["automotive.comfort.odour", "automotive.general"]
