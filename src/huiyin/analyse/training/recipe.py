"""Penalties of one pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Penalties and frequency floor of one pack."""

    aspect_penalty: float = 1.5
    polarity_penalty: float = 1.0
    minimum: int = 4
    inner_folds: int = 3
    kinship_penalty: float = 1.0
