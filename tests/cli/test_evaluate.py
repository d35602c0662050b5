"""`huiyin evaluate` against people's own labels."""

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


def test_an_exported_audit_is_scored_with_intervals_and_too_few_are_told(home: Path) -> None:
    odour = [{"aspect": "automotive.comfort.odour", "sentiment": -1}]
    rows = [
        {
            "audit": 1,
            "taxonomy": "automotive",
            "feedback_id": number,
            "text": "空调有异味，很难受" if number < 40 else "座椅很舒服，非常满意",
            "human": odour if number < 40 else [],
            "human_marks": ["complaint"] if number < 40 else ["praise"],
        }
        for number in range(45)
    ]
    file = home / "audit.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    shown = run.invoke(application, ["evaluate", "--audited", str(file)])
    assert shown.exit_code == 0, shown.output
    lines = {" ".join(line.split()[4:6]): line for line in shown.output.splitlines()[1:]}
    assert "1.000 [1.000, 1.000]  (n 40, 45 voices)" in lines["complaint F1"]
    assert "证据不足  (n 5, 45 voices)" in lines["praise F1"]


def test_an_installation_without_labels_says_so() -> None:
    shown = run.invoke(application, ["evaluate", "--audits"])
    assert shown.exit_code != 0
    assert "nobody has labelled a voice yet" in f"{shown.output}{shown.exception}"
