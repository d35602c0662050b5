"""Treasure: from the list to one opportunity, its voices and its way along the pipeline."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.journey


def test_an_opportunity_is_opened_judged_and_seen_on_the_board(world, visit, keep) -> None:
    page = visit(world, "/understand/opportunities?range=365d")
    page.locator(".opp").first.wait_for()
    page.get_by_text("最值得抓住的").wait_for()
    keep(page, "opportunities")
    title = page.locator(".opp h3").first.inner_text()
    page.locator(".opp h3").filter(has_text=title).locator("a").first.click()
    page.wait_for_url(re.compile("/understand/opportunities/one"))
    page.locator(".opp-voice mark").first.wait_for()
    keep(page, "opportunity")
    page.get_by_label("负责人").fill("小林")
    page.get_by_label("说明").fill("下季度评审")
    page.get_by_role("button", name=re.compile("记\\s*录")).click()
    page.locator(".opp-steps li").first.wait_for()
    page.get_by_label("所在位置").get_by_role("link", name="机会").click()
    page.get_by_text("推进板", exact=True).click()
    lane = page.get_by_role("region", name="已评估")
    lane.get_by_text(title).first.wait_for()
    keep(page, "opportunities-board")


def test_voices_are_filtered_by_what_they_need(world, visit) -> None:
    page = visit(world, "/understand/verbatims?range=365d")
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="需求").click()
    page.get_by_label("将就").click()
    page.wait_for_url(re.compile("need=workaround"))
    page.keyboard.press("Escape")
    page.locator('.need[data-kind="workaround"]').first.wait_for()
