"""Words that are suddenly everywhere and that no taxonomy knows: bursts of character n-grams."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin.stats import adjusted_p_values
from huiyin.stats.detection import Surprise, predictive, predictive_tails

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_LENGTHS = (2, 3, 4)
# Words come in clumps: one thread, one retold story. Counts vary more than Poisson's.
_DISPERSION = 3.0
_SAME = 0.5
_WHOLE = 0.8


@dataclass(frozen=True, slots=True)
class Vogue:
    """When a term counts as new: `least` people in `window` against `memory` before it, `ratio` times more."""

    window: timedelta = timedelta(days=3)
    memory: timedelta = timedelta(days=56)
    least: int = 8
    ratio: float = 5.0
    alpha: float = 0.01


DEFAULT = Vogue()


@dataclass(frozen=True, slots=True)
class NewTerm:
    """One term of the day; `voices` are the ids of the window that hold it."""

    term: str
    taxonomy: str
    surprise: Surprise
    adjusted_p: float
    voices: frozenset[int]


class TermIndex:
    """The n-grams of texts, numbered once, so that many moments can be looked at cheaply."""

    def __init__(self, voices: pl.DataFrame) -> None:
        """Read voices with feedback_id, taxonomy, occurred_at, speaker, text; any order."""
        rows = voices.sort("occurred_at")
        self._times = rows["occurred_at"].to_numpy()
        self._ids = rows["feedback_id"].to_numpy()
        self._taxonomies = rows["taxonomy"].to_list()
        self._speakers = rows["speaker"].cast(pl.Categorical).to_physical().to_numpy()
        self._numbers: dict[str, int] = {}
        self._grams = [self._number(text) for text in rows["text"].to_list()]
        self._names = list(self._numbers)

    def bursts(self, at: datetime, known: Collection[str] = (), vogue: Vogue = DEFAULT) -> list[NewTerm]:
        """Return the terms that are new in the window that ends at a naive UTC time, most unusual first.

        Terms of `known` belong to a taxonomy, whose own series watch them. Of terms said by mostly the same
        voices only the most unusual, and then the longest, is kept.
        """
        now, first, oldest = (
            int(np.searchsorted(self._times, np.datetime64(each)))
            for each in (at, at - vogue.window, at - vogue.window - vogue.memory)
        )
        if now - first < vogue.least or first - oldest < now - first:
            return []
        numbers, people = self._people(first, now)
        frequent = people >= vogue.least
        numbers, people = numbers[frequent], people[frequent]
        past = self._past(numbers, oldest, first)
        adjusted = _adjusted(people, past, now - first, first - oldest)
        expected = past * (now - first) / (first - oldest)
        new = (adjusted <= vogue.alpha) & (people >= vogue.ratio * np.maximum(expected, 0.2))
        found = []
        for place in np.flatnonzero(new):
            term = self._names[numbers[place]]
            if not any(term in word or word in term for word in known):
                surprise = predictive(
                    int(people[place]), now - first, int(past[place]), first - oldest, _DISPERSION
                )
                found.append(self._term(term, first, now, surprise, float(adjusted[place])))
        return _distinct(found)

    def _number(self, text: str) -> NDArray[np.int32]:
        grams = {
            run[start : start + length]
            for run in _HAN.findall(text)
            for length in _LENGTHS
            for start in range(len(run) - length + 1)
        }
        return np.array(
            [self._numbers.setdefault(gram, len(self._numbers)) for gram in grams], dtype=np.int32
        )

    def _people(self, first: int, now: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the n-grams of the window and how many speakers used each."""
        sizes = [len(grams) for grams in self._grams[first:now]]
        speakers = np.repeat(self._speakers[first:now].astype(np.int64), sizes)
        pairs = np.unique(speakers * len(self._numbers) + np.concatenate(self._grams[first:now]))
        numbers, people = np.unique(pairs % len(self._numbers), return_counts=True)
        return numbers, people.astype(float)

    def _past(self, numbers: NDArray[np.int64], oldest: int, first: int) -> NDArray[np.float64]:
        """Return how many voices of the past held each of the n-grams."""
        if not numbers.size:
            return np.zeros(0)
        said = np.concatenate(self._grams[oldest:first])
        places = np.minimum(np.searchsorted(numbers, said), numbers.size - 1)
        return np.bincount(places[numbers[places] == said], minlength=numbers.size).astype(float)

    def _term(self, term: str, first: int, now: int, surprise: Surprise, adjusted: float) -> NewTerm:
        number = self._numbers[term]
        places = [place for place in range(first, now) if number in self._grams[place]]
        taxonomies = [self._taxonomies[place] for place in places]
        most = max(sorted(set(taxonomies)), key=taxonomies.count)
        return NewTerm(term, most, surprise, adjusted, frozenset(int(self._ids[place]) for place in places))


def _adjusted(
    people: NDArray[np.float64], past: NDArray[np.float64], exposure: int, past_exposure: int
) -> NDArray[np.float64]:
    p = predictive_tails(
        people,
        np.full(people.shape, float(exposure)),
        past,
        np.full(people.shape, float(past_exposure)),
        np.full(people.shape, _DISPERSION),
    )
    return adjusted_p_values(p)


def _distinct(found: list[NewTerm]) -> list[NewTerm]:
    kept: list[NewTerm] = []
    whole = [term for term in found if not any(_is_part(term, other) for other in found)]
    for term in sorted(whole, key=lambda each: (-len(each.voices), -len(each.term), each.term)):
        if not any(len(term.voices & other.voices) > _SAME * len(term.voices) for other in kept):
            kept.append(term)
    return sorted(kept, key=lambda each: each.surprise.p_value)


def _is_part(term: NewTerm, other: NewTerm) -> bool:
    """Whether the term is hardly ever said but inside a longer one."""
    inside = len(term.term) < len(other.term) and term.term in other.term
    return inside and len(other.voices) >= _WHOLE * len(term.voices)
