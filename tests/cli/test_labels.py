"""The labels commands, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.analyse.language_model.chat_server import chat_server
from typer.testing import CliRunner

from huiyin import bootstrap
from huiyin.analyse.second_opinions import UnsureOpinion, Verdict, keep_verdicts
from huiyin.cli.app import application
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings

run = CliRunner()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HUIYIN_HOME", str(tmp_path / "home"))
    return tmp_path


def test_without_a_language_model_nothing_is_asked(home: Path) -> None:
    asked = run.invoke(application, ["labels", "suggest", "--to", str(home / "s.jsonl"), "--ask", "3"])
    assert asked.exit_code != 0
    assert run.invoke(application, ["labels", "suggest", "--to", str(home / "s.jsonl")]).exit_code == 0
    assert (home / "s.jsonl").read_text(encoding="utf-8") == ""


def test_suggestions_are_asked_for_and_written(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voices = home / "voices.jsonl"
    line = {"external_id": "1", "occurred_at": "2026-10-01T09:00:00+08:00", "text": "前台办理入住不快"}
    voices.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    taken = run.invoke(
        application,
        ["ingest", str(voices), "--source", "酒店", "--channel", "review", "--taxonomy", "hotel"],
    )
    assert taken.exit_code == 0, taken.output
    unsure = UnsureOpinion(1, "hotel", "hotel.service", 0, 8, 0, 0.3, "kernel@1")
    ledger = bootstrap.open_ledger_of(Settings())
    with ledger.write() as connection:
        verdict = Verdict("hotel.service", -1, 6, 8)
        keep_verdicts(connection, [(unsure, verdict)], model="small", now=utc_now())
    ledger.close()
    file = home / "suggested.jsonl"
    with chat_server(lambda _: '{"answers": []}') as chat:
        monkeypatch.setenv("HUIYIN_LANGUAGE_MODEL_URL", chat.address)
        monkeypatch.setenv("HUIYIN_LANGUAGE_MODEL", "small")
        done = run.invoke(application, ["labels", "suggest", "--to", str(file), "--ask", "2"])
    assert done.exit_code == 0, done.output
    assert "0 answers stand on a true quote" in done.output
    assert "1 suggestions, 0 agreed to by people" in done.output
    (row,) = [json.loads(each) for each in file.read_text(encoding="utf-8").splitlines()]
    told = row["suggested"]
    assert row["text"][told["quote_start"] : told["quote_end"]] == "不快"
    assert (row["machine"]["sentiment"], told["sentiment"], row["state"]) == (0, -1, "open")
