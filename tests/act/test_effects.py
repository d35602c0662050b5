"""Due actions are judged from the facts: a planted fix is found, an idle action is not."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl
import pytest

from huiyin import act
from huiyin.store.facts import FactsBatch, FactsStore, Watermark

ZONE = ZoneInfo("Asia/Shanghai")
ODOUR = "automotive.comfort.odour"
FIRST = date(2025, 3, 3)
WEEKS = 53
CLOSED = datetime(2025, 12, 10, 3, 0, tzinfo=UTC)
DUE = date(2026, 3, 1)
NOW = datetime(2026, 3, 12, 1, 0, tzinfo=UTC)
TREATED, UNTREATED = "星途 X1", "星途 X2"


def world(rng: np.random.Generator, *, left: float, products=(TREATED, UNTREATED), slump: float = 1.0):
    """A year of voices: each week about 150 customers per product, a fifth of them about the smell.

    After the fix `left` of the treated product's complaints remain; `slump` thins every product's.
    """
    rows = []
    for week in range(WEEKS):
        day = FIRST + timedelta(weeks=week)
        fixed = day > CLOSED.date()
        for product in products:
            rate = 0.2 * (left if fixed and product == TREATED else 1.0) * (slump if fixed else 1.0)
            heard = rng.poisson(150)
            smelly = rng.random(heard) < rate
            rows += [
                (day + timedelta(days=int(offset)), product, bool(bad))
                for offset, bad in zip(rng.integers(0, 7, heard), smelly, strict=True)
            ]
    return pl.DataFrame(rows, schema=["day", "product", "bad"], orient="row").with_row_index("feedback_id", 1)


def among_others(rng: np.random.Generator, *, left: float, slump: float) -> pl.DataFrame:
    """The same year with two further complaints, which the fix leaves alone."""
    said = world(rng, left=left, products=(TREATED, UNTREATED), slump=slump)
    fixed = pl.col("day") > CLOSED.date()
    kept = pl.Series(rng.random(said.height))
    both = said.with_columns(
        # The fix reaches both products here.
        bad=pl.col("bad") & ~(fixed & (pl.col("product") == UNTREATED) & (kept > left))
    )
    others = world(rng, left=1.0, products=(TREATED, UNTREATED), slump=slump).filter("bad")
    named = [
        others.sample(fraction=0.9, seed=seed).with_columns(aspect=pl.lit(aspect))
        for seed, aspect in enumerate(("automotive.service.attitude", "automotive.power.noise"))
    ]
    everything = [both.with_columns(aspect=pl.lit(None, pl.String)), *named]
    return pl.concat([each.drop("feedback_id") for each in everything]).with_row_index("feedback_id", 1)


def load(store: FactsStore, said: pl.DataFrame) -> None:
    at = pl.col("day").cast(pl.Datetime) + pl.duration(hours=4)
    shared = said.with_columns(
        pl.col("feedback_id").cast(pl.Int64),
        source=pl.lit("论坛"),
        channel=pl.lit("social"),
        taxonomy=pl.lit("automotive"),
        occurred_at=at,
        speaker=pl.format("f:{}", "feedback_id"),
        sentiment=pl.when("bad").then(-1).otherwise(1).cast(pl.Int8),
    )
    voices = shared.drop("bad", "aspect", strict=False).with_columns(
        revision=pl.col("feedback_id"),
        received_at=pl.col("occurred_at"),
        language=pl.lit("zh"),
        text=pl.lit("味道很大"),
        types=pl.concat_list(pl.lit("complaint")),
        opinions=pl.lit(1),
    )
    opinions = shared.with_columns(
        ordinal=pl.lit(0),
        aspect=pl.coalesce(
            pl.col("aspect") if "aspect" in said.columns else pl.lit(None, pl.String),
            pl.when(pl.col("bad")).then(pl.lit(ODOUR)).otherwise(pl.lit("automotive.price")),
        ),
        polarity=pl.col("sentiment").cast(pl.Float64),
        intensity=pl.lit(0.5),
        type=pl.lit("complaint"),
        start_offset=pl.lit(0),
        end_offset=pl.lit(4),
        confidence=pl.lit(0.9),
    ).drop("bad")
    opinions = opinions.with_columns(aspect1=pl.col("aspect").str.extract(r"^([^.]+\.[^.]+)"))
    newest = NOW.replace(tzinfo=None)
    mark = Watermark(said.height, "made-up@1", "automotive@1", newest, newest)
    store.apply(FactsBatch(voices, opinions, voices["feedback_id"], mark))


@pytest.fixture
def store(tmp_path):
    opened = FactsStore(tmp_path / "facts")
    yield opened
    opened.close()


@pytest.fixture
def clock(clock):
    clock.now = NOW
    return clock


@pytest.fixture
def finish(ledger, analyst, clock):
    """Opens an action four weeks before it is done, and closes it at CLOSED."""

    def made(*, products=(TREATED,), aspect=ODOUR, metric=act.EffectMetric.NEGATIVE_CUSTOMERS, **effect):
        registered = {"size": 50, "unit": act.EffectUnit.PERCENT, "due_date": DUE} | effect
        expected = act.ExpectedEffect(metric, act.EffectDirection.DOWN, **registered)
        draft = act.ActionDraft(
            title="更换内饰胶水",
            kind=act.ActionKind.PRODUCT,
            owner="王工",
            due_date=date(2025, 12, 31),
            aspect=aspect,
            filters={"product": list(products)} if products else {},
            expected_effect=expected,
        )
        with ledger.write() as connection:
            clock.now = CLOSED - timedelta(weeks=4)
            action = act.create_action(connection, draft, evidence={}, by=analyst, clock=clock)
            clock.now = CLOSED
            change = act.ActionChange(state=act.ActionState.DONE)
            act.change_action(connection, action.id, change, by=analyst, clock=clock)
        clock.now = NOW
        return action

    return made


@pytest.fixture
def judge(ledger, store, clock):
    return lambda: act.judge_due_actions(ledger.write, store, clock, zone=ZONE)


def test_fix_that_works_is_effective_against_the_other_product(store, finish, judge):
    load(store, world(np.random.default_rng(1), left=0.4))
    action = finish()
    (effect,) = judge()
    assert (effect.action_id, effect.verdict) == (action.id, act.EffectVerdict.EFFECTIVE)
    assert effect.change.method == "did-binomial-hac"
    assert effect.change.low < -0.6 < effect.change.high
    assert effect.promised == pytest.approx(-0.5)
    assert effect.placebos


def test_idle_action_is_not_effective(store, finish, judge):
    load(store, world(np.random.default_rng(2), left=1.0))
    finish()
    (effect,) = judge()
    assert effect.verdict is act.EffectVerdict.NOT_EFFECTIVE


def test_slump_of_everything_is_no_effect_where_there_is_a_control(store, finish, judge):
    load(store, world(np.random.default_rng(3), left=1.0, slump=0.4))
    finish()
    (effect,) = judge()
    assert effect.verdict is act.EffectVerdict.NOT_EFFECTIVE


def test_without_another_product_the_series_itself_is_the_control(store, finish, judge):
    load(store, world(np.random.default_rng(4), left=0.4, products=(TREATED,)))
    finish()
    (effect,) = judge()
    assert effect.change.method == "its-poisson-hac"
    assert effect.verdict is act.EffectVerdict.EFFECTIVE


def test_action_for_everybody_is_held_against_the_other_issues(store, finish, judge):
    """A slump of all complaints alike is no effect of an action on one of them."""
    load(store, among_others(np.random.default_rng(6), left=1.0, slump=0.4))
    finish(products=())
    (effect,) = judge()
    assert effect.change.method == "did-binomial-hac"
    assert effect.verdict is act.EffectVerdict.NOT_EFFECTIVE


def test_fix_for_everybody_is_found_beside_the_other_issues(store, finish, judge):
    load(store, among_others(np.random.default_rng(7), left=0.4, slump=0.6))
    finish(products=())
    (effect,) = judge()
    assert (effect.change.method, effect.verdict) == ("did-binomial-hac", act.EffectVerdict.EFFECTIVE)


def test_picture_holds_every_week_with_what_would_have_been(store, finish, judge):
    load(store, world(np.random.default_rng(1), left=0.4))
    finish()
    (effect,) = judge()
    assert effect.done_week == date(2025, 12, 15)
    after = [week for week in effect.weeks if week.week >= effect.done_week]
    assert sum(week.expected for week in after) > 1.5 * sum(week.events for week in after)
    assert after[-1].week <= DUE - timedelta(days=6)


def test_action_is_judged_once_and_remembers_it(ledger, store, finish, judge):
    load(store, world(np.random.default_rng(1), left=0.4))
    action = finish()
    judge()
    assert judge() == []
    with ledger.read() as connection:
        event = act.action_history(connection, action.id)[-1]
        assert act.effects_of(connection, [action.id])[action.id].verdict is act.EffectVerdict.EFFECTIVE
    assert (event.kind, event.actor) == ("judged", "huiyin")


def test_nothing_is_judged_before_its_day(store, finish, judge, clock):
    load(store, world(np.random.default_rng(1), left=0.4))
    finish()
    clock.now = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
    assert judge() == []


def test_late_action_gets_its_weeks_first(store, finish, judge, clock):
    finish(due_date=date(2025, 12, 31))
    clock.now = CLOSED + timedelta(weeks=4)
    assert judge() == []


def test_open_and_dropped_actions_are_not_judged(ledger, store, finish, judge, analyst, clock):
    for state in (act.ActionState.DOING, act.ActionState.DROPPED):
        action = finish()
        with ledger.write() as connection:
            change = act.ActionChange(state=state)
            act.change_action(connection, action.id, change, by=analyst, clock=clock)
    assert judge() == []


def test_empty_facts_cannot_tell(store, finish, judge):
    finish()
    (effect,) = judge()
    assert (effect.verdict, effect.weeks) == (act.EffectVerdict.CANNOT_TELL, ())


def test_metric_that_is_no_count_cannot_tell(store, finish, judge):
    finish(metric=act.EffectMetric.NPS)
    (effect,) = judge()
    assert effect.reason is act.EffectReason.METRIC_NOT_TESTABLE


@pytest.mark.parametrize(
    ("unit", "size", "promised"),
    [
        (act.EffectUnit.PERCENT, 30, -0.3),
        (act.EffectUnit.POINTS, 10, -0.5),
        (act.EffectUnit.CUSTOMERS, 15, -0.5),
        (act.EffectUnit.PERCENT, 100, -0.99),
    ],
)
def test_promise_is_put_in_relation_to_the_level_before(store, finish, judge, unit, size, promised):
    load(store, world(np.random.default_rng(1), left=0.4))
    finish(unit=unit, size=size)
    (effect,) = judge()
    assert effect.promised == pytest.approx(promised, abs=0.03)


def test_action_without_an_aspect_is_judged_on_all_complaints(store, finish, judge):
    load(store, world(np.random.default_rng(1), left=0.4))
    finish(aspect=None)
    (effect,) = judge()
    assert effect.verdict is act.EffectVerdict.EFFECTIVE


def test_plan_counts_the_weeks_as_the_test_will(store, finish):
    load(store, world(np.random.default_rng(1), left=1.0))
    promised = act.ExpectedEffect(
        act.EffectMetric.NEGATIVE_CUSTOMERS, act.EffectDirection.DOWN, 50, act.EffectUnit.PERCENT, DUE
    )
    draft = act.ActionDraft(
        "更换内饰胶水",
        act.ActionKind.PRODUCT,
        "王工",
        DUE,
        promised,
        aspect=ODOUR,
        filters={"product": [TREATED]},
    )
    plan = act.read_plan(store, draft, today=DUE)
    assert (plan.controlled, plan.promised, plan.weeks_before) == (True, pytest.approx(-0.5), 52)
    assert 20 < plan.events_a_week < 40
    assert plan.weeks is not None
    assert plan.smallest == pytest.approx(-0.35, abs=0.12)


def test_what_cannot_be_tested_has_no_plan(store, finish):
    load(store, world(np.random.default_rng(1), left=1.0))
    promised = act.ExpectedEffect(act.EffectMetric.NPS, act.EffectDirection.UP, 5, act.EffectUnit.POINTS, DUE)
    draft = act.ActionDraft("更换内饰胶水", act.ActionKind.PRODUCT, "王工", DUE, promised)
    assert act.read_plan(store, draft, today=DUE) is None
