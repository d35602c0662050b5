"""Reading: filters, keyboard, live, phone."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.journey


def test_filters_live_in_the_address_and_survive_navigation(world, visit) -> None:
    page = visit(world, "/overview")
    page.get_by_role("button", name="渠道").click()
    page.get_by_label("客服记录").click()
    page.wait_for_url(re.compile("channel=service"))
    page.keyboard.press("Escape")
    page.get_by_role("link", name="群体事实").click()
    page.wait_for_url(re.compile("/understand/facts.*channel=service"))
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="行动看板").click()
    page.wait_for_url(re.compile("/act/actions"))
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="原声").click()
    page.wait_for_url(re.compile("/understand/verbatims.*channel=service"))
    page.go_back()
    page.wait_for_url(re.compile("/act/actions"))


def test_every_number_of_a_fact_leads_to_its_voices(world, visit, keep) -> None:
    page = visit(world, "/understand/facts")
    page.locator(".facts-table tbody tr").first.locator(".fact-name").click()
    page.wait_for_url(re.compile("/understand/facts/"))
    figures = page.get_by_role("region", name="这个事实的数字")
    figures.wait_for()
    keep(page, "fact")
    figures.locator("a[href*='verbatims'][href*='sentiment=-1']").first.click()
    page.wait_for_url(re.compile("/understand/verbatims.*sentiment=-1"))
    page.locator(".voice").first.wait_for()


def test_a_corrected_share_stands_beside_the_machines_and_says_why(world, visit, keep) -> None:
    page = visit(world, "/understand/facts?taxonomy=automotive")
    mark = page.locator(".facts-table .audit-mark").first
    mark.wait_for()
    assert "已按抽检校正" in mark.inner_text()
    mark.hover()
    page.get_by_role("tooltip").get_by_text("人机一致性").wait_for()
    page.get_by_role("tooltip").get_by_text("较上次抽检").wait_for()
    keep(page, "facts-corrected")
    mark.click()
    page.wait_for_url(re.compile("/understand/audit"))
    page.get_by_role("heading", name="机器读得怎样").wait_for()


def test_products_are_compared_and_a_cell_opens_its_voices(world, visit, keep) -> None:
    page = visit(world, "/understand/compare?taxonomy=automotive&range=365d")
    page.locator(".compare-table .compare-cell").first.wait_for()
    keep(page, "compare")
    page.get_by_text("净情感", exact=True).click()
    page.wait_for_url(re.compile("measure=net"))
    page.get_by_text("口碑指数", exact=True).click()
    page.get_by_text("口碑指数 =").wait_for()
    page.get_by_text("并排对比", exact=True).click()
    page.locator(".compare-table .compare-cell").first.click()
    page.wait_for_url(re.compile("/understand/verbatims.*product="))
    page.locator(".voice").first.wait_for()


def test_the_planted_friction_is_the_worst_step(world, visit, keep) -> None:
    page = visit(world, "/understand/experience")
    worst = page.locator(".funnel-step[data-worst=true]")
    worst.get_by_text("去结算 checkout_start").wait_for()
    page.get_by_role("rowheader", name="5.2.0").wait_for()
    keep(page, "experience")


def test_a_question_is_kept_under_a_name_and_opened_again(world, visit, keep) -> None:
    page = visit(world, "/understand/explore?rows=aspect2&columns=product&measure=negative&channel=service")
    page.locator(".explore-cell").first.wait_for()
    name = f"客服各产品 {uuid.uuid4().hex[:6]}"
    page.get_by_role("button", name="已存视图").click()
    page.get_by_label("给当前页面起个名字").fill(name)
    page.get_by_role("button", name="保存").click()
    page.get_by_label("给当前页面起个名字").wait_for(state="detached")
    page.goto("/understand/verbatims")
    page.get_by_role("button", name="已存视图").click()
    page.get_by_role("link", name=re.compile(name)).wait_for()
    keep(page, "views")
    page.get_by_role("link", name=re.compile(name)).click()
    page.wait_for_url(re.compile("/understand/explore.*rows=aspect2.*columns=product.*channel=service"))
    page.get_by_role("button", name="已存视图").click()
    page.get_by_role("button", name=f"删除 {name}").click()
    page.get_by_role("button", name="删除", exact=True).click()
    page.get_by_role("link", name=re.compile(name)).wait_for(state="detached")


def test_a_table_and_a_chart_are_taken_along(world, visit) -> None:
    page = visit(world, "/understand/facts")
    page.locator(".facts-table tbody tr").first.wait_for()
    for kind, ending in (("CSV 表格", ".csv"), ("Excel 表格", ".xlsx"), ("PNG 图片", ".png")):
        page.get_by_role("button", name="导出").click()
        with page.expect_download() as download:
            page.get_by_role("menuitem", name=kind).get_by_role("link").click()
        assert download.value.suggested_filename.endswith(ending)
    page.get_by_role("button", name=re.compile("频率 × 严重程度")).click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="PNG 图片").last.click()
    assert download.value.suggested_filename == "频率 × 严重程度.png"


def test_the_keyboard_walks_the_voices(world, visit, keep) -> None:
    page = visit(world, "/understand/verbatims")
    page.locator(".voice").nth(3).wait_for()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.locator(".voice[data-current=true][aria-posinset='2']").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_text("发生时间").wait_for()
    keep(page, "voice")
    page.go_back()
    page.get_by_role("dialog").wait_for(state="detached")
    page.keyboard.press("/")
    page.keyboard.type("空调")
    page.wait_for_url(re.compile("q="))


def test_a_new_voice_reaches_an_open_live_page(world, visit, keep) -> None:
    page = visit(world, "/understand/live")
    page.get_by_text("实时接收中").wait_for()
    words = f"方向盘很沉，停车费劲 {uuid.uuid4().hex[:6]}"
    item = {"external_id": uuid.uuid4().hex, "text": words, "occurred_at": datetime.now(UTC).isoformat()}
    with world.client() as client:
        client.post(
            "/feedback", json={"source": "门店", "channel": "service", "items": [item]}
        ).raise_for_status()
    page.get_by_text(words).wait_for()
    keep(page, "live")


def test_a_voice_is_logged_by_hand_on_a_phone(world, visit, keep) -> None:
    words = f"客户说后备箱关门太吵 {uuid.uuid4().hex[:6]}"
    page = visit(world, "/collect/log", phone=True)
    page.get_by_label("客户说了什么").fill(words)
    page.get_by_role("button", name="负面").tap()
    keep(page, "phone-log")
    page.get_by_role("button", name="记下").tap()
    page.get_by_text("已记下").wait_for()
    page.goto("/understand/live")
    page.get_by_text(words).wait_for()
