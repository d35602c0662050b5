"""Real server processes, started, asked and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from tests.people import token_in
from tests.ports import free_port

from huiyin.access import Role
from huiyin.bootstrap import open_ledger_of
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings

START_LIMIT_S = 60


@dataclass
class Server:
    """`huiyin serve` over a folder; it can be killed without warning and started again."""

    home: Path
    port: int
    token: str
    extra: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        own = {"HUIYIN_HOME": str(self.home), "HUIYIN_MINIMUM_N": "5", "PYTHONUNBUFFERED": "1"}
        return os.environ | own | self.extra

    def start(self) -> None:
        log = (self.home / "server.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "huiyin", "serve", "--port", str(self.port)],
            env=self.environment,
            stdout=log,
            stderr=log,
        )
        log.close()
        self.wait_until_up()

    def wait_until_up(self) -> None:
        for _ in range(START_LIMIT_S * 20):
            try:
                httpx.get(f"http://127.0.0.1:{self.port}/api/v1/health", timeout=5).raise_for_status()
            except httpx.HTTPError:
                assert self.process is not None
                assert self.process.poll() is None, (self.home / "server.log").read_text()
                time.sleep(0.05)
            else:
                return
        pytest.fail("the server did not come up")

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def client(self) -> httpx.Client:
        return httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}/api/v1",
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=60,
        )

    def wait_until_projected(self) -> dict[str, dict[str, int]]:
        with self.client() as client:
            for _ in range(600):
                health: dict[str, dict[str, int]] = client.get("/health").json()
                if health["lag"] == 0:
                    return health
                time.sleep(0.1)
        pytest.fail("the facts did not catch up")

    def run(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "huiyin", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


@pytest.fixture
def server(tmp_path: Path, settings: Settings) -> Iterator[Server]:
    """A server on a free port with an administrator's token; not started yet."""
    prepared = Server(settings.home, free_port(), admin_token(settings))
    yield prepared
    if prepared.process is not None and prepared.process.poll() is None:
        prepared.kill()


def admin_token(settings: Settings) -> str:
    ledger = open_ledger_of(settings)
    with ledger.write() as connection:
        token = token_in(connection, utc_now, Role.ADMIN, username="tester")
    ledger.close()
    return token
