"""A real server for a bench to put under load: one account, a free port, and what it costs the processor."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

USERNAME, PASSWORD = "zhou", "correct-horse-7"


@contextmanager
def served(home: Path) -> Iterator[tuple[int, int]]:
    """Start a server with one account; yield its port and process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    huiyin, env = [sys.executable, "-m", "huiyin"], os.environ | {"HUIYIN_HOME": str(home)}
    account = [*huiyin, "add-user", USERNAME, "--role", "admin", "--password", PASSWORD]
    subprocess.run(account, env=env, check=True, stdout=subprocess.DEVNULL)
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen([*huiyin, "serve", "--port", str(port)], env=env, stdout=log, stderr=log)
    try:
        while server.poll() is None:
            try:
                httpx.get(f"http://127.0.0.1:{port}/api/v1/health", timeout=5).raise_for_status()
                break
            except httpx.HTTPError:
                time.sleep(0.2)
        if server.poll() is not None:
            raise SystemExit((home / "server.log").read_text())
        yield port, server.pid
    finally:
        server.terminate()
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            # A round over everything, such as recognising people, may last longer; nothing is left to measure.
            server.kill()
            server.wait()
        sys.stderr.write("".join(line for line in (home / "server.log").open() if "rror" in line))


def signed_in(port: int) -> httpx.Client:
    """Return a client of the API with the account's session."""
    url = f"http://127.0.0.1:{port}"
    client = httpx.Client(base_url=f"{url}/api/v1", headers={"X-Huiyin-CSRF": "1", "Origin": url}, timeout=60)
    client.post("/auth/login", json={"username": USERNAME, "password": PASSWORD}).raise_for_status()
    return client


def cpu_seconds(pid: int) -> float:
    """Return the processor time a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
