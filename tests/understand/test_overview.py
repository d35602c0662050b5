"""The first page says only what the evidence allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from huiyin.charts import Language
from huiyin.stats import Direction, Estimate
from huiyin.understand import Context, Filters, fact_summary, facts_summary, list_facts, one_fact, overview

FIRST = date(2026, 6, 1)
NOW = Filters(start=FIRST + timedelta(days=28), end=FIRST + timedelta(days=55))


@pytest.fixture
def busy(world: Any, context_of: Callable[..., Context]) -> Context:
    """Two periods of four weeks; in the second twice as many of 400 customers are unhappy."""
    for period, unhappy in ((0, 60), (1, 120)):
        for i in range(400):
            sign = -1 if i < unhappy else 1
            world.say(
                f"c:{i}",
                28 * period + i % 28,
                [("automotive.comfort.odour" if sign < 0 else "automotive.fuel", sign, 0.7)],
                channel="nps" if i % 2 else "review",
                nps=(2 if sign < 0 else 10) if i % 2 else None,
                rating=0.2 if sign < 0 else 1.0,
            )
    return context_of(world, 30)


def kpi(context: Context, key: str, filters: Filters = NOW) -> Any:
    return next(k for k in overview(context, filters).kpis if k.id == key)


def test_kpis_compare_with_the_period_before(busy: Context) -> None:
    negative = kpi(busy, "negative_share")
    assert (negative.estimate.value, negative.previous.value) == (0.3, 0.15)
    assert negative.change.value == pytest.approx(0.15)
    assert negative.change.significant
    assert kpi(busy, "voices").estimate.value == 400
    assert not kpi(busy, "voices").change.significant


def test_nps_counts_each_customers_last_answer(world: Any, context_of: Callable[..., Context]) -> None:
    for i in range(40):
        world.say(f"c:{i}", 0, channel="nps", nps=0)
        world.say(f"c:{i}", 1, channel="nps", nps=10)
    figure = kpi(context_of(world), "nps", Filters(start=FIRST, end=FIRST + timedelta(days=9)))
    assert (figure.estimate.value, figure.estimate.n) == (100, 40)


def test_rating_averages_within_each_customer_first(world: Any, context_of: Callable[..., Context]) -> None:
    for _ in range(9):
        world.say("c:loud", 0, rating=0.0)
    for i in range(9):
        world.say(f"c:{i}", 0, rating=1.0)
    figure = kpi(context_of(world), "rating", Filters(start=FIRST, end=FIRST))
    assert figure.estimate.value == pytest.approx(4.5)


def test_without_a_period_before_there_is_no_change(busy: Context) -> None:
    figure = kpi(busy, "negative_share", Filters(start=FIRST, end=FIRST + timedelta(days=27)))
    assert (figure.previous, figure.change) == (None, None)


def test_the_headline_names_the_largest_issue_with_its_interval(busy: Context) -> None:
    first, second, *_ = overview(busy, NOW).headline
    assert "400" in first.text_zh
    assert "上升 15.0" in first.text_zh
    assert "车内异味" in second.text_zh
    assert "120" in second.text_zh
    assert "30.0%（区间 25.7–34.7%）" in second.text_zh.replace("\u2009", "")
    assert "Odour" in second.text_en
    assert second.link is not None
    assert second.link.startswith("/understand/facts/automotive.comfort.odour?from=2026-06-29")


def test_every_linked_clause_leads_to_a_page(busy: Context) -> None:
    links = [c.link for s in overview(busy, NOW).headline for c in s.clauses if c.link]
    assert links
    assert all(link.startswith(("/understand/", "/collect/")) for link in links)


def test_too_few_customers_are_told_so(world: Any, context_of: Callable[..., Context]) -> None:
    for i in range(10):
        world.say(f"c:{i}", 0, [("automotive.fuel", -1)])
    page = overview(context_of(world, 30), Filters(start=FIRST, end=FIRST))
    assert "证据不足" in page.headline[-1].text_zh
    assert not page.kpis[2].estimate.sufficient


def test_an_empty_selection_says_what_to_do_next(world: Any, context_of: Callable[..., Context]) -> None:
    context = context_of(world)
    filters = Filters(start=FIRST, end=FIRST)
    assert overview(context, filters).headline[0].link == "/collect/import"
    assert "还没有原声" in facts_summary(context, filters, list_facts(context, filters))[0].text_zh


def test_the_catch_all_aspect_is_no_issue(world: Any, context_of: Callable[..., Context]) -> None:
    for i in range(50):
        world.say(f"c:{i}", 0, [("automotive.general", -1), ("automotive.fuel", -1 if i < 10 else 1)])
    page = overview(context_of(world), Filters(start=FIRST, end=FIRST))
    assert [issue.aspect for issue in page.top_issues] == ["automotive.fuel"]


def test_weekly_charts_add_up_to_the_voices(busy: Context) -> None:
    page = overview(busy, NOW)
    assert sum(row[-1] for row in page.volume_chart.table.rows) == 400
    assert sum(row[-1] for row in page.sentiment_chart.table.rows) == 400


def test_charts_speak_the_language_asked_for(busy: Context) -> None:
    page = overview(busy, NOW, language=Language.EN)
    assert page.volume_chart.table.columns[0] == "Week"
    assert "Negative" in str(page.volume_chart.option)


def test_channels_are_compared(busy: Context) -> None:
    rows = overview(busy, NOW).channels
    assert {(row.channel, row.voices, row.customers) for row in rows} == {
        ("nps", 200, 200),
        ("review", 200, 200),
    }
    assert all(row.share_negative.value == pytest.approx(0.3) for row in rows)


def test_a_change_that_may_be_chance_among_many_is_called_possible(busy: Context) -> None:
    _, fact = one_fact(busy, NOW, "automotive.fuel")
    rising = Estimate(0.021, 0.002, 0.04, 400, "trend-wls")
    doubtful = replace(fact, trend=replace(fact.trend, change=rising, direction=Direction.FLAT))
    (told,) = fact_summary(doubtful, NOW, {})
    assert "疑似上升 2.1" in told.text_zh
    assert "possibly up 2.1 points" in told.text_en
    (sure,) = fact_summary(replace(doubtful, trend=replace(doubtful.trend, direction=Direction.UP)), NOW, {})
    assert "期内上升 2.1" in sure.text_zh


def test_every_page_names_the_same_issue_first_and_what_can_be_mended_before_the_unspecified(
    world: Any, context_of: Callable[..., Context]
) -> None:
    for i in range(60):
        # Twice as many blame comfort as a whole as blame the odour; four times as many as blame fuel.
        aspects = [("automotive.comfort", -1)] if i < 40 else [("automotive.comfort.odour", -1)]
        world.say(f"c:{i}", 0, aspects if i < 50 else [("automotive.fuel", -1 if i < 55 else 1)])
    context, filters = context_of(world), Filters(start=FIRST, end=FIRST)
    table = list_facts(context, filters)
    named = facts_summary(context, filters, table)[0].text_zh
    issues = overview(context, filters).top_issues
    assert [issue.aspect for issue in issues] == [
        "automotive.comfort.odour",
        "automotive.fuel",
        "automotive.comfort~",
    ]
    assert named.startswith(f"“{issues[0].zh}”")
