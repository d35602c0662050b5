"""Each label seen beside its strongest rival in the text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Floats
from huiyin.text.kernel.linear import Matrix

# A margin of the squared hinge times this is about a log-odds.
MARGIN = 2.5


@dataclass(frozen=True, slots=True)
class Contest:
    """How much a label's own margin and that of its strongest rival in the text count, and what is added.

    Texts of a labelled kind speak of few labels: what stands far above the rest is spoken of even where it stands low,
    what stands below a strong rival is not.
    """

    own: float = 1.0
    rival: float = 0.0
    floor: float = 0.0

    def judged(self, margins: Matrix, kin: Floats) -> Matrix:
        """Return the margins as the contest leaves them, as far as a text is of the labelled kind (`kin`, 0 to 1)."""
        contested = self.own * margins + self.rival * rivals(margins) + self.floor
        return np.asarray(margins + kin[:, None] * (contested - margins), dtype=np.float32)


def rivals(scores: Matrix) -> Matrix:
    """Return for each label the greatest score among the others of its text; 0 if there are none.

    >>> rivals(np.array([[3.0, 1.0, 2.0]])).tolist()
    [[2.0, 3.0, 3.0]]
    """
    if scores.shape[1] < 2:
        return np.zeros_like(scores)
    second, first = np.moveaxis(np.partition(scores, -2, axis=1)[:, -2:], 1, 0)[:, :, None]
    return np.asarray(np.where(scores == first, second, first))
