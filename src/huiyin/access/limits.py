"""Which rows a person may read: some products, regions and channels, or everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

DIMENSIONS = ("product", "region", "channel")
_MOST_VALUES = 200
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Limits:
    """The values a person may read of each dimension; none given means all of them.

    >>> Limits(products=("X1",)).as_dict(), Limits().whole
    ({'product': ['X1']}, True)
    """

    products: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not (self.products or self.regions or self.channels)

    def values(self) -> dict[str, tuple[str, ...]]:
        """Return the limited dimensions with what may be read of them."""
        pairs = zip(DIMENSIONS, (self.products, self.regions, self.channels), strict=True)
        return {name: values for name, values in pairs if values}

    def as_dict(self) -> dict[str, list[str]]:
        """Return the JSON shape; a dimension without limit is left out."""
        return {name: list(values) for name, values in self.values().items()}

    def contain(self, filters: Mapping[str, Any]) -> bool:
        """Tell whether stored filters reach nothing beyond the limits.

        Rooms keep filters under the singular or the plural name; what names no product reaches all of them.

        >>> Limits(products=("X1",)).contain({"product": "X1"}), Limits(products=("X1",)).contain({})
        (True, False)
        """
        return all(
            _within(filters.get(name) or filters.get(f"{name}s"), values)
            for name, values in self.values().items()
        )


EVERYTHING = Limits()


def limits_from(stored: Mapping[str, Iterable[str]] | None) -> Limits:
    """Read the JSON shape; blanks and repetitions are dropped.

    >>> limits_from({"product": ["X1", "X1", " "]}).products
    ('X1',)
    """
    given = stored or {}
    cleaned = {name: _cleaned(given.get(name, ())) for name in DIMENSIONS}
    return Limits(cleaned["product"], cleaned["region"], cleaned["channel"])


def _cleaned(values: Iterable[str]) -> tuple[str, ...]:
    kept = dict.fromkeys(value.strip()[:_LONGEST] for value in values if value.strip())
    return tuple(kept)[:_MOST_VALUES]


def _within(asked: object, allowed: tuple[str, ...]) -> bool:
    chosen = [asked] if isinstance(asked, str) else asked
    return isinstance(chosen, list | tuple) and bool(chosen) and set(chosen) <= set(allowed)
