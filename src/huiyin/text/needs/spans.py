"""Where the span of a need begins: a conjunction at the front of its clause belongs to no need."""

from __future__ import annotations

import re

import numpy as np

from huiyin.text.arrays import Ints
from huiyin.text.normalise import Batch

_WORDS = (
    r"但是?|不过|只是|就是|可是|然而|而且|并且|因为|由于|所以|因此|然后|于是|结果|另外|还有|毕竟|反正|只不过|虽然|虽说|"
    r"再就是|其次|首先|也就是说|说实话|总之|哎|唉|呵呵|啊|吧"
)
_MARKS = " ,，、:：-~"
_OPENING = re.compile(rf"(?:{_WORDS}|[{re.escape(_MARKS)}])+")
# Most spans open with none of these letters, and are not worth a search.
_FIRST = np.array(sorted({ord(letter) for letter in [*_MARKS, *(word[0] for word in _WORDS.split("|"))]}))


def trimmed(batch: Batch, start: Ints, end: Ints) -> Ints:
    """Return the starts of spans without their opening conjunctions; a span of nothing else stays whole.

    >>> from huiyin.text.normalise import normalise
    >>> trimmed(normalise(["但是只能凑合用"]), np.array([0]), np.array([7])).tolist()
    [2]
    """
    start = start.copy()
    opens = np.flatnonzero(np.isin(batch.codes[start], _FIRST))
    spans = zip(start[opens].tolist(), end[opens].tolist(), strict=True)
    start[opens] = [_opening(batch.text, begin, stop) for begin, stop in spans]
    return start


def _opening(text: str, start: int, end: int) -> int:
    found = _OPENING.match(text, start, end)
    return found.end() if found and found.end() < end - 1 else start
