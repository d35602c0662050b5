"""The language of each text, by the share of Han characters among its letters."""

from __future__ import annotations

import numpy as np

from huiyin.text.arrays import Bools, Ints
from huiyin.text.characters import Kind, being
from huiyin.text.normalise import Batch

LANGUAGES = ("zh", "en", "other")
HAN_SHARE = 0.15


def languages(batch: Batch) -> Ints:
    """Return an index into `LANGUAGES` for each text.

    >>> from huiyin.text.normalise import normalise
    >>> [LANGUAGES[i] for i in languages(normalise(["空间大", "nice car", "👍 666"]))]
    ['zh', 'en', 'other']
    """
    han = _count(being(batch.kinds, Kind.HAN), batch)
    latin = _count(being(batch.kinds, Kind.LATIN), batch)
    chinese = (han > 0) & (han >= HAN_SHARE * (han + latin))
    return np.where(chinese, 0, np.where(latin > 0, 1, 2)).astype(np.int64)


def _count(flags: Bools, batch: Batch) -> Ints:
    total = np.concatenate(([0], np.cumsum(flags)))
    return np.asarray(total[batch.ends] - total[batch.starts])
