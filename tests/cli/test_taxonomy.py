"""The taxonomy commands, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from huiyin.cli.app import application

run = CliRunner()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HUIYIN_HOME", str(tmp_path / "home"))
    return tmp_path


def test_an_aspect_is_added_shown_exported_and_imported(home: Path) -> None:
    added = run.invoke(
        application,
        [
            *("taxonomy", "add-aspect", "automotive", "车载香薰", "--en", "In-car scent"),
            *("--parent", "automotive.comfort", "--seed", "香薰", "--seed", "气味"),
        ],
    )
    assert added.exit_code == 0, added.output
    assert "automotive 1.2+1 automotive.comfort.in_car_scent" in added.output
    assert "气味 was automotive.comfort.odour's" in added.output
    shown = run.invoke(application, ["taxonomy", "show", "automotive", "--words"]).output
    assert "车载香薰 In-car scent automotive.comfort.in_car_scent 香薰 气味" in shown
    file = home / "automotive.yaml"
    assert run.invoke(application, ["taxonomy", "export", "automotive", "--to", str(file)]).exit_code == 0
    again = run.invoke(application, ["taxonomy", "import", str(file)])
    assert again.output.startswith("automotive 1.2+2"), again.output
    assert "1.2+2" in run.invoke(application, ["taxonomy", "list"]).output
