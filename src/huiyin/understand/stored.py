"""Filters as plain values, to keep beside what was made under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from huiyin.understand.filters import Filters


def filters_to(filters: Filters) -> dict[str, Any]:
    """Return the filters as JSON values; what is not filtered is left out.

    >>> filters_to(Filters(channels=("nps",), start=date(2026, 1, 5)))
    {'start': '2026-01-05', 'channels': ['nps']}
    """
    given = {name: value for name, value in asdict(filters).items() if value}
    return {name: _value(value) for name, value in given.items()}


def filters_from(stored: Mapping[str, Any]) -> Filters:
    """Read back what `filters_to` wrote."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()
    }
    for name in ("start", "end"):
        if name in values:
            values[name] = date.fromisoformat(values[name])
    return Filters(**values)


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple | list) else value
