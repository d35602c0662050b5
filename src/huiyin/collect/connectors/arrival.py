"""Writing what connectors read: voices, events and people, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from huiyin.collect.connectors.configured import Configured
from huiyin.collect.connectors.dead_letters import keep_letters
from huiyin.collect.connectors.port import (
    BehaviourEvent,
    Config,
    Connector,
    Ground,
    Identified,
    Order,
    Reading,
    Spoiled,
    Undelivered,
)
from huiyin.collect.erased import RecordKind, erased_ids
from huiyin.collect.feedback import Feedback, Person
from huiyin.collect.intake import Rejection, accept, ensure_customers, validate
from huiyin.collect.mail_bounces import note_returned
from huiyin.collect.sources import Source
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import insert_into, tables


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Payloads after reading, before writing."""

    payloads: int = 0
    voices: tuple[Feedback, ...] = ()
    events: tuple[BehaviourEvent, ...] = ()
    orders: tuple[Order, ...] = ()
    people: tuple[Identified, ...] = ()
    undelivered: tuple[Undelivered, ...] = ()
    spoiled: tuple[Spoiled, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of payloads: counts, and why some were refused."""

    payloads: int = 0
    accepted: int = 0
    duplicates: int = 0
    events: int = 0
    refused: tuple[Spoiled, ...] = ()

    def __add__(self, other: Arrival) -> Arrival:
        return Arrival(
            self.payloads + other.payloads,
            self.accepted + other.accepted,
            self.duplicates + other.duplicates,
            self.events + other.events,
            self.refused + other.refused,
        )


def unpack(
    connector: Connector, config: Config, payloads: Sequence[bytes], ground: Ground, *, received_at: datetime
) -> Unpacked:
    """Read and validate payloads; each that cannot be taken whole is also kept as spoiled."""
    readings: list[Reading] = []
    spoiled: list[Spoiled] = []
    voices: list[Feedback] = []
    for payload in payloads:
        reading, refusal = _read(connector, config, payload, ground)
        readings.append(reading)
        found, rejected = validate(enumerate(reading.records), zone=ground.zone, received_at=received_at)
        voices.extend(found)
        if refusal or rejected:
            spoiled.append(refusal or _spoiled(payload, rejected[0]))
    events = tuple(event for reading in readings for event in reading.events)
    orders = tuple(order for reading in readings for order in reading.orders)
    people = tuple(person for reading in readings for person in reading.people)
    lost = tuple(mail for reading in readings for mail in reading.undelivered)
    return Unpacked(len(payloads), tuple(voices), events, orders, people, lost, tuple(spoiled))


def write_arrival(
    connection: Connection, configured: Configured, unpacked: Unpacked, *, received_at: datetime
) -> Arrival:
    """Accept what was unpacked and keep the dead letters, in the caller's write transaction."""
    taken = accept(connection, configured.source, unpacked.voices, received_at=received_at)
    update_people(connection, unpacked.people, received_at)
    events = accept_events(connection, configured.source, unpacked.events, received_at)
    events += accept_orders(connection, configured.source, unpacked.orders, received_at)
    for mail in unpacked.undelivered:
        note_returned(connection, mail.delivery_id, mail.status, now=received_at)
    keep_letters(connection, configured.id, unpacked.spoiled, received_at)
    return Arrival(unpacked.payloads, taken.accepted, taken.duplicates, events, unpacked.spoiled)


def accept_events(
    connection: Connection, source: Source, events: Sequence[BehaviourEvent], received_at: datetime
) -> int:
    """Write new events, known and erased ones are left as they are; return how many were new."""
    erased = erased_ids(connection, RecordKind.EVENT, source.name, [each.external_id for each in events])
    events = [each for each in events if each.external_id not in erased]
    if not events:
        return 0
    named = [Person(event.customer_id) for event in events if event.customer_id]
    customers = ensure_customers(connection, named, received_at)
    statement = insert_into(connection, tables.behaviour_event).on_conflict_do_nothing()
    rows = [_event_row(event, source, customers) for event in events]
    return len(connection.execute(statement.returning(tables.behaviour_event.c.id), rows).all())


def accept_orders(
    connection: Connection, source: Source, orders: Sequence[Order], received_at: datetime
) -> int:
    """Write new orders, known and erased ones are left as they are; return how many were new."""
    erased = erased_ids(connection, RecordKind.ORDER, source.name, [each.external_id for each in orders])
    orders = [each for each in orders if each.external_id not in erased]
    if not orders:
        return 0
    customers = ensure_customers(connection, [Person(each.customer_id) for each in orders], received_at)
    statement = insert_into(connection, tables.purchase).on_conflict_do_nothing()
    rows = [
        {
            "source": source.name,
            "external_id": order.external_id,
            "customer_id": customers[order.customer_id],
            "product": order.product,
            "amount": order.amount,
            "at": order.at,
            "kind": order.kind,
        }
        for order in orders
    ]
    return len(connection.execute(statement.returning(tables.purchase.c.id), rows).all())


def update_people(connection: Connection, people: Sequence[Identified], now: datetime) -> None:
    """Create the customers or bring what is known of them up to date; who asked to be forgotten stays forgotten."""
    erased = erased_ids(connection, RecordKind.CUSTOMER, "", [each.external_id for each in people])
    people = [each for each in people if each.external_id not in erased]
    if not people:
        return
    named = [Person(each.external_id, each.name, each.segment, each.region) for each in people]
    ids = ensure_customers(connection, named, now)
    columns = tables.customer.c
    for person in people:
        where = columns.id == ids[person.external_id]
        known = connection.execute(select(columns.attributes).where(where)).scalar_one()
        fields = {"name": person.name, "segment": person.segment, "region": person.region}
        said = {name: value for name, value in fields.items() if value is not None}
        merged = dict(known) | dict(person.attributes)
        connection.execute(update(tables.customer).where(where).values(said | {"attributes": merged}))


def _read(
    connector: Connector, config: Config, payload: bytes, ground: Ground
) -> tuple[Reading, Spoiled | None]:
    try:
        return connector.read(config, payload, ground), None
    except InvalidInputError as error:
        return Reading(), Spoiled(payload, error.message, error.field or "", error.expected or "")


def _spoiled(payload: bytes, rejection: Rejection) -> Spoiled:
    return Spoiled(payload, rejection.reason, rejection.field, rejection.expected)


def _event_row(event: BehaviourEvent, source: Source, customers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "source": source.name,
        "external_id": event.external_id,
        "customer_id": customers.get(event.customer_id) if event.customer_id else None,
        "name": event.name,
        "properties": dict(event.properties),
        "at": event.at,
    }
