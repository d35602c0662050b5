"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pydantic import SecretStr
from tests.postgres import database_for_tests

from huiyin.bootstrap import Installation, installation
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import KEY_FILE, Ledger, Vault, migrate, open_ledger

# Machines are shared: how long an example takes says nothing about the code.
hypothesis_settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("shared")

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"
NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


def skip_or_fail(reason: str) -> None:
    """Skip where a machine lacks something; fail where nothing may be skipped."""
    if os.environ.get("HUIYIN_TEST_NO_SKIP"):
        pytest.fail(f"nothing may be skipped here: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The labelled data beside the checkout."""
    if not SHARED_DATA.is_dir():
        skip_or_fail("needs ../shared/data, the labelled data beside the checkout")
    return SHARED_DATA


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return lambda: NOON


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of an installation with an empty ledger, free of the machine's own environment."""
    for name in [
        name for name in os.environ if name.startswith("HUIYIN_") and not name.startswith("HUIYIN_TEST_")
    ]:
        monkeypatch.delenv(name)
    found = Settings(home=tmp_path / "home", minimum_n=5, ledger_url=SecretStr(database_for_tests()))
    if not found.ledger_url.get_secret_value():
        found.home.mkdir()
        found.ledger_path.write_bytes(_empty_ledger())
    return found


@cache
def _empty_ledger() -> bytes:
    """A migrated ledger to copy: migrating takes twenty times as long."""
    with TemporaryDirectory() as folder:
        opened = open_ledger(Path(folder) / "ledger.sqlite")
        migrate(opened)
        opened.close()
        return (Path(folder) / "ledger.sqlite").read_bytes()


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    """A migrated, empty ledger."""
    vault = Vault(settings.home / KEY_FILE)
    opened = open_ledger(settings.ledger_url.get_secret_value() or settings.ledger_path, vault=vault)
    migrate(opened)
    yield opened
    opened.close()


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    """An opened, empty installation."""
    with installation(settings, clock=clock) as opened:
        yield opened
