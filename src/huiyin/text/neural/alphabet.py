"""Characters as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Codes
from huiyin.text.characters import PLANE
from huiyin.text.normalise import normalise

PAD = 0
UNKNOWN = 1
FIRST = 2


@dataclass(frozen=True)
class Alphabet:
    """The normalised code points a reader knows, sorted; numbers 0 and 1 stand for padding and for all others."""

    codes: npt.NDArray[np.uint32]
    _number: npt.NDArray[np.int32] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        number = np.full(PLANE + 1, UNKNOWN, dtype=np.int32)
        number[self.codes] = np.arange(len(self.codes), dtype=np.int32) + FIRST
        object.__setattr__(self, "_number", number)

    def __len__(self) -> int:
        return len(self.codes) + FIRST

    def numbers(self, codes: Codes) -> npt.NDArray[np.int32]:
        """Return the number of each normalised code point.

        >>> Alphabet(np.array([0x597D], dtype=np.uint32)).numbers(np.array([0x597D, 0x1F600], dtype=np.uint32))
        array([2, 1], dtype=int32)
        """
        return self._number[np.minimum(codes, PLANE)]

    def read(self, texts: Sequence[str]) -> list[npt.NDArray[np.int32]]:
        """Return the numbers of each text's characters."""
        batch = normalise(texts)
        numbers = self.numbers(batch.codes)
        return [numbers[start:end] for start, end in zip(batch.starts, batch.ends, strict=True)]

    @classmethod
    def of(cls, texts: Iterable[str], minimum: int) -> Alphabet:
        """Return the characters of the basic plane that occur at least `minimum` times."""
        codes = normalise(list(texts)).codes
        counts = np.bincount(codes[(codes > 0) & (codes < PLANE)], minlength=PLANE)
        return cls(np.flatnonzero(counts >= minimum).astype(np.uint32))
