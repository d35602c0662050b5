"""Loading a world into the ledger: everything is accepted as if it had come in when it was said."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

import polars as pl
from sqlalchemy import Connection, Table, insert, select

from huiyin.collect import Feedback, ensure_source, find_source
from huiyin.demo.world import World
from huiyin.kit.errors import ConflictError
from huiyin.store.ledger import Ledger, next_revision, tables

STEP = 5_000
# A voice reaches the company a little after it was said.
_DELAY = timedelta(minutes=3)

_NOT_AN_ITEM = frozenset({"source", "channel", "taxonomy", "customer_external_id"})
Report = Callable[[str, int], None]


def unheard(_name: str, _rows: int, /) -> None:
    """Report to nobody."""


class WorldLoadedError(ConflictError):
    """A demo world goes into an empty ledger only."""

    code = "ledger_not_empty"


def load(ledger: Ledger, world: World, *, report: Report = unheard) -> dict[str, int]:
    """Write the world into an empty ledger, a few thousand rows to the transaction; return rows by table.

    `report` hears the table and the number of rows after each transaction. Raises WorldLoadedError when
    the ledger already holds voices.
    """
    with ledger.write() as connection:
        if connection.execute(select(tables.feedback.c.id).limit(1)).first():
            raise WorldLoadedError("the ledger already holds voices; the demo needs a folder of its own")
        channels = _load_sources(connection, world)
    counts: dict[str, int] = {}

    def write(
        table: Table, rows: Callable[[Connection, pl.DataFrame], list[dict[str, Any]]], frame: pl.DataFrame
    ) -> None:
        for part in frame.iter_slices(STEP):
            with ledger.write() as connection:
                connection.execute(insert(table), rows(connection, part))
            counts[table.name] = counts.get(table.name, 0) + len(part)
            report(table.name, counts[table.name])

    write(tables.customer, lambda _, part: _customer_rows(world, part), world.customers)
    ids = customer_ids(ledger)
    write(
        tables.feedback, lambda c, part: _feedback_rows(part, channels, ids, next_revision(c)), world.voices
    )
    write(tables.purchase, lambda _, part: _purchase_rows(part, ids), world.purchases)
    write(tables.behaviour_event, lambda _, part: _event_rows(part, ids), world.events)
    return counts


def customer_ids(ledger: Ledger) -> dict[str, int]:
    """Return the ledger ids of all customers by external id."""
    with ledger.read() as connection:
        columns = tables.customer.c
        return {
            row.external_id: row.id for row in connection.execute(select(columns.external_id, columns.id))
        }


def item_of(voice: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of `World.voices` as the raw mapping that intake reads."""
    decoded = {name: json.loads(voice[name]) if voice[name] else None for name in ("answers", "metadata")}
    plain = {name: value for name, value in voice.items() if name not in _NOT_AN_ITEM}
    return {**plain, **decoded, "customer_id": voice["customer_external_id"]}


def _load_sources(connection: Connection, world: World) -> dict[str, tuple[int, str]]:
    """Create the sources; return id and channel by name."""
    found = {}
    for row in world.sources:
        ensure_source(connection, **row, now=world.plan.starts_at)
        source = find_source(connection, row["name"])
        if source is not None:
            found[source.name] = (source.id, source.channel.value)
    return found


def _customer_rows(world: World, part: pl.DataFrame) -> list[dict[str, Any]]:
    rows = part.with_columns(created_at=pl.lit(world.plan.starts_at)).to_dicts()
    return [row | {"attributes": json.loads(row["attributes"])} for row in rows]


def _feedback_rows(
    part: pl.DataFrame, channels: Mapping[str, tuple[int, str]], ids: Mapping[str, int], revision: int
) -> list[dict[str, Any]]:
    return list(_each_feedback(part, channels, ids, revision))


def _each_feedback(
    part: pl.DataFrame, channels: Mapping[str, tuple[int, str]], ids: Mapping[str, int], revision: int
) -> Iterator[dict[str, Any]]:
    for place, row in enumerate(part.iter_rows(named=True)):
        source_id, channel = channels[row.pop("source")]
        customer = row.pop("customer_external_id")
        voice = Feedback(external_id=row["external_id"], occurred_at=row["occurred_at"], text=row["text"])
        yield row | {
            "revision": revision + place,
            "source_id": source_id,
            "channel": channel,
            "received_at": _received(row["occurred_at"], place),
            "answers": json.loads(row["answers"]) if row["answers"] else None,
            "metadata": json.loads(row["metadata"]),
            "customer_id": ids.get(customer) if customer else None,
            "fingerprint": voice.fingerprint,
        }


def _received(occurred_at: datetime, place: int) -> datetime:
    return occurred_at + _DELAY * (1 + place % 7)


def _purchase_rows(part: pl.DataFrame, ids: Mapping[str, int]) -> list[dict[str, Any]]:
    return [row | {"customer_id": ids[row.pop("customer_external_id")]} for row in part.to_dicts()]


def _event_rows(part: pl.DataFrame, ids: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        row
        | {
            "customer_id": ids.get(row.pop("customer_external_id")),
            "properties": json.loads(row["properties"]),
        }
        for row in part.to_dicts()
    ]
