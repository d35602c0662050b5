"""Do the questions serve the goals, and does each goal have a question?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import HAN, Question

# Half of a goal's own words, or a shared topic, is enough: goals are said shorter than questions.
ENOUGH = 0.5
LATIN = re.compile(r"[a-z][a-z0-9]{2,}")
RUN = re.compile(r"[㐀-鿿]{2,}")


@dataclass(frozen=True, slots=True)
class Coverage:
    """For each goal the places of the questions that serve it; `aimless` are questions that serve none."""

    served: tuple[tuple[int, ...], ...]
    aimless: tuple[int, ...]


def cover_goals(goals: Sequence[str], questions: Sequence[Question]) -> Coverage:
    """Match questions with goals by shared topics and words.

    >>> from huiyin.collect.wording.question import ask
    >>> cover_goals(["了解等待时间", "价格"], [ask("您等了多久？"), ask("您几岁？")])
    Coverage(served=((0,), ()), aimless=(1,))
    """
    served = tuple(
        tuple(place for place, question in enumerate(questions) if serves(question.text, goal))
        for goal in goals
    )
    useful = {place for places in served for place in places}
    return Coverage(served, tuple(place for place in range(len(questions)) if place not in useful))


def serves(text: str, goal: str) -> bool:
    """Tell whether a question is about a goal."""
    wanted = _topics(goal)
    if wanted:
        return bool(wanted & _topics(text))
    words = _words(goal)
    return bool(words) and len(words & _words(text)) / len(words) >= ENOUGH


def _topics(text: str) -> set[str]:
    return {name for name, pattern in _book().items() if pattern.search(text)}


@cache
def _book() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(raw, re.IGNORECASE) for name, raw in read_book("topics")["topics"].items()}


def _words(text: str) -> set[str]:
    """Return Han bigrams without the filler of questions and goals, and Latin words."""
    filler = re.compile("|".join(read_book("topics")["filler"]), re.IGNORECASE)
    plain = filler.sub(" ", text.lower())
    pairs = (
        {run[at : at + 2] for run in RUN.findall(plain) for at in range(len(run) - 1)}
        if HAN.search(plain)
        else set()
    )
    return pairs | set(LATIN.findall(plain))
