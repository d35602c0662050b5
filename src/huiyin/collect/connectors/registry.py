"""Finding the kinds of connectors, ours and others', by their entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from huiyin.collect.connectors.port import Connector
from huiyin.kit.errors import InvalidInputError

GROUP = "huiyin.connectors"


@cache
def connector_kinds() -> tuple[str, ...]:
    """Return the kinds that can be connected, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


@cache
def find_connector(kind: str) -> Connector:
    """Return the connector of a kind. Raises InvalidInputError when none is installed."""
    for point in entry_points(group=GROUP, name=kind):
        found: Connector = point.load()
        return found
    raise InvalidInputError(
        f"there is no connector of kind {kind!r}", field="kind", expected=", ".join(connector_kinds())
    )
