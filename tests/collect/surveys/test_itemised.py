"""Grids, Kano pairs and MaxDiff sets: kept in one form or refused by name; read with their intervals."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.collect.surveys.conftest import Open

from huiyin.collect import surveys
from huiyin.collect.surveys.answers import check_answers
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import KanoClass
from huiyin.store.ledger import Ledger

DEFINITION = {
    "title": {"default": "回访", "en": "Follow-up"},
    "theme": {"accent": "#ffd400", "logo": "澄野"},
    "pages": [
        {"elements": [
            {"type": "matrix", "name": "parts", "title": "满意？", "isRequired": True,
             "rows": ["quality", "price"], "columns": ["1", "2", "3", "4", "5"]},
        ]},
        {"elements": [
            {"type": "kano", "name": "features", "title": "功能？", "items": [{"value": "a", "text": "甲"}, "b"]},
            {"type": "maxdiff", "name": "first", "title": "取舍？", "items": list("abcdef"), "setSize": 3},
        ]},
    ],
}  # fmt: skip
PARSED = surveys.parse_definition(DEFINITION)
MAXDIFF = PARSED.questions[2]


def picks(version: int, order: str = "abcdef") -> dict[str, Any]:
    """Always pick the first of `order` as most and its last as least."""
    sets = surveys.sets_of(MAXDIFF, version)
    ranked = [sorted(shown, key=order.index) for shown in sets]
    return {"version": version, "picks": [[one[0], one[-1]] for one in ranked]}


def test_definition_has_pages_languages_and_a_readable_theme() -> None:
    assert [question.page for question in PARSED.questions] == [0, 1, 1]
    assert (PARSED.languages, PARSED.title) == (("zh", "en"), "回访")
    assert surveys.parse_definition(DEFINITION, "en").title == "Follow-up"
    assert (PARSED.theme.ink, PARSED.theme.logo) == ("#10151c", "澄野")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"parts": "5"}, "parts"),
        ({"parts": {"quality": "9"}}, "parts"),
        ({"parts": {"colour": "5"}}, "parts"),
        ({"features": {"a": [1, 6]}}, "features"),
        ({"features": {"a": [1]}}, "features"),
        ({"first": {"version": 99, "picks": []}}, "first"),
        ({"first": {"version": 0, "picks": [["a", "a"]]}}, "first"),
        ({"first": {"version": True, "picks": []}}, "first"),
        ({"first": {"version": 0, "picks": [None] * 99}}, "first"),
    ],
)
def test_answer_that_does_not_fit_is_refused_by_name(answers: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputError) as raised:
        check_answers(PARSED, answers, complete=False)
    assert raised.value.field == field


def test_a_required_grid_is_complete_with_all_its_lines() -> None:
    half = {"parts": {"quality": "5"}}
    assert check_answers(PARSED, half, complete=False) == half
    with pytest.raises(InvalidInputError):
        check_answers(PARSED, half, complete=True)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 7) | st.sampled_from(["a", "1", "quality"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "quality", "version", "picks"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["parts", "features", "first"]), JSON))
def test_any_answers_are_kept_or_refused(answers: dict[str, Any]) -> None:
    kept: dict[str, Any] = {}
    try:
        kept = check_answers(PARSED, answers, complete=False)
    except InvalidInputError as error:
        refused = error.field
    else:
        refused = None
    assert refused is None or refused in answers
    assert check_answers(PARSED, kept, complete=False) == kept


def test_results_of_grid_kano_and_maxdiff(ledger: Ledger, clock: Clock, opened: Open) -> None:
    survey = opened(DEFINITION)
    rng = np.random.default_rng(2)
    crowd = [
        surveys.Submission(
            {
                "parts": {"quality": "5", "price": str(1 + who % 3)},
                "features": {"a": [1, 5] if who % 4 else [1, 3], "b": [3, 3]},
                "first": picks(int(rng.integers(6))),
            },
            key=f"{who:020}",
            complete=True,
        )
        for who in range(60)
    ]
    with ledger.write() as connection:
        surveys.save_together(connection, survey, crowd, zone=UTC, clock=clock)
        sheets = surveys.read_sheets(connection, survey)
    grid, kano, maxdiff = surveys.question_results(survey.definition, sheets)
    assert [round(item.mean.value, 2) for item in grid.items if item.mean and item.mean.value] == [5.0, 2.0]
    found = kano.items[0].kano
    assert found is not None
    assert (found.leading, found.counts[KanoClass.ATTRACTIVE], found.better.value) == (
        KanoClass.ONE_DIMENSIONAL,
        15,
        1.0,
    )
    assert maxdiff.items[0].value == "a"
    assert maxdiff.items[0].score is not None
    assert maxdiff.items[0].score.value == 1.0
    assert maxdiff.items[-1].score is not None
    assert maxdiff.items[-1].score.value == -1.0
