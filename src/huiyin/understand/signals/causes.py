"""Why here and not there: which value of which dimension sets the voices of a signal apart from the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from huiyin.stats import Estimate, adjusted_p_values, newcombe, p_value_of, wilson

_LEAST_KNOWN = 4
_LEAST_WITH = 3
_LEAST_OTHERS = 20
_MOST_VALUES = 200
_ALPHA = 0.05
# A value that nearly everybody has explains nothing, however surely a few more have it here.
_COMMON = 0.9
_LONGEST = 40
_PLACE = "channel"
# Names, numbers and contents of a voice tell who spoke, never why.
_PERSONAL = frozenset(
    [
        "handles",
        "turns",
        "vin",
        "plate",
        "phone",
        "email",
        "mail",
        "name",
        "nickname",
        "id",
        "openid",
        "unionid",
        "url",
        "link",
        "text",
        "title",
        "answers",
        "address",
        "birthday",
    ]
)

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cause:
    """One value of a dimension; `explained` is the part of the signal that would be gone without its excess."""

    dimension: str
    value: str
    share: Estimate
    others: Estimate
    explained: Estimate
    adjusted_p: float

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON shape."""
        return {
            "dimension": self.dimension,
            "value": self.value,
            "share": self.share.as_dict(),
            "others": self.others.as_dict(),
            "explained": self.explained.as_dict(),
            "adjusted_p": self.adjusted_p,
        }


def contrast(signal: Sequence[Attributes], others: Sequence[Attributes], *, most: int = 8) -> list[Cause]:
    """Return what sets the signal's voices apart, the most explaining first and the channel last, one value a dimension before seconds.

    A value explains (p₁ − p₀)/(1 − p₀): the attributable part, with the interval of Newcombe's difference.
    Tests are corrected over every value looked at; dimensions known of too few voices are left out.
    """
    found = [
        cause
        for dimension in sorted({name for each in signal for name in each})
        for cause in _values(dimension, signal, others)
    ]
    if not found:
        return []
    adjusted = adjusted_p_values([p_value_of(cause.explained) for cause in found]).tolist()
    kept = [
        replace(cause, adjusted_p=float(p))
        for cause, p in zip(found, adjusted, strict=True)
        if p <= _ALPHA and (cause.explained.low or 0.0) > 0
    ]
    return _first_of_each(sorted(kept, key=_rank))[:most]


def _rank(cause: Cause) -> tuple[bool, float]:
    """Where people turn to with a trouble comes behind what is different about their things."""
    return cause.dimension == _PLACE, -(cause.explained.low or 0.0)


def flatten(metadata: Mapping[str, Any] | None) -> dict[str, str]:
    """Return the plain attributes of nested metadata by their last name; personal ones are left out.

    >>> flatten({"vehicle": {"vin": "LX1", "compressor_batch": "S7-B"}, "likes": 3})
    {'compressor_batch': 'S7-B'}
    """
    plain: dict[str, str] = {}
    for name, value in (metadata or {}).items():
        if name.lower() in _PERSONAL:
            continue
        if isinstance(value, Mapping):
            plain |= flatten(value)
        elif isinstance(value, str) and 0 < len(value) <= _LONGEST:
            plain[name] = value
    return plain


def _values(dimension: str, signal: Sequence[Attributes], others: Sequence[Attributes]) -> list[Cause]:
    inside = Counter(each[dimension] for each in signal if dimension in each)
    outside = Counter(each[dimension] for each in others if dimension in each)
    known, compared = inside.total(), outside.total()
    if known < _LEAST_KNOWN or compared < _LEAST_OTHERS or len(outside) > _MOST_VALUES:
        return []
    return [
        _cause(dimension, value, count, known, outside[value], compared)
        for value, count in inside.items()
        if count >= _LEAST_WITH and outside[value] < _COMMON * compared
    ]


def _cause(dimension: str, value: str, count: int, known: int, other: int, compared: int) -> Cause:
    difference = newcombe(count, known, other, compared)
    explained = replace(difference.scaled(1 / (1 - other / compared)), method="attributable")
    return Cause(dimension, value, wilson(count, known), wilson(other, compared), explained, 1.0)


def _first_of_each(causes: Sequence[Cause]) -> list[Cause]:
    by_dimension: dict[str, list[Cause]] = defaultdict(list)
    for cause in causes:
        by_dimension[cause.dimension].append(cause)
    return [group[0] for group in by_dimension.values()] + [
        cause for group in by_dimension.values() for cause in group[1:3]
    ]
