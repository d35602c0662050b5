"""What the nicknames of two accounts say about their being one person."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial
from itertools import product

from huiyin import linkage
from huiyin.customers.identity.habits import Habits
from huiyin.customers.identity.known import Known
from huiyin.customers.identity.records import says_nothing
from huiyin.linkage import HandleKind, NameLikeness, Step

_OTHER_NAME_ELSEWHERE = Step("nickname", "different", math.log2(0.15 / 1.0))


def nickname_step(one: Known, other: Known, habits: Habits) -> Step | None:
    """Return the finding and its weight, None where one has no nickname that tells anything."""
    mine, theirs = (_telling(known, habits) for known in (one, other))
    if not (mine and theirs):
        return None
    chance = partial(habits.nicknames.chance, known=1 if _are_called_otherwise(one, other) else 2)
    if same := set(mine) & set(theirs):
        return _step("same", linkage.SAME_PERSON_SAME_NAME, min(map(chance, same)))
    if stems := {linkage.stem(name) for name in mine} & {linkage.stem(name) for name in theirs}:
        return _step("stem", linkage.SAME_PERSON_SAME_STEM, min(map(chance, stems)))
    if numbered := _numbered(mine, theirs):
        # Which of the ten or hundred numbers was appended is no more likely for the same person.
        u = min(chance(longer) * 10**digits for longer, digits in numbered)
        return _step("numbered", linkage.SAME_PERSON_NUMBERED, min(u, 1.0))
    return _OTHER_NAME_ELSEWHERE


def _are_called_otherwise(one: Known, other: Known) -> bool:
    """Two who bear a nickname under names that differ show that two persons do."""
    names = [linkage.parse_name(known.first(HandleKind.NAME) or "") for known in (one, other)]
    return all(name.given for name in names) and linkage.compare_parsed(*names) <= NameLikeness.SURNAME


def _telling(known: Known, habits: Habits) -> list[str]:
    return [name for name in known.handles.get(HandleKind.NICKNAME, []) if not says_nothing(name, habits)]


def _step(finding: str, m: float, u: float) -> Step:
    return Step("nickname", finding, linkage.agreement_weight(m, u))


def _numbered(mine: Iterable[str], theirs: Iterable[str]) -> list[tuple[str, int]]:
    """Return the nicknames that are the other one's with digits appended, and how many digits."""
    mine, theirs = [linkage.stem(name) for name in mine], [linkage.stem(name) for name in theirs]
    pairs = [*product(mine, theirs), *product(theirs, mine)]
    return [
        (longer, len(longer) - len(shorter))
        for longer, shorter in pairs
        if shorter in linkage.shortened(longer)
    ]
