"""Nicknames: how much it says that two accounts call themselves the same."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# What people append when the name is taken, or to be cute; it never tells two persons apart.
_TAIL = re.compile(r"(?:[\W_]+|的?日常|呀|啊|哦|本人|2号|二号|小号|大号|official|real)+$")
_PLACEHOLDER = re.compile(r"匿名|已?注销|已?重置|默认|anonymous|deleted|unknown|guest|游客")
_DIGIT = "0"
_START, _END = "\x02", "\x03"
_SMOOTHING = 0.5
# The chance that somebody who is known by this nickname here carries it there too.
SAME_PERSON_SAME_NAME = 0.6
SAME_PERSON_SAME_STEM = 0.25


@dataclass(frozen=True, slots=True)
class NicknameModel:
    """A character model of all nicknames; tells how rare one is even when it was seen once.

    `pairs` and `firsts` count bigrams and their first marks, every digit counted as one mark of ten;
    `seen` counts the accounts of each whole nickname.
    """

    pairs: Mapping[tuple[str, str], int]
    firsts: Mapping[str, int]
    marks: int
    seen: Mapping[str, int]
    total: int

    def chance(self, nickname: str) -> float:
        """Return the chance that some other person calls themselves so: the model's, or what was seen beyond it."""
        logs = 0.0
        shape = _shape(nickname)
        for first, second in itertools.pairwise(shape):
            count = self.pairs.get((first, second), 0) + _SMOOTHING * (1 / self.marks)
            logs += math.log(count / (self.firsts.get(first, 0) + _SMOOTHING))
            logs -= math.log(10) if second == _DIGIT else 0.0
        observed = (self.seen.get(nickname, 1) - 1) / max(self.total, 1)
        return min(max(math.exp(logs), observed, 1e-12), 1.0)


def fit_nicknames(nicknames: Iterable[str]) -> NicknameModel:
    """Count the nicknames of all accounts, one entry per account.

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
    return NicknameModel(pairs, firsts, max(len(firsts), 1), seen, seen.total())


def stem(nickname: str) -> str:
    """Return the nickname without what is appended where the name is taken.

    >>> stem("追风少年2号"), stem("山城橙子🚗"), stem("小红🚗_")
    ('追风少年', '山城橙子', '小红')
    """
    return _TAIL.sub("", nickname) or nickname


def is_placeholder(nickname: str) -> bool:
    """Tell whether a platform wrote the nickname for people who have none.

    >>> is_placeholder("用户已注销"), is_placeholder("追风少年")
    (True, False)
    """
    return _PLACEHOLDER.search(nickname) is not None


def _shape(nickname: str) -> str:
    return _START + re.sub(r"\d", _DIGIT, nickname) + _END
