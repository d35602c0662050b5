"""Questions out of text, Markdown, CSV and SurveyJS."""

from __future__ import annotations

import json

import pytest

from huiyin.collect import wording
from huiyin.kit.errors import InvalidInputError

TEXT = "# 问卷\n\n1. 您几岁？\n□ 不到 18 岁\n□ 18 岁及以上\n2、您住在哪里？\n\n- 请讲讲您上一次投诉的经过。\n"


def test_text_keeps_numbers_and_marks_out_of_the_question() -> None:
    found = wording.read_document(TEXT)
    assert [one.question.asked for one in found] == ["您几岁？", "您住在哪里？", "请讲讲您上一次投诉的经过。"]
    assert found[0].question.choices == ("不到 18 岁", "18 岁及以上")


def test_offsets_lead_back_to_the_document() -> None:
    for one in wording.read_document(TEXT):
        assert one.offset is not None
        assert TEXT[one.offset :].startswith(one.question.text)


def test_csv_takes_the_named_columns() -> None:
    found = wording.read_document("编号,题目,选项\n1,您用过吗？,用过|没用过\n2,您几岁？,\n", "csv")
    assert [(one.place, one.question.choices) for one in found] == [
        ("row 2", ("用过", "没用过")),
        ("row 3", ()),
    ]


def test_surveyjs_is_read_through_pages_and_panels_with_its_rating_ends() -> None:
    definition = {
        "pages": [
            {"elements": [
                {"type": "panel", "elements": [
                    {"type": "rating", "name": "q1", "title": {"zh-cn": "总体满意吗？"}, "rateMin": 1, "rateMax": 3,
                     "minRateDescription": "很不满意", "maxRateDescription": "很满意"},
                ]},
                {"type": "radiogroup", "name": "q2", "title": "渠道？", "choices": ["门店", {"value": "w", "text": "官网"}],
                 "showOtherItem": True},
                {"type": "html", "name": "x", "html": "<p>"},
            ]}
        ]
    }  # fmt: skip
    found = wording.read_document(json.dumps(definition))
    assert [one.question.choices for one in found] == [
        ("1（很不满意）", "2", "3（很满意）"),
        ("门店", "官网", "其他"),
    ]


def test_broken_surveyjs_is_refused_with_what_would_be_right() -> None:
    with pytest.raises(InvalidInputError) as raised:
        wording.read_document("{oops", "surveyjs")
    assert raised.value.field == "text"
