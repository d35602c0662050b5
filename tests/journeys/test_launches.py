"""A launch: from the list to the report at an hour, beside the other product, and out as a file."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.journey


def test_a_launch_is_read_at_an_hour_and_taken_along(world, visit, keep) -> None:
    page = visit(world, "/understand/launches")
    page.locator(".launch-list a").first.click()
    page.wait_for_url(re.compile(r"/understand/launches/\d+"))
    page.get_by_role("heading", name="谁在说话").wait_for()
    page.locator(".launch-table tbody tr").first.wait_for()
    keep(page, "launch")
    page.get_by_text("T+24 小时", exact=True).click()
    page.wait_for_url(re.compile("hours=24"))
    page.locator(".launch-summary p").first.wait_for()
    page.get_by_role("button", name="导出报告").click()
    address = page.get_by_role("link", name="网页报告").get_attribute("href")
    assert "hours=24" in address
    with world.client() as client:
        paper = client.get(address.removeprefix("/api/v1"))
    assert paper.status_code == 200
    assert "谁在说话" in paper.text


def test_the_report_fits_a_phone_and_the_dark(world, visit, keep) -> None:
    page = visit(world, "/understand/launches/1", phone=True, dark=True)
    page.locator(".launch-table tbody tr").first.wait_for()
    keep(page, "launch-phone-dark")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
