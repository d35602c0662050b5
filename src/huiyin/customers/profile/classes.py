"""Segments by rule: the eight classes of recency, frequency and money."""

from __future__ import annotations

from enum import StrEnum

# The upper two fifths count as high.
HIGH_FROM = 4


class RfmClass(StrEnum):
    """Valuable or general by money, then by what to do: develop who buys seldom, keep who was here long ago."""

    CHAMPION = "champion"
    DEVELOP = "develop"
    KEEP = "keep"
    WIN_BACK = "win_back"
    GENERAL = "general"
    GENERAL_DEVELOP = "general_develop"
    GENERAL_KEEP = "general_keep"
    GENERAL_WIN_BACK = "general_win_back"


_VALUABLE = {
    (True, True): RfmClass.CHAMPION,
    (True, False): RfmClass.DEVELOP,
    (False, True): RfmClass.KEEP,
    (False, False): RfmClass.WIN_BACK,
}
_GENERAL = {
    (True, True): RfmClass.GENERAL,
    (True, False): RfmClass.GENERAL_DEVELOP,
    (False, True): RfmClass.GENERAL_KEEP,
    (False, False): RfmClass.GENERAL_WIN_BACK,
}


def rfm_class(recency: int, frequency: int, monetary: int) -> RfmClass:
    """Return the class of three fifths, 5 the best.

    >>> rfm_class(5, 2, 4).value, rfm_class(1, 1, 1).value
    ('develop', 'general_win_back')
    """
    table = _VALUABLE if monetary >= HIGH_FROM else _GENERAL
    return table[recency >= HIGH_FROM, frequency >= HIGH_FROM]
