"""Files as people have them, through the import page's way: exports of shops and app stores, and of crawlers."""

from __future__ import annotations

import json
from pathlib import Path

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
