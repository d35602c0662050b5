"""Means and variances from sums: sums can be added to when new voices come, means cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Sums of doubles carry rounding: below this a spread of values between −1 and 1 is none.
_ROUNDING = 1e-9


def moments(row: Mapping[str, Any], name: str, n: int) -> tuple[float | None, float | None]:
    """Return mean and sample variance of `n` values from the row's `<name>_sum` and `<name>_squares`.

    >>> moments({"net_sum": 6.0, "net_squares": 14.0}, "net", 3)
    (2.0, 1.0)
    >>> moments({"net_sum": 1.0, "net_squares": 1.0}, "net", 1)
    (1.0, None)
    >>> moments({}, "net", 0)
    (None, None)
    """
    if n < 1:
        return None, None
    mean = row[f"{name}_sum"] / n
    if n < 2:
        return mean, None
    variance = (row[f"{name}_squares"] - n * mean * mean) / (n - 1)
    return mean, variance if variance > _ROUNDING else 0.0
