"""A complaint becomes a case and is resolved; the facts become a report that a stranger opens by link."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.journey


def test_complaint_becomes_a_case_and_is_resolved(world, visit) -> None:
    desk = visit(world, "/understand/verbatims?sentiment=-1&type=complaint")
    desk.get_by_text("详情").first.click()
    desk.get_by_role("link", name="建立工单").click()
    desk.get_by_label("负责人").fill("小周")
    desk.get_by_role("dialog").get_by_role("button", name="建立工单").click()
    desk.get_by_role("button", name=re.compile("小周")).first.wait_for()
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.get_by_label("怎么解决的").fill("更换滤芯并回访")
    desk.get_by_role("button", name="解决", exact=True).click()
    desk.get_by_role("button", name="重新打开").wait_for()


def test_report_is_saved_and_opened_by_link_without_an_account(world, visit, browser) -> None:
    desk = visit(world, "/act/reports")
    desk.get_by_text("谁在说话").wait_for()
    desk.get_by_role("button", name="保存报告").click()
    desk.get_by_label("名称").fill("质量周报")
    desk.get_by_role("dialog").get_by_role("button", name="保存报告").click()
    desk.get_by_role("button", name="分享链接").click()
    desk.get_by_role("button", name="生成链接").click()
    address = desk.get_by_role("textbox", name="分享链接").input_value()
    stranger = browser.new_context().new_page()
    stranger.goto(address)
    assert "质量周报" in stranger.title()
    assert stranger.locator("section.page").count() > 3
    assert stranger.locator("svg").count() > 3


def test_programme_page_says_who_is_heard(world, visit) -> None:
    desk = visit(world, "/act/programme")
    desk.get_by_text("已知客户中期内被听到的占").wait_for()
    assert desk.get_by_text("怎么算的").count() > 8
