"""Scores: what people tick follows what they have lived through and what they have just said."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from huiyin.demo import aspects, people
from huiyin.demo.catalogue import catalogue
from huiyin.demo.drafts import Drafts
from huiyin.demo.people import People
from huiyin.demo.sources import SOURCES

# Verdicts without an aspect of their own, such as those of people about to leave.
_GENERAL_EFFECT = {"+": 0.5, "-": -1.6}
# Saying anything good or bad at all goes with the score, whatever the aspect.
_VALENCE = {"+": 0.22, "-": -0.32}
# Offsets and spreads by (taxonomy, scale), set so that reviews average near 4 and NPS lies near +20.
_SHAPE = {
    ("automotive", 5): (4.0, 0.80),
    ("automotive", 10): (8.15, 1.75),
    ("retail", 5): (4.05, 0.80),
    ("retail", 10): (7.7, 1.80),
}


def rate(drafts: Drafts, crowd: People, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return one score per voice on its source's scale, NaN where the source asks for none."""
    mention = np.bincount(drafts.op_voice, weights=section_effects()[drafts.op_code], minlength=len(drafts))
    spread = rng.normal(0, 0.45, len(drafts))
    score = np.full(len(drafts), np.nan)
    for source in SOURCES:
        if source.scale is None:
            continue
        rows = np.flatnonzero(drafts.source == source.index)
        felt = people.effect(crowd.experience(source.taxonomy)[drafts.person[rows]], source.taxonomy)
        whole = 0.45 * felt + 0.35 * crowd.mood[drafts.person[rows]] + 1.15 * mention[rows] + spread[rows]
        middle, width = _SHAPE[source.taxonomy, source.scale]
        lowest = 0 if source.scale == 10 else 1
        score[rows] = np.clip(np.rint(middle + width * whole), lowest, source.scale)
    return score


@cache
def section_effects() -> NDArray[np.float64]:
    """Return by section code what saying it adds to the score; this is the planted order of drivers."""
    effects = {
        (name, each.name): {"+": each.reward, "-": -each.penalty}
        for name, table in aspects.TAXONOMIES.items()
        for each in table
    }
    found = []
    for section in catalogue():
        book = (
            "retail"
            if section.theme == "friction"
            else "automotive"
            if section.book == "planted"
            else section.book
        )
        known = effects.get((book, section.aspect), _GENERAL_EFFECT)
        # A light remark in passing does not move a score.
        light = section.theme in ("quiet", "workaround", "topic")
        found.append(0.0 if light else known.get(section.sign, 0.0) + _VALENCE.get(section.sign, 0.0))
    return np.array(found)
