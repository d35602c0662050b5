"""The import page's way: upload, look, map, run, read what was refused."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation
from huiyin.collect import jobs

FILE = "编号,评论内容,评分\n1,空调有异味,2\n2,动力足,很好\n3,车机卡,3\n".encode("gb18030")


def _upload(client: TestClient) -> dict[str, object]:
    answer = client.post("/imports/preview", files={"file": ("评论.csv", FILE)})
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


def _start(client: TestClient, **changed: object) -> int:
    preview = _upload(client)
    body = {
        "upload_id": preview["upload_id"],
        "source": "评论",
        "channel": "review",
        "taxonomy": "automotive",
        "mapping": {"external_id": "编号", "text": "评论内容", "rating": "评分"},
    } | changed
    answer = client.post("/imports", json=body)
    assert answer.status_code == 202, answer.text
    return int(answer.json()["id"])


def test_preview_proposes_the_mapping(client: TestClient) -> None:
    preview = _upload(client)
    assert preview["encoding"] == "gb18030"
    proposed = {column["name"]: column["field"] for column in preview["columns"]}  # type: ignore[attr-defined]
    assert proposed == {"编号": "external_id", "评论内容": "text", "评分": "rating"}


def test_import_runs_and_its_refused_rows_can_be_read(client: TestClient, app: Installation) -> None:
    job = _start(client)
    assert client.get(f"/imports/{job}").json()["state"] == "queued"
    assert jobs.run_next_job(app.ledger, app.settings, clock=app.clock)
    done = client.get(f"/imports/{job}").json()
    assert (done["state"], done["rows"], done["accepted"], done["rejected"]) == ("done", 3, 2, 1)
    rejects = client.get(f"/imports/{job}/rejects").content.decode("utf-8-sig")
    assert "3,rating" in rejects


def test_dry_run_accepts_nothing(client: TestClient, app: Installation) -> None:
    _start(client, dry_run=True)
    jobs.run_next_job(app.ledger, app.settings, clock=app.clock)
    assert client.get("/health").json()["ledger"]["feedback"] == 0


def test_failed_import_says_why(client: TestClient, app: Installation) -> None:
    job = _start(client, mapping={"text": "没有这列"})
    jobs.run_next_job(app.ledger, app.settings, clock=app.clock)
    failed = client.get(f"/imports/{job}").json()
    assert failed["state"] == "failed"
    assert "没有这列" in failed["error"]


def test_interrupted_import_is_taken_up_again(client: TestClient, app: Installation) -> None:
    job = _start(client)
    with app.ledger.write() as connection:
        connection.exec_driver_sql("UPDATE import_job SET state = 'running'")
    assert jobs.requeue_interrupted(app.ledger, app.settings) == 1
    assert client.get(f"/imports/{job}").json()["state"] == "queued"


@pytest.mark.parametrize(
    ("path", "status"), [("/imports/99", 404), ("/imports/99/rejects", 404), ("/imports/x", 422)]
)
def test_unknown_import_is_told(path: str, status: int, client: TestClient) -> None:
    assert client.get(path).status_code == status


def test_file_that_is_no_table_is_refused(client: TestClient) -> None:
    answer = client.post("/imports/preview", files={"file": ("a.xlsx", b"PK nonsense")})
    assert answer.status_code == 422
    assert answer.json()["error"]["field"] == "file"
