"""Cases, actions and the programme on the command line."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from huiyin.cli import screen
from huiyin.cli.app import application
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger


@pytest.fixture
def run(settings: Settings, ledger: Ledger, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HUIYIN_HOME", str(settings.home))
    monkeypatch.setenv("HUIYIN_LEDGER_URL", settings.ledger_url.get_secret_value())
    monkeypatch.setattr(screen.out, "width", 200)

    def say(*words: str) -> str:
        result = CliRunner().invoke(application, list(words))
        assert result.exit_code == 0, result.output
        return result.output

    return say


def test_case_goes_from_the_inbox_to_resolved(run) -> None:
    assert "case 1 opened; first answer by" in run("cases", "open", "空调有霉味", "--owner", "小周")
    assert "空调有霉味" in run("cases", "list", "--owner", "小周")
    assert "not asked: no customer is known" in run(
        "cases", "resolve", "1", "更换滤芯", "--cause", "滤芯发霉"
    )
    assert "no such case" in run("cases", "list")
    shown = run("cases", "show", "1")
    assert "root cause: 滤芯发霉" in shown
    assert "resolved" in run("cases", "list", "--resolved")


def test_board_and_programme_are_shown(run) -> None:
    assert "no action yet: open one from a fact" in run("actions")
    assert "客户覆盖率" in run("programme")
