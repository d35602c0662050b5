"""Files as people have them, through the import page's way: exports of shops and app stores, and of crawlers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation
from huiyin.collect import jobs
from huiyin.store.ledger import tables

SAMPLES = sorted((Path(__file__).parents[2] / "collect" / "review_exports").glob("*.csv"))
CRAWLED = [
    {
        "mblogid": f"W{n}",
        "用户昵称": f"路人{n}",
        "微博正文": "新车味道很大，开窗也散不掉" if n % 2 else "续航很扎实",
        "发布时间": f"2026-03-0{n} 12:30",
        "转发数": n,
        "点赞数": 10 * n,
        "微博链接": f"https://social.example/{n}",
    }
    for n in range(1, 7)
]


TICKETS = {
    "tickets": [
        {
            "id": 901,
            "subject": "发票抬头错了",
            "description": "发票抬头错了，请重开",
            "status": "solved",
            "created_at": "2026-03-01T02:00:00Z",
            "requester_id": 5,
            "requester": {"id": 5, "name": "林芳", "email": "lin@example.com", "external_id": "C-77"},
            "satisfaction_rating": {"score": "bad"},
            "comments": [
                {"author_id": 5, "body": "发票抬头错了，请重开，已经等了三天"},
                {"author_id": 9, "body": "已为您重开"},
                {"author_id": 9, "body": "内部备注", "public": False},
            ],
        },
        {
            "id": 902,
            "subject": "退款",
            "description": "退款还没有到账",
            "created_at": "2026-03-02T02:00:00Z",
            "requester_id": 6,
        },
        {"subject": "没有编号", "description": "这一条没有编号", "requester_id": 6},
        *(
            {
                "id": 910 + n,
                "subject": "咨询",
                "description": "怎样预约保养",
                "created_at": "2026-03-03T02:00:00Z",
                "requester_id": 6,
            }
            for n in range(4)
        ),
    ]
}
SHEET = """序号,提交答卷时间,所用时间,来自地区,1、您有多大可能向朋友推荐我们？,2、请为以下各项打分—外观,2、请为以下各项打分—续航,3、您给这个分数的原因是什么？,4、还有什么想说的？
1,2026/3/1 10:02:11,65秒,上海,9,5,4,座椅很舒服,(空)
2,2026/3/1 10:05:40,48秒,北京,3,2,1,味道太大了受不了,希望尽快解决异味
3,2026/3/1 11:15:02,20秒,广东,7,4,4,(跳过),(空)
"""


def bring_in(
    client: TestClient, app: Installation, name: str, content: bytes, channel: str
) -> dict[str, object]:
    """Upload, take the proposed mapping as it is, run."""
    preview = client.post("/imports/preview", files={"file": (name, content)}).json()
    mapping = {column["field"]: column["name"] for column in preview["columns"] if column["field"]}
    body = {
        "upload_id": preview["upload_id"],
        "source": name,
        "channel": channel,
        "taxonomy": "retail",
        "mapping": mapping,
        "layout": preview["layout"],
    }
    started = client.post("/imports", json=body)
    assert started.status_code == 202, started.text
    assert jobs.run_next_job(app.ledger, app.settings, clock=app.clock)
    done: dict[str, object] = client.get(f"/imports/{started.json()['id']}").json()
    return done


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_review_export_goes_in_as_it_is(client: TestClient, app: Installation, sample: Path) -> None:
    done = bring_in(client, app, sample.name, sample.read_bytes(), "review")
    assert (done["state"], done["rejected"]) == ("done", 0)
    assert int(str(done["accepted"])) >= int(str(done["rows"])) > 0


@pytest.mark.parametrize("form", ["one document", "lines"])
def test_a_ticket_export_goes_in_as_it_is(client: TestClient, app: Installation, form: str) -> None:
    tickets = TICKETS["tickets"]
    text = (
        json.dumps(TICKETS, ensure_ascii=False, indent=1)
        if form == "one document"
        else "\n".join(json.dumps(ticket, ensure_ascii=False) for ticket in tickets)
    )
    preview = client.post("/imports/preview", files={"file": ("export.json", text.encode())}).json()
    assert (preview["layout"], preview["channel"], preview["rows_estimate"]) == ("tickets", "service", 7)
    done = bring_in(client, app, "export.json", text.encode(), "service")
    assert (done["state"], done["accepted"], done["rejected"]) == ("done", 6, 1)
    first = kept(app)[0]
    assert first["external_id"] == "ticket-901"
    assert first["text"] == "发票抬头错了，请重开，已经等了三天"
    assert (first["rating"], first["rating_scale"]) == (1.0, 5.0)
    assert [turn["speaker"] for turn in first["metadata"]["turns"]] == ["customer", "agent"]
    assert bring_in(client, app, "export.json", text.encode(), "service")["duplicates"] == 6


def test_an_answer_sheet_goes_in_as_it_is(client: TestClient, app: Installation) -> None:
    preview = client.post("/imports/preview", files={"file": ("sheet.csv", SHEET.encode())}).json()
    assert (preview["layout"], preview["channel"]) == ("answers", "survey")
    done = bring_in(client, app, "sheet.csv", SHEET.encode(), "survey")
    assert (done["state"], done["accepted"], done["rejected"]) == ("done", 3, 0)
    second = next(row for row in kept(app) if row["rating"] == 3)
    assert second["text"] == "味道太大了受不了\n希望尽快解决异味"
    assert second["rating_scale"] == 10
    assert second["answers"]["2、请为以下各项打分—续航"] == "1"
    assert second["metadata"]["seconds"] == "48秒"
    # The same sheet under another name and with one answer more adds that one only.
    grown = SHEET + "4,2026/3/2 09:00:00,33秒,上海,10,5,5,店员很耐心,(空)\n"
    again = bring_in(client, app, "sheet.csv", grown.encode(), "survey")
    assert (again["accepted"], again["duplicates"]) == (1, 3)


def test_an_answer_sheet_can_be_read_as_plain_rows(client: TestClient) -> None:
    preview = client.post(
        "/imports/preview", params={"layout": "rows"}, files={"file": ("sheet.csv", SHEET.encode())}
    ).json()
    assert preview["layout"] == "rows"
    assert "3、您给这个分数的原因是什么？" in {column["name"] for column in preview["columns"]}


def kept(app: Installation) -> list[dict[str, Any]]:
    with app.ledger.read() as connection:
        query = select(tables.feedback).order_by(tables.feedback.c.external_id)
        return [dict(row) for row in connection.execute(query).mappings()]


def test_a_link_is_never_taken_for_the_text(client: TestClient) -> None:
    content = "k,l,m\n1,https://shop.example/a-very-long-address-of-a-page,空调有异味\n".encode()
    preview = client.post("/imports/preview", files={"file": ("x.csv", content)}).json()
    assert {column["name"]: column["field"] for column in preview["columns"]}["m"] == "text"


def test_a_crawler_s_export_keeps_likes_and_reposts(client: TestClient, app: Installation) -> None:
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in CRAWLED)
    done = bring_in(client, app, "weibo.jsonl", lines.encode(), "social")
    assert (done["state"], done["accepted"], done["rejected"]) == ("done", 6, 0)
    with app.ledger.read() as connection:
        query = select(tables.feedback).order_by(tables.feedback.c.occurred_at)
        first = connection.execute(query).mappings().first()
    assert first is not None
    assert (first["text"], first["author"]) == ("新车味道很大，开窗也散不掉", "路人1")
    assert {first["metadata"][name] for name in ("转发数", "点赞数")} == {1, 10}
