"""Passwords of sources: sealed in the ledger, never given out, opened by whoever has the key."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select, update
from tests.collect.connectors.conftest import Bench

from huiyin.bootstrap import open_ledger_of
from huiyin.collect import connectors
from huiyin.store.ledger import KEY_FILE, Vault, VaultError, tables_connectors

PASSWORD = "sesam-öffne-dich-7731"
TABLE = tables_connectors.connector


def _kept(bench: Bench, connector_id: int) -> dict[str, object]:
    with bench.ledger.read() as connection:
        query = select(TABLE.c.config).where(TABLE.c.id == connector_id)
        return dict(connection.execute(query).scalar_one())


def _spill(bench: Bench, connector_id: int, secret: str) -> None:
    with bench.ledger.write() as connection:
        change = update(TABLE).where(TABLE.c.id == connector_id)
        connection.execute(change.values(config={"secret": secret}))


def _secret(bench: Bench, connector_id: int) -> str:
    return str(bench.state(connector_id).settings().model_dump()["secret"].get_secret_value())


def test_a_password_is_nowhere_in_the_files_and_still_usable(bench: Bench) -> None:
    made = bench.connect("webhook", {"secret": PASSWORD})
    assert str(_kept(bench, made)["secret"]).startswith("sealed:")
    assert connectors.hidden_config(bench.state(made))["secret"] == "**********"
    assert _secret(bench, made) == PASSWORD
    home = bench.settings.home
    assert not any(PASSWORD.encode() in file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert stat.S_IMODE((home / KEY_FILE).stat().st_mode) == 0o600


def test_passwords_of_an_older_ledger_are_sealed_when_it_is_opened(bench: Bench) -> None:
    made = bench.connect("webhook", {})
    _spill(bench, made, PASSWORD)
    open_ledger_of(bench.settings).close()
    assert str(_kept(bench, made)["secret"]).startswith("sealed:")
    assert _secret(bench, made) == PASSWORD


def test_the_name_of_an_environment_variable_stays_readable_in_the_ledger(bench: Bench) -> None:
    made = bench.connect("webhook", {"secret": "env:SHOP_SECRET"})
    assert _kept(bench, made)["secret"] == "env:SHOP_SECRET"


def test_a_lost_key_is_said_and_the_password_can_be_entered_again(bench: Bench) -> None:
    made = bench.connect("webhook", {"secret": PASSWORD})
    (bench.settings.home / KEY_FILE).write_bytes(Fernet.generate_key())
    ledger = open_ledger_of(bench.settings)
    moved = Bench(ledger, bench.settings)
    with pytest.raises(VaultError, match="another key"):
        moved.state(made).settings()
    assert connectors.hidden_config(moved.state(made))["secret"] == "**********"
    with ledger.write() as connection:
        connectors.change_connector(connection, made, clock=bench.clock, config={"secret": "neu"})
    assert _secret(moved, made) == "neu"
    ledger.close()


def test_a_new_first_key_seals_anew_what_the_old_one_sealed(bench: Bench) -> None:
    made = bench.connect("webhook", {"secret": PASSWORD})
    file, fresh = bench.settings.home / KEY_FILE, Fernet.generate_key()
    file.write_bytes(fresh + b"\n" + file.read_bytes())
    open_ledger_of(bench.settings).close()
    file.write_bytes(fresh)
    ledger = open_ledger_of(bench.settings)
    assert _secret(Bench(ledger, bench.settings), made) == PASSWORD
    ledger.close()


def test_a_key_from_the_settings_needs_no_file(tmp_path: Path) -> None:
    vault = Vault(tmp_path / KEY_FILE, Fernet.generate_key().decode())
    assert vault.unseal(vault.seal(PASSWORD)) == PASSWORD
    assert not (tmp_path / KEY_FILE).exists()
    with pytest.raises(VaultError, match="no Fernet key"):
        Vault(tmp_path / KEY_FILE, "short").seal(PASSWORD)
