"""Surveys on the command line."""

from __future__ import annotations

import re
from datetime import UTC
from pathlib import Path

import pytest
from typer.testing import CliRunner

from huiyin.cli import screen
from huiyin.cli.app import application
from huiyin.collect import surveys
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger


def test_people_are_invited_and_their_answers_shown_and_written(
    settings: Settings, ledger: Ledger, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIYIN_HOME", str(settings.home))
    monkeypatch.setattr(screen.out, "width", 200)
    with ledger.write() as connection:
        survey_id = surveys.create_survey(
            connection, surveys.TEMPLATES[0].definition, taxonomy="automotive", clock=clock, by="t"
        )
        surveys.change_survey(connection, survey_id, clock=clock, state=surveys.SurveyState.OPEN)
    people = tmp_path / "people.csv"
    people.write_text("person,name\nM1,李雷\nM2,韩梅梅\n", encoding="utf-8")

    def run(*words: str) -> str:
        result = CliRunner().invoke(application, ["survey", *words])
        assert result.exit_code == 0, result.output
        return result.output

    links = run("invite", str(survey_id), str(people))
    token = re.findall(r"\?t=(\S+)", links)[0]
    assert "invited to this survey already" in run("invite", str(survey_id), str(people))
    with ledger.write() as connection:
        survey = surveys.get_survey(connection, survey_id)
        submission = surveys.Submission({"score": 9}, token=token, complete=True)
        surveys.save_answers(connection, survey, submission, zone=UTC, clock=clock)
    assert "您的推荐意愿" in run("list")
    shown = run("results", str(survey_id))
    assert "2 invited" in shown
    assert "证据不足 (n 1)" in shown
    out = tmp_path / "answers.csv"
    assert "1 responses written" in run("export", str(survey_id), "--out", str(out))
    assert "M1,李雷" not in out.read_text(encoding="utf-8-sig")
    assert ",M1," in out.read_text(encoding="utf-8-sig")
