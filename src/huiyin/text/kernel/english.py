"""Complaints in English, told by the words: the models over characters and the rules have seen Chinese."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from huiyin.text.arrays import Floats
from huiyin.text.kernel.linear import Matrix
from huiyin.text.kernel.word_grams import word_grams

COMPLAINT, STATEMENT = "complaint", "statement"


@dataclass(frozen=True)
class EnglishModel:
    """Weights of hashed word n-grams, rarity included; a text is as long as the root of its squared rarities."""

    vocabulary: npt.NDArray[np.int32]
    weights: Matrix
    rarity: Matrix
    bias: float

    def scores(self, texts: Sequence[str]) -> Floats:
        """Return how much each text sounds like a complaint; above 0 it is one."""
        counts = word_grams(texts)[:, self.vocabulary]
        length = np.sqrt(np.maximum(counts @ (self.rarity * self.rarity), 1e-9))
        return np.asarray(counts @ (self.weights * self.rarity) / length + self.bias, dtype=np.float64)

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


def with_english(voices: pl.DataFrame, texts: Sequence[str], model: EnglishModel) -> pl.DataFrame:
    """Let the model decide which English texts complain; their other types stay the rules'."""
    english = np.flatnonzero((voices["language"] == "en").to_numpy())
    if not len(english):
        return voices
    complains = model.scores([texts[index] for index in english.tolist()]) > 0
    types = voices["types"]
    told = zip(types.gather(english).to_list(), complains.tolist(), strict=True)
    decided = pl.Series("types", [_decided(each, complaint) for each, complaint in told], dtype=types.dtype)
    # Lists cannot be written in place, and building those of all texts anew costs more than the model.
    order = np.arange(len(types))
    order[english] = len(types) + np.arange(len(english))
    return voices.with_columns(pl.concat([types, decided]).gather(order))


def _decided(types: list[str], complaint: bool) -> list[str]:
    others = [each for each in types if each not in (COMPLAINT, STATEMENT)]
    return [COMPLAINT, *others] if complaint else others or [STATEMENT]
