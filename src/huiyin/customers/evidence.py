"""Evidence between accounts: what links them for certain, what makes it likely, and what speaks against it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from huiyin import linkage
from huiyin.customers.records import Crowd, Known
from huiyin.linkage import HandleKind, MatchModel, Score, Step

LINK_FROM = 0.7
REVIEW_FROM = 0.4
APART_BELOW = -6.0
# A certain link outweighs any score when clusters are grown from the strongest link down.
CERTAIN_BITS = 100.0
_OTHER_NAME_ELSEWHERE = math.log2(0.15 / 1.0)

MODEL = MatchModel(
    comparisons=(
        linkage.chinese_name(),
        linkage.code("phone", edits=(1,), m=0.75, by_frequency=True),
        linkage.exact("email", m=0.9, by_frequency=True),
        linkage.exact("vin", m=0.9),
        linkage.exact("plate", m=0.9),
        linkage.exact("openid", m=0.98),
        linkage.exact("device", m=0.9),
        linkage.exact("city", m=0.9, by_frequency=True),
        linkage.exact("product", m=0.9, by_frequency=True),
    ),
    blocks=(
        ("phone",),
        ("email",),
        ("vin",),
        ("plate",),
        ("openid",),
        ("device",),
        ("nick",),
        ("name", "city"),
        ("sound", "city"),
        ("name", "substr(phone, 1, 10)"),
        ("sound", "substr(phone, -4)"),
        ("surname_sound", "substr(phone, 1, 10)", "city"),
    ),
)
_ALIKE = frozenset({"same", "sound", "incomplete", "near"})


class How(StrEnum):
    """Where a link comes from."""

    DETERMINISTIC = "deterministic"
    PROBABILISTIC = "probabilistic"
    MANUAL = "manual"


class LinkState(StrEnum):
    """What became of a link."""

    LINKED = "linked"
    REVIEW = "review"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two accounts and the evidence between them; `one` has the smaller id."""

    one: int
    other: int
    score: Score
    how: How
    state: LinkState | None

    @property
    def apart(self) -> bool:
        """Whether the evidence says that they are two persons."""
        return self.state is None and self.score.weight <= APART_BELOW


def weigh(engine: Any, crowd: Crowd) -> Iterator[Candidate]:
    """Yield every pair of accounts that share a block, with its waterfall; `engine` is scratch paper."""
    frame = crowd.frame()
    if frame.height < 2:
        return
    matches = linkage.match(
        engine, frame, MODEL, prior=crowd.prior, floor=-60.0, frequencies=crowd.frequencies(frame)
    )
    for one, other, score in matches.scores():
        yield _candidate(crowd.accounts[one], crowd.accounts[other], score, crowd)


def _candidate(one: Known, other: Known, score: Score, crowd: Crowd) -> Candidate:
    nickname = nickname_step(one, other, crowd)
    whole = Score((*score.steps, nickname)) if nickname else score
    first, second = sorted((one.id, other.id))
    findings = {step.field: step.finding for step in whole.steps}
    if is_certain(findings):
        return Candidate(first, second, whole, How.DETERMINISTIC, LinkState.LINKED)
    return Candidate(first, second, whole, How.PROBABILISTIC, _state(whole.probability))


def _state(probability: float) -> LinkState | None:
    if probability >= LINK_FROM:
        return LinkState.LINKED
    return LinkState.REVIEW if probability >= REVIEW_FROM else None


def is_certain(findings: Mapping[str, str]) -> bool:
    """Tell whether the findings link two accounts whatever else is known, by the strength of the handle.

    An open id or device is one person's; a vehicle, plate, address or telephone needs a name that agrees,
    for families and firms share them.

    >>> is_certain({"phone": "same", "name": "sound"}), is_certain({"phone": "same", "name": "different"})
    (True, False)
    """
    name = findings.get("name", "unknown")
    if findings.get("openid") == "same":
        return True
    if findings.get("device") == "same" and name != "different":
        return True
    shared = any(findings.get(kind) == "same" for kind in ("phone", "email", "vin", "plate"))
    return shared and name in _ALIKE


def nickname_step(one: Known, other: Known, crowd: Crowd) -> Step | None:
    """Return what the nicknames of two accounts say, None where one has none or both are too common."""
    mine, theirs = one.handles.get(HandleKind.NICKNAME, []), other.handles.get(HandleKind.NICKNAME, [])
    telling = [[name for name in names if not crowd.says_nothing(name)] for names in (mine, theirs)]
    if not all(telling):
        return None
    same = set(telling[0]) & set(telling[1])
    if same:
        u = min(crowd.nicknames.chance(name) for name in same)
        return Step("nickname", "same", linkage.agreement_weight(linkage.SAME_PERSON_SAME_NAME, u))
    stems = {linkage.stem(name) for name in telling[0]} & {linkage.stem(name) for name in telling[1]}
    if stems:
        u = min(crowd.nicknames.chance(name) for name in stems)
        return Step("nickname", "stem", linkage.agreement_weight(linkage.SAME_PERSON_SAME_STEM, u))
    return Step("nickname", "different", _OTHER_NAME_ELSEWHERE)
