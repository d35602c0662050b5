"""A researcher brings a transcript in, codes it in the browser, and reads what was found."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.journey

TALK = "主持人：平时开车，哪件事最让您上心？\n受访者：空调一开就有股酸味。孩子坐后排会捂鼻子。\n主持人：还有吗？\n受访者：没有了。"

SELECT = """([words]) => {
  const place = [...document.querySelectorAll('[data-from]')].find((one) => one.textContent.includes(words));
  const text = place.firstChild, at = text.data.indexOf(words), range = document.createRange();
  range.setStart(text, at); range.setEnd(text, at + words.length);
  getSelection().removeAllRanges(); getSelection().addRange(range);
}"""


def test_passage_is_coded_by_mouse_and_by_keyboard_and_found_again(
    world: Any, visit: Any, keep: Any, tmp_path: Any
) -> None:
    talk = tmp_path / "访谈甲.txt"
    talk.write_text(TALK, encoding="utf-8")
    page = visit(world, "/collect/interviews")
    page.get_by_role("button", name="新建研究").click()
    page.get_by_label("研究名称").fill("酸味访谈")
    page.get_by_role("button", name="创 建").or_(page.get_by_role("button", name="创建")).click()
    page.locator("input[type=file]").set_input_files(talk)
    page.get_by_text("受访者已同意分析").click()
    page.get_by_role("button", name="上 传").or_(page.get_by_role("button", name="上传", exact=True)).click()
    page.get_by_text("已同意 1 / 1 人").wait_for()
    page.get_by_role("link", name="编码").click()
    page.get_by_label("新代码").fill("异味")
    page.get_by_label("新代码").press("Enter")
    page.get_by_role("button", name="1 异味").wait_for()
    page.evaluate(SELECT, ["酸味"])
    page.get_by_role("button", name="1 异味").click()
    page.get_by_label("取消标记：异味").wait_for()
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("1")
    page.get_by_label("取消标记：异味").nth(1).wait_for()
    keep(page, "interview-coding")
    page.get_by_role("button", name="完成编码").click()
    page.get_by_role("button", name="重新打开").wait_for()
    page.get_by_role("link", name="返回研究").click()
    page.get_by_text("引语库").click()
    page.get_by_text("孩子坐后排会捂鼻子。").wait_for()
    with world.client() as client:
        study = client.get("/interviews/studies").json()[0]
        quotes = client.get(f"/interviews/studies/{study['id']}/quotes").json()
    assert [quote["text"] for quote in quotes] == ["酸味", "孩子坐后排会捂鼻子。"]


def test_two_coders_saturation_and_dominance_are_read(world: Any, visit: Any, keep: Any) -> None:
    page = visit(world, "/collect/interviews")
    page.get_by_role("link", name="家庭用户用车访谈").click()
    page.get_by_text("可以停止访谈").wait_for()
    page.get_by_text("两人编码一致").wait_for()
    keep(page, "interview-findings")
    page.goto("/collect/interviews")
    page.get_by_role("link", name="座舱与收纳座谈会").click()
    page.get_by_text("P1 主导了讨论").wait_for()
    keep(page, "group-findings")
