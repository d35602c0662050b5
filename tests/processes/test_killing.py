"""Accepted means kept: a server that is killed without warning loses nothing and doubles nothing."""

from __future__ import annotations

import csv
import os
import random
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from sqlalchemy import select

from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsStore
from huiyin.store.ledger import open_ledger, tables

if TYPE_CHECKING:
    from tests.processes.conftest import Server

# Starting a server is what costs; more kills are for who asks for them.
KILLS = int(os.environ.get("HUIYIN_TEST_KILLS", "16"))
BATCH = 40
PHRASES = ("空调有异味", "动力足，超车轻松", "车机启动慢", "座椅舒服，但是油耗高", "希望增加后排小桌板")


@pytest.mark.killing
@pytest.mark.timeout(900)
def test_kills_during_ingest_lose_and_double_nothing(server: Server, settings: Settings) -> None:
    rng = random.Random(7)  # noqa: S311 a seed makes the kills repeatable
    accepted: set[str] = set()
    sent = 0
    for kill in range(KILLS):
        server.start()
        stop = threading.Event()
        progress: list[int] = []
        sender = threading.Thread(target=_send_until, args=(server, sent, stop, accepted, progress))
        sender.start()
        time.sleep(rng.uniform(0.02, 0.5))
        # However slow the machine is, every second kill comes after something was accepted.
        while kill % 2 and not progress and sender.is_alive():
            time.sleep(0.01)
        server.kill()
        stop.set()
        sender.join()
        sent += (len(progress) + 1) * BATCH
    server.start()
    health = server.wait_until_projected()
    server.kill()
    kept = _ledger_ids(settings)
    doubled = [external_id for external_id, count in Counter(kept).items() if count > 1]
    assert len(accepted) >= KILLS // 2 * BATCH
    assert accepted - set(kept) == set()
    assert doubled == []
    assert health["ledger"]["feedback"] == health["facts"]["voices"] == len(kept)
    assert _fact_ids(settings) == len(kept)


@pytest.mark.killing
@pytest.mark.timeout(300)
def test_killed_file_import_goes_on_where_it_was(server: Server, settings: Settings, tmp_path: Path) -> None:
    rows = 16_000
    path = tmp_path / "voices.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text"])
        writer.writerows((f"r{i}", PHRASES[i % len(PHRASES)]) for i in range(rows))
    for place in range(4):
        importer = server.run("ingest", str(path), "--source", "killed")
        _wait_for_more_than(place * 2_000, settings, importer)
        importer.kill()
        importer.communicate()
    importer = server.run("ingest", str(path), "--source", "killed")
    out, err = importer.communicate()
    assert importer.returncode == 0, err.decode()
    kept = _ledger_ids(settings)
    assert len(kept) == len(set(kept)) == rows, out.decode()
    assert _fact_ids(settings) == rows


def _wait_for_more_than(kept: int, settings: Settings, importer: subprocess.Popen[bytes]) -> None:
    while importer.poll() is None and len(_ledger_ids(settings)) <= kept:
        time.sleep(0.02)


def _send_until(
    server: Server, first: int, stop: threading.Event, accepted: set[str], progress: list[int]
) -> None:
    with server.client() as client:
        while not stop.is_set():
            start = first + len(progress) * BATCH
            items = [
                {"external_id": f"v{i}", "text": f"{PHRASES[i % len(PHRASES)]}，第{i}条"}
                for i in range(start, start + BATCH)
            ]
            body = {"source": "推送", "channel": "review", "taxonomy": "automotive", "items": items}
            try:
                answer = client.post("/feedback", json=body)
            except httpx.HTTPError:
                return
            assert answer.status_code == 200, answer.text
            assert answer.json()["accepted"] == BATCH
            accepted.update(item["external_id"] for item in items)
            progress.append(start)


def _ledger_ids(settings: Settings) -> list[str]:
    ledger = open_ledger(settings.ledger_path)
    with ledger.read() as connection:
        ids = list(connection.execute(select(tables.feedback.c.external_id)).scalars())
    ledger.close()
    return ids


def _fact_ids(settings: Settings) -> int:
    facts = FactsStore(settings.facts_home)
    counted = facts.query("SELECT count(*) AS n, count(DISTINCT feedback_id) AS ids FROM voice").row(0)
    facts.close()
    assert counted[0] == counted[1]
    return int(counted[0])
