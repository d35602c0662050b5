"""SIGKILL in the midst of a run, twice: nothing accepted is lost, nothing is doubled."""

from __future__ import annotations

import asyncio
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import nats
import pytest
import redis
from tests.collect.connectors.conftest import Bench, FeedServer
from tests.collect.connectors.imap_server import ImapServer

KILLS = 2
PROGRAM = """
import sys
from pathlib import Path
from huiyin.bootstrap import open_ledger_of
from huiyin.collect import connectors
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
settings = Settings(home=Path(sys.argv[1]))
ledger = open_ledger_of(settings)
print(connectors.run_connector(ledger, settings, int(sys.argv[2]), clock=utc_now).error or "done", flush=True)
"""

pytestmark = [pytest.mark.killing, pytest.mark.timeout(240)]


def _kill_twice_and_finish(bench: Bench, connector_id: int, total: int) -> None:
    rng = random.Random(connector_id + total)  # noqa: S311 repeatable kills
    for kill in range(KILLS):
        process = _start(bench, connector_id)
        _wait_until(lambda least=total * kill // 4 + 1: _count(bench) >= least, process)
        time.sleep(rng.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert 0 < _count(bench) < total, "the kill came too late to show anything"
    process = _start(bench, connector_id)
    out, _ = process.communicate(timeout=120)
    assert out.decode().strip() == "done"


def _start(bench: Bench, connector_id: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(bench.settings.home), str(connector_id)], stdout=subprocess.PIPE
    )


def _wait_until(reached: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    while not reached():
        assert process.poll() is None, "the run ended before it was killed"
        time.sleep(0.002)


def _count(bench: Bench) -> int:
    with bench.ledger.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM feedback").scalar_one())


def _must_hold(bench: Bench, expected: set[str], spoiled: int) -> None:
    ids = Counter(voice["external_id"] for voice in bench.voices())
    assert [key for key, times in ids.items() if times > 1] == []
    assert set(ids) == expected
    assert len(bench.letters()) == spoiled


def test_folder(bench: Bench, tmp_path: Path) -> None:
    folder, total = tmp_path / "drop", 12_000
    folder.mkdir()
    rows = [
        json.dumps({"id": f"r{n}", "text": f"第{n}条"}) if n % 1000 else f"broken {n}" for n in range(total)
    ]
    (folder / "a.jsonl").write_text("\n".join(rows[: total // 2]), encoding="utf-8")
    (folder / "b.jsonl").write_text("\n".join(rows[total // 2 :]), encoding="utf-8")
    made = bench.connect("folder", {"path": str(folder), "settle_s": 0})
    _kill_twice_and_finish(bench, made, total)
    _must_hold(bench, {f"r{n}" for n in range(total) if n % 1000}, total // 1000)


def test_rows_without_ids_stay_as_many_as_they_are(bench: Bench, tmp_path: Path) -> None:
    folder, total = tmp_path / "drop", 9_000
    folder.mkdir()
    rows = [json.dumps({"text": f"第{n % 10}种同样的话"}) for n in range(total)]
    (folder / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    made = bench.connect("folder", {"path": str(folder), "settle_s": 0})
    _kill_twice_and_finish(bench, made, total)
    assert _count(bench) == total


def test_feed(bench: Bench, feed: FeedServer) -> None:
    total = 8_000
    items = "".join(f"<item><guid>g{n}</guid><title>第{n}条</title></item>" for n in range(total))
    feed.content = f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()
    _kill_twice_and_finish(bench, bench.connect("rss", {"url": feed.url}), total)
    _must_hold(bench, {f"g{n}" for n in range(total)}, 0)


def test_mailbox(bench: Bench, imap: ImapServer) -> None:
    total = 2_000
    for n in range(total):
        imap.put(f"From: a{n}@b.cn\r\nMessage-ID: <m{n}@b.cn>\r\nSubject: s{n}\r\n\r\nwords\r\n".encode())
    config = {
        "host": "127.0.0.1",
        "port": imap.port,
        "security": "none",
        "user": "u",
        "password": imap.password,
    }
    _kill_twice_and_finish(bench, bench.connect("mailbox", config), total)
    _must_hold(bench, {f"m{n}@b.cn" for n in range(total)}, 0)


def test_sql(bench: Bench, tmp_path: Path) -> None:
    path, total = tmp_path / "crm.sqlite3", 12_000
    crm = sqlite3.connect(path)
    crm.execute("CREATE TABLE note (id TEXT, said TEXT, changed INTEGER)")
    rows = [(f"n{n}", f"第{n}条" if n % 2000 else None, n // 7) for n in range(total)]
    crm.executemany("INSERT INTO note VALUES (?, ?, ?)", rows)
    crm.commit()
    crm.close()
    config = {"url": f"sqlite:///{path}", "query": "SELECT * FROM note", "column": "changed", "mapping": {"external_id": "id", "text": "said"}}  # fmt: skip
    _kill_twice_and_finish(bench, bench.connect("sql", config), total)
    _must_hold(bench, {f"n{n}" for n in range(total) if n % 2000}, total // 2000)


def test_redis_stream(bench: Bench, redis_url: str) -> None:
    total = 12_000
    client = redis.Redis.from_url(redis_url)
    pipe = client.pipeline()
    for n in range(total):
        pipe.xadd("voices", {"id": f"r{n}", "text": f"第{n}条"})
    pipe.execute()
    made = bench.connect("redis", {"url": redis_url, "stream": "voices", "stay_s": 0})
    _kill_twice_and_finish(bench, made, total)
    _must_hold(bench, {f"r{n}" for n in range(total)}, 0)
    assert client.xpending("voices", "huiyin")["pending"] == 0
    client.close()


def test_jetstream(bench: Bench, nats_url: str) -> None:
    total = 6_000
    asyncio.run(_publish(nats_url, total))
    config = {"url": nats_url, "stream": "VOICES", "subject": "voices.>", "stay_s": 4, "ack_wait_s": 2}
    made = bench.connect("nats", config)
    _kill_twice_and_finish(bench, made, total)
    _must_hold(bench, {f"n{n}" for n in range(total)}, 0)


def test_kafka_topic(bench: Bench) -> None:
    kafka = pytest.importorskip(
        "confluent_kafka", reason="needs confluent-kafka (pip install 'huiyin[kafka]')"
    )
    total = 12_000
    # The brokers live in this producer.
    producer = kafka.Producer(
        {"bootstrap.servers": "127.0.0.1:1", "test.mock.num.brokers": 3, "log_level": 0}
    )
    for n in range(total):
        producer.produce("voices", json.dumps({"id": f"k{n}", "text": f"第{n}条"}).encode())
        producer.poll(0)
    assert producer.flush(30) == 0
    brokers = producer.list_topics(timeout=20).brokers.values()
    servers = ",".join(f"{broker.host}:{broker.port}" for broker in brokers)
    made = bench.connect("kafka", {"servers": servers, "topic": "voices", "stay_s": 4})
    _kill_twice_and_finish(bench, made, total)
    _must_hold(bench, {f"k{n}" for n in range(total)}, 0)


async def _publish(url: str, total: int) -> None:
    client = await nats.connect(url)
    stream = client.jetstream()
    await stream.add_stream(name="VOICES", subjects=["voices.>"])
    for start in range(0, total, 500):
        await asyncio.gather(
            *(
                stream.publish("voices.app", json.dumps({"id": f"n{n}", "text": f"第{n}条"}).encode())
                for n in range(start, start + 500)
            )
        )
    await client.close()
