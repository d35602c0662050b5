"""Charts are data: no code, no background, intervals drawn, and the same said in a table."""

from __future__ import annotations

import json
from typing import Any

import pytest

from huiyin import charts
from huiyin.charts import Bar, EffectWeek, Figure, Language, PlanePoint, Reading, VolumeWeek, WeeklyShare

SHARE = Reading(0.10, 0.06, 0.17, 100)
NOTHING = Reading(None, None, None, 0)
WEEKS = [
    WeeklyShare("2026-06-01", SHARE, "/x"),
    WeeklyShare("2026-06-08", NOTHING),
    WeeklyShare("2026-06-15", SHARE),
]
POINTS = [
    PlanePoint("a.b", "异味<b>{b}", SHARE, Reading(0.7, 0.6, 0.8, 40), "/a"),
    PlanePoint("a.c", "油耗", Reading(0.02, 0.01, 0.04, 100), Reading(0.4, 0.3, 0.5, 40)),
    PlanePoint("a.d", "座椅", SHARE, NOTHING),
]


def figures(language: Language) -> list[Figure]:
    return [
        charts.volume_chart([VolumeWeek("2026-06-01", 3, 2, 5, 1)], language=language),
        charts.sentiment_chart(WEEKS, language=language),
        charts.aspect_trend_chart(WEEKS, name_zh="异味", name_en="Odour", language=language),
        charts.plane_chart(POINTS, language=language),
        charts.effect_chart(
            [EffectWeek("2026-06-01", 9, 8.52), EffectWeek("2026-06-08", 4, None)],
            done="2026-06-08",
            language=language,
        ),
        charts.bar_chart([Bar("社交", SHARE), Bar("评论", NOTHING)], title="占比", language=language),
    ]


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each)]
    return [value]


@pytest.mark.parametrize("language", list(Language))
def test_options_are_plain_json_without_a_background(language: Language) -> None:
    for figure in figures(language):
        assert json.loads(json.dumps(figure.option)) == figure.option
        assert figure.option["backgroundColor"] == "transparent"
        assert figure.option["aria"]["label"]["description"]


@pytest.mark.parametrize("language", list(Language))
def test_each_table_has_a_cell_for_every_column(language: Language) -> None:
    for figure in figures(language):
        table = figure.table.as_dict()
        assert table["rows"]
        assert all(len(row) == len(table["columns"]) for row in table["rows"])


def test_an_empty_chart_is_still_a_chart() -> None:
    for figure in (charts.volume_chart([]), charts.sentiment_chart([]), charts.plane_chart([])):
        assert figure.table.rows == ()


def test_polarity_never_rests_on_colour_alone() -> None:
    series = charts.volume_chart([VolumeWeek("2026-06-01", 1, 1, 1)]).option["series"]
    assert len({each["name"][0] for each in series}) == 3
    assert "decal" in series[0]["itemStyle"]


def test_volume_adds_up() -> None:
    figure = charts.volume_chart([VolumeWeek("2026-06-01", 3, 2, 5, 1)])
    assert figure.table.rows == (("2026-06-01", 3, 3, 5, 11),)
    assert sum(each["data"][0]["value"] for each in figure.option["series"]) == 11


def test_the_band_spans_the_interval_and_leaves_gaps() -> None:
    low, height, line = charts.sentiment_chart(WEEKS).option["series"]
    assert (low["data"], height["data"]) == ([6.0, None, 6.0], [11.0, None, 11.0])
    assert [datum["value"] for datum in line["data"]] == [10.0, None, 10.0]


def test_whiskers_are_drawn_on_both_axes_of_the_plane() -> None:
    (series,) = charts.plane_chart(POINTS).option["series"]
    lines = [[end["coord"] for end in pair] for pair in series["markLine"]["data"]]
    assert [[6.0, 0.7], [17.0, 0.7]] in lines
    assert [[10.0, 0.6], [10.0, 0.8]] in lines
    assert len(series["data"]) == 2


def test_names_from_data_cannot_become_markup_or_templates() -> None:
    (series,) = charts.plane_chart(POINTS).option["series"]
    formatter = series["data"][0]["tooltip"]["formatter"]
    assert "<b>" not in formatter
    assert "{" not in formatter


def test_the_interval_is_in_the_tooltip() -> None:
    line = charts.sentiment_chart(WEEKS).option["series"][-1]
    assert "10.0%（区间 6.0–17.0%，n = 100）" in line["data"][0]["tooltip"]["formatter"]
    assert "证据不足" in line["data"][1]["tooltip"]["formatter"]


def test_week_that_the_window_cuts_has_a_hollow_point() -> None:
    weeks = [*WEEKS, WeeklyShare("2026-06-22", SHARE, partial=True)]
    points = charts.sentiment_chart(weeks).option["series"][-1]["data"]
    assert [point.get("symbol") for point in points] == [None, None, None, "emptyCircle"]
    assert "不满一周" in str(points[-1]["tooltip"])
