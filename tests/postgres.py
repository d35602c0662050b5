"""A PostgreSQL of the tests' own: made in a folder, listening on a socket there, gone afterwards."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from huiyin.store.ledger import migrate, open_ledger

OWNER = "postgres"
_COUNT = count()


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs, None where it is not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next(
        (each for each in folders if (each / "initdb").exists() and (each / "postgres").exists()), None
    )


@contextmanager
def running_postgres() -> Iterator[str]:
    """Start a server and yield its socket folder; nobody else can reach it."""
    programs = binaries()
    assert programs is not None
    with TemporaryDirectory(prefix="pg") as folder:
        if os.getuid() == 0:
            # The server refuses to run as root.
            shutil.chown(folder, OWNER)
        data = f"{folder}/data"
        _as_owner([f"{programs}/initdb", "-D", data, "-U", OWNER, "-A", "trust", "--no-sync", "-E", "UTF8"])
        options = (
            f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=200"
        )
        _as_owner([f"{programs}/pg_ctl", "-D", data, "-w", "-o", options, "-l", f"{folder}/log", "start"])
        try:
            yield folder
        finally:
            _as_owner([f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop"])


def database_for_tests() -> str:
    """Return the URL of an empty ledger where the tests are told to run on PostgreSQL, else nothing."""
    socket = os.environ.get("HUIYIN_TEST_POSTGRES", "")
    return fresh_database(socket) if socket else ""


def fresh_database(socket: str) -> str:
    """Create an empty ledger and return its URL."""
    name = f"ledger_{os.getpid()}_{next(_COUNT)}"
    _say(socket, f"CREATE DATABASE {name} TEMPLATE {_template(socket)}")
    return _url(socket, name)


@cache
def _template(socket: str) -> str:
    """A migrated ledger to copy: migrating takes a hundred times as long."""
    name = f"template_{os.getpid()}"
    _say(socket, f"CREATE DATABASE {name}")
    ledger = open_ledger(_url(socket, name))
    migrate(ledger)
    ledger.close()
    return name


def _say(socket: str, statement: str) -> None:
    with psycopg.connect(host=socket, user=OWNER, dbname="postgres", autocommit=True) as connection:
        connection.execute(statement.encode())


def _url(socket: str, name: str) -> str:
    return f"postgresql+psycopg://{OWNER}@/{name}?host={socket}"


def _as_owner(command: list[str]) -> None:
    prefix = ["runuser", "-u", OWNER, "--"] if getpass.getuser() == "root" else []
    subprocess.run([*prefix, *command], check=True, capture_output=True, cwd="/tmp")  # noqa: S108
