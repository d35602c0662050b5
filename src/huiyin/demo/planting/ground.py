"""What every planter works with: the ground, and how to put voices on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from huiyin.demo.calendar import draw_clock
from huiyin.demo.catalogue import code_of
from huiyin.demo.drafts import Drafts, make_drafts
from huiyin.demo.people import People
from huiyin.demo.plan import WorldPlan
from huiyin.demo.sources import BY_CODE
from huiyin.demo.truths import Truth

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Field:
    """What a planter works on; `place` is the number that its truth will have."""

    plan: WorldPlan
    people: People
    drafts: Drafts
    place: int
    rng: np.random.Generator

    def codes(self, keys: Sequence[str]) -> Ints:
        """Return the codes of sections of the planted book."""
        return np.array([code_of("planted", key) for key in keys], dtype=np.int32)


Planted = tuple[Drafts, Truth]


def new_voices(
    field: Field,
    person: Ints,
    day: Floats,
    sources: Sequence[str],
    weights: Sequence[float],
    codes: Ints,
    product: int,
    start: float = 0.0,
) -> Drafts:
    """Return one new voice with one opinion for each person and day, at sources drawn by weight.

    People keep their hours of the day, except that nobody speaks before `start`.
    """
    places = np.array([BY_CODE[code].index for code in sources], dtype=np.int8)
    inside = (day >= 0) & (day < field.plan.days)
    person, day, codes = person[inside], day[inside], codes[inside]
    count = len(day)
    waking = np.floor(day) + draw_clock(0.5, count, field.rng)
    return make_drafts(
        source=places[field.rng.choice(len(places), count, p=np.array(weights) / sum(weights))],
        day=np.where(waking < start, day, waking),
        person=person,
        product=np.full(count, product, dtype=np.int8) if product >= 0 else field.people.product[person],
        planted=field.place,
        op_voice=np.arange(count, dtype=np.int32),
        op_code=codes,
    )


def draw_from(field: Field, mask: NDArray[np.bool_], count: int, *, replace_: bool = True) -> Ints:
    places = np.flatnonzero(mask)
    if not replace_:
        count = min(count, len(places))
    return field.rng.choice(places, count, replace=replace_).astype(np.int32)


def how_many(field: Field, share: float) -> int:
    """Draw people of a mask, with or without repetition."""
    return max(6, round(field.plan.voices * share))


def realised(field: Field, drafts: Drafts) -> dict[str, int]:
    """Return how many voices a share of the world makes, never fewer than six."""
    own = drafts.planted == field.place
    return {"voices": int(own.sum()), "people": len(np.unique(drafts.person[own]))}
