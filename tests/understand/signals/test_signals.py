"""Signals over made-up series: what is found, merged and explained, and what is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
import polars as pl
import pytest

from huiyin.understand.signals.assessment import assess
from huiyin.understand.signals.causes import contrast, flatten
from huiyin.understand.signals.evidence import Material, of_alarm
from huiyin.understand.signals.merging import Finding, merge
from huiyin.understand.signals.scan import DAY, scan
from huiyin.understand.signals.series import Kind, build_series
from huiyin.understand.signals.terms import TermIndex
from huiyin.understand.signals.watch import look

START = datetime(2026, 1, 1)  # noqa: DTZ001 the facts hold naive UTC times
DAYS = 110
ASPECTS = ("automotive.comfort.odour", "automotive.battery", "automotive.space")
PRODUCTS = ("S7", "E5")
CHANNELS = ("social", "service")


def _material(rng: np.random.Generator, *, burst: int = 0, text: str = "") -> Material:
    """120 voices a day, half of them complaints; `burst` more about the odour of the S7 on each of the last four days."""
    rows = []
    for day in range(DAYS):
        rows += [_voice(rng, day, rng.choice(ASPECTS), rng.choice(PRODUCTS)) for _ in range(rng.poisson(120))]
        if day >= DAYS - 4:
            rows += [_voice(rng, day, ASPECTS[0], "S7", sentiment=-1, text=text) for _ in range(burst)]
    voices = pl.DataFrame(rows).with_row_index("feedback_id").cast({"feedback_id": pl.Int64})
    voices = voices.with_columns(
        speaker=pl.format("f:{}", "feedback_id"),
        day=pl.col("occurred_at").dt.date(),
        intensity=pl.lit(0.7),
        segment=pl.lit(None, pl.String),
        region=pl.lit("华东"),
    )
    return Material(voices, voices)


def _voice(
    rng: np.random.Generator, day: int, aspect: str, product: str, *, sentiment: int = 0, text: str = ""
) -> dict[str, object]:
    return {
        "taxonomy": "automotive",
        "aspect": str(aspect),
        "product": str(product),
        "channel": str(rng.choice(CHANNELS)),
        "occurred_at": START + timedelta(days=day, hours=float(rng.uniform(0, 24))),
        "sentiment": sentiment or int(rng.choice((-1, 1))),
        "text": text or f"{rng.choice(list('春夏秋冬'))}{rng.choice(list('东南西北'))}都好",
    }


def _no_attributes(_ids: object) -> dict[int, dict[str, str]]:
    return {}


END = START + timedelta(days=DAYS)


@pytest.mark.parametrize("seed", range(3))
def test_a_quiet_world_has_no_signal(seed: int) -> None:
    assert look(_material(np.random.default_rng(seed)), END, _no_attributes) == []


def test_a_burst_is_one_signal_on_its_aspect_and_product() -> None:
    found = look(_material(np.random.default_rng(5), burst=18), END, _no_attributes)
    first = found[0].finding.leader
    assert [each.finding.leader.key.kind for each in found] == [Kind.COMPLAINTS]
    assert (first.key.aspect, first.key.product) == (ASPECTS[0], "S7")
    assert found[0].since >= END - timedelta(days=6)
    assert first.surprise.low <= first.surprise.expected <= first.surprise.high < first.surprise.observed


def test_more_of_everything_is_no_complaint_signal() -> None:
    rng = np.random.default_rng(6)
    quiet = _material(rng)
    rows = quiet.voices
    last = rows.filter(pl.col("occurred_at") >= END - timedelta(days=2))
    twice = pl.concat([rows, last.with_columns(pl.col("feedback_id") + 1_000_000)])
    twice = twice.with_columns(speaker=pl.format("f:{}", "feedback_id"))
    alarms = scan(build_series(twice, twice, START, END), DAYS * DAY)
    assert [alarm.key.kind for alarm in alarms if alarm.key.kind == Kind.COMPLAINTS] == []


def test_one_loud_author_is_no_signal() -> None:
    material = _material(np.random.default_rng(7), burst=18)
    loud = (
        pl.when(pl.col("occurred_at") >= END - timedelta(days=4)).then(pl.lit("a:one")).otherwise("speaker")
    )
    rows = material.voices.with_columns(
        speaker=pl.when(pl.col("product") == "S7").then(loud).otherwise("speaker")
    )
    found = scan(build_series(rows, rows, START, END), DAYS * DAY)
    assert [alarm for alarm in found if alarm.key.kind == Kind.COMPLAINTS and alarm.key.product == "S7"] == []


def test_nothing_is_said_without_a_past() -> None:
    series = build_series(*[_material(np.random.default_rng(8), burst=18).voices] * 2, START, END)
    assert scan(series, 30 * DAY) == []


def test_a_new_term_is_found_and_a_known_one_is_not() -> None:
    story = "盯梢门"
    index = TermIndex(_material(np.random.default_rng(9), burst=18, text=story).voices)
    assert [each.term for each in index.bursts(END)] == [story]
    assert index.bursts(END, {story}) == []


@pytest.mark.parametrize("talk", ["能不能", "我的车", "昨晚", "有没有", "二十多万", "一直是吗"])
def test_everyday_talk_is_no_new_term_however_often_it_is_said(talk: str) -> None:
    index = TermIndex(_material(np.random.default_rng(9), burst=18, text=talk).voices)
    assert index.bursts(END) == []


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("盯梢门吗", "盯梢门"),
        ("我的盯梢门", "盯梢门"),
        ("打不开", "打不开"),
        ("用不了", "用不了"),
        ("着火了", "着火"),
    ],
)
def test_a_new_term_is_told_without_the_talk_around_it(said: str, named: str) -> None:
    index = TermIndex(_material(np.random.default_rng(9), burst=18, text=said).voices)
    assert [each.term for each in index.bursts(END)] == [named]


def test_a_longer_name_is_told_whole() -> None:
    index = TermIndex(_material(np.random.default_rng(9), burst=18, text="多巴胺配色").voices)
    assert [each.term for each in index.bursts(END)] == ["多巴胺配色"]


def test_the_edge_of_a_known_word_is_no_new_term() -> None:
    index = TermIndex(_material(np.random.default_rng(9), burst=18, text="说蓝牙").voices)
    assert [each.term for each in index.bursts(END)] == ["说蓝牙"]
    assert index.bursts(END, {"蓝牙"}) == []


def test_alarms_over_the_same_voices_are_told_together() -> None:
    material = _material(np.random.default_rng(10), burst=25)
    alarms = scan(build_series(material.voices, material.opinions, START, END), DAYS * DAY)
    merged = merge(of_alarm(material, alarm, END) for alarm in alarms)
    assert len(alarms) > 1
    assert len([each for each in merged if ASPECTS[0] in each.members[0]]) == 1


def test_the_batch_is_named_before_what_merely_goes_along() -> None:
    rng = np.random.default_rng(11)
    signal = [
        {"batch": "B" if rng.random() < 0.9 else "A", "channel": str(rng.choice(CHANNELS, p=(0.7, 0.3)))}
        for _ in range(40)
    ]
    others = [
        {"batch": str(rng.choice(list("ABCDEF"))), "channel": str(rng.choice(CHANNELS))} for _ in range(400)
    ]
    causes = contrast(signal, others)
    assert (causes[0].dimension, causes[0].value) == ("batch", "B")
    assert causes[0].explained.low is not None
    assert causes[0].explained.low > 0.5


def test_channel_stands_behind_what_is_different_about_the_thing() -> None:
    signal = [{"channel": "service", "batch": "B" if place % 5 else "A"} for place in range(20)]
    others = [{"channel": "review", "batch": "AB"[place % 2]} for place in range(200)]
    assert [each.dimension for each in contrast(signal, others)] == ["batch", "channel"]


def test_no_contrast_no_cause() -> None:
    rng = np.random.default_rng(12)
    same = [{"batch": str(rng.choice(list("ABCDEF")))} for _ in range(400)]
    assert contrast(same[:50], same[50:]) == []


def test_personal_attributes_are_never_causes() -> None:
    assert flatten({"handles": {"phone": "1"}, "vin": "L", "dealer": "北店", "nested": {"email": "a@b"}}) == {
        "dealer": "北店"
    }


def test_an_assessment_tells_days_with_their_band() -> None:
    material = _material(np.random.default_rng(13), burst=18)
    alarm = scan(build_series(material.voices, material.opinions, START, END), DAYS * DAY)[0]
    told = assess(material, Finding(of_alarm(material, alarm, END), ()), _no_attributes)
    last = told.days[-1]
    assert last.high is not None
    assert last.observed > last.high
    assert 0 < told.crisis.score <= 100
    assert told.people >= 18
    assert len(told.verbatims) == 6


def test_the_product_is_where_and_the_batch_is_why() -> None:
    rng = np.random.default_rng(14)
    material = _material(rng, burst=18)
    late = material.voices.filter(pl.col("occurred_at") >= END - timedelta(days=4))
    bad = set(late.filter(pl.col("product") == "S7", pl.col("aspect") == ASPECTS[0])["feedback_id"].to_list())

    def batches(ids: Sequence[int]) -> dict[int, dict[str, str]]:
        return {each: {"batch": "B" if each in bad else str(rng.choice(list("ABCDE")))} for each in ids}

    alarms = scan(build_series(material.voices, material.opinions, START, END), DAYS * DAY)
    wide = next(alarm for alarm in alarms if alarm.key.aspect == ASPECTS[0] and alarm.key.product is None)
    causes = assess(material, Finding(of_alarm(material, wide, END), ()), batches).causes
    assert (causes[0].dimension, causes[0].value) == ("batch", "B")
