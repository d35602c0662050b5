"""Words that are suddenly everywhere and that no taxonomy knows: bursts of character n-grams."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin.stats import adjusted_p_values
from huiyin.stats.detection import Surprise, predictive, predictive_tails
from huiyin.understand.signals.everyday import word_of

_FIRST_HAN, _HANS, _BITS = 0x4E00, 0x5200, 15
_LENGTHS = (2, 3, 4)
# More voices than this tell nothing more about words: counts are judged against what they come out of.
MOST_READ = 100_000
# Words come in clumps: one thread, one retold story. Counts vary more than Poisson's.
_DISPERSION = 3.0
_SAME = 0.5
_WHOLE = 0.8
# So much is told of a sentence that many say word for word.
MOST_CHARACTERS = 12


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


@dataclass(frozen=True, slots=True)
class _Heard:
    """A term that is new: its row among those tested, and the places of the voices that hold it."""

    term: str
    row: int
    places: frozenset[int]


class TermIndex:
    """The n-grams of texts, read once, so that many moments can be looked at cheaply; of very many voices an even part."""

    def __init__(self, voices: pl.DataFrame) -> None:
        """Read voices with feedback_id, taxonomy, occurred_at, speaker, text; any order."""
        rows = voices.sort("occurred_at").gather_every(1 + voices.height // MOST_READ)
        self._times = rows["occurred_at"].to_numpy()
        self._ids = rows["feedback_id"].to_numpy()
        self._taxonomies: list[str] = rows["taxonomy"].to_list()
        self._speakers = rows["speaker"].cast(pl.Categorical).to_physical().to_numpy().astype(np.int64)
        self._grams = _grams_of(rows["text"].to_list())

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
        spread = self._spread(numbers[new], first, now)
        heard = _joined(
            {
                (term := _word(int(number))): _Heard(term, row, spread[int(number)])
                for row, number in zip(np.flatnonzero(new).tolist(), numbers[new], strict=True)
            }
        )
        edges = _edges(heard, known)
        unknown = {
            term: each for term, each in heard.items() if not _names(term, known) and term not in edges
        }
        found = [
            NewTerm(
                each.term,
                self._taxonomy(each.places),
                predictive(
                    int(people[each.row]), now - first, int(past[each.row]), first - oldest, _DISPERSION
                ),
                float(adjusted[each.row]),
                frozenset(self._ids[sorted(each.places)].tolist()),
            )
            for each in _distinct(unknown)
        ]
        return sorted(found, key=lambda each: each.surprise.p_value)

    def _said(self, first: int, now: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the n-grams of the voices from one place to another, and the place of each."""
        keys = [each.keys[each.starts[first] : each.starts[now]] for each in self._grams]
        sizes = [np.diff(each.starts[first : now + 1]) for each in self._grams]
        return np.concatenate(keys), np.concatenate(
            [np.repeat(np.arange(first, now), each) for each in sizes]
        )

    def _people(self, first: int, now: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the n-grams of the window and how many speakers used each."""
        said, places = self._said(first, now)
        numbers, which = np.unique(said, return_inverse=True)
        crowd = int(self._speakers.max(initial=0)) + 1
        pairs = np.unique(which * crowd + self._speakers[places])
        return numbers, np.bincount(pairs // crowd, minlength=numbers.size).astype(float)

    def _past(self, numbers: NDArray[np.int64], oldest: int, first: int) -> NDArray[np.float64]:
        """Return how many voices of the past held each of the n-grams."""
        if not numbers.size:
            return np.zeros(0)
        said, places = self._said(oldest, first)
        rows = np.minimum(np.searchsorted(numbers, said), numbers.size - 1)
        known = numbers[rows] == said
        held = np.unique(rows[known] * (first + 1) + places[known])
        return np.bincount(held // (first + 1), minlength=numbers.size).astype(float)

    def _spread(self, numbers: NDArray[np.int64], first: int, now: int) -> dict[int, frozenset[int]]:
        """Return for each n-gram the places in the window of the voices that hold it."""
        said, places = self._said(first, now)
        wanted = np.isin(said, numbers)
        said, places = said[wanted], places[wanted]
        order = np.argsort(said, kind="stable")
        edges = np.searchsorted(said[order], [numbers, numbers + 1])
        return {
            int(number): frozenset(places[order[start:end]].tolist())
            for number, start, end in zip(numbers, *edges, strict=True)
        }

    def _taxonomy(self, places: frozenset[int]) -> str:
        taxonomies = [self._taxonomies[place] for place in places]
        return max(sorted(set(taxonomies)), key=taxonomies.count)


class _Grams(NamedTuple):
    """All n-grams of one length in the order of the texts; `starts` are where each text's begin, and their end."""

    keys: NDArray[np.int64]
    starts: NDArray[np.int64]


def _grams_of(texts: Sequence[str]) -> list[_Grams]:
    """Return the n-grams of Han characters; a key is its characters, fifteen bits each, with its length before them."""
    joined = "\n".join(texts).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(joined, dtype=np.uint32).astype(np.int64) - _FIRST_HAN
    han = (codes >= 0) & (codes < _HANS)
    ends = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
    found = []
    for length in _LENGTHS:
        last = max(codes.size - length + 1, 0)
        whole = np.logical_and.reduce([han[at : at + last] for at in range(length)])
        begins = np.flatnonzero(whole)
        keys = np.full(begins.size, length, dtype=np.int64) << 60
        for at in range(length):
            keys |= codes[begins + at] << (_BITS * at)
        starts = np.concatenate([[0], np.searchsorted(begins, ends)])
        found.append(_Grams(keys, starts))
    return found


def _word(key: int) -> str:
    """Return the characters of a key.

    >>> [_word(int(key)) for key in _grams_of(["异响a大"])[0].keys]
    ['异响']
    """
    mask = (1 << _BITS) - 1
    return "".join(chr(_FIRST_HAN + (key >> _BITS * at & mask)) for at in range(key >> 60))


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


def _names(term: str, known: Collection[str]) -> bool:
    return any(term in word or word in term for word in known)


def _edges(heard: dict[str, _Heard], known: Collection[str]) -> set[str]:
    """Return the terms that are little but the edge of a known word, such as 说蓝 of 说蓝牙."""
    return {
        part
        for term, each in heard.items()
        for word in known
        if word in term
        for part in _parts(each, heard)
        if part not in term.replace(word, " ")
    }


def _joined(heard: dict[str, _Heard]) -> dict[str, _Heard]:
    """Add to terms of the greatest length the longer phrases that they are slices of."""
    found = dict(heard)
    slices = {term: each for term, each in heard.items() if len(term) == _LENGTHS[-1]}
    beginning: dict[str, list[_Heard]] = {}
    for each in slices.values():
        beginning.setdefault(each.term[:-1], []).append(each)
    follows = {term: _next_slice(each, beginning) for term, each in slices.items()}
    for term in slices.keys() - set(follows.values()):
        phrase, at = slices[term], follows[term]
        while at is not None and len(phrase.term) < MOST_CHARACTERS:
            phrase = _Heard(phrase.term + at[-1], phrase.row, phrase.places & slices[at].places)
            at = follows[at]
        found[phrase.term] = phrase
    return found


def _next_slice(one: _Heard, beginning: dict[str, list[_Heard]]) -> str | None:
    """Return the term one character further on that the same voices hold."""
    for other in beginning.get(one.term[1:], ()):
        if len(one.places & other.places) >= _WHOLE * max(len(one.places), len(other.places)):
            return other.term
    return None


def _distinct(heard: dict[str, _Heard]) -> list[_Heard]:
    """Keep whole terms that name something, and of those said by mostly the same voices one."""
    parts = {part for whole in heard.values() for part in _parts(whole, heard)}
    kept: list[_Heard] = []
    words = {word_of(term, heard) for term in heard if term not in parts}
    named = [heard[word] for word in words if word is not None]
    for term in sorted(named, key=lambda each: (-len(each.places), -len(each.term), each.term)):
        if not any(len(term.places & other.places) > _SAME * len(term.places) for other in kept):
            kept.append(term)
    return kept


def _parts(whole: _Heard, heard: dict[str, _Heard]) -> Iterator[str]:
    """Yield the shorter terms that are hardly ever said but inside this one."""
    term = whole.term
    for length in range(_LENGTHS[0], len(term)):
        for start in range(len(term) - length + 1):
            inner = heard.get(term[start : start + length])
            if inner is not None and len(whole.places) >= _WHOLE * len(inner.places):
                yield inner.term
