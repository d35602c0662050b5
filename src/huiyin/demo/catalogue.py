"""Every kind of thing that can be said, numbered so that opinions are columns of small integers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from huiyin.demo import aspects, grammar
from huiyin.demo.grammar import Template

BOOKS = ("automotive", "retail", "planted")
POLARITY = {"+": 1, "-": -1, "?": 0, "!": 0, "~": 0}
TYPES = {"+": "praise", "-": "complaint", "?": "question", "!": "suggestion", "~": "statement"}


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One section of a phrase file: an aspect, a facet, and how it is said; `theme` is set when planted."""

    book: str
    theme: str
    aspect: str
    facet: str
    sign: str
    templates: tuple[Template, ...]

    @property
    def polarity(self) -> int:
        return POLARITY[self.sign]

    @property
    def type(self) -> str:
        return TYPES[self.sign]

    @property
    def english_key(self) -> str:
        """The key of the same thing in the English book."""
        about = f"{self.aspect}/{self.facet}" if self.facet else self.aspect
        return f"{self.theme} {about} {self.sign}".strip()


@cache
def catalogue() -> tuple[Section, ...]:
    """Return all sections; an opinion's code is the place in this tuple."""
    return tuple(
        _section(name, key, templates) for name in BOOKS for key, templates in grammar.book(name).items()
    )


def _section(name: str, key: str, templates: tuple[Template, ...]) -> Section:
    *theme, about, sign = key.split(" ")
    aspect, _, facet = about.partition("/")
    return Section(name, "".join(theme), aspect, facet, sign, templates)


@cache
def code_of(book: str, key: str) -> int:
    """Return the code of a section, by its book and its heading."""
    headings = [f"{s.theme} {s.aspect}{'/' * bool(s.facet)}{s.facet} {s.sign}".strip() for s in catalogue()]
    return next(
        place
        for place, (section, heading) in enumerate(zip(catalogue(), headings, strict=True))
        if section.book == book and heading == key
    )


@cache
def codes_for(
    taxonomy: str, aspect: str, sign: str, product: str
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Return the codes with which an aspect can be said with `sign`, and their cumulative chances."""
    if sign in "?!":
        return np.array([code_of(taxonomy, f"{aspect} {sign}")], dtype=np.int32), np.array([1.0])
    keys, weights = aspects.facets(taxonomy, aspect, sign, product)
    return (
        np.array([code_of(taxonomy, f"{key} {sign}") for key in keys], dtype=np.int32),
        np.array(weights),
    )
