"""What most customers need decides, not the loudest voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import polars as pl
import pytest

from huiyin.text import Analysis, Taxonomy, load_taxonomy
from huiyin.text.analysis import OPINION_SCHEMA, VOICE_SCHEMA
from huiyin.understand import AnecdoteReach, AspectNames, Context, Filters, check_anecdote, prioritise

COMMON, QUIET, LOUD = "automotive.comfort.odour", "automotive.space.boot", "automotive.exterior.paint"
MIDDLING = (
    "automotive.fuel",
    "automotive.interior.seats",
    "automotive.power.engine",
    "automotive.comfort.noise",
    "automotive.safety.brakes",
)


def plant(world: Any, seed: int = 3) -> None:
    """3,000 customers; one issue common and mild, one rare, fierce and repeated ten times by each teller."""
    rng = np.random.default_rng(seed)

    def felt(mean: float) -> float:
        return float(np.clip(rng.normal(mean, 0.1), 0, 1))

    for i in range(3000):
        chance = rng.random(8)
        opinions: list[Any] = [(a, -1, felt(0.5)) for a, c in zip(MIDDLING, chance, strict=False) if c < 0.06]
        opinions += [(QUIET, -1, felt(0.2))] * int(chance[5] < 0.12)
        opinions += [(COMMON, -1, felt(0.5))] * int(chance[6] < 0.15)
        world.say(f"c:{i}", i % 120, opinions)
        if chance[7] < 0.02:
            for _ in range(10):
                world.say(f"c:{i}", i % 120, [(LOUD, -1, felt(0.95))])


@pytest.fixture
def planted(world: Any, context_of: Callable[..., Context]) -> Context:
    plant(world)
    return context_of(world, 30)


def test_the_quiet_and_the_loud_issue_land_in_their_lists_and_nothing_else_does(planted: Context) -> None:
    found = prioritise(planted, Filters())
    assert [fact.aspect for fact in found.quiet] == [QUIET]
    assert [fact.aspect for fact in found.loud] == [LOUD]


def test_what_few_people_repeat_is_told_apart_from_what_many_say(
    world: Any, context_of: Callable[..., Context]
) -> None:
    plant(world)
    rng = np.random.default_rng(9)
    for i in range(12):
        for _ in range(int(rng.integers(5, 15))):
            world.say(f"a:angry:{i}", 30, [("automotive.exterior", -1, 0.9)], text="车标掉漆！")
    found = prioritise(context_of(world, 30), Filters()).repeated
    assert {(each.aspect, each.term) for each in found} == {("automotive.exterior", "车标")}
    (complaint,) = found
    assert complaint.customers.count == 12
    assert complaint.per_customer.low is not None
    assert complaint.per_customer.low > 5
    assert "q=%E8%BD%A6%E6%A0%87" in complaint.link


def test_the_lists_hold_over_many_worlds(new_world: Any, context_of: Callable[..., Context]) -> None:
    wrong = 0
    for seed in range(10):
        world = new_world()
        plant(world, seed)
        found = prioritise(context_of(world, 30), Filters())
        assert QUIET in {fact.aspect for fact in found.quiet}
        assert LOUD in {fact.aspect for fact in found.loud}
        assert LOUD not in {each.fact.aspect for each in found.ranking[:5]}
        wrong += len(found.quiet) + len(found.loud) - 2
    assert wrong <= 1


def test_the_loudest_voice_does_not_lead_the_ranking(planted: Context) -> None:
    found = prioritise(planted, Filters())
    assert [each.fact.aspect for each in found.ranking[:2]] == [COMMON, QUIET]
    loud = next(each for each in found.ranking if each.fact.aspect == LOUD)
    assert loud.fact.messages > 400
    assert (loud.rank, loud.p_top) == (len(found.ranking), 0.0)


def test_what_is_clearly_first_is_surely_in_the_top_three(planted: Context) -> None:
    found = prioritise(planted, Filters())
    assert found.ranking[0].p_top == 1.0
    assert sum(each.p_top for each in found.ranking) == pytest.approx(3)
    assert all(each.p_top < 1 for each in found.ranking[2:])


def test_intensity_counts_as_much_as_the_weight_says(planted: Context) -> None:
    calm, fierce = (prioritise(planted, Filters(), severity_weight=w) for w in (0.0, 1.0))
    place = [{each.fact.aspect: each.rank for each in found.ranking}[QUIET] for found in (calm, fierce)]
    assert place[0] < place[1]
    top = fierce.ranking[0]
    share, intensity = top.fact.negative_customers.value, top.fact.intensity.value
    assert top.score == pytest.approx(share * intensity)


def test_an_issue_with_an_action_leaves_the_quiet_list(planted: Context) -> None:
    found = prioritise(planted, Filters(), acted={"automotive.space"})
    assert found.quiet == ()
    assert next(each for each in found.ranking if each.fact.aspect == QUIET).has_action


def test_no_voices_give_no_ranking(world: Any, context_of: Callable[..., Context]) -> None:
    found = prioritise(context_of(world), Filters())
    assert (found.ranking, found.quiet, found.loud, found.typical_share) == ((), (), (), None)


class Scripted:
    """An analyser that finds one complaint about each aspect that the text names by its id."""

    name, version = "scripted", "1"

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        found = [node.id for node in taxonomy.nodes if node.id in texts[0].split()]
        rows = [
            {
                "text_index": 0,
                "ordinal": i,
                "aspect": aspect,
                "aspect1": aspect,
                "polarity": -0.9,
                "sentiment": -1,
            }
            | {
                "intensity": 0.9,
                "type": "complaint",
                "start_offset": 0,
                "end_offset": 1,
                "term": texts[0][:1],
            }
            | {"term_start": 0, "term_end": 1, "confidence": 0.9}
            for i, aspect in enumerate(found)
        ]
        voices = [{"text_index": 0, "language": "zh", "types": ["complaint"], "sentiment": -1}]
        return Analysis(pl.DataFrame(voices, schema=VOICE_SCHEMA), pl.DataFrame(rows, schema=OPINION_SCHEMA))


def check(context: Context, text: str) -> Any:
    return check_anecdote(context, Scripted(), load_taxonomy("automotive"), Filters(), text)


def test_a_common_story_is_told_to_be_no_single_one(planted: Context) -> None:
    (issue,) = check(planted, COMMON).issues
    assert issue.reach is AnecdoteReach.COMMON
    assert "不是个别故事" in issue.verdict.text_zh
    assert str(issue.fact.negative_customers.count) in issue.verdict.text_zh
    assert "区间" in issue.verdict.text_zh


def test_a_rare_story_stays_a_story_however_fierce(planted: Context) -> None:
    (issue,) = check(planted, LOUD).issues
    assert issue.reach is AnecdoteReach.RARE
    assert "少数人" in issue.verdict.text_zh


def test_an_unheard_story_is_told_so(planted: Context) -> None:
    (issue,) = check(planted, "automotive.battery").issues
    assert (issue.reach, issue.fact.customers.count) == (AnecdoteReach.UNHEARD, 0)
    assert "没有第二位客户" in issue.verdict.text_zh


def test_of_several_issues_the_most_shared_one_is_summed_up(planted: Context) -> None:
    found = check(planted, f"{LOUD} {COMMON}")
    assert len(found.issues) == 2
    assert "车内异味" in found.summary.text_zh


def test_a_story_about_nothing_in_particular_is_not_judged(planted: Context) -> None:
    found = check(planted, "今天天气不错 automotive.general")
    assert found.issues == ()
    assert "没有识别到" in found.summary.text_zh


def test_with_few_customers_the_check_says_so(world: Any, context_of: Callable[..., Context]) -> None:
    for i in range(5):
        world.say(f"c:{i}", 0, [(COMMON, -1)])
    found = check(context_of(world, 30), COMMON)
    assert found.issues[0].reach is AnecdoteReach.INSUFFICIENT
    assert "证据不足" in found.summary.text_zh


def test_the_planted_aspects_exist(names: AspectNames) -> None:
    assert all(aspect in names for aspect in (COMMON, QUIET, LOUD, *MIDDLING))
