"""Definitions and answers that do not fit are refused by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.collect import surveys, wording
from huiyin.collect.surveys.answers import check_answers
from huiyin.kit.errors import InvalidInputError

DEFINITION = {
    "title": "回访",
    "pages": [{"elements": [
        {"type": "rating", "name": "score", "title": "推荐？", "metric": "nps", "isRequired": True},
        {"type": "comment", "name": "why", "title": "为什么？", "visibleIf": "{score} <= 6"},
        {"type": "checkbox", "name": "parts", "title": "哪些？", "choices": ["a", {"value": "b", "text": "乙"}],
         "showOtherItem": True},
        {"type": "boolean", "name": "again", "title": "再来吗？"},
    ]}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": ""}, "title"),
        ({"pages": []}, "elements"),
        ({"pages": "x"}, "pages"),
        ({"pages": [{"elements": [{"type": "file", "name": "f"}]}]}, "f"),
        ({"pages": [{"elements": [{"type": "text", "name": "a b"}]}]}, "name"),
        ({"pages": [{"elements": [{"type": "text", "name": "a"}, {"type": "text", "name": "a"}]}]}, "a"),
        ({"pages": [{"elements": [{"type": "radiogroup", "name": "a", "choices": ["x", "x"]}]}]}, "a"),
        ({"pages": [{"elements": [{"type": "rating", "name": "a", "metric": "nps", "rateMax": 5}]}]}, "a"),
        ({"pages": [{"elements": [{"type": "text", "name": "a", "visibleIf": "{later} = 1"}]}]}, "a"),
    ],
)
def test_bad_definition_names_what_is_wrong(change: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputError) as raised:
        surveys.parse_definition(DEFINITION | change)
    assert raised.value.field == field


def test_hidden_question_is_neither_required_nor_kept() -> None:
    definition = surveys.parse_definition(DEFINITION)
    assert check_answers(definition, {"score": 9, "why": "x"}, complete=True) == {"score": 9}
    assert check_answers(definition, {"score": 3, "why": "x"}, complete=True) == {"score": 3, "why": "x"}


def test_several_choices_with_other_words() -> None:
    definition = surveys.parse_definition(DEFINITION)
    given_answers = {"score": 9, "parts": ["other", "b"], "parts-Comment": "丙", "again": False}
    assert check_answers(definition, given_answers, complete=True) == given_answers | {
        "parts": ["b", "other"]
    }


@pytest.mark.parametrize(
    "answers",
    [
        {"score": 11},
        {"score": "9"},
        {"score": True},
        {"parts": "a"},
        {"parts": ["z"]},
        {"parts": [["a"]]},
        {"x": 1},
    ],
)
def test_answer_that_was_not_offered_is_refused(answers: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        check_answers(surveys.parse_definition(DEFINITION), answers, complete=False)


def refusal(attempt: Callable[[], object]) -> str | None:
    """Return the field that a refusal names, None when nothing was refused."""
    try:
        attempt()
    except InvalidInputError as error:
        return error.field or ""
    return None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["score", "why", "parts", "again", "parts-Comment", "x"]), JSON))
def test_any_answers_are_kept_or_refused_by_name(answers: dict[str, Any]) -> None:
    assert refusal(lambda: check_answers(surveys.parse_definition(DEFINITION), answers, complete=True)) != ""


@given(st.dictionaries(st.sampled_from(["title", "pages", "elements"]), JSON))
def test_any_definition_is_read_or_refused_by_name(raw: dict[str, Any]) -> None:
    assert refusal(lambda: surveys.parse_definition(raw)) != ""


@pytest.mark.parametrize("template", surveys.TEMPLATES, ids=lambda template: template.id)
def test_template_is_valid(template: surveys.Template) -> None:
    assert surveys.parse_definition(template.definition).questions


@pytest.mark.parametrize("template", surveys.TEMPLATES, ids=lambda template: template.id)
def test_template_passes_our_own_linter(template: surveys.Template) -> None:
    found = [
        (finding.rule.value, one.located.question.asked)
        for element in template.definition["elements"]
        for one in wording.lint_document(element["title"], "text")
        for finding in one.findings
    ]
    assert found == []
