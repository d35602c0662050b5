"""The unit of coding: a sentence of a participant's turn. Offsets count Unicode code points. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# A mark that ends a sentence belongs to it, with the closing quotes and brackets after it.
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)]*|[。！？!?；;]+")
# A span codes a sentence when they share at least half of the shorter of the two.
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a turn."""

    turn_id: int
    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a span codes this sentence.

        >>> Unit(1, 0, 10).holds(7, 20), Unit(1, 0, 10).holds(2, 5), Unit(1, 0, 10).holds(4, 30)
        (False, True, True)
        """
        shared = min(self.end, end) - max(self.start, start)
        shorter = min(self.end - self.start, end - start)
        return shared > 0 and shared >= SHARED * shorter


def sentences(turn_id: int, text: str) -> list[Unit]:
    """Cut a turn into sentences that hold a letter or digit.

    >>> [(u.start, u.end) for u in sentences(1, "味道大。一开空调就酸！嗯")]
    [(0, 4), (4, 11), (11, 12)]
    """
    units = []
    for found in _SENTENCE.finditer(text):
        words = found.group()
        if any(mark.isalnum() for mark in words):
            lead = len(words) - len(words.lstrip())
            units.append(Unit(turn_id, found.start() + lead, found.start() + len(words.rstrip())))
    return units


def coded(unit: Unit, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether any of the spans of the unit's turn codes it."""
    return any(unit.holds(start, end) for start, end in spans)
