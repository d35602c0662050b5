"""Keeping signals up to date with the facts: one look after the other, none into the future."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from huiyin.store.ledger import rows_among
from huiyin.store.ledger.tables import customer, feedback
from huiyin.understand.names import AspectNames
from huiyin.understand.queries import FactsReader, run
from huiyin.understand.signals.causes import Attributes, flatten
from huiyin.understand.signals.evidence import Material
from huiyin.understand.signals.repository import is_unwanted, record
from huiyin.understand.signals.signal import Signal
from huiyin.understand.signals.watch import MEMORY, look

ConnectionFactory = Callable[[], AbstractContextManager[Connection]]


def refresh_signals(
    facts: FactsReader,
    names: AspectNames,
    read: ConnectionFactory,
    write: ConnectionFactory,
    at: datetime,
) -> list[Signal]:
    """Look at the facts as of an aware UTC time and record what is unusual; return those signals.

    The look only reads; other writers wait for the few rows at its end and no longer.
    """
    moment = at.replace(tzinfo=None)
    material = read_material(facts, moment)
    with read() as connection:
        found = look(material, moment, partial(attributes_of, connection), known=known_terms(names))
    if not found:
        return []
    with write() as connection:
        wanted = [each for each in found if not is_unwanted(connection, each, at)]
        return [record(connection, each, at) for each in wanted]


def read_material(facts: FactsReader, until: datetime) -> Material:
    """Return the voices and opinions of the last months before a naive UTC time."""
    params = {"first": until - MEMORY, "until": until}
    return Material(
        run(facts, "signals.voices", params=params), run(facts, "signals.opinions", params=params)
    )


def known_terms(names: AspectNames) -> frozenset[str]:
    """Return the words that name an aspect of some taxonomy."""
    nodes = (node for taxonomy in names.taxonomies for node in taxonomy.nodes)
    return frozenset(word for node in nodes for word in (node.zh, *node.seeds) if len(word) > 1)


def attributes_of(connection: Connection, feedback_ids: Sequence[int]) -> dict[int, Attributes]:
    """Return the plain attributes of voices and, where a voice says nothing of it, of their customers."""
    found: dict[int, Attributes] = {}
    query = select(feedback.c.id, feedback.c.metadata, customer.c.attributes).select_from(
        feedback.outerjoin(customer, feedback.c.customer_id == customer.c.id)
    )
    for row in rows_among(connection, query, feedback.c.id, feedback_ids):
        found[row[0]] = flatten(_mapping(row[2])) | flatten(_mapping(row[1]))
    return found


def moments(last: datetime | None, now: datetime, *, step: timedelta, most: int) -> list[datetime]:
    """Return the times to look at since the last look, at most so many, ending now.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    >>> [each.day for each in moments(None, noon, step=timedelta(days=3), most=3)]
    [16, 19, 22]
    >>> len(moments(noon - timedelta(hours=1), noon, step=timedelta(days=3), most=3))
    1
    """
    found = [now - step * back for back in range(most) if last is None or now - step * back > last]
    return sorted(found) or [now]


def _mapping(value: Any) -> Mapping[str, Any]:
    if isinstance(value, str):
        value = json.loads(value)
    return value if isinstance(value, Mapping) else {}
