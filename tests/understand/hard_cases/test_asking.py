"""Unsure opinions put to a real server of the protocol: what it cannot prove from the text is dropped."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.analyse.language_model.chat_server import Chat, chat_server

from huiyin.analyse.language_model import LanguageModel, LanguageModelError
from huiyin.analyse.second_opinions import UnsureOpinion, Verdict
from huiyin.text import load_taxonomy
from huiyin.understand.hard_cases import HardCase, ask

TAXONOMY = load_taxonomy("automotive")
TEXT = "联系 13812345678。车机反应慢得可以泡杯茶，别的都好"
CASE = HardCase(UnsureOpinion(7, "automotive", "automotive.cockpit", 15, 25, 0, 0.3, "kernel@1"), TEXT)


def answers(*given: object) -> str:
    return json.dumps({"answers": list(given)}, ensure_ascii=False)


def said(**changes: object) -> dict[str, Any]:
    return {"id": 0, "aspect": "automotive.cockpit", "sentiment": -1, "quote": "泡杯茶"} | changes


def judged(chat: Chat, *cases: HardCase) -> list[Verdict | None]:
    return ask(LanguageModel(chat.address, "small"), cases or [CASE], TAXONOMY)


def test_an_answer_with_a_true_quote_is_a_verdict() -> None:
    with chat_server(lambda _: answers(said())) as chat:
        (found,) = judged(chat)
    assert found is not None
    assert (found.aspect, found.sentiment) == ("automotive.cockpit", -1)
    assert TEXT[found.quote_start : found.quote_end] == "泡杯茶"


@pytest.mark.parametrize(
    "given",
    [
        said(quote="卡死了"),
        said(quote=""),
        said(aspect="automotive.unheard"),
        said(aspect=None),
        said(sentiment=2),
        said(sentiment="-1"),
        said(sentiment=True),
        said(id="0"),
        said(id=5),
        "no object",
    ],
)
def test_what_cannot_be_believed_is_dropped(given: object) -> None:
    with chat_server(lambda _: answers(given)) as chat:
        assert judged(chat) == [None]


def test_another_broad_aspect_of_the_taxonomy_is_allowed_and_its_name_forgiven() -> None:
    other = next(node for node in TAXONOMY.nodes if node.level == 1 and node.id != "automotive.cockpit")
    with chat_server(lambda _: answers(said(aspect=f"{other.id}（{other.zh}）"))) as chat:
        (found,) = judged(chat)
    assert found is not None
    assert found.aspect == other.id


def test_personal_data_is_not_sent_and_each_case_has_its_answer() -> None:
    second = HardCase(CASE.unsure, "车机很流畅，比之前好")
    with chat_server(lambda _: answers(said(id=1, quote="很流畅", sentiment=1), said())) as chat:
        first, other = judged(chat, CASE, second)
        assert "13812345678" not in json.dumps(chat.asked, ensure_ascii=False)
    assert first is not None
    assert other is not None
    assert (first.sentiment, other.sentiment) == (-1, 1)


@pytest.mark.parametrize("fault", [500, b"<html>", "no JSON", '{"answers": 1}'])
def test_a_fault_is_told(fault: Any) -> None:
    with chat_server(lambda _: fault) as chat, pytest.raises(LanguageModelError):
        judged(chat)
