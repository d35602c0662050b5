"""What an expression names, if anything: function words, possessives, amounts and times of day name nothing."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from huiyin.kit.packaged import packaged_document

_AMOUNT = re.compile(
    r"[一二两三四五六七八九十百千万几半多]+(?:个?小时|分钟|个?月|公里|[个些天年月日号点次遍趟块元米度秒]|)"
)
_COVERED = "\0"
# A longer phrase is talk, not a name, where everyday words are half of it.
_LONG = 4


@dataclass(frozen=True, slots=True)
class _Everyday:
    bare: str
    joining: frozenset[str]
    kept: re.Pattern[str]
    words: re.Pattern[str]
    around: re.Pattern[str]


def word_of(term: str, new: Collection[str]) -> str | None:
    """Return the word that a new expression is, or holds between everyday words; None where it names nothing new.

    `new` are all expressions as new as it: an old word beside a function character is no new one.

    >>> word_of("盯梢门", ()), word_of("连不上", ()), word_of("纠结了", {"纠结"})
    ('盯梢门', '连不上', '纠结')
    >>> word_of("能不能", ()), word_of("我的车", ()), word_of("二十多万", ()), word_of("有说明", ())
    (None, None, None, None)
    """
    everyday = _everyday()
    inner = everyday.around.sub("", term)
    if not _names(inner) or (inner != term and inner not in new):
        return None
    core = inner.strip(everyday.bare)
    return inner if core == inner or len(core) < 2 or core in new else None


def _names(term: str) -> bool:
    """Whether two characters side by side are left when everyday words are taken away, not all of them verbal endings."""
    everyday = _everyday()
    if everyday.kept.search(term):
        return True
    left = _AMOUNT.sub(_cover, everyday.words.sub(_cover, term))
    if len(term) > 2 or set(left) <= everyday.joining.union(everyday.bare):
        left = "".join(_COVERED if each in everyday.bare else each for each in left)
    runs = [run for run in left.split(_COVERED) if len(run) > 1 and not everyday.joining.issuperset(run)]
    return bool(runs) and (len(term) <= _LONG or 2 * sum(map(len, runs)) > len(term))


def _cover(found: re.Match[str]) -> str:
    return _COVERED * len(found[0])


@cache
def _everyday() -> _Everyday:
    lists: dict[str, Any] = packaged_document("huiyin.understand.signals", "everyday.yaml")
    words = _any_of(lists["words"])
    edge = f"(?:[{lists['edges']}]|{words})+"
    return _Everyday(
        "".join(lists["bare"].split()),
        frozenset(lists["joining"]),
        re.compile(_any_of(lists["kept"])),
        re.compile(words),
        # 了 after 不 or 得 says whether one can (用不了), not that it is so.
        re.compile(f"^{edge}|(?<![不得]){edge}$"),
    )


def _any_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))
