"""Changes of who is who: merge, separate, decide, undo. Each is one entry of a log that can be read backwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import product
from typing import Any

from sqlalchemy import CompoundSelect, Connection, bindparam, delete, insert, select, update

from huiyin.customers.errors import (
    ChangeNotFoundError,
    ChangeOverlaidError,
    LinkNotFoundError,
    PersonNotFoundError,
)
from huiyin.customers.identity.evidence import How, LinkState
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.parts import parts
from huiyin.store.ledger import PER_STATEMENT, rows_among, tables, touch
from huiyin.store.ledger import tables_identity as identity


class ChangeKind(StrEnum):
    """What happened."""

    ROUND = "round"
    MERGE = "merge"
    SEPARATE = "separate"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the log: accounts moved as (account, from person, to person), links as they were before."""

    id: int
    kind: ChangeKind
    at: datetime
    by: str
    reason: str
    moves: tuple[tuple[int, int, int], ...]
    undone_at: datetime | None


Row = dict[str, Any]


def merge(connection: Connection, one: int, other: int, *, by: str, reason: str, now: datetime) -> int:
    """Make two persons one: the other's accounts go to `one`; return the change.

    Raises PersonNotFoundError for a person without accounts, InvalidInputError for the same person twice.
    """
    if one == other:
        raise InvalidInputError(
            "a person cannot be merged with itself", field="other", expected="another person"
        )
    mine, theirs = accounts_of(connection, one), accounts_of(connection, other)
    links = _decide(connection, [(mine[0], theirs[0])], LinkState.LINKED, by, now)
    moves = dict.fromkeys(theirs, one)
    return _log(connection, ChangeKind.MERGE, moves, links, by=by, reason=reason, now=now)


def separate(connection: Connection, account: int, *, by: str, reason: str, now: datetime) -> tuple[int, int]:
    """Make an account a person of its own, never to be joined with these again; return change and person.

    Raises PersonNotFoundError for an unknown account, InvalidInputError for one that is alone already.
    """
    person = _person_of(connection, account)
    others = [each for each in accounts_of(connection, person) if each != account]
    if not others:
        raise InvalidInputError("the account is alone", field="account", expected="one of several accounts")
    links = _decide(connection, product([account], others), LinkState.REJECTED, by, now)
    alone = new_person(connection, now)
    change = _log(connection, ChangeKind.SEPARATE, {account: alone}, links, by=by, reason=reason, now=now)
    return change, alone


def decide(connection: Connection, link_id: int, *, same: bool, by: str, now: datetime) -> tuple[int, int]:
    """Settle a link of the review queue: join both persons, or keep the two accounts apart for ever.

    Returns the change and the first account's person.

    Raises LinkNotFoundError.
    """
    columns = identity.identity_link.c
    row = connection.execute(select(columns.one_id, columns.other_id).where(columns.id == link_id)).first()
    if row is None:
        raise LinkNotFoundError(f"no link {link_id}")
    links = _decide(
        connection, [(row.one_id, row.other_id)], LinkState.LINKED if same else LinkState.REJECTED, by, now
    )
    one, other = _person_of(connection, row.one_id), _person_of(connection, row.other_id)
    joined = accounts_of(connection, other) if same and one != other else []
    moves = dict.fromkeys(joined, one)
    return _log(connection, ChangeKind.DECIDE, moves, links, by=by, reason="", now=now), one


def undo(connection: Connection, change_id: int, *, now: datetime) -> None:
    """Put every account and link back to where it was before a change that a person made.

    Raises ChangeNotFoundError, InvalidInputError for a change that was undone or made by a round, and
    ChangeOverlaidError when a later change moved the same accounts.
    """
    table = identity.identity_change
    row = connection.execute(select(table).where(table.c.id == change_id)).mappings().first()
    if row is None:
        raise ChangeNotFoundError(f"no change {change_id}")
    if row["kind"] == ChangeKind.ROUND or row["undone_at"] is not None:
        raise InvalidInputError("this change cannot be undone", field="id", expected="a decision that stands")
    _check_in_place(connection, row["moves"])
    back = {account: before for account, before, _ in row["moves"]}
    _place(connection, back)
    _read_again(connection, back, {after for _, _, after in row["moves"]} | set(back.values()))
    _restore_links(connection, row["links"])
    if row["kind"] == ChangeKind.SEPARATE:
        _forget_persons(connection, {after for _, _, after in row["moves"]})
    connection.execute(update(table).where(table.c.id == change_id).values(undone_at=now))


def move(
    connection: Connection,
    moves: Mapping[int, int],
    *,
    kind: ChangeKind,
    by: str,
    reason: str,
    now: datetime,
) -> int:
    """Point accounts to other persons and log it; return how many moved."""
    if moves:
        _log(connection, kind, moves, [], by=by, reason=reason, now=now)
    return len(moves)


def new_person(connection: Connection, now: datetime) -> int:
    """Create a person without accounts."""
    statement = insert(identity.person).values(created_at=now).returning(identity.person.c.id)
    return int(connection.execute(statement).scalar_one())


def accounts_of(connection: Connection, person: int) -> list[int]:
    """Return the accounts of a person; raises PersonNotFoundError."""
    columns = identity.account.c
    found = connection.execute(select(columns.id).where(columns.person_id == person).order_by(columns.id))
    accounts = list(found.scalars())
    if not accounts:
        raise PersonNotFoundError(f"no person {person}")
    return accounts


