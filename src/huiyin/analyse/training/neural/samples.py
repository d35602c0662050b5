"""Labelled texts as the reader is trained on them: character numbers and one kind of question per sample set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from huiyin.text.neural.alphabet import PAD, Alphabet

Ids: TypeAlias = npt.NDArray[np.int32]
Ints: TypeAlias = npt.NDArray[np.int64]
UNSPOKEN, UNASKED = -8, -9


@dataclass(frozen=True)
class SampleSet:
    """Texts of one source.

    `overall` holds one side per text (or `UNASKED`); `spans` rows are (text, start, end, side); `sides` is
    (texts, labels) under the label set `name` with -1, 0, 1, `UNSPOKEN` where the label is absent, `UNASKED` where
    nobody looked.
    """

    source: str
    ids: list[Ids]
    overall: Ints | None = None
    spans: Ints | None = None
    name: str | None = None
    spoken: npt.NDArray[np.float32] | None = None
    sides: Ints | None = None
    weight: float = 1.0
    _spans_of: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for text, start, end, side in self.spans.tolist() if self.spans is not None else ():
            self._spans_of.setdefault(text, []).append((start, end, side))

    def __len__(self) -> int:
        return len(self.ids)

    def spans_of(self, text: int) -> list[tuple[int, int, int]]:
        """Return the marked spans of one text."""
        return self._spans_of.get(text, [])


@dataclass(frozen=True, slots=True)
class Portion:
    """Which texts of a set are trained on, and what share of them each pass draws anew."""

    samples: SampleSet
    chosen: Ints
    share: float = 1.0

    def draw(self, random: np.random.Generator) -> Ints:
        """Return the texts of one pass."""
        if self.share >= 1.0:
            return self.chosen
        return random.choice(self.chosen, round(self.share * len(self.chosen)), replace=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """One batch: which texts of which set, padded to the longest."""

    samples: SampleSet
    chosen: Ints
    ids: Ids
    lengths: Ints


def padded(ids: Sequence[Ids]) -> tuple[Ids, Ints]:
    """Lay texts of unequal length into one array."""
    lengths = np.fromiter((len(each) for each in ids), dtype=np.int64, count=len(ids))
    laid = np.full((len(ids), int(lengths.max(initial=1))), PAD, dtype=np.int32)
    laid[np.arange(laid.shape[1]) < lengths[:, None]] = np.concatenate(ids)
    return laid, lengths


def batches(portions: Sequence[Portion], characters: int, random: np.random.Generator) -> Iterator[Draft]:
    """Yield one pass over the chosen texts of several sets, in random order, texts of like length together."""
    plans = [
        (portion.samples, part)
        for portion in portions
        for part in _like_lengths(portion.samples, portion.draw(random), characters, random)
    ]
    for at in random.permutation(len(plans)):
        samples, part = plans[at]
        yield Draft(samples, part, *padded([samples.ids[i] for i in part]))


def _like_lengths(
    samples: SampleSet, chosen: Ints, characters: int, random: np.random.Generator
) -> Iterator[Ints]:
    lengths = np.array([len(samples.ids[i]) for i in chosen])
    order = chosen[np.argsort(lengths + random.uniform(0, 6, len(lengths)))]
    start = 0
    while start < len(order):
        size = max(8, characters // max(8, len(samples.ids[order[start]]) + 3))
        yield order[start : start + size]
        start += size


def ids_of(alphabet: Alphabet, texts: Sequence[str], limit: int) -> list[Ids]:
    """Number the characters of texts, at most `limit` of each, at least one."""
    return [each[:limit] if len(each) else np.ones(1, dtype=np.int32) for each in alphabet.read(texts)]
