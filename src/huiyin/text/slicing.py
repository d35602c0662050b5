"""Any number of texts in slices of bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

# Every stage of a slice has costs that do not grow with it, and finds the models' tables cold in the processor's cache.
MOST_TEXTS = 6144
MOST_CHARACTERS = 400_000


def slices(
    texts: Sequence[str], most_texts: int = MOST_TEXTS, most_characters: int = MOST_CHARACTERS
) -> Iterator[tuple[int, int]]:
    """Yield where each slice starts and ends: few enough texts, and few enough characters unless it is a single text.

    >>> list(slices(["甲乙"] * 5, most_characters=4))
    [(0, 2), (2, 4), (4, 5)]
    """
    reach = np.cumsum([0, *map(len, texts)])
    start = 0
    while start < len(texts):
        fitting = int(np.searchsorted(reach, reach[start] + most_characters, side="right")) - 1
        end = min(max(fitting, start + 1), start + most_texts)
        yield start, end
        start = end
