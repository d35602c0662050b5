"""Nicknames are put together from parts: one whose parts are common is common, even when it was seen once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

_DIGIT, _SLOT = "0", "\x04"
_TEN = 0.1
# Shares of common parts need no more; a million nicknames have ten million parts.
_ENOUGH = 100_000


@dataclass(frozen=True, slots=True)
class NicknameParts:
    """Accounts by how their nickname begins and ends, and by what is left of it without its surname (小?的车库).

    `own` counts the accounts of each nickname itself: what is counted to judge one is always the others.
    """

    beginnings: Mapping[str, int]
    endings: Mapping[str, int]
    frames: Mapping[str, int]
    surnames: Mapping[str, float]
    own: Mapping[str, int]
    total: int

    def chance(self, nickname: str) -> float:
        """Return the chance that somebody else's nickname is put together to this one."""
        shape, mine = _shape(nickname), self.own.get(nickname, 0)
        ways = (*self._halves(shape, mine), *self._framed(shape, mine))
        return max(ways, default=0.0) * _TEN ** shape.count(_DIGIT)

    def _halves(self, shape: str, mine: int) -> Iterator[float]:
        for head, tail in _cuts(shape):
            first, last = self.beginnings.get(head, 0) - mine, self.endings.get(tail, 0) - mine
            yield max(first, 0) / self.total * max(last, 0) / self.total

    def _framed(self, shape: str, mine: int) -> Iterator[float]:
        for place, mark in enumerate(shape):
            if mark in self.surnames:
                others = self.frames.get(_frame(shape, place), 0) - mine
                yield max(others, 0) / self.total * self.surnames[mark]


def fit_parts(seen: Mapping[str, int], surnames: Iterable[str] = ()) -> NicknameParts:
    """Count the parts of nicknames; `seen` says how many accounts carry each, `surnames` has one entry per person.

    >>> parts = fit_parts({"小李的车库": 1, "小王的车库": 1, "老陈的车库": 1, "小余在路上": 1}, "李王陈余")
    >>> parts.chance("小余的车库") > 0, parts.chance("骑士的灯")
    (True, 0.0)
    """
    beginnings: Counter[str] = Counter()
    endings: Counter[str] = Counter()
    frames: Counter[str] = Counter()
    families = Counter(surname for surname in surnames if len(surname) == 1)
    chosen = _sample(seen)
    for nickname, count in chosen.items():
        shape = _shape(nickname)
        for head, tail in _cuts(shape):
            beginnings[head] += count
            endings[tail] += count
        for place, mark in enumerate(shape):
            if mark in families:
                frames[_frame(shape, place)] += count
    shares = {surname: count / families.total() for surname, count in families.items()}
    return NicknameParts(beginnings, endings, frames, shares, chosen, max(sum(chosen.values()), 1))


def _sample(seen: Mapping[str, int]) -> Mapping[str, int]:
    """Take every so many nicknames by a digest, so that one more nickname changes nothing for the others."""
    step = -(-len(seen) // _ENOUGH)
    return {
        each: count
        for each, count in seen.items()
        if crc32(each.encode("utf-8", "surrogatepass")) % max(step, 1) == 0
    }


def _shape(nickname: str) -> str:
    return re.sub(r"\d", _DIGIT, nickname)


def _cuts(shape: str) -> Iterator[tuple[str, str]]:
    return ((shape[:place], shape[place:]) for place in range(1, len(shape)))


def _frame(shape: str, place: int) -> str:
    return shape[:place] + _SLOT + shape[place + 1 :]
