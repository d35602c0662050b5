"""A long row of things, taken in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")


def parts(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """Yield all in parts of `size`, the last of what is left; no more than one part is read ahead.

    >>> list(parts("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    waiting = iter(things)
    while part := list(islice(waiting, size)):
        yield part
