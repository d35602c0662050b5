"""Two importing processes, a serving one, and eight readers: no lock error, and counts that agree."""

from __future__ import annotations

import csv
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.processes.conftest import Server

ROWS = 6_000
READERS = 8
CROWD = 150
QUESTIONS = (
    "/overview",
    "/facts",
    "/facts?level=1&channel=review",
    "/verbatims?limit=20",
    "/meta",
    "/sources",
)


@pytest.mark.killing
@pytest.mark.timeout(600)
def test_two_importers_and_eight_readers_agree(server: Server, tmp_path: Path) -> None:
    server.start()
    importers = [
        server.run("ingest", str(_file(tmp_path, name)), "--source", name) for name in ("论坛", "商城")
    ]
    stop = threading.Event()
    failures: list[str] = []
    answered = [0] * READERS
    readers = [
        threading.Thread(target=_read, args=(server, place, stop, failures, answered))
        for place in range(READERS)
    ]
    for reader in readers:
        reader.start()
    ends = [importer.communicate() for importer in importers]
    health = server.wait_until_projected()
    stop.set()
    for reader in readers:
        reader.join()
    assert [importer.returncode for importer in importers] == [0, 0], ends
    assert failures == []
    assert min(answered) > 0
    assert health["ledger"]["feedback"] == health["facts"]["voices"] == 2 * ROWS
    with server.client() as client:
        assert client.get("/facts").json()["base"]["voices"] == 2 * ROWS
        assert sum(source["voices"] for source in client.get("/sources").json()) == 2 * ROWS
    assert "locked" not in (server.home / "server.log").read_text()


@pytest.mark.killing
@pytest.mark.timeout(300)
def test_a_crowd_at_once_gets_answers_not_errors(server: Server) -> None:
    server.start()
    statuses: list[int] = []
    with server.client() as client:
        client.post("/feedback", json=_batch(0)).raise_for_status()

        def call(place: int) -> None:
            if place % 3:
                statuses.append(client.get(("/sources", "/meta")[place % 2]).status_code)
            else:
                statuses.append(client.post("/feedback", json=_batch(place)).status_code)

        crowd = [threading.Thread(target=call, args=(place,)) for place in range(1, CROWD + 1)]
        for each in crowd:
            each.start()
        for each in crowd:
            each.join()
    assert statuses == [200] * CROWD
    assert server.wait_until_projected()["ledger"]["feedback"] == 1 + CROWD // 3


def _batch(place: int) -> dict[str, object]:
    items = [{"external_id": f"crowd{place}", "text": "车机有点卡"}]
    return {"source": "人群", "channel": "review", "taxonomy": "automotive", "items": items}


def _read(
    server: Server, place: int, stop: threading.Event, failures: list[str], answered: list[int]
) -> None:
    with server.client() as client:
        turn = place
        while not stop.is_set():
            question = QUESTIONS[turn % len(QUESTIONS)]
            answer = client.get(question)
            if answer.status_code != 200:
                failures.append(f"{question}: {answer.status_code} {answer.text[:200]}")
            answered[place] += 1
            turn += 1


def _file(folder: Path, name: str) -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "rating"])
        writer.writerows((f"{name}{i}", f"车机有点卡，动力还行，编号{i}", i % 5 + 1) for i in range(ROWS))
    return path
