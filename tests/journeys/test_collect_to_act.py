"""A voice through all four rooms, as a person at a desk does it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

SAID = [
    "打开空调就有一股霉味，坐久了头晕。",
    "座椅很舒服，跑长途不累。",
    "车机太卡，导航切换要等好几秒。",
    "保养等了两个小时，服务太慢。",
]
ROWS = 160


def reviews(path: Path) -> Path:
    """Write reviews of 80 people as a GB18030 CSV, as exports often are; two rows cannot be read."""
    lines = ["评论ID,评论内容,发布时间,用户昵称,车型"]
    for row in range(ROWS):
        at = datetime.now(UTC) - timedelta(days=row % 60, hours=2)
        lines.append(f"R{row},{SAID[row % len(SAID)]},{at:%Y-%m-%d %H:%M},车友{row % 80},远山{row % 2 + 1}")
    lines += ["R900,这一行没有时间,不是时间,车友900,远山1", "R901,这一行也没有,昨天吧,车友901,远山1"]
    path.write_bytes("\r\n".join(lines).encode("gb18030"))
    return path


def test_a_file_becomes_facts_verbatims_and_an_action(fresh, visit, keep, tmp_path: Path) -> None:
    page = visit(fresh, "/overview")
    page.get_by_text("还没有原声").wait_for()
    page.get_by_role("button", name="导入文件").click()

    page.set_input_files("input[type=file]", reviews(tmp_path / "口碑.csv"))
    page.get_by_text("评论内容").wait_for()
    assert "GB18030" in page.locator(".panel-head").first.inner_text().upper()
    keep(page, "import-mapping")
    page.get_by_role("button", name="先试跑一遍").click()
    page.get_by_text("试跑完成").wait_for()
    page.get_by_role("button", name=f"导入这 {ROWS} 条").click()
    page.get_by_role("heading", name="导入完成").wait_for()
    keep(page, "import-done")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载问题行").click()
    refused = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "不是时间" in refused

    page.get_by_role("button", name="看群体事实").click()
    row = page.get_by_role("row").filter(has_text="智能座舱")
    row.wait_for()
    keep(page, "facts")
    row.get_by_role("link", name="原声").click()
    page.wait_for_url(re.compile(r"/understand/verbatims\?.*aspect=automotive"))
    marked = page.locator(".span[data-sentiment='-1']")
    marked.first.wait_for()
    keep(page, "verbatims")

    page.go_back()
    row.get_by_role("button", name="建立行动").click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_text("将冻结进行动的证据").wait_for()
    title = drawer.get_by_label("要做什么")
    page.wait_for_function("element => element.value.startsWith('改善')", arg=title.element_handle())
    keep(page, "create-action")
    drawer.get_by_role("button", name="建立并冻结证据").click()
    page.get_by_text("行动已建立，证据已冻结。").wait_for()
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="行动看板").click()
    page.get_by_role("region", name="待开始").get_by_role("link", name="改善：卡顿死机").click()
    page.get_by_text("冻结的证据").wait_for()
    page.locator(".frozen-voice").first.wait_for()
    keep(page, "action")


def test_the_same_file_twice_adds_nothing(fresh, visit, tmp_path: Path) -> None:
    path = reviews(tmp_path / "口碑.csv")
    page = visit(fresh, "/collect/import")
    for expected in (ROWS, 0):
        # Nobody chooses a file before the page has come to rest.
        page.wait_for_load_state("networkidle")
        page.set_input_files("input[type=file]", path)
        page.get_by_role("button", name="直接导入").click()
        page.get_by_role("heading", name="导入完成").wait_for()
        accepted = page.locator(".tally > div").filter(has_text="条被接受").locator("strong")
        assert accepted.inner_text() == str(expected)
        page.get_by_role("button", name="换一个文件").click()


def test_an_action_moves_over_the_board_with_one_thumb(world, visit, keep) -> None:
    with world.client() as client:
        effect = {"metric": "negative_customers", "direction": "down", "size": 20, "unit": "percent"}
        body = {
            "title": "缩短保养等待",
            "kind": "service",
            "owner": "孙莉",
            "due_date": "2099-12-31",
            "expected_effect": effect,
        }
        client.post("/actions", json=body).raise_for_status()
    page = visit(world, "/act/actions", phone=True)
    card = page.locator(".card").filter(has_text="缩短保养等待").first
    keep(page, "phone-actions")
    card.get_by_role("button", name="开始").tap()
    card.wait_for(state="detached")
    page.get_by_text(re.compile(r"^进行中 \d")).tap()
    page.locator(".card").filter(has_text="缩短保养等待").first.wait_for()


def test_an_alert_rule_is_made_and_tried(world, visit, keep) -> None:
    page = visit(world, "/act/alerts")
    page.get_by_role("button", name="新建规则").first.click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_label("名称").fill("不满的客户激增")
    drawer.get_by_role("button", name="保存规则").click()
    drawer.wait_for(state="detached")
    rule = page.locator(".rule").filter(has_text="不满的客户激增")
    rule.get_by_role("button", name="试运行").click()
    page.get_by_text(re.compile("现在(不会|会)触发")).wait_for()
    keep(page, "alerts")


TICKETS = {
    "tickets": [
        {
            "id": 7000 + number,
            "subject": "充电",
            "description": "充电桩连不上",
            "created_at": (datetime.now(UTC) - timedelta(days=number + 1)).isoformat(),
            "requester_id": number,
            "comments": [
                {"author_id": number, "body": f"第{number + 1}号桩连不上，等了半小时没人处理。"},
                {"author_id": 99, "body": "已派人处理，请稍候。"},
            ],
        }
        for number in range(12)
    ]
}


def test_ticket_export_and_answer_sheet_are_recognised_previewed_and_imported(
    fresh, visit, keep, tmp_path: Path
) -> None:
    tickets = tmp_path / "工单.json"
    tickets.write_text(json.dumps(TICKETS, ensure_ascii=False, indent=2), encoding="utf-8")
    page = visit(fresh, "/collect/import")
    page.set_input_files("input[type=file]", tickets)
    page.get_by_text("识别为工单导出").wait_for()
    keep(page, "import-tickets")
    page.get_by_role("button", name="直接导入").click()
    page.get_by_role("heading", name="导入完成").wait_for()

    sheet = tmp_path / "满意度问卷.csv"
    head = (
        "序号,提交答卷时间,所用时间,1、您有多大可能推荐我们？,2、请打分—外观,2、请打分—续航,3、原因是什么？"
    )
    rows = [
        f"{n},{datetime.now(UTC):%Y/%m/%d} 10:00:{n:02d},30秒,{n % 11},4,5,续航很扎实，冬天也够用"
        for n in range(1, 9)
    ]
    sheet.write_text("\n".join([head, *rows]), encoding="utf-8-sig")
    page.goto("/collect/import")
    page.set_input_files("input[type=file]", sheet)
    page.get_by_text("识别为答卷").wait_for()
    keep(page, "import-answers")
    page.get_by_role("button", name="按普通表格读取").click()
    page.get_by_text("识别为答卷").wait_for(state="hidden")
    page.get_by_role("cell", name="2、请打分—外观", exact=True).wait_for()
    page.goto("/collect/import")
    page.set_input_files("input[type=file]", sheet)
    page.get_by_text("识别为答卷").wait_for()
    page.get_by_role("button", name="直接导入").click()
    page.get_by_role("heading", name="导入完成").wait_for()
    with fresh.client() as client:
        said = client.get("/verbatims", params={"source": "工单", "limit": 50}).json()
        answered = client.get("/imports").json()[0]
    assert all("已派人处理" not in voice["text"] for voice in said["items"])
    assert (answered["channel"], answered["accepted"], answered["rejected"]) == ("survey", 8, 0)