def list_changes(connection: Connection, *, person: int | None = None, limit: int = 50) -> list[Change]:
    """Return the decisions of people, newest first; with `person`, those that moved its accounts."""
    table = identity.identity_change
    query = select(table).where(table.c.kind != ChangeKind.ROUND).order_by(table.c.id.desc())
    found = [_change(dict(row)) for row in connection.execute(query).mappings()]
    if person is not None:
        found = [each for each in found if any(person in (before, after) for _, before, after in each.moves)]
    return found[:limit]


def _change(row: Mapping[str, Any]) -> Change:
    return Change(
        id=row["id"],
        kind=ChangeKind(row["kind"]),
        at=row["at"],
        by=row["by"],
        reason=row["reason"],
        moves=tuple(tuple(each) for each in row["moves"]),
        undone_at=row["undone_at"],
    )


def _log(
    connection: Connection,
    kind: ChangeKind,
    moves: Mapping[int, int],
    links: Sequence[Row],
    *,
    by: str,
    reason: str,
    now: datetime,
) -> int:
    before = _persons_of(connection, moves)
    _place(connection, moves)
    _read_again(connection, moves, set(before.values()) | set(moves.values()))
    row = {
        "kind": kind,
        "at": now,
        "by": by,
        "reason": reason[:400],
        "moves": [[account, before[account], person] for account, person in moves.items()],
        "links": list(links),
    }
    statement = insert(identity.identity_change).values(**row).returning(identity.identity_change.c.id)
    return int(connection.execute(statement).scalar_one())


def _read_again(connection: Connection, moved: Iterable[int], persons: Iterable[int]) -> None:
    """Have the facts read the voices again whose person now counts differently."""
    concerned = set(moved)
    columns = identity.account.c
    concerned |= {
        row.id for row in rows_among(connection, select(columns.id), columns.person_id, sorted(persons))
    }
    voices: set[int] = set()
    for part in parts(sorted(concerned), PER_STATEMENT):
        voices |= set(connection.execute(_voices_of(part)).scalars())
    touch(connection, sorted(voices))


def _voices_of(accounts: Sequence[int]) -> CompoundSelect[int]:
    """What the accounts said: authors' voices by their note, customers' by their record."""
    said, account, voice = identity.account_voice.c, identity.account.c, tables.feedback.c
    noted = select(said.feedback_id).where(said.account_id.in_(accounts))
    recorded = (
        select(voice.id)
        .join(identity.account, account.customer_id == voice.customer_id)
        .where(account.id.in_(accounts), account.kind == "customer")
    )
    return noted.union(recorded)


def _persons_of(connection: Connection, accounts: Iterable[int]) -> dict[int, int]:
    columns = identity.account.c
    query = select(columns.id, columns.person_id)
    return {row.id: row.person_id for row in rows_among(connection, query, columns.id, sorted(accounts))}


def _person_of(connection: Connection, account: int) -> int:
    found = _persons_of(connection, [account]).get(account)
    if found is None:
        raise PersonNotFoundError(f"no account {account}")
    return found


def _place(connection: Connection, moves: Mapping[int, int]) -> None:
    if not moves:
        return
    statement = (
        update(identity.account)
        .where(identity.account.c.id == bindparam("account"))
        .values(person_id=bindparam("person"))
    )
    connection.execute(
        statement, [{"account": account, "person": person} for account, person in moves.items()]
    )


def _decide(
    connection: Connection, pairs: Iterable[tuple[int, int]], state: LinkState, by: str, now: datetime
) -> list[Row]:
    """Write the decision on each pair; return what the links were before, None for new ones."""
    table = identity.identity_link
    changed: list[Row] = []
    for pair in pairs:
        one, other = sorted(pair)
        row = (
            connection.execute(select(table).where(table.c.one_id == one, table.c.other_id == other))
            .mappings()
            .first()
        )
        decided = {"state": state, "how": How.MANUAL, "decided_by": by, "decided_at": now}
        if row is None:
            fresh = {"one_id": one, "other_id": other, "weight": 0.0, "probability": 0.5, "explanation": []}
            connection.execute(insert(table), fresh | decided | {"made_at": now})
        else:
            connection.execute(update(table).where(table.c.id == row["id"]).values(**decided))
        changed.append({"pair": [one, other], "before": None if row is None else _stored(dict(row))})
    return changed


def _stored(row: Mapping[str, Any]) -> Row:
    decided_at = row["decided_at"]
    return {
        "state": row["state"],
        "how": row["how"],
        "decided_by": row["decided_by"],
        "decided_at": decided_at.isoformat() if decided_at else None,
    }


def _restore_links(connection: Connection, links: Sequence[Row]) -> None:
    table = identity.identity_link
    for link in links:
        one, other = link["pair"]
        here = (table.c.one_id == one) & (table.c.other_id == other)
        before = link["before"]
        if before is None:
            connection.execute(delete(table).where(here))
            continue
        moment = before["decided_at"]
        values = before | {"decided_at": datetime.fromisoformat(moment) if moment else None}
        connection.execute(update(table).where(here).values(**values))


def _check_in_place(connection: Connection, moves: Sequence[Sequence[int]]) -> None:
    now_at = _persons_of(connection, [account for account, _, _ in moves])
    if any(now_at.get(account) != after for account, _, after in moves):
        raise ChangeOverlaidError("a later change moved these accounts; undo that one first")


def _forget_persons(connection: Connection, persons: Iterable[int]) -> None:
    """A person that a separation made goes with it, unless somebody else came to it meanwhile."""
    columns = identity.account.c
    for person in persons:
        if connection.execute(select(columns.id).where(columns.person_id == person).limit(1)).first() is None:
            connection.execute(delete(identity.person).where(identity.person.c.id == person))
