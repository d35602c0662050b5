"""A respondent with a phone answers a survey; a newcomer checks questions."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.journey


def _opened(site: Any) -> dict[str, Any]:
    with site.client() as client:
        definition = client.get("/surveys/templates").json()[0]["definition"]
        definition["elements"][1]["visibleIf"] = "{score} <= 8"
        survey_id = client.post("/surveys", json={"definition": definition}).json()["id"]
        survey: dict[str, Any] = client.patch(f"/surveys/{survey_id}", json={"state": "open"}).json()
        return survey


def _counts(site: Any, survey: dict[str, Any]) -> tuple[int, int]:
    with site.client() as client:
        found = client.get(f"/surveys/{survey['id']}").json()
        return found["partial"], found["complete"]


def test_survey_is_answered_on_a_phone_on_a_slow_line(world: Any, browser: Any, keep: Any) -> None:
    survey = _opened(world)
    context = browser.new_context(
        base_url=world.url, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
    line.send("Network.emulateNetworkConditions", slow)
    page.goto(f"/s/{survey['slug']}")
    assert page.locator("[data-name=why]").is_hidden()
    page.get_by_text("6", exact=True).click()
    page.wait_for_timeout(2_500)
    assert _counts(world, survey) == (1, 0)
    page.locator("textarea").fill("空调有异味")
    keep(page, "survey-phone")
    page.get_by_role("button", name="提交").click()
    page.locator("#thanks").wait_for()
    assert _counts(world, survey) == (0, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_link_in_a_mail_fills_the_score_in(world: Any, browser: Any) -> None:
    survey = _opened(world)
    page = browser.new_page(base_url=world.url)
    page.goto(f"/s/{survey['slug']}?score=9")
    page.get_by_role("button", name="提交").click()
    page.locator("#thanks").wait_for()
    assert _counts(world, survey) == (0, 1)
    page.close()


def test_questions_are_checked_and_rewritten_by_one_click(world: Any, visit: Any, keep: Any) -> None:
    page = visit(world, "/collect/questions")
    page.get_by_label("题目").fill("难道您不觉得新版更清爽吗？")
    page.get_by_role("button", name="用这句替换").first.click()
    page.get_by_text("没有发现问题").wait_for()
    assert page.get_by_label("题目").input_value() == "您是否觉得新版更清爽？"
    keep(page, "question-check")


def test_draft_is_made_from_a_template_checked_while_worded_and_opened(
    world: Any, visit: Any, keep: Any
) -> None:
    page = visit(world, "/collect/surveys")
    page.get_by_role("button", name="CSAT 满意度").click()
    page.get_by_label("第 1 题").fill("难道您不满意吗？")
    page.get_by_text("引导性").wait_for()
    page.get_by_label("第 1 题").fill("您对本次服务的总体满意程度如何？")
    page.get_by_text("引导性").wait_for(state="hidden")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="开放回答").click()
    page.get_by_alt_text("问卷二维码").wait_for()
    keep(page, "survey-open")
