"""Detectors to compare with, run in the same run."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def windowed_gaussian(values: Floats, *, size: int = 6400, step: int = 100) -> Floats:
    """Return 1 − Q(|z|) of each value against the window before it: the benchmark's windowedGaussian."""
    scores = np.zeros(len(values))
    mean, spread = 0.0, 1.0
    for place, value in enumerate(values.tolist()):
        if place:
            scores[place] = 1 - 0.5 * math.erfc(abs(value - mean) / spread / math.sqrt(2))
        filled = place + 1
        if filled <= size or (filled - size) % step == 0:
            window = values[max(filled - size, 0) : filled]
            mean, spread = float(window.mean()), float(window.std()) or 1e-6
    return scores


def at_random(values: Floats, seed: int) -> Floats:
    """Return scores that know nothing."""
    return np.random.default_rng(seed).random(len(values))
