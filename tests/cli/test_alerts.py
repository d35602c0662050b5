"""Alerts and their rules on the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from huiyin import act, stats
from huiyin.act.alerts.alerts import fire
from huiyin.cli import screen
from huiyin.cli.app import application
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


@pytest.fixture
def invoke(settings: Settings, ledger: Ledger, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HUIYIN_HOME", str(settings.home))
    monkeypatch.setenv("HUIYIN_LEDGER_URL", settings.ledger_url.get_secret_value())
    monkeypatch.setattr(screen.out, "width", 200)
    return lambda *words: CliRunner().invoke(application, ["alerts", *words])


@pytest.fixture
def run(invoke):
    def say(*words: str) -> str:
        result = invoke(*words)
        assert result.exit_code == 0, result.output
        return result.output

    return say


@pytest.fixture
def fired(run, ledger: Ledger) -> None:
    """Rule 1 has fired alert 1."""
    run("add", "空调异味", "--metric", "negative_customers", "--threshold", "5", "--team", "质量")
    reading = act.Reading(stats.poisson_count(7), NOON - timedelta(days=1), NOON, ())
    with ledger.write() as connection:
        fire(connection, act.get_rule(connection, 1), reading, clock=lambda: NOON)


def test_rule_is_made_with_what_it_watches_and_whom_it_tells(run, ledger: Ledger) -> None:
    words = ["add", "车机卡顿", "--metric", "share_negative", "--threshold", "0.3", "--basis", "unusual"]
    words += ["--hours", "48", "--aspect", "automotive.infotainment", "--product", "澄野S7"]
    words += ["--to", "email:quality@example.com", "--quiet-hours", "22-8"]
    assert "rule 1 watches" in run(*words)
    with ledger.read() as connection:
        rule = act.get_rule(connection, 1)
    assert (rule.window_hours, rule.basis, rule.quiet_hours) == (48, act.AlertBasis.UNUSUAL, "22-8")
    assert rule.filters == {"aspect": ["automotive.infotainment"], "product": ["澄野S7"]}
    assert [(each.kind, each.address) for each in rule.targets] == [("email", "quality@example.com")]
    shown = run("rules")
    assert "车机卡顿" in shown
    assert "share_negative ≥ 0.3 and unusual" in shown


def test_muted_rule_watches_again_when_asked(run, fired) -> None:
    assert "rule 1 is muted" in run("mute", "1")
    assert "muted" in run("rules")
    assert "rule 1 watches" in run("unmute", "1")
    assert "muted" not in run("rules")


def test_removed_rule_leaves_its_alerts(run, fired) -> None:
    run("remove", "1")
    assert "no rule yet" in run("rules")
    assert "空调异味" in run("list")


def test_alert_is_taken_judged_and_resolved(run, fired) -> None:
    assert "负面客户 7 位" in run("list")
    assert "alert 1 acknowledged" in run("take", "1")
    assert "useful so far: 100%" in run("judge", "1", "--useful")
    assert "alert 1 resolved" in run("resolve", "1")
    assert "no such alert" in run("list")
    assert "yes" in run("list", "--state", "resolved")
    assert "n = 1" in run("rules")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--to", "pigeon:coop"], "nobody is reached by 'pigeon:coop'"),
        (["--quiet-hours", "soon"], "quiet hours cannot be read"),
        (["--escalate-hours", "2"], "escalate to whom?"),
    ],
)
def test_wrong_rule_is_refused_with_what_would_be_right(invoke, words, told) -> None:
    result = invoke("add", "x", "--metric", "voices", "--threshold", "5", *words)
    assert result.exit_code == 1
    assert told in str(result.exception)
