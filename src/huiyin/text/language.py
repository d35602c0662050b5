"""The language of each text, by the share of Han characters among its letters."""

from __future__ import annotations

import numpy as np

from huiyin.text.arrays import Bools, Codes, Ints
from huiyin.text.normalise import Batch

LANGUAGES = ("zh", "en", "other")
HAN_SHARE = 0.15


def is_han(codes: Codes) -> Bools:
    """Tell which code points are Chinese characters (URO, extension A and the supplementary ideographic planes)."""
    return np.asarray(
        ((codes >= 0x4E00) & (codes < 0xA000))
        | ((codes >= 0x3400) & (codes < 0x4DC0))
        | ((codes >= 0x20000) & (codes < 0x32000))
    )


def is_latin(codes: Codes) -> Bools:
    """Tell which code points of a lower-cased text are Latin letters."""
    return np.asarray(((codes >= 0x61) & (codes <= 0x7A)) | ((codes >= 0xE0) & (codes < 0x250)))


def languages(batch: Batch) -> Ints:
    """Return an index into `LANGUAGES` for each text.

    >>> from huiyin.text.normalise import normalise
    >>> [LANGUAGES[i] for i in languages(normalise(["空间大", "nice car", "👍 666"]))]
    ['zh', 'en', 'other']
    """
    han = _count(is_han(batch.codes), batch)
    latin = _count(is_latin(batch.codes), batch)
    chinese = (han > 0) & (han >= HAN_SHARE * (han + latin))
    return np.where(chinese, 0, np.where(latin > 0, 1, 2)).astype(np.int64)


def _count(flags: Bools, batch: Batch) -> Ints:
    total = np.concatenate(([0], np.cumsum(flags)))
    return np.asarray(total[batch.ends] - total[batch.starts])
