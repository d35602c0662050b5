"""From machine labels to prevalence: corrections that widen the interval honestly."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import z_value


def rogan_gladen(
    positives: int,
    n: int,
    *,
    sensitivity: tuple[int, int],
    specificity: tuple[int, int],
    level: float = 0.95,
) -> Estimate:
    """Return the true prevalence behind an imperfect test (Rogan & Gladen 1978), clipped to 0..1.

    `sensitivity` is (true positives, human positives) and `specificity` (true negatives, human negatives) of
    the audit; their own uncertainty enters by the delta method. Raises ValueError when the test is no
    better than chance.

    >>> e = rogan_gladen(200, 1000, sensitivity=(90, 100), specificity=(95, 100))
    >>> round(e.value, 4), round(e.low, 3), round(e.high, 3)
    (0.1765, 0.118, 0.235)
    """
    se, se_variance = _smoothed(*sensitivity)
    sp, sp_variance = _smoothed(*specificity)
    raw_se, raw_sp = sensitivity[0] / sensitivity[1], specificity[0] / specificity[1]
    youden = raw_se + raw_sp - 1
    if youden <= 0:
        raise ValueError("sensitivity + specificity must exceed 1: the labels carry no information")
    if n == 0:
        return insufficient(0, "rogan-gladen", level=level)
    _, p_variance = _smoothed(positives, n)
    value = min(max((positives / n + raw_sp - 1) / youden, 0.0), 1.0)
    spread = math.sqrt(p_variance + value**2 * se_variance + (1 - value) ** 2 * sp_variance) / (se + sp - 1)
    half = z_value(level) * spread
    return Estimate(value, max(value - half, 0.0), min(value + half, 1.0), n, "rogan-gladen", level)


def prediction_powered(
    machine: ArrayLike, audited_machine: ArrayLike, audited_human: ArrayLike, *, level: float = 0.95
) -> Estimate:
    """Return the human mean over all records, by the machine's labels plus a random audit.

    `machine`, shape (N,), are the machine's labels of the records outside the audit; `audited_machine` and
    `audited_human`, shape (n,), those of the random audit sample. Mean of the machine + mean of
    (human − machine), both variances added (Angelopoulos et al. 2023); n is the audit's size.

    >>> e = prediction_powered([1, 0, 0, 1] * 100, [1, 0, 1, 0] * 10, [1, 0, 0, 0] * 10)
    >>> round(e.value, 3), round(e.low, 3), round(e.high, 3)
    (0.25, 0.106, 0.394)
    """
    population = np.asarray(machine, dtype=float)
    correction = np.asarray(audited_human, dtype=float) - np.asarray(audited_machine, dtype=float)
    n = int(correction.size)
    if n < 2 or population.size < 2:
        return insufficient(n, "ppi", level=level)
    value = float(population.mean() + correction.mean())
    variance = population.var(ddof=1) / population.size + correction.var(ddof=1) / n
    half = z_value(level) * math.sqrt(float(variance))
    return Estimate(value, value - half, value + half, n, "ppi", level)


def _smoothed(successes: int, n: int) -> tuple[float, float]:
    # Agresti & Coull's two extra answers on each side keep a perfect audit from claiming certainty.
    share = (successes + 2) / (n + 4) if n else 0.5
    return share, share * (1 - share) / (n + 4)
