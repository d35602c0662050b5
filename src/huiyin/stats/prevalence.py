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


def corrected_share(
    positives: int, n: int, *, human_only: int, machine_only: int, audited: int, level: float = 0.95
) -> Estimate:
    """Return the share people would have found, from the machine's count and a random audit of the same records.

    `positives` of `n` records are the machine's; among `audited` random ones, people alone said yes in `human_only`
    and the machine alone in `machine_only`. This is `prediction_powered` for yes/no answers; one disagreement each
    way is added to the variance, without which an audit that met no error would claim certainty (after Agresti &
    Min 2005). The interval is clipped to 0..1; n is the audit's size.

    >>> e = corrected_share(500, 5000, human_only=6, machine_only=16, audited=400)
    >>> round(e.value, 3), round(e.low, 3), round(e.high, 3)
    (0.075, 0.05, 0.1)
    """
    if audited < 1 or n < 1:
        return insufficient(audited, "ppi", level=level)
    share, shift = positives / n, (human_only - machine_only) / audited
    errors, smoothed = human_only + machine_only + 2, (human_only - machine_only) / (audited + 2)
    correction = max(errors / (audited + 2) - smoothed**2, 0.0) / (audited + 2)
    half = z_value(level) * math.sqrt(share * (1 - share) / n + correction)
    value = min(max(share + shift, 0.0), 1.0)
    return Estimate(value, max(value - half, 0.0), min(value + half, 1.0), audited, "ppi", level)


def _smoothed(successes: int, n: int) -> tuple[float, float]:
    # Agresti & Coull's two extra answers on each side keep a perfect audit from claiming certainty.
    share = (successes + 2) / (n + 4) if n else 0.5
    return share, share * (1 - share) / (n + 4)
