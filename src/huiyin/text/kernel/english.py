"""Complaints in English, told by the words: the models over characters and the rules have seen Chinese."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Floats, Ints
from huiyin.text.assembly import told_types
from huiyin.text.kernel.linear import Matrix
from huiyin.text.kernel.word_grams import BITS, known_grams
from huiyin.text.language import LANGUAGES
from huiyin.text.moods import COMPLAINT

ENGLISH = LANGUAGES.index("en")


@dataclass(frozen=True)
class EnglishModel:
    """Weights of hashed word n-grams, rarity included; a text is as long as the root of its squared rarities."""

    vocabulary: npt.NDArray[np.int32]
    weights: Matrix
    rarity: Matrix
    bias: float

    @cached_property
    def _parts(self) -> tuple[npt.NDArray[np.int32], Floats, Floats]:
        """Where each hashed gram stands in the vocabulary or -1, and what each known one adds to score and length."""
        place = np.full(1 << BITS, -1, dtype=np.int32)
        place[self.vocabulary] = np.arange(len(self.vocabulary), dtype=np.int32)
        pull, square = self.weights * self.rarity, self.rarity * self.rarity
        return place, pull.astype(np.float64), square.astype(np.float64)

    def scores(self, texts: Sequence[str]) -> Floats:
        """Return how much each text sounds like a complaint; above 0 it is one."""
        place, pull, square = self._parts
        gram, text = known_grams(texts, place)
        sums = np.bincount(text, weights=pull.take(gram), minlength=len(texts))
        squares = np.bincount(text, weights=square.take(gram), minlength=len(texts))
        return np.asarray(sums / np.sqrt(np.maximum(squares, 1e-9)) + self.bias)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return what is shipped."""
        return {
            "vocabulary": self.vocabulary,
            "weights": self.weights.astype(np.float16),
            "rarity": self.rarity.astype(np.float16),
            "bias": np.array(self.bias),
        }

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> EnglishModel:
        """Rebuild the model from shipped arrays."""
        weights, rarity = (arrays[name].astype(np.float32) for name in ("weights", "rarity"))
        return cls(arrays["vocabulary"], weights, rarity, float(arrays["bias"]))


@cache
def shipped_english() -> EnglishModel:
    """Read the packaged model once."""
    content = (files("huiyin.text") / "models" / "english" / "complaints.npz").read_bytes()
    with np.load(io.BytesIO(content)) as loaded:
        return EnglishModel.of(dict(loaded))


def with_complaints(types: Ints, language: Ints, texts: Sequence[str], model: EnglishModel) -> Ints:
    """Let the model decide which English texts complain; their other types stay the rules'."""
    english = np.flatnonzero(language == ENGLISH)
    if not len(english):
        return types
    complains = model.scores([texts[index] for index in english.tolist()]) > 0
    told = types[english] & ~(1 << COMPLAINT) | np.where(complains, 1 << COMPLAINT, 0)
    types = types.copy()
    types[english] = told_types(told)
    return types
