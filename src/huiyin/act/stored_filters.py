"""Filters as the ledger keeps them with a rule or an action, under the names the API uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from huiyin.collect import check_channels
from huiyin.kit.errors import InvalidInputError
from huiyin.understand import Filters

_LISTS = {
    "channel": "channels",
    "product": "products",
    "aspect": "aspects",
    "type": "types",
    "segment": "segments",
    "region": "regions",
    "source": "sources",
    "taxonomy": "taxonomies",
}


def parse_filters(stored: Mapping[str, Any]) -> Filters:
    """Return the filters that a JSON object names; a lone value stands for a list of one.

    Raises `InvalidInputError` for an unknown name or a malformed day or sentiment.

    >>> parse_filters({"aspect": ["automotive.comfort"], "sentiment": -1}).sentiments
    (-1,)
    """
    unknown = set(stored) - {*_LISTS, "sentiment", "from", "to", "q"}
    if unknown:
        raise InvalidInputError(
            f"unknown filter {sorted(unknown)[0]}", field="filters", expected=f"one of {', '.join(_LISTS)}"
        )
    lists = {name: tuple(str(each) for each in _list(stored.get(key))) for key, name in _LISTS.items()}
    return Filters(
        start=_day(stored, "from"),
        end=_day(stored, "to"),
        sentiments=tuple(_sentiment(each) for each in _list(stored.get("sentiment"))),
        text=str(stored.get("q") or ""),
        **lists,
    )


def check_filters(stored: Mapping[str, Any]) -> None:
    """Refuse what `parse_filters` refuses and channels that are none: those kept from before are read all the same."""
    check_channels(parse_filters(stored).channels)


def _list(value: object) -> Sequence[object]:
    if value is None or value == "":
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def _day(stored: Mapping[str, Any], name: str) -> date | None:
    values = _list(stored.get(name))
    if not values:
        return None
    try:
        return values[0] if isinstance(values[0], date) else date.fromisoformat(str(values[0]))
    except ValueError as error:
        raise InvalidInputError(
            f"malformed day {values[0]}", field=f"filters.{name}", expected="YYYY-MM-DD"
        ) from error


def _sentiment(value: object) -> int:
    try:
        return int(str(value))
    except ValueError as error:
        raise InvalidInputError(
            f"malformed sentiment {value}", field="filters.sentiment", expected="-1, 0 or 1"
        ) from error
