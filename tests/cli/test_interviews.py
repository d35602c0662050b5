"""Studies on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from huiyin.cli.app import application
from huiyin.kit.settings import Settings


def test_study_is_begun_filled_and_shown(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIYIN_HOME", str(settings.home))
    talk = tmp_path / "组1.txt"
    talk.write_text("主持人：请讲\nP1：空调有异味，味道很重\nP2：嗯\nP1：洗过没用", encoding="utf-8")

    def run(*words: str) -> str:
        result = CliRunner().invoke(application, ["interviews", *words])
        assert result.exit_code == 0, result.output
        return result.output

    assert "study 1" in run("new", "异味座谈", "--kind", "focus_group", "--goal", "了解异味")
    assert "4 turns of 3 speakers" in run("add", "1", str(talk), "--consent", "--quotable")
    assert "2/2" in run("list")
    assert "Gini" in run("show", "1")
    assert run("quotes", "1").splitlines() == ["\ufeffcode,quote,who,conversation"]
