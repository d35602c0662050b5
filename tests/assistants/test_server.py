"""An assistant asks over MCP, in process and over stdio, and is given nothing it should not have."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from mcp import Client as Assistant
from mcp import StdioServerParameters
from tests.conftest import NOON
from tests.serving import serving, token_of

from huiyin.access import Role, Scope
from huiyin.bootstrap import Installation
from huiyin.client import Client
from huiyin.mcp import assistant_server
from huiyin.mcp.answers import plain

PHONE = "13812345678"


@pytest.fixture
def huiyin(app: Installation) -> Iterator[Client]:
    """A server with 30 complaints about the odour and three about fuel, one voice with a telephone number."""
    with serving(app) as url, Client(url, token_of(app, Role.ADMIN, Scope.ADMIN)) as client:
        client.push(
            [_voice(i) for i in range(33)], source="车友论坛", channel="social", taxonomy="automotive"
        )
        app.projector.catch_up()
        yield client


def _voice(i: int) -> dict[str, Any]:
    text = "车内异味很重，受不了" if i < 30 else "油耗太高了"
    return {
        "external_id": f"v{i}",
        "text": f"{text}，请打 {PHONE}" if i == 0 else text,
        "occurred_at": (NOON - timedelta(days=1, minutes=i)).isoformat(),
        "author": f"momo{i}",
        "customer": {"external_id": f"c{i}", "name": "顾晓岚"},
    }


def ask(server: Any, tool: str, /, **asked: Any) -> Any:
    async def once() -> Any:
        async with Assistant(server) as assistant:
            return await assistant.call_tool(tool, asked)

    return asyncio.run(once())


def told(huiyin: Client, tool: str, /, **asked: Any) -> Any:
    answer = ask(assistant_server(huiyin), tool, **asked)
    assert not answer.is_error, answer.content
    return answer.structured_content


def test_every_tool_only_reads_and_says_what_it_is_for(huiyin: Client) -> None:
    async def tools() -> Any:
        async with Assistant(assistant_server(huiyin)) as assistant:
            return (await assistant.list_tools()).tools

    listed = asyncio.run(tools())
    assert len(listed) == 12
    assert all(tool.annotations.read_only_hint and tool.description for tool in listed)


def test_issue_carries_share_interval_n_and_page(huiyin: Client) -> None:
    answer = told(huiyin, "list_issues", level=3)
    first = answer["issues"][0]
    assert first["aspect"] == "automotive.comfort.odour"
    unhappy = first["unhappy"]
    assert (unhappy["count"], unhappy["n"]) == (30, 33)
    assert unhappy["low"] < unhappy["value"] < unhappy["high"]
    assert first["link"].startswith(f"{huiyin.url}/understand/facts/")


def test_too_small_a_sample_loses_its_number(huiyin: Client) -> None:
    issues = told(huiyin, "list_issues", level=3)["issues"]
    few = next(each for each in issues if each["customers"]["count"] == 3)
    assert few["negative_of_mentions"]["verdict"] == "insufficient"
    assert few["negative_of_mentions"]["value"] is None


def test_words_come_masked_and_without_names(huiyin: Client) -> None:
    answer = told(huiyin, "search_voices", words="异味", limit=50)
    assert answer["total"] == 30
    said = [voice["text"] for voice in answer["voices"]]
    assert any("＊" in text for text in said)
    for tool, asked in (
        ("search_voices", {"limit": 50}),
        ("one_issue", {"aspect": "automotive.comfort.odour"}),
        ("check_story", {"text": f"车里有异味，我的电话 {PHONE}"}),
        ("opportunities", {}),
        ("signals", {}),
    ):
        answer = str(told(huiyin, tool, **asked))
        assert PHONE not in answer, tool
        assert "momo" not in answer, tool
        assert "顾晓岚" not in answer, tool


@pytest.mark.parametrize("tool", ["findings", "priorities", "compare", "launches", "choices"])
def test_other_questions_are_answered(huiyin: Client, tool: str) -> None:
    assert told(huiyin, tool)


def test_picture_is_a_png(huiyin: Client) -> None:
    answer = ask(assistant_server(huiyin), "picture_of_issues")
    assert answer.content[0].mime_type == "image/png"


def test_a_refusal_is_told_as_the_server_put_it(huiyin: Client) -> None:
    answer = ask(assistant_server(huiyin), "one_issue", aspect="automotive.nothing")
    assert answer.is_error
    assert "automotive.nothing" in answer.content[0].text


def test_command_speaks_over_stdio(app: Installation, huiyin: Client) -> None:
    token = token_of(app, Role.VIEWER, Scope.READ)
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "huiyin", "mcp", "--url", huiyin.url],
        env=dict(os.environ) | {"HUIYIN_TOKEN": token},
    )
    answer = ask(command, "findings")
    assert "33" in answer.structured_content["sentences"][0]["zh"]


def test_words_that_begin_like_an_address_are_masked_too() -> None:
    told = plain({"text": f"/捂脸 请打 {PHONE}", "link": "/understand/facts"}, "http://voc")
    assert told == {"text": "/捂脸 请打 " + "＊" * 11, "link": "http://voc/understand/facts"}


def test_a_figure_deep_in_an_answer_loses_its_number_where_the_sample_is_too_small() -> None:
    found = {"value": 0.5, "low": 0.1, "high": 0.9, "n": 2, "verdict": "insufficient"}
    told = plain({"by_channel": [{"customers": found}]}, "")
    assert told["by_channel"][0]["customers"] == found | {"value": None, "low": None, "high": None}


def test_an_aspect_leads_to_no_other_address(huiyin: Client) -> None:
    answer = ask(assistant_server(huiyin), "one_issue", aspect="x/../../customers/attention")
    assert answer.is_error
