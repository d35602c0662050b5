"""Editing the tree that opinions are filed under: looked at first, at once in force, taken back."""

from __future__ import annotations

import re
import time

import pytest

pytestmark = pytest.mark.journey


def test_an_aspect_is_previewed_added_and_put_back(world, visit, keep) -> None:
    page = visit(world, "/analyse/taxonomy?name=automotive")
    page.get_by_role("button", name="内饰", exact=True).click()
    page.get_by_role("button", name="在它下面新增").click()
    drawer = page.get_by_role("dialog", name="新增维度")
    drawer.get_by_label("中文名").fill("杯架")
    drawer.get_by_label("英文名").fill("Cup holders only")
    for word in ("杯架", "杯托"):
        drawer.get_by_label("种子词").fill(word)
        page.keyboard.press("Enter")
    drawer.get_by_role("button", name="先看会抓到什么").click()
    lead = drawer.get_by_text(re.compile(r"近 90 天会有 \d+ 位客户的 \d+ 条观点归到这里"))
    lead.wait_for()
    drawer.get_by_text("杯架 ← 储物杯架").wait_for()
    keep(page, "taxonomy-preview")
    drawer.get_by_role("button", name="加入标签体系").click()
    page.get_by_role("button", name="杯架", exact=True).wait_for()
    with world.client() as client:
        tried = client.post("/analyse", json={"texts": ["杯架太浅"], "taxonomy": "automotive"}).json()
        aspects = [one["aspect"] for one in tried["results"][0]["opinions"]]
        assert "automotive.interior.cup_holders_only" in aspects
    page.get_by_role("button", name="版本历史").click()
    history = page.get_by_role("dialog", name="版本历史")
    history.get_by_text("新增“杯架”").wait_for()
    keep(page, "taxonomy-history")
    history.get_by_role("button", name="恢复").last.click()
    page.get_by_role("tooltip").get_by_role("button", name=re.compile("确.?定|OK")).click()
    history.get_by_text(re.compile("恢复到版本")).wait_for()
    page.get_by_role("button", name="杯架", exact=True).wait_for(state="detached")
    page.get_by_text(re.compile("正在用新的标签体系重读|历史即将重读")).wait_for(state="detached")


def test_words_and_examples_fit_a_phone(world, visit, keep) -> None:
    page = visit(world, "/analyse/taxonomy?name=hotel&aspect=hotel.room.bed", phone=True)
    page.get_by_role("dialog", name="床与睡眠").get_by_label("种子词").wait_for()
    keep(page, "taxonomy-phone")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


BOOKS = ("书店里的插画", "图书角的绘本", "读书会的作者", "绘本馆的故事")
CAMPING = ("露营地的帐篷", "天幕下的炊具", "露营灯的支架", "帐篷里的睡袋")
TAILS = ("昨天又聊", "邻居也问", "群里在讲", "周末提过", "路过瞧见", "大伙念叨")


def _clauses(number: int) -> str:
    subjects = BOOKS if number % 2 else CAMPING
    return "，".join(f"{subjects[(number // 2 + step) % 4]}{TAILS[(number + step) % 6]}" for step in range(3))


def _speak_of_camping(site) -> None:
    """Let 240 customers speak of books or camping, which no aspect covers, and wait until it is seen."""
    items = [
        {
            "external_id": str(number),
            "occurred_at": f"2026-10-{number % 28 + 1:02d}T02:00:00Z",
            "text": _clauses(number),
            "author": f"车主{number}",
        }
        for number in range(240)
    ]
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    with site.client() as client:
        assert client.post("/feedback", json=body).json()["accepted"] == 240
        for _ in range(300):
            if client.get("/health").json()["facts"]["voices"] == 240:
                return
            time.sleep(0.2)
    pytest.fail("the voices were not projected")


def test_a_topic_becomes_an_aspect_with_one_click(fresh, visit, keep) -> None:
    _speak_of_camping(fresh)
    page = visit(fresh, "/analyse/topics?name=automotive")
    page.get_by_role("button", name="现在就找").click()
    page.get_by_text(re.compile(r"近 90 天读了 .* 条声音")).wait_for()
    everyday = page.get_by_text(re.compile("寻常话题"))
    card = page.locator(".topics .panel", has_text="帐篷").first
    # Camping is nothing that came in a rush or angers people: it waits with the everyday topics.
    everyday.or_(card).first.wait_for()
    if not card.is_visible():
        everyday.click()
    keep(page, "topics")
    card.get_by_role("button", name="设为维度").click()
    box = page.get_by_role("dialog", name="把话题设为维度")
    box.get_by_label("中文名").fill("露营用车")
    box.get_by_label("英文名").fill("Camping")
    keep(page, "topic-accept")
    box.get_by_role("button", name="加入标签体系").click()
    box.wait_for(state="detached")
    page.get_by_text("已设为维度", exact=True).click()
    page.get_by_role("link", name="看这个维度").click()
    page.get_by_role("dialog", name="露营用车").wait_for()
    with fresh.client() as client:
        tried = client.post("/analyse", json={"texts": ["帐篷太小"], "taxonomy": "automotive"}).json()
        aspects = [one["aspect"] for one in tried["results"][0]["opinions"]]
        assert "automotive.camping" in aspects


def test_topics_fit_a_phone(world, visit, keep) -> None:
    page = visit(world, "/analyse/topics?name=retail", phone=True)
    page.get_by_role("button", name="现在就找").wait_for()
    keep(page, "topics-phone")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
