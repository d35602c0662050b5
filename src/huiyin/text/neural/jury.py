"""One verdict from two judges of a text's labels, each label seen beside its strongest rival."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Bools, Floats
from huiyin.text.kernel import MARGIN, Matrix, rivals

KINDNESS = 1.0
# The doubt of somebody who is sure of nothing.
ALWAYS = float("inf")


@dataclass(frozen=True, slots=True)
class Jury:
    """How much the kernel's and the reader's scores count, and the scores of the label's rivals; one bias per label.

    Texts of a labelled kind speak of one label mostly: what stands far above the rest is spoken of even where it
    stands low, what stands below a strong rival is not.
    """

    weights: tuple[float, float, float, float]
    labels: tuple[float, ...]

    def odds(self, kernel: Matrix, reader: Matrix) -> Matrix:
        """Return the log-odds of each label, (texts, labels)."""
        return np.asarray(testimony(kernel, reader) @ np.array(self.weights) + np.array(self.labels))


@dataclass(frozen=True, slots=True)
class Shares:
    """How much the reader counts beside the kernel.

    `aspects` is its share and `threshold` what the log-odds must pass in texts of another kind than the labelled ones,
    `sides` its share of the sides, `jury` who decides in texts of the labelled kind, from `bar` on.
    """

    aspects: float
    threshold: float
    sides: float
    jury: Jury
    bar: float


def blended(kernel: Matrix, reader: Matrix, kin: Floats, shares: Shares) -> Matrix:
    """Return each label's log-odds above its threshold; `kin` is the probability that a text is of the labelled kind."""
    share = shares.aspects
    plain = (1 - share) * MARGIN * kernel + share * reader - shares.threshold
    judged = shares.jury.odds(kernel, reader) - shares.bar
    return np.asarray(plain + kin[:, None] * (judged - plain))


def doubtful(kernel: Matrix, doubt: float) -> Bools:
    """Tell which texts have a label that the kernel neither clearly sees nor clearly misses.

    >>> doubtful(np.array([[1.0, -0.1], [0.8, -0.9]]), 0.2).tolist()
    [True, False]
    """
    return np.asarray(np.abs(kernel).min(axis=1, initial=ALWAYS) < doubt)


def kinship(familiar: Floats) -> Floats:
    """Return how much a text is taken for one of the labelled kind, from the pack's log-odds of it.

    In doubt it is: texts of a single vague sentence look strange to the pack and are those that rivals decide.
    """
    return np.asarray(1.0 / (1.0 + np.exp(-KINDNESS - familiar)))


def testimony(kernel: Matrix, reader: Matrix) -> Matrix:
    """Return what a jury weighs, (texts, labels, 4): both scores as log-odds, and those of each label's rival."""
    kernel = MARGIN * kernel
    return np.stack([kernel, reader, rivals(kernel), rivals(reader)], axis=2)
