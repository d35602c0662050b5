"""A source that is down for an hour: each kind of connector waits, says so, and then brings what it missed, once."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import nats
import pytest
import redis
from tests.collect.connectors.conftest import Bench, FeedServer
from tests.collect.connectors.imap_server import ImapServer

from huiyin.collect import connectors

BEFORE, MISSED = 5, 60
HOUR = timedelta(hours=1)


class Line:
    """A line to a server that can be cut: connections break, and new ones get no answer but a farewell."""

    def __init__(self, port: int) -> None:
        self._to, self.is_down = port, False
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        self.is_down = True
        for each in self._open:
            each.close()

    def mend(self) -> None:
        self.is_down = False

    def close(self) -> None:
        self._listener.close()
        self.cut()

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self.is_down:
                near.close()
                continue
            far = socket.create_connection(("127.0.0.1", self._to))
            self._open += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=_pass_on, args=(one, other), daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    try:
        while piece := one.recv(65_536):
            other.sendall(piece)
    except OSError:
        pass
    finally:
        for each in (one, other):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line() -> Iterator[Callable[[int], Line]]:
    """Lines to servers on loopback."""
    made: list[Line] = []

    def lay(port: int) -> Line:
        made.append(Line(port))
        return made[-1]

    yield lay
    for each in made:
        each.close()


def outlast(
    bench: Bench, made: int, say: Callable[[range], None], cut: Callable[[], None], mend: Callable[[], None]
) -> None:
    """Run before, during and after an hour without the source."""
    now = bench.clock() + timedelta(minutes=1)
    still = dataclasses.replace(bench, clock=lambda: now)
    say(range(BEFORE))
    assert still.run(made).error is None
    assert len(bench.voices()) == BEFORE
    cut()
    for failures in (1, 2):
        assert still.run(made).error is not None
        assert still.state(made).failures == failures
        assert connectors.condition(still.state(made), now) is connectors.Condition.FAILING
    mend()
    say(range(BEFORE, BEFORE + MISSED))
    now += HOUR
    with bench.ledger.read() as connection:
        assert made in connectors.due_connectors(connection, now)
    assert still.run(made).error is None
    assert still.run(made).error is None
    said = Counter(voice["text"] for voice in bench.voices())
    assert said == Counter(f"第{n}条" for n in range(BEFORE + MISSED))
    assert (still.state(made).failures, bench.letters()) == (0, [])


def test_folder(bench: Bench, tmp_path: Path) -> None:
    drop, away = tmp_path / "drop", tmp_path / "away"
    drop.mkdir()

    def say(numbers: range) -> None:
        rows = [json.dumps({"id": f"r{n}", "text": f"第{n}条"}) for n in numbers]
        (drop / f"{numbers.start}.jsonl").write_text("\n".join(rows), encoding="utf-8")

    made = bench.connect("folder", {"path": str(drop), "settle_s": 0})
    outlast(bench, made, say, lambda: os.replace(drop, away), lambda: os.replace(away, drop))


def test_feed(bench: Bench, feed: FeedServer) -> None:
    def say(numbers: range) -> None:
        items = "".join(f"<item><guid>g{n}</guid><title>第{n}条</title></item>" for n in numbers)
        feed.content = f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()

    def turn(*, down: bool) -> None:
        feed.down = down

    made = bench.connect("rss", {"url": feed.url})
    outlast(bench, made, say, lambda: turn(down=True), lambda: turn(down=False))


def test_mailbox(bench: Bench, imap: ImapServer, line: Callable[[int], Line]) -> None:
    to = line(imap.port)

    def say(numbers: range) -> None:
        for n in numbers:
            imap.put(f"From: a@b.cn\r\nMessage-ID: <m{n}@b.cn>\r\n\r\n第{n}条\r\n".encode())

    config = {
        "host": "127.0.0.1",
        "port": to.port,
        "security": "none",
        "user": "u",
        "password": imap.password,
    }
    outlast(bench, bench.connect("mailbox", config), say, to.cut, to.mend)


def test_sql(bench: Bench, tmp_path: Path) -> None:
    path, away = tmp_path / "crm.sqlite3", tmp_path / "away.sqlite3"
    with sqlite3.connect(path) as crm:
        crm.execute("CREATE TABLE note (id INTEGER, said TEXT)")
    crm.close()

    def say(numbers: range) -> None:
        with sqlite3.connect(path) as database:
            database.executemany("INSERT INTO note VALUES (?, ?)", [(n, f"第{n}条") for n in numbers])
        database.close()

    mapping = {"external_id": "id", "text": "said"}
    config = {"url": f"sqlite:///{path}", "query": "SELECT * FROM note", "column": "id", "mapping": mapping}
    made = bench.connect("sql", config)
    outlast(bench, made, say, lambda: os.replace(path, away), lambda: os.replace(away, path))


def test_redis_stream(bench: Bench, redis_url: str, line: Callable[[int], Line]) -> None:
    to = line(urlsplit(redis_url).port or 0)

    def say(numbers: range) -> None:
        client = redis.Redis.from_url(redis_url)
        for n in numbers:
            client.xadd("voices", {"id": f"r{n}", "text": f"第{n}条"})
        client.close()

    config = {"url": f"redis://127.0.0.1:{to.port}/0", "stream": "voices", "stay_s": 0}
    outlast(bench, bench.connect("redis", config), say, to.cut, to.mend)


def test_jetstream(bench: Bench, nats_url: str, line: Callable[[int], Line]) -> None:
    to = line(urlsplit(nats_url).port or 0)

    async def publish(numbers: range) -> None:
        client = await nats.connect(nats_url)
        stream = client.jetstream()
        await stream.add_stream(name="VOICES", subjects=["voices.>"])
        for n in numbers:
            await stream.publish("voices.app", json.dumps({"id": f"n{n}", "text": f"第{n}条"}).encode())
        await client.close()

    config = {"url": f"nats://127.0.0.1:{to.port}", "stream": "VOICES", "subject": "voices.>", "stay_s": 1}
    made = bench.connect("nats", config)
    outlast(bench, made, lambda numbers: asyncio.run(publish(numbers)), to.cut, to.mend)


BROKERS = """
import sys
from confluent_kafka import Producer
producer = Producer({"bootstrap.servers": "127.0.0.1:1", "test.mock.num.brokers": 1, "log_level": 0})
for line in sys.stdin:
    for raw in line.split():
        producer.produce("voices", bytes.fromhex(raw))
    assert producer.flush(20) == 0
    brokers = producer.list_topics(timeout=20).brokers.values()
    print(",".join(f"{broker.host}:{broker.port}" for broker in brokers), flush=True)
"""


class Brokers:
    """The client's mock cluster in a process of its own, which can be stopped dead and go on with what it holds."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", BROKERS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def say(self, numbers: range) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        raws = (json.dumps({"id": f"k{n}", "text": f"第{n}条"}).encode().hex() for n in numbers)
        self._process.stdin.write(" ".join(raws) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def cut(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def mend(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        self.mend()
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def brokers() -> Iterator[Brokers]:
    pytest.importorskip("confluent_kafka", reason="needs confluent-kafka (pip install 'huiyin[kafka]')")
    made = Brokers()
    yield made
    made.close()


def test_kafka(bench: Bench, brokers: Brokers) -> None:
    servers = brokers.say(range(0))
    config = {"servers": servers, "topic": "voices", "stay_s": 5}

    def say(numbers: range) -> None:
        assert brokers.say(numbers) == servers

    outlast(bench, bench.connect("kafka", config), say, brokers.cut, brokers.mend)
