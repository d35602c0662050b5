"""Getting in: the first run, signing in and out."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.journey


def test_who_knows_the_printed_code_becomes_the_administrator(
    browser, fresh_url: str, setup_code, keep
) -> None:
    context = browser.new_context(base_url=fresh_url)
    page = context.new_page()
    page.goto("/")
    page.wait_for_url("**/setup")
    keep(page, "setup")
    page.get_by_label("初始化代码").fill("AAAA-AAAA")
    page.get_by_label("姓名").fill("周敏")
    page.get_by_label("用户名").fill("zhou")
    page.get_by_label("密码").fill("correct-horse-7")
    page.get_by_role("button", name="开始使用").click()
    page.get_by_text("初始化代码不对").wait_for()
    page.get_by_label("初始化代码").fill(setup_code(fresh_url))
    page.get_by_role("button", name="开始使用").click()
    page.wait_for_url("**/overview")
    page.get_by_text("还没有原声").wait_for()
    keep(page, "overview-empty")
    page.goto("/settings")
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url("**/login")
    context.close()


def test_signing_in_leads_back_to_the_page_asked_for(browser, world, keep) -> None:
    context = browser.new_context(base_url=world.url)
    page = context.new_page()
    page.goto("/understand/facts?channel=service")
    page.wait_for_url(re.compile("/login"))
    page.get_by_label("用户名").fill(world.username)
    page.get_by_label("密码").fill("wrong-password")
    page.get_by_role("button", name="登录").click()
    page.get_by_role("alert").wait_for()
    page.get_by_label("密码").fill(world.password)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(re.compile(r"/understand/facts\?channel=service"))
    context.close()


def test_english_is_complete(world, visit, keep) -> None:
    page = visit(world, "/overview", english=True)
    page.get_by_role("heading", name="Overview").wait_for()
    page.locator(".issue").first.wait_for()
    keep(page, "overview-en")
    words = page.locator(".sidebar, .page-head, .filterbar, .kpis, .panel-head").all_inner_texts()
    invented = ["演示管理员"]
    left = [word for text in words for word in re.findall(r"[\u4e00-\u9fff]+", text) if word not in invented]
    assert left == []
