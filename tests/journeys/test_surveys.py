"""A survey is made, answered on a phone, in a mail's link and on another site, and read; questions are checked."""

from __future__ import annotations

import functools
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.journey
Phone = Callable[..., Any]
PATIENCE_S = 60


@pytest.fixture
def phone(world: Any, browser: Any) -> Iterator[Phone]:
    """Open a public page on a phone with a slow line."""
    contexts = []

    def go(path: str) -> Any:
        context = browser.new_context(
            base_url=world.url,
            viewport={"width": 390, "height": 844},
            has_touch=True,
            is_mobile=True,
            locale="zh-CN",
        )
        contexts.append(context)
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
        line.send("Network.emulateNetworkConditions", slow)
        page.goto(path)
        return page

    yield go
    for context in contexts:
        context.close()


def _opened(site: Any, definition: dict[str, Any] | None = None) -> dict[str, Any]:
    with site.client() as client:
        if definition is None:
            definition = client.get("/surveys/templates").json()[0]["definition"]
            definition["elements"][1]["visibleIf"] = "{score} <= 8"
        survey_id = client.post("/surveys", json={"definition": definition}).json()["id"]
        survey: dict[str, Any] = client.patch(f"/surveys/{survey_id}", json={"state": "open"}).json()
        return survey


def _counts(site: Any, survey: dict[str, Any]) -> tuple[int, int]:
    with site.client() as client:
        found = client.get(f"/surveys/{survey['id']}").json()
        return found["partial"], found["complete"]


def _wait_for_counts(site: Any, survey: dict[str, Any], counts: tuple[int, int]) -> None:
    until = time.monotonic() + PATIENCE_S
    while _counts(site, survey) != counts:
        assert time.monotonic() < until
        time.sleep(0.2)


