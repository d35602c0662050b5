"""Ratings that are written in words, as shops export them."""

from __future__ import annotations

import re

_WORDS = {
    "好评": 5.0, "中评": 3.0, "差评": 1.0,
    "非常满意": 5.0, "满意": 4.0, "一般": 3.0, "不满意": 2.0, "非常不满意": 1.0,
    "非常好": 5.0, "好": 4.0, "差": 2.0, "非常差": 1.0,
    "good": 5.0, "neutral": 3.0, "bad": 1.0,
}  # fmt: skip
_HAN = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_STARS = re.compile(r"^(\d(?:\.\d)?|[零一二两三四五])\s*(?:星级?|分|颗星|stars?)$", re.IGNORECASE)


def rating_of(value: object) -> object:
    """Return the number of stars that words mean; anything else as it is.

    >>> rating_of("五星"), rating_of("4.5 分"), rating_of("好评"), rating_of("★★★☆☆"), rating_of("7")
    (5.0, 4.5, 5.0, 3.0, '7')
    """
    if not isinstance(value, str):
        return value
    words = value.strip()
    stars = _STARS.match(words)
    if stars:
        return float(_HAN.get(stars[1], 0)) if stars[1] in _HAN else float(stars[1])
    if words and set(words) <= {"★", "☆"}:
        return float(words.count("★"))
    return _WORDS.get(words.casefold(), value)
