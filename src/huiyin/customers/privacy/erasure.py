"""Erasing a person: their rows, the copies of them, and the way back in.

A voice keeps an empty row under its number, so that the facts learn that it is gone; its words, author, rating,
time of day and ids go. The digests of what was erased stay, so that an old file cannot bring it back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, tuple_, update

from huiyin.collect import RecordKind, digest
from huiyin.collect.mail_bounces import address_digest
from huiyin.customers.privacy.belongings import Belongings, belongings_of
from huiyin.customers.privacy.copies import blot_copies, traces_of
from huiyin.kit.digests import digest_of
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.parts import parts
from huiyin.store.ledger import PER_STATEMENT, declared, next_revision, tables
from huiyin.store.ledger import tables_privacy as privacy
from huiyin.store.ledger.tables_mail import mail_bounce
from huiyin.store.ledger.tables_surveys import survey_opt_out

REASON = "erased"


@dataclass(frozen=True, slots=True)
class Erasure:
    """That somebody was erased: how much, when, by whom, never who."""

    id: int
    at: datetime
    by: str
    reason: str
    counts: dict[str, int]
    compacted_at: datetime | None


def erase(connection: Connection, person: int, *, by: str, reason: str, now: datetime) -> Erasure:
    """Erase a person in the caller's write transaction.

    Facts follow at the next projection; `compact` then writes the files anew.

    Raises PersonNotFoundError, and InvalidInputError for a missing reason or a nickname of many people.
    """
    if not reason.strip():
        raise InvalidInputError("an erasure needs a reason", field="reason", expected="who asked, and when")
    mine = belongings_of(connection, person)
    traces = traces_of(mine)
    counts = Counter({name: len(rows) for name, rows in mine.rows.items()})
    number = _log(connection, by, reason, now)
    _bury(connection, mine, number)
    _empty_voices(connection, mine)
    _delete_rows(connection, mine)
    counts.update(_forget_digests(connection, mine))
    counts.update(blot_copies(connection, traces))
    connection.execute(
        update(privacy.erasure).where(privacy.erasure.c.id == number).values(counts=dict(counts))
    )
    return Erasure(number, now, by, traces.clean(reason), dict(counts), None)


def list_erasures(connection: Connection, *, limit: int = 100) -> list[Erasure]:
    """Return what was erased, the newest first."""
    table = privacy.erasure
    rows = connection.execute(select(table).order_by(table.c.id.desc()).limit(limit)).mappings()
    return [Erasure(**row) for row in rows]


def _log(connection: Connection, by: str, reason: str, now: datetime) -> int:
    row = {"at": now, "by": by, "reason": reason.strip(), "counts": {}}
    statement = insert(privacy.erasure).values(**row).returning(privacy.erasure.c.id)
    return int(connection.execute(statement).scalar_one())


def _bury(connection: Connection, mine: Belongings, erasure: int) -> None:
    digests = sorted(set(_digests(connection, mine)))
    for part in parts(digests, PER_STATEMENT):
        known = _buried(connection, part)
        fresh = [{"digest": each, "erasure_id": erasure} for each in part if each not in known]
        if fresh:
            connection.execute(insert(privacy.erased_record), fresh)


def _digests(connection: Connection, mine: Belongings) -> Iterator[str]:
    source = tables.source.c
    names = {row.id: row.name for row in connection.execute(select(source.id, source.name))}
    for row in mine.rows.get("feedback", ()):
        yield digest(RecordKind.VOICE, names[row["source_id"]], row["external_id"])
    for row in mine.rows.get("purchase", ()):
        yield digest(RecordKind.ORDER, row["source"], row["external_id"])
    for row in mine.rows.get("behaviour_event", ()):
        yield digest(RecordKind.EVENT, row["source"], row["external_id"])
    for row in mine.rows.get("customer", ()):
        yield digest(RecordKind.CUSTOMER, "", row["external_id"])


def _forget_digests(connection: Connection, mine: Belongings) -> dict[str, int]:
    """Delete what is kept under a digest of their id or address: a digest of few possible values tells whose it is."""
    ids = [digest_of(row["external_id"]) for row in mine.rows.get("customer", ())]
    mails = [
        address_digest(form)
        for row in mine.rows.get("handle", ())
        if row["kind"] == "email"
        for form in (row["value"], row["normalised"])
    ]
    gone = {
        table.name: connection.execute(delete(table).where(column.in_(digests))).rowcount
        for table, column, digests in (
            (survey_opt_out, survey_opt_out.c.person_hash, ids),
            (mail_bounce, mail_bounce.c.address_hash, mails),
        )
    }
    return {name: count for name, count in gone.items() if count}


def _buried(connection: Connection, digests: Sequence[str]) -> set[str]:
    column = privacy.erased_record.c.digest
    return set(connection.execute(select(column).where(column.in_(digests))).scalars())


def _delete_rows(connection: Connection, mine: Belongings) -> None:
    """Delete what hangs on others first; voices stay as empty rows."""
    for table in reversed(declared().sorted_tables):
        rows = mine.rows.get(table.name, ()) if table.name != "feedback" else ()
        keys = list(table.primary_key)
        values = [tuple(row[key.name] for key in keys) for row in rows]
        for part in parts(values, PER_STATEMENT):
            connection.execute(delete(table).where(tuple_(*keys).in_(part)))


def _empty_voices(connection: Connection, mine: Belongings) -> None:
    columns = tables.feedback.c
    revision = next_revision(connection)
    for place, row in enumerate(mine.rows.get("feedback", ())):
        day = row["occurred_at"].replace(hour=0, minute=0, second=0, microsecond=0)
        connection.execute(
            update(tables.feedback)
            .where(columns.id == row["id"])
            .values(
                revision=revision + place, external_id=f"erased:{row['id']}", occurred_at=day, received_at=day,
                text="", rating=None, rating_scale=None, answers=None, author=None, customer_id=None, product=None,
                parent_external_id=None, url=None, metadata=None, fingerprint="", excluded_reason=REASON,
            )
        )  # fmt: skip
