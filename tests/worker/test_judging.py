"""Second opinions in the background: a day's number, checked answers in the facts, the machine's kept beside."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import polars as pl
import pytest
from tests.analyse.language_model.chat_server import Chat, chat_server

from huiyin.analyse import Projector, second_opinions
from huiyin.analyse.language_model import LanguageModel
from huiyin.analyse.second_opinions import SecondOpinionState
from huiyin.bootstrap import Installation, installation
from huiyin.collect import accept_batch
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.text import Analysis, RuleAnalyser, Taxonomy
from huiyin.understand import hard_cases, one_voice
from huiyin.worker.judging import REST, Judging

TEXTS = ("空调有异味", "座椅很舒服", "车机经常卡顿")


@dataclass(frozen=True)
class Doubtful:
    """The rules, sure of nothing."""

    name: str = "doubtful"
    version: str = "1"

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        found = RuleAnalyser().analyze_batch(texts, taxonomy)
        return replace(found, opinions=found.opinions.with_columns(confidence=pl.lit(0.3)))


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    """Three voices, of which every opinion is in doubt."""
    with installation(settings, clock=clock) as opened:
        analyser = Doubtful()
        projector = Projector(
            opened.ledger,
            opened.facts,
            analyser,
            zone=settings.zone,
            clock=clock,
            taxonomies=opened.taxonomies.current,
        )
        items = [{"external_id": text, "text": text, "author": text} for text in TEXTS]
        with opened.ledger.write() as connection:
            accept_batch(
                connection,
                settings,
                source="论坛",
                channel="social",
                taxonomy="automotive",
                items=items,
                clock=clock,
            )
        projector.catch_up()
        yield replace(opened, analyser=analyser, projector=projector)


def turned(asked: dict[str, Any]) -> str:
    """Say of every passage that it is neither good nor bad, and quote it."""
    given = [
        {
            "id": one["id"],
            "aspect": one["aspect"].split("（")[0],
            "sentiment": 0,
            "quote": one["passage"],
        }
        for one in json.loads(asked["messages"][1]["content"])
    ]
    return json.dumps({"answers": given}, ensure_ascii=False)


@contextmanager
def judging(
    app: Installation, answer: Callable[[dict[str, Any]], str | bytes | int], *, a_day: int
) -> Iterator[tuple[Judging, Chat]]:
    with chat_server(answer) as chat:
        settings = app.settings.model_copy(update={"language_model_hard_cases": a_day})
        model = LanguageModel(chat.address, "small")
        yield Judging(replace(app, settings=settings, language_model=model)), chat


def sides(app: Installation) -> list[int]:
    found = app.facts.query("SELECT sentiment FROM opinion ORDER BY feedback_id, ordinal")
    return found.get_column("sentiment").to_list()


def test_nothing_is_asked_by_default(app: Installation) -> None:
    with judging(app, turned, a_day=0) as (loop, chat):
        assert not loop.step()
        assert chat.asked == []


def test_a_day_asks_no_more_than_its_number(app: Installation) -> None:
    with judging(app, turned, a_day=2) as (loop, chat):
        loop.step()
        assert not loop.step()
        sent = [len(json.loads(one["messages"][1]["content"])) for one in chat.asked]
    assert sent == [2]


def test_facts_take_the_second_opinion_and_say_whose_it_is(app: Installation) -> None:
    before = sides(app)
    assert any(before)
    with judging(app, turned, a_day=50) as (loop, _):
        while loop.step():
            pass
    app.projector.catch_up()
    assert len(sides(app)) == len(before)
    assert not any(sides(app))
    with app.ledger.read() as connection:
        known = second_opinions.list_second_opinions(connection, [SecondOpinionState.OPEN])
        voice = one_voice(app.facts, connection, app.names, known[0].unsure.feedback_id)
    assert {one.judged_by for one in voice.opinions} == {"small"}
    assert [one.unsure.sentiment for one in reversed(known)] != [0] * len(known)


def test_a_refused_opinion_is_the_machines_again_and_an_accepted_one_is_sure(app: Installation) -> None:
    before = sides(app)
    with judging(app, turned, a_day=50) as (loop, _):
        loop.step()
    with app.ledger.write() as connection:
        known = second_opinions.list_second_opinions(connection, [SecondOpinionState.OPEN])
        for one in known:
            second_opinions.decide(
                connection, one.id, SecondOpinionState.REJECTED, by="boss", clock=app.clock
            )
    app.projector.catch_up()
    assert sides(app) == before
    with app.ledger.write() as connection:
        second_opinions.decide(
            connection, known[0].id, SecondOpinionState.ACCEPTED, by="boss", clock=app.clock
        )
    app.projector.catch_up()
    assert app.facts.query("SELECT max(confidence) AS most FROM opinion").item() == 1.0


def test_what_is_not_believed_changes_nothing_and_is_not_asked_again(app: Installation) -> None:
    before = sides(app)
    with judging(app, lambda _: '{"answers": []}', a_day=50) as (loop, chat):
        while loop.step():
            pass
        loop.step()
        assert len(chat.asked) == 1
    app.projector.catch_up()
    assert sides(app) == before
    with app.ledger.read() as connection:
        assert hard_cases.list_suggestions(connection, [SecondOpinionState.OPEN]) == []
        counts = second_opinions.counted(connection)
    assert counts[SecondOpinionState.DROPPED] >= len(TEXTS)


def test_a_silent_model_is_left_alone_for_a_while(app: Installation) -> None:
    now = [app.clock()]
    with judging(replace(app, clock=lambda: now[-1]), lambda _: 500, a_day=50) as (loop, chat):
        assert not loop.step()
        assert not loop.step()
        assert len(chat.asked) == 1
        now.append(now[-1] + REST)
        assert not loop.step()
        assert len(chat.asked) == 2


def test_the_export_tells_both_answers_and_no_label_of_people(app: Installation) -> None:
    with judging(app, turned, a_day=50) as (loop, _):
        loop.step()
    with app.ledger.read() as connection:
        rows = list(hard_cases.export_suggestions(connection))
    assert {row["text"] for row in rows} == set(TEXTS)
    assert all(row["suggested"]["model"] == "small" and row["state"] == "open" for row in rows)
    assert all("human" not in row for row in rows)


def test_erased_words_are_not_suggested(app: Installation) -> None:
    with judging(app, turned, a_day=50) as (loop, _):
        loop.step()
    with app.ledger.write() as connection:
        connection.exec_driver_sql("UPDATE feedback SET text = '', excluded_reason = 'erased'")
    with app.ledger.read() as connection:
        assert list(hard_cases.export_suggestions(connection)) == []
