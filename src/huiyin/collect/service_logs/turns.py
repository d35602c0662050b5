"""A service conversation, split by speaker: only what the customer said is analysed, the times are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any


class Speaker(StrEnum):
    """Who speaks in a service conversation."""

    CUSTOMER = "customer"
    AGENT = "agent"
    UNKNOWN = "unknown"


_CUSTOMERS = (
    "客户",
    "用户",
    "顾客",
    "访客",
    "买家",
    "车主",
    "乘客",
    "会员",
    "来电人",
    "customer",
    "user",
    "client",
    "caller",
    "visitor",
    "buyer",
    "end-user",
    "contact",
    "requester",
)
_AGENTS = ("客服", "坐席", "座席", "接线员", "专员", "顾问", "机器人", "智能助手", "店员", "技师", "卖家", "商家", "工程师", "经理", "系统", "agent", "rep", "representative", "advisor", "support", "operator", "bot", "assistant", "system", "admin", "staff", "seller")  # fmt: skip
_NAMES = "|".join(re.escape(word) for word in (*_CUSTOMERS, *_AGENTS))
_SPOKEN = re.compile(
    rf"^\s*[\[【(（]?\s*(?P<who>(?:[\w\u4e00-\u9fff·]{{0,12}}?)(?:{_NAMES})(?:[\w\-\u4e00-\u9fff#]{{0,12}}))\s*[\]】)）]?\s*(?:[\[(（]?(?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?)[\])）]?)?\s*[：:>]\s*(?P<words>.*)$",
    re.IGNORECASE,
)
LONGEST_LINE = 20_000


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said without a break; `at_s` and `end_s` are seconds from the conversation's beginning."""

    speaker: Speaker
    text: str
    name: str = ""
    at_s: float | None = None
    end_s: float | None = None


def speaker_of(label: str) -> Speaker:
    """Return who a label means.

    >>> speaker_of("客服小王"), speaker_of("User 12"), speaker_of("张三")
    (<Speaker.AGENT: 'agent'>, <Speaker.CUSTOMER: 'customer'>, <Speaker.UNKNOWN: 'unknown'>)
    """
    folded = label.casefold()
    agent = _first(folded, _AGENTS)
    customer = _first(folded, _CUSTOMERS)
    if agent is None and customer is None:
        return Speaker.UNKNOWN
    # 客户经理 is an agent and 客服 begins like 客户: the last word of a Chinese label decides.
    return Speaker.AGENT if (agent or -1) >= (customer or -1) and agent is not None else Speaker.CUSTOMER


def split_turns(text: str) -> list[Turn]:
    """Split a written conversation with a label before each turn; lines without a label go on.

    >>> [(t.speaker.value, t.text) for t in split_turns("客服：您好\\n客户：空调有异味\\n还很吵")]
    [('agent', '您好'), ('customer', '空调有异味\\n还很吵')]
    """
    turns: list[Turn] = []
    for line in text.splitlines():
        spoken = _SPOKEN.match(line[:LONGEST_LINE])
        if spoken:
            who = spoken["who"].strip()
            turns.append(Turn(speaker_of(who), spoken["words"].strip(), who, _seconds(spoken["clock"])))
        elif line.strip() and turns:
            last = turns[-1]
            turns[-1] = Turn(
                last.speaker, f"{last.text}\n{line.strip()}".strip(), last.name, last.at_s, last.end_s
            )
        elif line.strip():
            turns.append(Turn(Speaker.UNKNOWN, line.strip()))
    return [turn for turn in turns if turn.text]


def joined_turns(turns: Sequence[Turn]) -> list[Turn]:
    """Join what one speaker said in a row, as cues of a transcript cut it."""
    joined: list[Turn] = []
    for turn in turns:
        last = joined[-1] if joined else None
        if last and (last.speaker, last.name) == (turn.speaker, turn.name):
            joined[-1] = Turn(last.speaker, f"{last.text}\n{turn.text}", last.name, last.at_s, turn.end_s)
        else:
            joined.append(turn)
    return joined


def customer_words(turns: Sequence[Turn]) -> str:
    """Return what the customer said, a line per turn."""
    return "\n".join(turn.text for turn in turns if turn.speaker is Speaker.CUSTOMER)


def timing(turns: Sequence[Turn]) -> dict[str, Any]:
    """Return how long the customer waited for the first answer and how long it took, in seconds, where known.

    >>> timing([Turn(Speaker.CUSTOMER, "?", at_s=5.0, end_s=6.0), Turn(Speaker.AGENT, "!", at_s=66.0, end_s=70.0)])
    {'first_wait_s': 60.0, 'longest_wait_s': 60.0, 'length_s': 65.0}
    """
    waits = [
        answer.at_s - (asked.end_s if asked.end_s is not None else asked.at_s)
        for asked, answer in pairwise(turns)
        if asked.speaker is Speaker.CUSTOMER
        and answer.speaker is Speaker.AGENT
        and asked.at_s is not None
        and answer.at_s is not None
    ]
    waits = [max(wait, 0.0) for wait in waits]
    times = [at for turn in turns for at in (turn.at_s, turn.end_s) if at is not None]
    found = {"first_wait_s": waits[0], "longest_wait_s": max(waits)} if waits else {}
    length = {"length_s": max(times) - min(times)} if len(times) > 1 else {}
    return {name: round(value, 3) for name, value in (found | length).items()}


def turns_metadata(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return the whole conversation for the record's metadata."""
    return [
        {"speaker": turn.speaker.value, "text": turn.text}
        | ({"at_s": turn.at_s} if turn.at_s is not None else {})
        | ({"name": turn.name} if turn.name else {})
        for turn in turns
    ]


def _first(folded: str, words: Sequence[str]) -> int | None:
    return max((folded.rfind(word) for word in words if word in folded), default=None)


def _seconds(clock: str | None) -> float | None:
    if not clock:
        return None
    parts = [int(part) for part in clock.split(":")]
    hours, minutes, seconds = parts if len(parts) == 3 else (parts[0], parts[1], 0)
    return float(hours * 3600 + minutes * 60 + seconds)
