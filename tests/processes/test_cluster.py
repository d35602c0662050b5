"""A cluster on loopback: PostgreSQL, two servers, two importing workers; random ones are killed without warning."""

from __future__ import annotations

import csv
import random
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from polars.testing import assert_frame_equal
from pydantic import SecretStr
from sqlalchemy import func, select
from tests.conftest import skip_or_fail
from tests.ports import free_port
from tests.postgres import binaries, fresh_database, running_postgres
from tests.processes.conftest import Server, admin_token
from tests.processes.named_blocks import answer, blocks

from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsStore
from huiyin.store.ledger import open_ledger, tables

ROUNDS, BATCH, FILE_ROWS = 8, 20, 3_000
PHRASES = (
    "空调有异味，没人管",
    "动力足，超车轻松",
    "车机启动慢",
    "座椅舒服，但是油耗高",
    "希望增加后排小桌板",
)
PRODUCTS, REGIONS = ("回音 A", "回音 B", "回音 C"), ("华东", "华南")


@dataclass
class Cluster:
    """Two servers and the homes of two workers on one ledger; whatever was accepted is remembered."""

    url: str
    servers: tuple[Server, Server]
    workers: tuple[Server, Server]
    accepted: set[str] = field(default_factory=set)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def accept(self, ids: list[str]) -> None:
        with self.guard:
            self.accepted.update(ids)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    if binaries() is None:
        skip_or_fail("needs PostgreSQL (Debian: postgresql)")
    with running_postgres() as socket:
        url = fresh_database(socket)
        token = admin_token(Settings(home=tmp_path / "one", ledger_url=SecretStr(url)))
        made = [
            Server(
                tmp_path / name,
                free_port(),
                token,
                {"HUIYIN_LEDGER_URL": url, "HUIYIN_DUTIES": str(name == "one").lower()},
            )
            for name in ("one", "two", "worker-1", "worker-2")
        ]
        for each in made:
            each.home.mkdir(exist_ok=True)
        found = Cluster(url, (made[0], made[1]), (made[2], made[3]))
        yield found
        for server in found.servers:
            if server.process is not None and server.process.poll() is None:
                server.kill()


def _item(key: str, number: int) -> dict[str, object]:
    return {
        "external_id": key,
        "text": f"{PHRASES[number % len(PHRASES)]}，第{number}条",
        "product": PRODUCTS[number % 3],
        "rating": 1 + number % 5,
        "rating_scale": 5,
        "occurred_at": f"2026-{1 + number % 10:02}-{1 + number % 28:02}T08:00:00+08:00",
        "customer": {"external_id": f"客{number % 97}", "region": REGIONS[number % 2]},
    }


def _send(cluster: Cluster, server: Server, name: str, stop: threading.Event) -> None:
    """Send batches until told to stop; every third batch is one that the other sender sends as well."""
    number = 0
    with server.client() as client:
        while not stop.is_set():
            owner = "both" if number % 3 == 0 else name
            keys = [f"{owner}-{number * BATCH + i}" for i in range(BATCH)]
            items = [_item(key, number * BATCH + i) for i, key in enumerate(keys)]
            body = {"source": "推送", "channel": "review", "taxonomy": "automotive", "items": items}
            try:
                answered = client.post("/feedback", json=body)
            except httpx.HTTPError:
                # Killed or not up yet: what was not answered was not accepted, and is sent again.
                stop.wait(0.2)
                continue
            assert answered.status_code in (200, 503), answered.text
            if answered.status_code == 200:
                cluster.accept(keys)
                number += 1


def _file(path: Path, worker: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "product"])
        for number in range(FILE_ROWS):
            writer.writerow([f"file{worker}-{number}", PHRASES[number % len(PHRASES)], PRODUCTS[number % 3]])
    return path


def _import(worker: Server, path: Path) -> subprocess.Popen[bytes]:
    return worker.run("ingest", str(path), "--source", "文件")


def _finish(worker: Server, path: Path) -> None:
    done = _import(worker, path)
    _, err = done.communicate()
    assert done.returncode == 0, err.decode()


def _kill_at_random(cluster: Cluster, files: list[Path]) -> None:
    rng, pause = random.Random(11), threading.Event()  # noqa: S311 a seed makes the order repeatable
    importing = [_import(worker, path) for worker, path in zip(cluster.workers, files, strict=True)]
    for _ in range(ROUNDS):
        pause.wait(rng.uniform(0.2, 2.0))
        victim = rng.randrange(4)
        if victim < 2:
            cluster.servers[victim].kill()
            cluster.servers[victim].start()
        else:
            importing[victim - 2].kill()
            importing[victim - 2].communicate()
            importing[victim - 2] = _import(cluster.workers[victim - 2], files[victim - 2])
    for each in importing:
        each.kill()
        each.communicate()


def _in_ledger(url: str) -> list[str]:
    ledger = open_ledger(url)
    with ledger.read() as connection:
        ids = list(connection.execute(select(tables.feedback.c.external_id)).scalars())
        revisions = connection.execute(select(func.count(tables.feedback.c.revision.distinct()))).scalar()
    ledger.close()
    assert revisions == len(ids)
    return ids


@pytest.mark.killing
@pytest.mark.timeout(900)
def test_kills_lose_and_double_nothing_and_every_named_query_answers_alike_on_both_servers(
    cluster: Cluster, tmp_path: Path
) -> None:
    for server in cluster.servers:
        server.start()
    stop = threading.Event()
    senders = [
        threading.Thread(target=_send, args=(cluster, server, f"sender{place}", stop))
        for place, server in enumerate(cluster.servers)
    ]
    files = [_file(tmp_path / f"{place}.csv", place) for place in range(2)]
    for sender in senders:
        sender.start()
    _kill_at_random(cluster, files)
    stop.set()
    for sender in senders:
        sender.join()
    for worker, path in zip(cluster.workers, files, strict=True):
        _finish(worker, path)
        _finish(worker, path)
    cluster.accept([f"file{worker}-{number}" for worker in range(2) for number in range(FILE_ROWS)])
    healths = [server.wait_until_projected() for server in cluster.servers]
    for server in cluster.servers:
        server.kill()

    kept = _in_ledger(cluster.url)
    assert [key for key, count in Counter(kept).items() if count > 1] == []
    assert cluster.accepted - set(kept) == set()
    # A batch that was committed and not answered for is kept too, and was sent again under the same ids.
    assert {key for key in set(kept) - cluster.accepted if key.startswith("file")} == set()
    assert {health["facts"]["voices"] for health in healths} == {len(kept)}

    one, two = (FactsStore(server.home / "facts") for server in cluster.servers)
    named = list(blocks())
    for block in named:
        # Sums in single precision round by what else a server read in the same step.
        assert_frame_equal(answer(one, block), answer(two, block), rel_tol=1e-9, abs_tol=1e-6)
    assert len(named) > 60
    one.close()
    two.close()
