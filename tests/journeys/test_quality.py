"""An analyst decides about suspicious voices, sees who is not heard, and plans what to collect."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.journey


def test_copies_are_left_out_and_restored(world: Any, visit: Any, keep: Any) -> None:
    page = visit(world, "/collect/quality?rule=near_duplicate")
    story = page.locator(".cluster-list > li").filter(has_text="酸抹布味")
    story.get_by_role("button", name="排除 2 条").click()
    story.get_by_text("已排除 2 条").wait_for()
    keep(page, "quality")
    with world.client() as client:
        assert client.get("/quality").json()["reasons"]["near_duplicate"] == 2
    story.get_by_role("button", name="恢复").click()
    story.get_by_text("保留 2 条").wait_for()
    restored = page.locator(".exclusion-log li[data-restored=true]").filter(has_text="酸抹布味")
    restored.nth(1).wait_for()


def test_one_voice_is_left_out_on_its_own_page_and_put_back(world: Any, visit: Any, keep: Any) -> None:
    with world.client() as client:
        voice = client.get("/verbatims", params={"limit": 20}).json()["items"][-1]
    page = visit(world, f"/understand/verbatims?voice={voice['id']}")
    page.get_by_role("button", name="不计入统计…").click()
    page.get_by_label("补充说明").fill("门店员工自评")
    page.get_by_role("button", name="不计入统计", exact=True).click()
    page.get_by_text("这条原声未计入统计").wait_for()
    keep(page, "voice-left-out")
    with world.client() as client:
        [one] = client.get("/exclusions", params={"feedback_id": voice["id"]}).json()
    assert (one["reason"], one["note"], one["restored_at"]) == ("off_topic", "门店员工自评", None)
    page.get_by_role("button", name="恢复计入").click()
    page.get_by_text("曾被排除，已恢复").wait_for()
    page.get_by_role("button", name="不计入统计…").wait_for()


def test_hurried_answers_are_shown(world: Any, visit: Any) -> None:
    page = visit(world, "/collect/quality?rule=speeder")
    page.get_by_text("中位数").first.wait_for()
    visit(world, "/collect/quality?rule=straight_lining").get_by_text("个评分题全部选").first.wait_for()


def test_unheard_group_is_named_with_a_proposal(world: Any, visit: Any, keep: Any) -> None:
    page = visit(world, "/understand/coverage")
    page.get_by_text("最大的缺口是网约车/运营 × 西北").wait_for()
    row = page.get_by_role("row").filter(has_text="网约车/运营 × 西北").first
    assert "邀请" in row.inner_text()
    keep(page, "coverage")


def test_goals_become_a_plan_beside_the_fieldwork(world: Any, visit: Any, keep: Any) -> None:
    page = visit(world, "/collect/plan")
    page.get_by_text("第四季度倾听计划").first.wait_for()
    page.get_by_role("button", name="新计划").click()
    page.get_by_role("button", name="降低客户流失").click()
    page.get_by_text("访谈刚流失的客户").wait_for()
    page.get_by_label("计划名称").fill("留客计划")
    page.get_by_role("button", name="保存计划").click()
    page.get_by_role("heading", name="留客计划").wait_for()
    keep(page, "plan")
