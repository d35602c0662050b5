"""Summaries against a real server of the protocol: quotes are true, faults are told, personal data stays here."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analyse.language_model.chat_server import Chat, chat_server, points

from huiyin.analyse.language_model import LanguageModel, LanguageModelBudgetError, LanguageModelError
from huiyin.understand.summaries import summarise

VOICES = [(7, "屏幕有点暗，晚上还行"), (9, "客服电话 13812345678 打不通，等了半天"), (11, "屏幕太暗了")]


def model(chat: Chat, **more: object) -> LanguageModel:
    return LanguageModel(chat.address, "small", **more)  # type: ignore[arg-type]


def test_a_point_keeps_the_quotes_that_stand_in_their_voices() -> None:
    answer = points(("屏幕偏暗", [(7, "屏幕有点暗"), (11, "屏幕太暗了"), (9, "屏幕太暗了")]))
    with chat_server(lambda _: answer) as chat:
        found = summarise(model(chat), VOICES)
    assert [(quote.feedback_id, quote.quote) for quote in found.points[0].quotes] == [
        (7, "屏幕有点暗"),
        (11, "屏幕太暗了"),
    ]
    assert (found.voices, found.dropped, found.model) == (3, 0, "small")


def test_what_nobody_said_is_dropped() -> None:
    answer = points(
        ("电池鼓包", [(7, "电池鼓包")]), ("无引文", []), ("一半客户嫌暗，占 50%", [(11, "屏幕太暗了")])
    )
    with chat_server(lambda _: answer) as chat:
        found = summarise(model(chat), VOICES)
    assert found.points == ()
    assert found.dropped == 3


def test_personal_data_is_blotted_out_before_it_is_sent() -> None:
    with chat_server(lambda _: points()) as chat:
        summarise(model(chat), VOICES)
        sent = str(chat.asked)
    assert "13812345678" not in sent
    assert "打不通" in sent


def test_the_same_question_is_asked_once_and_carries_the_key() -> None:
    with chat_server(lambda _: points()) as chat:
        one = model(chat, key="sk-ours")
        summarise(one, VOICES)
        summarise(one, VOICES)
        assert len(chat.asked) == 1
        assert chat.keys == ["Bearer sk-ours"]


def test_nothing_is_asked_about_no_voices() -> None:
    with chat_server(lambda _: points()) as chat:
        assert summarise(model(chat), []).points == ()
        assert chat.asked == []


@pytest.mark.parametrize(
    "fault", [500, 429, b"<html>", b"{}", b'{"choices": []}', "no JSON at all", '{"points": 3}', "[]"]
)
def test_a_faulty_answer_is_told_as_one(fault: str | bytes | int) -> None:
    with chat_server(lambda _: fault) as chat, pytest.raises(LanguageModelError):
        summarise(model(chat), VOICES)


def test_points_of_a_wrong_shape_are_dropped() -> None:
    shapes = '{"points": [1, {"point": 2}, {"point": "x", "quotes": [3, {"id": "7", "quote": "屏幕"}]}]}'
    with chat_server(lambda _: shapes) as chat:
        assert summarise(model(chat), VOICES).dropped == 3


def test_a_server_that_is_gone_is_told() -> None:
    with chat_server(lambda _: points()) as chat:
        gone = model(chat)
    with pytest.raises(LanguageModelError):
        summarise(gone, VOICES)


def test_a_day_costs_no_more_than_its_cap_and_the_next_day_begins_anew() -> None:
    days = [date(2026, 11, 1)]
    with chat_server(lambda _: points()) as chat:
        capped = model(chat, daily_tokens=100, today=lambda: days[-1])
        summarise(capped, VOICES)
        with pytest.raises(LanguageModelBudgetError):
            summarise(capped, VOICES[:1])
        days.append(date(2026, 11, 2))
        summarise(capped, VOICES[:1])
        assert len(chat.asked) == 2
