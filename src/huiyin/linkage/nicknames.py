"""Nicknames: how much it says that two accounts call themselves the same."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from huiyin.linkage.nickname_parts import NicknameParts, fit_parts

# What people append when the name is taken, or to be cute; it never tells two persons apart.
_TAIL = re.compile(r"(?:[\W_]+|的?日常|呀|啊|哦|本人|2号|二号|小号|大号|official|real)+$")
_PLACEHOLDER = re.compile(r"匿名|已?注销|已?重置|默认|anonymous|deleted|unknown|guest|游客")
_DIGIT = "0"
_START, _END = "\x02", "\x03"
_SMOOTHING = 0.5
# The chance that somebody who is known by this nickname here carries it there too.
SAME_PERSON_SAME_NAME = 0.6
SAME_PERSON_SAME_STEM = 0.25
# A number appended because the name was taken (旅人70 → 旅人7083), whichever number it is.
SAME_PERSON_NUMBERED = 0.05
MOST_APPENDED = 2


@dataclass(frozen=True, slots=True)
class NicknameModel:
    """A model of all nicknames; tells how rare one is even when it was seen once.

    `pairs` and `firsts` count bigrams and their first marks, every digit counted as one mark of ten; `parts` are
    the pieces of which nicknames are made; `seen` counts the accounts of each nickname that several have, `named` the
    persons who bear it as a name of theirs.
    """

    pairs: Mapping[tuple[str, str], int]
    firsts: Mapping[str, int]
    marks: int
    seen: Mapping[str, int]
    total: int
    parts: NicknameParts
    named: Mapping[str, float]

    def chance(self, nickname: str, *, known: int = 2) -> float:
        """Return the chance that some other person calls themselves so: the model's, or what was seen beyond it.

        `known` bearers are left out of what was seen: two are weighed against each other, only more make a
        nickname a common one.
        """
        observed = (self.seen.get(nickname, 0) - known) / max(self.total, 1)
        composed = self.parts.chance(stem(nickname))
        named = self.named.get(stem(nickname), 0.0)
        return min(max(self._spelt(nickname), composed, named, observed, 1e-12), 1.0)

    def _spelt(self, nickname: str) -> float:
        logs = 0.0
        shape = _shape(nickname)
        for first, second in itertools.pairwise(shape):
            count = self.pairs.get((first, second), 0) + _SMOOTHING * (1 / self.marks)
            logs += math.log(count / (self.firsts.get(first, 0) + _SMOOTHING))
            logs -= math.log(10) if second == _DIGIT else 0.0
        return math.exp(logs)


def fit_nicknames(nicknames: Iterable[str], names: Iterable[tuple[str, str]] = ()) -> NicknameModel:
    """Count the nicknames of all persons, one entry per bearer, and the (surname, given name) of known people.

    >>> model = fit_nicknames(["快乐的土豆", "快乐的橙子", "momo", "momo", "momo", "用户4821973"])
    >>> model.chance("用户4821973") < model.chance("momo")
    True
    """
    seen = Counter(nicknames)
    pairs: Counter[tuple[str, str]] = Counter()
    firsts: Counter[str] = Counter()
    for nickname, count in seen.items():
        shape = _shape(nickname)
        for first, second in itertools.pairwise(shape):
            pairs[first, second] += count
            firsts[first] += count
    people = list(names)
    parts = fit_parts(_by_stem(seen), [surname for surname, _ in people])
    repeated = {nickname: count for nickname, count in seen.items() if count > 1}
    return NicknameModel(pairs, firsts, max(len(firsts), 1), repeated, seen.total(), parts, _named(people))


def _by_stem(seen: Mapping[str, int]) -> Counter[str]:
    """One bearer for each stem however many tails it has: variants of one nickname are often one person's."""
    stems: Counter[str] = Counter()
    for nickname, count in seen.items():
        stems[stem(nickname)] = max(stems[stem(nickname)], count)
    return stems


def _named(people: Sequence[tuple[str, str]]) -> dict[str, float]:
    """The share of people who could call themselves so by their own name."""
    counts = Counter(word for surname, given in people for word in {surname + given, given} if word)
    return {word: count / len(people) for word, count in counts.items()}


def stem(nickname: str) -> str:
    """Return the nickname without what is appended where the name is taken.

    >>> stem("追风少年2号"), stem("山城橙子🚗"), stem("小红🚗_")
    ('追风少年', '山城橙子', '小红')
    """
    return _TAIL.sub("", nickname) or nickname


def shortened(nickname: str) -> tuple[str, ...]:
    """Return the nicknames to which this one would be a number appended.

    >>> shortened("旅人7083"), shortened("旅人7"), shortened("旅人")
    (('旅人708', '旅人70'), ('旅人',), ())
    """
    cuts = range(1, MOST_APPENDED + 1)
    return tuple(nickname[:-cut] for cut in cuts if len(nickname) > cut and nickname[-cut:].isdecimal())


def is_placeholder(nickname: str) -> bool:
    """Tell whether a platform wrote the nickname for people who have none.

    >>> is_placeholder("用户已注销"), is_placeholder("追风少年")
    (True, False)
    """
    return _PLACEHOLDER.search(nickname) is not None


def _shape(nickname: str) -> str:
    return _START + re.sub(r"\d", _DIGIT, nickname) + _END