def test_survey_is_answered_on_a_phone_on_a_slow_line(world: Any, phone: Phone, keep: Any) -> None:
    survey = _opened(world)
    page = phone(f"/s/{survey['slug']}")
    assert page.locator("[data-name=why]").is_hidden()
    page.get_by_text("6", exact=True).click()
    _wait_for_counts(world, survey, (1, 0))
    page.locator("textarea").fill("空调有异味")
    keep(page, "survey-phone")
    page.get_by_role("button", name="提交").click()
    page.locator("#thanks").wait_for()
    assert _counts(world, survey) == (0, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_score_in_a_mail_counts_from_the_first_touch_for_scanners_open_every_link(
    world: Any, phone: Phone
) -> None:
    survey = _opened(world)
    page = phone(f"/s/{survey['slug']}?score=9")
    page.wait_for_timeout(2_500)
    assert _counts(world, survey) == (0, 0)
    page.touchscreen.tap(200, 500)
    _wait_for_counts(world, survey, (1, 0))
    page.get_by_role("button", name="提交").click()
    page.locator("#thanks").wait_for()
    assert _counts(world, survey) == (0, 1)


GRIDS = {
    "title": {"default": "下一年款", "en": "Next model year"},
    "theme": {"accent": "#1f6f5c", "logo": "澄野"},
    "pages": [
        {"elements": [
            {"type": "rating", "name": "score", "title": {"default": "满意吗？", "en": "Satisfied?"},
             "metric": "csat", "isRequired": True},
            {"type": "matrix", "name": "parts", "title": "各方面？", "isRequired": True,
             "rows": ["座舱", "续航"], "columns": ["1", "2", "3"]},
        ]},
        {"elements": [{"type": "kano", "name": "features", "title": "功能？", "isRequired": True, "items": ["泊车"]}]},
        {"elements": [{"type": "maxdiff", "name": "wanted", "title": "取舍？", "isRequired": True, "setSize": 3,
                       "items": ["甲", "乙", "丙", "丁"]}]},
    ],
}  # fmt: skip


def test_pages_with_a_grid_kano_and_maxdiff_in_two_languages(world: Any, phone: Phone, keep: Any) -> None:
    survey = _opened(world, GRIDS)
    page = phone(f"/s/{survey['slug']}")
    page.get_by_role("link", name="English").click()
    page.get_by_text("Satisfied?").wait_for()
    page.get_by_role("button", name="Next").click()
    page.get_by_text("A required question is not answered yet.").wait_for()
    page.locator("[data-name=score] .point").nth(4).click()
    for row in ("座舱", "续航"):
        page.locator(f"[data-row={row}] .point").nth(2).click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("radiogroup", name="How do you feel if it has “泊车”?").get_by_text("I like it").click()
    page.get_by_role("radiogroup", name="How do you feel if it lacks “泊车”?").get_by_text(
        "I dislike it"
    ).click()
    page.get_by_role("button", name="Next").click()
    sets = page.locator(".set")
    for number in range(sets.count()):
        sets.nth(number).locator(".point").nth(0).click()
        sets.nth(number).locator(".point").nth(3).click()
    keep(page, "survey-maxdiff-phone")
    assert page.locator("#progress").evaluate("bar => bar.value") == 1
    page.get_by_role("button", name="Submit").click()
    page.locator("#thanks").wait_for()
    with world.client() as client:
        questions = client.get(f"/surveys/{survey['id']}/results").json()["questions"]
    assert [question["answered"] for question in questions] == [1, 1, 1, 1]
    assert questions[2]["items"][0]["kano"]["counts"]["O"] == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


PIPED = {
    "title": {"default": "买车", "ja": "購入", "zh-tw": "買車", "en": "Purchase"},
    "elements": [
        {
            "type": "checkbox",
            "name": "parts",
            "title": {"default": "哪些要改进？", "ja": "どこを改善すべきですか？"},
            "choices": [
                {"value": "a", "text": {"default": "空调", "ja": "エアコン"}},
                {"value": "b", "text": {"default": "座椅", "ja": "シート"}},
            ],
            "showOtherItem": True,
        },
        {"type": "comment", "name": "why", "title": {"default": "{parts}怎么改？", "ja": "{parts}をどう改善しますか？"}},
    ],
}  # fmt: skip


def test_an_earlier_answer_stands_in_the_next_question_in_japanese_too(
    world: Any, phone: Phone, keep: Any
) -> None:
    survey = _opened(world, PIPED)
    page = phone(f"/s/{survey['slug']}")
    page.get_by_text("…怎么改？").wait_for()
    page.get_by_label("空调").check()
    page.get_by_label("其他").check()
    page.locator(".other").fill("<b>后备箱</b>")
    page.get_by_text("空调、<b>后备箱</b>怎么改？").wait_for()
    page.get_by_role("link", name="日本語").click()
    page.get_by_text("エアコン、<b>后备箱</b>をどう改善しますか？").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    keep(page, "survey-piped-japanese-phone")
    page.get_by_role("button", name="送信").click()
    page.get_by_role("heading", name="ご回答ありがとうございました").wait_for()
    assert _counts(world, survey) == (0, 1)


def test_answers_survive_a_reload(world: Any, phone: Phone) -> None:
    survey = _opened(world, GRIDS)
    page = phone(f"/s/{survey['slug']}")
    page.locator("[data-name=score] .point").nth(3).click()
    page.reload()
    assert page.locator("[data-name=score] input").nth(3).is_checked()


def test_survey_stands_in_a_frame_on_another_site(world: Any, browser: Any, tmp_path: Path) -> None:
    survey = _opened(world)
    (tmp_path / "index.html").write_text(f"<!doctype html><h1>shop</h1>{survey['embed']}", encoding="utf-8")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    page = browser.new_page()
    # Another host name makes it another site.
    page.goto(f"http://localhost:{site.server_port}/")
    frame = page.frame_locator("iframe")
    frame.get_by_text("9", exact=True).click()
    frame.get_by_role("button", name="提交").click()
    frame.locator("#thanks").wait_for()
    assert _counts(world, survey) == (0, 1)
    assert page.request.get(f"{world.url}/s/embed.js").body().__len__() < 2_000
    page.close()
    site.shutdown()
    site.server_close()


def test_no_more_invitations_takes_a_confirmation(world: Any, phone: Phone) -> None:
    survey = _opened(world)
    with world.client() as client:
        people = {"people": [{"person": "journey-1"}]}
        url = client.post(f"/surveys/{survey['id']}/invitations", json=people).json()[0]["url"]
    page = phone(f"/s/{survey['slug']}/stop?{url.partition('?')[2]}")
    page.get_by_role("button", name="确认不再邀请").click()
    page.get_by_text("不会再邀请您").wait_for()
    other = _opened(world)
    with world.client() as client:
        again = client.post(f"/surveys/{other['id']}/invitations", json=people).json()[0]
    assert (again["url"], again["reason"]) == (None, "does not want to be asked")


def test_questions_are_checked_and_rewritten_by_one_click(world: Any, visit: Any, keep: Any) -> None:
    page = visit(world, "/collect/questions")
    page.get_by_label("题目").fill("难道您不觉得新版更清爽吗？")
    page.get_by_role("button", name="用这句替换").first.click()
    page.get_by_text("没有发现问题").wait_for()
    assert page.get_by_label("题目").input_value() == "您是否觉得新版更清爽？"
    keep(page, "question-check")


def test_draft_is_made_from_a_template_checked_while_worded_and_opened(
    world: Any, visit: Any, phone: Phone, keep: Any
) -> None:
    page = visit(world, "/collect/surveys")
    page.get_by_role("button", name="CSAT 满意度").click()
    page.get_by_role("textbox", name="第 1 题", exact=True).fill("难道您不满意吗？")
    page.get_by_text("引导性").wait_for()
    page.get_by_role("textbox", name="第 1 题", exact=True).fill("您对本次服务的总体满意程度如何？")
    page.get_by_text("引导性").wait_for(state="hidden")
    page.get_by_role("button", name="加一道题").click()
    page.get_by_role("menuitem", name="单选", exact=True).click()
    page.get_by_role("textbox", name="第 3 题", exact=True).fill("您这次来办什么？")
    page.get_by_role("textbox", name="选项，每行一个").fill("保养\n维修")
    page.get_by_role("button", name="加显示条件").last.click()
    page.get_by_role("button", name="保存").click()
    preview = page.frame_locator("iframe")
    preview.get_by_text("您这次来办什么？").wait_for(state="attached")
    keep(page, "survey-builder")
    page.get_by_role("button", name="开放回答").click()
    page.get_by_alt_text("问卷二维码").wait_for()
    keep(page, "survey-open")
    answering = phone(page.locator(".survey-address a").get_attribute("href"))
    assert answering.locator("[data-kind=radiogroup]").is_hidden()
    answering.locator("[data-name=score] .point").nth(1).click()
    answering.get_by_text("维修").click()
    answering.get_by_role("button", name="提交").click()
    answering.locator("#thanks").wait_for()
    page.get_by_text("结果", exact=True).click()
    page.get_by_text("您这次来办什么？").wait_for()
    page.get_by_text("证据不足").first.wait_for()


def test_demo_survey_shows_results_cross_tables_and_weights(world: Any, visit: Any, keep: Any) -> None:
    page = visit(world, "/collect/surveys")
    page.get_by_role("link", name="下一年款车主意见").click()
    page.get_by_text("Better", exact=True).wait_for()
    page.get_by_text("冬天续航不打折").wait_for()
    page.get_by_label("按客群加权").check()
    page.get_by_text("设计效应").wait_for()
    keep(page, "survey-results")
    page.get_by_text("交叉分析").click()
    page.get_by_text("卡方检验").first.wait_for()
    keep(page, "survey-cross-tables")
