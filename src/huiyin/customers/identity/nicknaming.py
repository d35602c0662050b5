"""What the nicknames of two accounts say about their being one person."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import product

import polars as pl

from huiyin import linkage
from huiyin.customers.identity.habits import Habits
from huiyin.customers.identity.known import Known
from huiyin.customers.identity.records import Crowd, says_nothing
from huiyin.linkage import HandleKind, NameLikeness

_FINDINGS = pl.Enum(["same", "stem", "numbered", "different"])
_SCHEMA = {"finding_nickname": _FINDINGS, "weight_nickname": pl.Float64()}
_OTHER_NAME_ELSEWHERE = "different", math.log2(0.15 / 1.0)
_PART = 100_000
Finding = tuple[str, float]


def nickname_findings(pairs: pl.DataFrame, crowd: Crowd) -> pl.DataFrame:
    """Return what the nicknames of each pair (one, other) say, null where one has none that tells anything."""
    accounts, habits = crowd.accounts, crowd.habits

    @cache
    def telling(account: int) -> tuple[str, ...]:
        return _telling(accounts[account], habits)

    def finding(one: int, other: int) -> Finding | tuple[None, None]:
        mine, theirs = telling(one), telling(other)
        if not (mine and theirs):
            return None, None
        known = 1 if _are_called_otherwise(accounts[one], accounts[other]) else 2
        return _finding(mine, theirs, partial(habits.nicknames.chance, known=known))

    parts = (
        pl.DataFrame([finding(*pair) for pair in part.iter_rows()], _SCHEMA, orient="row")
        for part in pairs.select("one", "other").iter_slices(_PART)
    )
    return pl.concat([pl.DataFrame(schema=_SCHEMA), *parts])


def _finding(mine: Sequence[str], theirs: Sequence[str], chance: Callable[[str], float]) -> Finding:
    if same := set(mine) & set(theirs):
        return _weighed("same", linkage.SAME_PERSON_SAME_NAME, min(map(chance, same)))
    if stems := {linkage.stem(name) for name in mine} & {linkage.stem(name) for name in theirs}:
        return _weighed("stem", linkage.SAME_PERSON_SAME_STEM, min(map(chance, stems)))
    if numbered := _numbered(mine, theirs):
        # Which of the ten or hundred numbers was appended is no more likely for the same person.
        u = min(chance(longer) * 10**digits for longer, digits in numbered)
        return _weighed("numbered", linkage.SAME_PERSON_NUMBERED, min(u, 1.0))
    return _OTHER_NAME_ELSEWHERE


def _are_called_otherwise(one: Known, other: Known) -> bool:
    """Two who bear a nickname under names that differ show that two persons do."""
    names = [linkage.parse_name(known.first(HandleKind.NAME) or "") for known in (one, other)]
    return all(name.given for name in names) and linkage.compare_parsed(*names) <= NameLikeness.SURNAME


def _telling(known: Known, habits: Habits) -> tuple[str, ...]:
    return tuple(name for name in known.all(HandleKind.NICKNAME) if not says_nothing(name, habits))


def _weighed(finding: str, m: float, u: float) -> Finding:
    return finding, linkage.agreement_weight(m, u)


def _numbered(mine: Iterable[str], theirs: Iterable[str]) -> list[tuple[str, int]]:
    """Return the nicknames that are the other one's with digits appended, and how many digits."""
    mine, theirs = [linkage.stem(name) for name in mine], [linkage.stem(name) for name in theirs]
    pairs = [*product(mine, theirs), *product(theirs, mine)]
    return [
        (longer, len(longer) - len(shorter))
        for longer, shorter in pairs
        if shorter in linkage.shortened(longer)
    ]
