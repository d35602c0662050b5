"""Where the level of a series changed: PELT (Killick, Fearnhead & Eckley 2012) on variance-stabilised rates."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def change_points(
    counts: ArrayLike, volume: ArrayLike | None = None, *, shortest: int = 5, strictness: float = 3.0
) -> list[int]:
    """Return the steps at which a new level begins, in order; `counts` and `volume` have shape (n,).

    Counts over volume are brought to unit variance by 2√(y + 3/8) (Anscombe 1948) and the noise is read from
    successive differences, so that one penalty, `strictness` · log n, serves every series.

    >>> change_points([5, 6, 4, 5, 5, 6, 5, 4, 5, 6, 25, 24, 27, 26, 25, 24, 26, 25])
    [10]
    """
    y = stabilised(counts, volume)
    if y.size < 2 * shortest:
        return []
    # It brings scipy.signal along, a tenth of a second; few commands need it.
    import ruptures

    noise = max(float(np.var(np.diff(y))) / 2, 0.25)
    search = ruptures.KernelCPD(kernel="linear", min_size=shortest, jump=1).fit(y[:, None])
    return [int(each) for each in search.predict(pen=strictness * float(np.log(y.size)) * noise)[:-1]]


def stabilised(counts: ArrayLike, volume: ArrayLike | None = None) -> NDArray[np.float64]:
    """Return 2√(rate at the mean volume + 3/8), shape (n,)."""
    y = np.asarray(counts, dtype=float)
    if volume is not None:
        n = np.asarray(volume, dtype=float)
        y = y * n.mean() / np.maximum(n, 0.5)
    return np.asarray(2 * np.sqrt(y + 0.375))
