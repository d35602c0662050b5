"""`huiyin connectors` against a ledger of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from huiyin.cli.app import application
from huiyin.collect import connectors
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger


def test_a_connector_runs_from_the_command_line(
    ledger: Ledger, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop" / "a.jsonl").write_text(
        json.dumps({"id": "1", "text": "空调有异味"}) + "\nbroken\n", "utf-8"
    )
    config = {"path": str(tmp_path / "drop"), "settle_s": 0}
    wanted = connectors.NewConnector(name="投放", kind="folder", taxonomy="automotive", config=config)
    with ledger.write() as connection:
        connectors.create_connector(connection, wanted, clock=utc_now, by="测试")
    monkeypatch.setenv("HUIYIN_HOME", str(settings.home))
    ran = CliRunner().invoke(application, ["connectors", "--run", "投放"])
    assert "1 accepted" in ran.output
    assert "1 refused" in ran.output
    again = CliRunner().invoke(application, ["connectors", "--replay", "投放"])
    assert "1 dead letters read again, 0 taken" in again.output
