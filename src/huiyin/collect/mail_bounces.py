"""Addresses that gave mails back: whether the address is wrong (RFC 3463 status codes), and until when that holds.

An address is kept as a digest only, so that a list of dead addresses tells nothing about anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from huiyin.kit.digests import digest_of
from huiyin.store.ledger import insert_into, rows_among
from huiyin.store.ledger.tables_act import notification
from huiyin.store.ledger.tables_mail import mail_bounce as table

HOLDS = timedelta(days=180)
# So many mails in a row that a server refuses for another reason, such as a full mailbox.
MANY = 3
UNKNOWN_STATUS = "5.0.0"
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")


def status_in(text: str) -> str:
    """Return the status code of a server's words, 5.0.0 where they hold none.

    >>> status_in("550 5.1.1 no such user"), status_in("550 unknown")
    ('5.1.1', '5.0.0')
    """
    found = _STATUS.search(text)
    return found.group(1) if found else UNKNOWN_STATUS


def is_lasting(status: str) -> bool:
    """Tell whether a status says that the address is wrong, closed, or at no known host.

    >>> [is_lasting(status) for status in ("5.1.1", "5.2.1", "5.2.2", "4.4.1")]
    [True, True, False, False]
    """
    return status.startswith("5.1.") or status in (UNKNOWN_STATUS, "5.2.1", "5.4.4")


def note_bounce(connection: Connection, address: str, status: str, *, now: datetime) -> None:
    """Keep that an address gave a mail back for good, in the caller's write transaction."""
    values = {
        "address_hash": address_digest(address), "status": status[:12], "lasting": is_lasting(status),
        "bounces": 1, "first_at": now, "last_at": now,
    }  # fmt: skip
    fresh = insert_into(connection, table).values(values)
    again = {
        "status": fresh.excluded.status,
        "lasting": table.c.lasting | fresh.excluded.lasting,
        "bounces": table.c.bounces + 1,
        "last_at": fresh.excluded.last_at,
    }
    connection.execute(fresh.on_conflict_do_update(index_elements=["address_hash"], set_=again))


def note_returned(connection: Connection, delivery_id: str, status: str, *, now: datetime) -> bool:
    """Keep that a mail of ours came back; tell whether it was ours.

    Anybody can write a mail that looks like a report, but only whoever got our mail knows its delivery id.
    """
    query = select(notification.c.address).where(
        notification.c.delivery_id == delivery_id, notification.c.kind == "email"
    )
    address = connection.execute(query).scalar()
    if address is None:
        return False
    note_bounce(connection, address, status, now=now)
    return True


def bounced(connection: Connection, addresses: Iterable[str], *, now: datetime) -> dict[str, str]:
    """Return of the addresses that no mail should go to the status with which they gave the last one back."""
    wanted = {address_digest(address): address for address in addresses}
    query = select(table.c.address_hash, table.c.status).where(
        table.c.lasting | (table.c.bounces >= MANY), table.c.last_at > now - HOLDS
    )
    found = rows_among(connection, query, table.c.address_hash, wanted)
    return {wanted[row.address_hash]: row.status for row in found}


def address_digest(address: str) -> str:
    """Return what an address is kept under, however it is written."""
    return digest_of(address.strip().lower())
