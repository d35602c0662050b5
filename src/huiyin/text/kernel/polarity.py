"""The general polarity model: how good or bad any text or clause sounds, whatever it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.text.kernel.evidence import Evidence, text_features
from huiyin.text.kernel.joint import GramSums, sums_of
from huiyin.text.kernel.linear import GramTable, Matrix, pack_table, scaled, unpack_table


@dataclass(frozen=True)
class PolarityModel:
    """Weights of n-grams (one output) and of the rules' view of the text, fitted together."""

    grams: GramTable
    dense: Matrix
    bias: float

    def scores(self, evidence: Evidence, sums: GramSums | None = None) -> tuple[Matrix, Matrix]:
        """Return the n-grams' score of each clause and of each text; positive is good, 0 undecided."""
        sums = sums or sums_of(self.grams, evidence)
        return scaled(sums.clause, sums.clause_count)[:, 0], scaled(sums.text, sums.text_count)[:, 0]

    def text_scores(self, evidence: Evidence, grams: Matrix) -> Matrix:
        """Return the full score of each text: its n-grams' (as `scores` gave it), the rules' view, the bias."""
        return np.asarray(grams + text_features(evidence) @ self.dense[:, 0] + self.bias)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return what is shipped."""
        return {**pack_table(self.grams, "grams"), "dense": self.dense, "bias": np.array([self.bias])}

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> PolarityModel:
        """Rebuild the model from shipped arrays."""
        return cls(unpack_table(arrays, "grams"), arrays["dense"], float(arrays["bias"][0]))
