"""The taxonomy commands, as a person runs them."""

from __future__ import annotations

import json
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


def test_a_preview_shows_what_would_be_caught_and_keeps_nothing(home: Path) -> None:
    voices = home / "voices.jsonl"
    lines = [
        {"external_id": str(n), "occurred_at": "2026-10-01T09:00:00+08:00", "text": text}
        for n, text in enumerate(["车里香薰太冲了，熏得头疼", "座椅舒服", "香薰味道不错"])
    ]
    voices.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    taken = run.invoke(
        application,
        ["ingest", str(voices), "--source", "论坛", "--channel", "social", "--taxonomy", "automotive"],
    )
    assert taken.exit_code == 0, taken.output
    examples = home / "examples.txt"
    examples.write_text("香薰太冲了\n\n出风口的香味很淡\n", encoding="utf-8")
    shown = run.invoke(
        application,
        [
            *("taxonomy", "add-aspect", "automotive", "车载香薰", "--en", "Scent"),
            *("--parent", "automotive.comfort", "--seed", "香薰", "--examples", str(examples), "--preview"),
        ],
    )
    assert shown.exit_code == 0, shown.output
    assert "automotive.comfort.scent" in shown.output
    assert "of 2 customers" in shown.output
    assert "3 of 3 voices read" in shown.output
    assert "香薰太冲了" in shown.output
    assert "车载香薰" not in run.invoke(application, ["taxonomy", "show", "automotive"]).output
