"""Connectors over an empty ledger, and the real servers that they read from."""

from __future__ import annotations

import http.server
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from tests.collect.connectors.imap_server import ImapServer
from tests.conftest import skip_or_fail
from tests.ports import free_port

from huiyin.collect import connectors
from huiyin.kit.clock import Clock, utc_now
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables

Row = Mapping[str, Any]


@dataclass
class Bench:
    """A ledger with connectors in it."""

    ledger: Ledger
    settings: Settings
    clock: Clock = utc_now
    made: list[int] = field(default_factory=list)

    def connect(self, kind: str, config: Mapping[str, Any], **more: Any) -> int:
        wanted = connectors.NewConnector(
            name=more.pop("name", f"{kind} {len(self.made)}"),
            kind=kind,
            taxonomy="automotive",
            config=config,
            **more,
        )
        with self.ledger.write() as connection:
            made = connectors.create_connector(connection, wanted, clock=self.clock, by="测试")
        self.made.append(made.id)
        return made.id

    def run(self, connector_id: int) -> connectors.Outcome:
        return connectors.run_connector(
            self.ledger, self.settings, connector_id, clock=self.clock, roll=lambda: 0.0
        )

    def push(self, connector_id: int, body: bytes, **headers: str) -> connectors.Arrival:
        with self.ledger.write() as connection:
            return connectors.take_pushed(
                connection,
                self.settings,
                connectors.get_connector(connection, connector_id),
                connectors.Pushed({k.replace("_", "-").lower(): v for k, v in headers.items()}, body),
                clock=self.clock,
            )

    def state(self, connector_id: int) -> connectors.Configured:
        with self.ledger.read() as connection:
            return connectors.get_connector(connection, connector_id)

    def voices(self) -> list[Row]:
        with self.ledger.read() as connection:
            return [
                dict(row) for row in connection.execute(select(tables.feedback).order_by("id")).mappings()
            ]

    def events(self) -> list[Row]:
        with self.ledger.read() as connection:
            query = select(tables.behaviour_event).order_by("id")
            return [dict(row) for row in connection.execute(query).mappings()]

    def letters(self) -> list[connectors.DeadLetter]:
        with self.ledger.read() as connection:
            return connectors.list_letters(connection, state=connectors.LetterState.WAITING, limit=10_000)


@pytest.fixture
def bench(ledger: Ledger, settings: Settings) -> Bench:
    """An empty ledger, the real clock."""
    return Bench(ledger, settings)


@pytest.fixture
def imap() -> Iterator[ImapServer]:
    """A mail server with an empty mailbox."""
    server = ImapServer()
    yield server
    server.close()


class FeedServer:
    """A web server with one feed; it knows ETags, and can be down."""

    def __init__(self) -> None:
        self.content = b""
        self.down = False
        self.answers: list[int] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                tag = f'"{hash(outer.content)}"'
                status = 503 if outer.down else 304 if self.headers["If-None-Match"] == tag else 200
                outer.answers.append(status)
                self.send_response(status)
                self.send_header("ETag", tag)
                self.send_header("Content-Length", str(len(outer.content) if status == 200 else 0))
                self.end_headers()
                if status == 200:
                    self.wfile.write(outer.content)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/feed"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def feed() -> Iterator[FeedServer]:
    """A web server with a feed."""
    server = FeedServer()
    yield server
    server.close()


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    """A real Redis on loopback."""
    port = free_port()
    yield from _serving(
        "redis-server",
        ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)],
        port,
        f"redis://127.0.0.1:{port}/0",
    )


@pytest.fixture
def nats_url(tmp_path: Path) -> Iterator[str]:
    """A real NATS with JetStream on loopback."""
    port = free_port()
    yield from _serving(
        "nats-server",
        ["-a", "127.0.0.1", "-p", str(port), "-js", "-sd", str(tmp_path / "js")],
        port,
        f"nats://127.0.0.1:{port}",
    )


def _serving(program: str, arguments: list[str], port: int, url: str) -> Iterator[str]:
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/local/bin")
    if found is None:
        skip_or_fail(f"needs {program}, from the Debian package of that name")
        return
    process = subprocess.Popen([found, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_until_open(port)
        yield url
    finally:
        process.kill()
        process.wait()


def _wait_until_open(port: int) -> None:
    for _ in range(400):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail("the server did not come up")


Waiting = Callable[[], bool]
