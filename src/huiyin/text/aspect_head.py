"""What a few examples taught about one aspect: words they share, and weighted character n-grams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class AspectHead:
    """A small classifier of clauses for one aspect; plain enough to be kept as JSON and read by people.

    A clause is of the aspect when it holds one of `words`, or when the weights of its distinct `grams` (one to three
    normalised characters), summed over the square root of its number of n-grams, reach `threshold`.
    """

    aspect: str
    words: tuple[str, ...]
    grams: tuple[tuple[str, float], ...]
    threshold: float

    def as_dict(self) -> dict[str, Any]:
        """Return the head as JSON."""
        return {
            "aspect": self.aspect,
            "words": list(self.words),
            "grams": dict(self.grams),
            "threshold": self.threshold,
        }

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> AspectHead:
        """Rebuild a head from its JSON.

        >>> head = AspectHead("a.b", ("香薰",), (("薰", 1.5),), 0.4)
        >>> AspectHead.of(head.as_dict()) == head
        True
        """
        grams = tuple((str(gram), float(weight)) for gram, weight in stored["grams"].items())
        return cls(str(stored["aspect"]), tuple(stored["words"]), grams, float(stored["threshold"]))
