"""Runs: watermark with the records, back-off, dead letters, health."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta
from pathlib import Path

import pytest
from tests.collect.connectors.conftest import Bench, FeedServer
from tests.conftest import NOON

from huiyin.collect import connectors
from huiyin.collect.connectors.running import pause_after_failure
from huiyin.kit.errors import ConflictError, InvalidInputError


def _write(folder: Path, name: str, *texts: str) -> None:
    rows = [
        json.dumps({"id": f"{name}-{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(texts)
    ]
    (folder / name).write_text("\n".join(rows), encoding="utf-8")


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


def test_a_run_moves_the_watermark_and_plans_the_next(bench: Bench, drop: Path) -> None:
    _write(drop, "a.jsonl", "空调有异味", "座椅舒服")
    made = bench.connect("folder", {"path": str(drop), "settle_s": 0}, every_s=60)
    outcome = bench.run(made)
    state = bench.state(made)
    assert (outcome.arrival.accepted, outcome.error) == (2, None)
    assert list(state.watermark["done"]) == ["a.jsonl"]
    assert state.next_run_at is not None
    assert state.last_run_at is not None
    assert state.next_run_at - state.last_run_at == timedelta(seconds=60)


def test_a_second_run_brings_nothing_twice(bench: Bench, drop: Path) -> None:
    _write(drop, "a.jsonl", "空调有异味")
    made = bench.connect("folder", {"path": str(drop), "settle_s": 0})
    bench.run(made)
    assert bench.run(made).arrival == connectors.Arrival()
    assert len(bench.voices()) == 1


def test_a_source_that_is_down_fails_the_run_and_waits_longer_each_time(bench: Bench, tmp_path: Path) -> None:
    made = bench.connect("folder", {"path": str(tmp_path / "nowhere")})
    pauses = []
    for _ in range(3):
        assert "is no folder" in (bench.run(made).error or "")
        state = bench.state(made)
        assert state.next_run_at is not None
        assert state.last_run_at is not None
        pauses.append((state.next_run_at - state.last_run_at).total_seconds())
    assert pauses == [5.0, 10.0, 20.0]
    with bench.ledger.read() as connection:
        assert connectors.condition(bench.state(made), bench.clock()) is connectors.Condition.FAILING
        assert {run["state"] for run in connectors.recent_runs(connection, made)} == {"failed"}


def test_pauses_are_spread_and_bounded() -> None:
    assert pause_after_failure(1, 0.9) < pause_after_failure(1, 0.0)
    assert pause_after_failure(1_000, 0.0) == 900.0


def test_a_source_that_was_down_catches_up(bench: Bench, feed: FeedServer) -> None:
    feed.down = True
    made = bench.connect("rss", {"url": feed.url})
    assert bench.run(made).error is not None
    feed.content = _feed(*[f"第{n}条" for n in range(120)])
    feed.down = False
    assert bench.run(made).arrival.accepted == 120
    assert bench.state(made).failures == 0


def test_refused_rows_wait_as_dead_letters_with_field_and_reason(bench: Bench, drop: Path) -> None:
    (drop / "a.jsonl").write_text(
        '{"id":"1","text":"好"}\n{"id":"2","text":"差","rating":9}\nno json\n', "utf-8"
    )
    made = bench.connect("folder", {"path": str(drop), "settle_s": 0})
    assert bench.run(made).arrival.accepted == 1
    assert sorted((letter.field, bool(letter.reason)) for letter in bench.letters()) == [
        ("rating", True),
        ("row", True),
    ]


def test_a_dead_letter_is_read_again_with_the_settings_of_now(bench: Bench) -> None:
    made = bench.connect("webhook", {"mapping": {"external_id": "id", "text": "wrong", "rating": "stars"}})
    bench.push(made, '{"id": 1, "words": "空调有异味", "stars": 9}'.encode())
    [letter] = bench.letters()
    with bench.ledger.write() as connection:
        right = {"external_id": "id", "text": "words", "rating": "stars"}
        config = {"mapping": right, "defaults": {"rating_scale": 10}}
        connectors.change_connector(connection, made, clock=bench.clock, config=config)
        arrival = connectors.replay_letter(connection, bench.settings, letter.id, clock=bench.clock)
    assert arrival.accepted == 1
    assert bench.letters() == []
    assert bench.voices()[0]["text"] == "空调有异味"


def test_a_letter_refused_again_waits_again(bench: Bench) -> None:
    made = bench.connect("webhook", {})
    bench.push(made, b'{"id": 1}')
    [letter] = bench.letters()
    with bench.ledger.write() as connection:
        connectors.replay_letter(connection, bench.settings, letter.id, clock=bench.clock)
    [again] = bench.letters()
    assert (again.id, again.attempts) == (letter.id, 2)


def test_a_settled_letter_is_not_settled_twice(bench: Bench) -> None:
    made = bench.connect("webhook", {})
    bench.push(made, b'{"id": 1}')
    [letter] = bench.letters()
    with bench.ledger.write() as connection:
        connectors.drop_letter(connection, letter.id, clock=bench.clock)
    with bench.ledger.write() as connection, pytest.raises(ConflictError):
        connectors.replay_letter(connection, bench.settings, letter.id, clock=bench.clock)


def test_of_two_runs_at_once_only_one_moves_the_watermark(bench: Bench, drop: Path) -> None:
    _write(drop, "a.jsonl", "空调有异味")
    _write(drop, "b.jsonl", "座椅舒服")
    made = bench.connect("folder", {"path": str(drop), "settle_s": 0})
    inner: list[connectors.Outcome] = []

    def other() -> bool:
        if not inner:
            inner.append(bench.run(made))
        return False

    outer = connectors.run_connector(bench.ledger, bench.settings, made, clock=bench.clock, stopping=other)
    assert inner[0].error is None
    assert "runs elsewhere" in (outer.error or "")
    assert len(bench.voices()) == 2


def test_a_paused_connector_is_not_due(bench: Bench, drop: Path) -> None:
    made = bench.connect("folder", {"path": str(drop)})
    with bench.ledger.write() as connection:
        assert connectors.due_connectors(connection, bench.clock()) == [made]
        paused = connectors.change_connector(connection, made, clock=bench.clock, enabled=False)
        assert connectors.due_connectors(connection, bench.clock()) == []
    assert connectors.condition(paused, bench.clock()) is connectors.Condition.PAUSED


def test_a_connector_that_has_not_succeeded_for_long_is_late(bench: Bench, drop: Path) -> None:
    made = bench.connect("folder", {"path": str(drop)}, every_s=60)
    bench.run(made)
    state = bench.state(made)
    later = bench.clock() + timedelta(minutes=10)
    assert connectors.condition(state, bench.clock()) is connectors.Condition.OK
    assert connectors.condition(state, later) is connectors.Condition.LATE


def test_freshness_is_the_age_of_voices_on_arrival(bench: Bench) -> None:
    still = dataclasses.replace(bench, clock=lambda: NOON)
    made = still.connect("webhook", {})
    for n in range(1, 101):
        at = (NOON - timedelta(seconds=n)).isoformat()
        still.push(made, json.dumps({"id": n, "text": f"第{n}条", "created_at": at}).encode())
    with bench.ledger.read() as connection:
        fresh = connectors.freshness(connection, still.state(made).source.id)
    assert (fresh.p50_s, fresh.p95_s, fresh.n) == (50.0, 95.0, 100)


def test_a_wrong_setting_is_named(bench: Bench) -> None:
    with pytest.raises(InvalidInputError) as refused:
        bench.connect("rss", {"url": "ftp://example"})
    assert refused.value.field == "config.url"
    with pytest.raises(InvalidInputError, match="unknown_key"):
        bench.connect("rss", {"url": "http://example", "unknown_key": 1})


def test_secrets_are_hidden_and_kept_when_they_come_back_hidden(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = bench.connect("webhook", {"secret": "env:SHOP_SECRET"})
    hidden = connectors.hidden_config(bench.state(made))
    assert hidden["secret"] == "**********"
    with bench.ledger.write() as connection:
        connectors.change_connector(connection, made, clock=bench.clock, config=hidden)
    monkeypatch.setenv("SHOP_SECRET", "sesam")
    typed = bench.state(made).settings()
    assert typed.model_dump()["secret"].get_secret_value() == "sesam"


def _feed(*titles: str) -> bytes:
    items = "".join(
        f"<item><guid>g{n}</guid><title>{title}</title><pubDate>Thu, 05 Mar 2026 10:00:00 +0800</pubDate></item>"
        for n, title in enumerate(titles)
    )
    return f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()
