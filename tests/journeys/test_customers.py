"""A colleague finds a person and understands them at a glance; an analyst crosses and contacts; an admin erases."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.axe import serious_findings_in_both_lights

pytestmark = pytest.mark.journey

TABS = {"find": ".customer-search", "reports": ".report tbody tr", "segments": ".traits", "cross": ".cross-cell", "churn": ".report.churn tbody tr", "review": "[role=tab][aria-selected=true]"}  # fmt: skip
PATIENCE_S = 240


def _at_risk(client: Any) -> list[dict[str, Any]]:
    """Return who may leave once segments are known, and nobody before."""
    if not client.get("/customers/segments").json()["made_at"]:
        return []
    items: list[dict[str, Any]] = client.get("/customers/churn").json()["items"]
    return items


@pytest.fixture(scope="module")
def known(world: Any) -> Iterator[dict[str, Any]]:
    """The world once identities, segments and risks are known, and the person with the most to lose."""
    with world.client() as client:
        until = time.monotonic() + PATIENCE_S
        while not (risks := _at_risk(client)):
            assert time.monotonic() < until
            time.sleep(0.2)
        yield {"person": risks[0]["person"], "label": risks[0]["label"]}


def test_a_person_is_found_and_understood_at_a_glance(
    world: Any, known: dict[str, Any], visit: Any, keep: Any
) -> None:
    page = visit(world, "/understand/customers")
    page.get_by_label("查找客户").fill(known["label"])
    page.keyboard.press("Enter")
    page.locator(".found a").first.wait_for()
    page.goto(f"/understand/customers/{known['person']}")
    glance = page.get_by_role("region", name="一眼看懂")
    glance.get_by_text("流失风险", exact=True).wait_for()
    sentence = glance.locator(".answer").inner_text()
    assert re.search(r"累计|还没有购买", sentence)
    assert "流失风险" in sentence
    assert glance.locator(".glance-card").count() == 5
    keep(page, "portrait")


@pytest.mark.parametrize("phone", [False, True])
def test_the_page_opens_with_who_needs_attention(
    world: Any, known: dict[str, Any], visit: Any, keep: Any, phone: bool
) -> None:
    page = visit(world, "/understand/customers", phone=phone)
    risk = page.locator(".panel").filter(has_text="可能流失")
    risk.get_by_role("link", name=known["label"]).first.wait_for()
    assert "流失风险" in risk.locator(".watch li").first.inner_text()
    assert page.locator(".watches .panel").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= (390 if phone else 1440)
    keep(page, f"attention-{'phone' if phone else 'wide'}")


def test_the_portrait_is_read_with_one_thumb(
    world: Any, known: dict[str, Any], visit: Any, keep: Any
) -> None:
    page = visit(world, f"/understand/customers/{known['person']}", phone=True)
    page.locator(".glance-card").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    first = page.locator(".glance-card").first.bounding_box()
    assert first["y"] < 844
    keep(page, "portrait-phone")


def test_two_sides_are_crossed_and_taken_along(
    world: Any, known: dict[str, Any], visit: Any, keep: Any
) -> None:
    page = visit(world, "/understand/customers?tab=cross&row=stage&column=sentiment")
    page.get_by_role("row").filter(has_text="活跃").locator(".cross-cell").first.wait_for()
    assert "发声者" in page.locator(".caveat").inner_text()
    keep(page, "crossing")
    page.get_by_role("button", name="导出").click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    assert "生命周期" in text.splitlines()[0]


def test_segments_say_how_far_they_hold(world: Any, known: dict[str, Any], visit: Any, keep: Any) -> None:
    page = visit(world, "/understand/customers?tab=segments")
    page.get_by_text("重新抽样后分群的一致程度").wait_for()
    assert page.get_by_role("row").filter(has_text="重要价值客户").count() == 1
    keep(page, "segments")


def test_people_at_risk_are_contacted_beside_a_group_left_alone(
    world: Any, known: dict[str, Any], visit: Any, keep: Any
) -> None:
    page = visit(world, "/understand/customers?tab=churn")
    page.locator(".report.churn tbody tr").first.wait_for()
    keep(page, "churn")
    page.get_by_label("负责人").fill("王敏")
    page.get_by_role("button", name="开始挽留").click()
    page.get_by_text(re.compile(r"已为 \d+ 位客户建立工单，\d+ 位留作对照")).wait_for()


def test_an_erased_person_is_found_no_more(world: Any, known: dict[str, Any], visit: Any) -> None:
    stamp = f"{time.time_ns() % 10**8:08d}"
    phone = f"139{stamp}"
    with world.client() as client:
        at = (datetime.now(UTC) - timedelta(hours=2)).isoformat()
        customer = {"external_id": f"ERASE{stamp}", "name": "顾青岚"}
        item = {"external_id": f"erase-{stamp}", "text": "空调有异味，没人管", "occurred_at": at, "customer": customer, "metadata": {"handles": {"phone": phone}}}  # fmt: skip
        body = {"source": "抹去来源", "channel": "service", "taxonomy": "automotive", "items": [item]}
        assert client.post("/feedback", json=body).json()["accepted"] == 1
        client.post("/customers/resolve")
        person = client.get("/customers", params={"q": phone}).json()["items"][0]["person"]
    page = visit(world, f"/understand/customers/{person}")
    page.get_by_role("button", name="隐私").click()
    page.get_by_text("彻底删除此人…").click()
    page.get_by_label("原因：谁在何时提出要求").fill("本人今日来电要求")
    page.get_by_role("dialog").get_by_role("button", name="彻底删除").click()
    # Other journeys' work on the same two cores may stand before it in the queue.
    page.get_by_label("查找客户").wait_for(timeout=180_000)
    with world.client() as client:
        assert client.get("/customers", params={"q": phone}).json()["items"] == []


@pytest.mark.parametrize("tab", [*TABS, "portrait"])
def test_nothing_serious_in_either_light(
    lacking: Callable[[str], None], world: Any, known: dict[str, Any], visit: Any, tab: str
) -> None:
    path = (
        f"/understand/customers/{known['person']}"
        if tab == "portrait"
        else f"/understand/customers?tab={tab}"
    )
    page = visit(world, path)
    page.locator(TABS.get(tab, ".glance-card")).first.wait_for()
    assert serious_findings_in_both_lights(page, lacking) == []
