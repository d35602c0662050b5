"""Names of new topics from a language model: made of what was said, given once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.analyse.language_model.chat_server import Chat, chat_server

from huiyin.analyse.language_model import LanguageModel
from huiyin.understand.topics import Nameless, Naming

TENTS = Nameless(("帐篷", "睡袋"), ("露营地的帐篷太小", "睡袋放不下", "打 13812345678 问帐篷"))
BOOKS = Nameless(("绘本",), ("绘本馆的故事", "图书角的绘本"))


def named(chat: Chat, *topics: Nameless, taken: tuple[str, ...] = ()) -> list[str | None]:
    return Naming(LanguageModel(chat.address, "small")).names(topics, taken)


def names(*given: object) -> str:
    return json.dumps({"names": [{"topic": at, "name": each} for at, each in enumerate(given)]})


def test_each_topic_gets_the_name_that_its_verbatims_hold() -> None:
    with chat_server(lambda _: names("露营帐篷", "绘本")) as chat:
        assert named(chat, TENTS, BOOKS) == ["露营帐篷", "绘本"]
        assert "13812345678" not in json.dumps(chat.asked, ensure_ascii=False)


@pytest.mark.parametrize("name", ["户外装备", "", "帐", 3, None, "帐篷" * 9])
def test_a_name_that_nobody_said_is_dropped(name: object) -> None:
    with chat_server(lambda _: names(name)) as chat:
        assert named(chat, TENTS) == [None]


def test_a_name_that_is_taken_is_not_given_again() -> None:
    with chat_server(lambda _: names("帐篷", "帐篷")) as chat:
        assert named(chat, TENTS, TENTS) == ["帐篷", None]
        assert named(chat, TENTS, taken=("帐篷",)) == [None]


@pytest.mark.parametrize("fault", [500, b"<html>", "no JSON"])
def test_a_silent_model_leaves_topics_nameless(fault: Any) -> None:
    with chat_server(lambda _: fault) as chat:
        assert named(chat, TENTS, BOOKS) == [None, None]
