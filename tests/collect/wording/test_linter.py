"""Findings, their spans and their rewrites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.collect import wording
from huiyin.collect.wording.question import ask


@pytest.mark.parametrize(
    ("stem", "rule", "marked", "rewrite"),
    [
        ("难道您不觉得新版更清爽吗？", "leading", "难道您不觉得", "您是否觉得新版更清爽？"),
        ("您对菜品口味和上菜速度满意吗？", "double_barrelled", "菜品口味和上菜速度", "您对菜品口味满意吗？\n您对上菜速度满意吗？"),
        ("您为什么喜欢这款手表？", "presupposition", "为什么喜欢", "如果符合您的情况，您为什么喜欢这款手表？"),
        ("您最近去过我们的门店吗？", "recall_window", "最近", "您过去 30 天里去过我们的门店吗？"),
        ("您希望系统支持 SSO 吗？", "jargon", "SSO", "您希望系统支持 一个账号登录所有系统 吗？"),
        ("Do you completely understand it?", "absolute", "completely", "Do you understand it?"),
    ],
)  # fmt: skip
def test_fault_is_marked_and_rewritten(stem: str, rule: str, marked: str, rewrite: str) -> None:
    finding = next(found for found in wording.lint(ask(stem)) if found.rule == rule)
    assert (finding.span.of(stem), finding.rewrite) == (marked, rewrite)


def test_overlapping_ranges_are_made_to_meet() -> None:
    question = ask("您的年龄？", ("18 岁以下", "18-25 岁", "25-35 岁", "35 岁以上"))
    finding = wording.lint(question)[0]
    assert finding.rule is wording.Rule.OVERLAPPING_OPTIONS
    assert finding.rewrite == "您的年龄？\n18 岁以下\n18-25 岁\n26-35 岁\n35 岁以上"


def test_open_list_gets_other_in_the_style_of_the_list() -> None:
    question = wording.read_document("您用什么付款？\nA. 微信\nB. 支付宝\nC. 银行卡")[0].question
    assert (
        wording.lint(question)[0].rewrite
        == "您用什么付款？\nA. 微信\nB. 支付宝\nC. 银行卡\nD. 其他（请注明）"
    )


def test_lopsided_scale_gets_both_sides() -> None:
    question = ask("总体来说，您满意吗？", ("非常满意", "满意", "一般", "不满意"))
    assert wording.lint(question)[0].rewrite == (
        "总体来说，您满意吗？\n非常满意\n比较满意\n一般\n比较不满意\n非常不满意"
    )


def test_spans_count_code_points_even_beside_emoji() -> None:
    text = "😀您总是带伞吗？"
    finding = wording.lint(wording.read_document(text)[0].question)[0]
    assert finding.span.of(text) == "总是"


def test_every_rule_explains_itself_in_both_languages() -> None:
    for rule in wording.Rule:
        text = wording.rule_text(rule)
        assert all((text.zh, text.en, text.why_zh, text.why_en, text.how_zh, text.how_en))


@given(
    st.text(
        alphabet="您不是否同意和、，。？\nA.1-5 分满意一般差 always and or?0123-~（）{}[]\"'", max_size=200
    )
)
def test_any_text_is_linted_without_an_error_and_spans_stay_inside(text: str) -> None:
    for one in wording.lint_document(text, "text"):
        for finding in one.findings:
            assert 0 <= finding.span.start < finding.span.end <= len(one.located.question.text)
