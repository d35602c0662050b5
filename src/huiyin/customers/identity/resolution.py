"""A round of resolution: gather, weigh, cluster, and write who is who; what people decided stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from huiyin.customers.identity.blocking import last_with_keys, store_keys, with_neighbours
from huiyin.customers.identity.changes import ChangeKind, move, new_person
from huiyin.customers.identity.evidence import CERTAIN_BITS, Candidate, How, LinkState
from huiyin.customers.identity.figures import Figures, note_round
from huiyin.customers.identity.gathering import Reached, gather, reached
from huiyin.customers.identity.habits import learn_habits
from huiyin.customers.identity.known import Known, read_known
from huiyin.customers.identity.records import Crowd, assemble
from huiyin.customers.identity.renewal import changed_records, renew
from huiyin.customers.identity.stored_links import Stored, links_reached
from huiyin.customers.identity.weighing import Learnt, learn, weigh
from huiyin.kit.clock import Clock
from huiyin.kit.parts import parts
from huiyin.linkage import Link, cluster
from huiyin.store.ledger import PER_STATEMENT, Ledger, next_revision, tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.store.scratch import scratch_engine

SYSTEM = "huiyin"


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs that people decided."""

    together: frozenset[tuple[int, int]]
    apart: frozenset[tuple[int, int]]


def resolve(ledger: Ledger, *, clock: Clock) -> Figures:
    """Compare everybody with everybody who shares a block, and write who is who."""
    return resolve_all(ledger, clock=clock)[0]


def resolve_all(ledger: Ledger, *, clock: Clock) -> tuple[Figures, Learnt]:
    """Compare everybody; return also what was learnt, by which `follow` weighs those who come later.

    The heavy part, comparing, runs between two transactions; accounts that arrive meanwhile wait for the next round.
    """
    started = clock()
    with ledger.read() as connection:
        changed = changed_records(connection, reached(connection).customer_id, now=started)
    with ledger.write() as connection:
        came, concerned = gather(connection, reached(connection), now=started)
        concerned |= renew(connection, changed)
    del changed
    with ledger.read() as connection:
        accounts = read_known(connection)
        decided = _decided(connection)
    _store_all_keys(ledger, accounts, concerned)
    crowd = assemble(accounts, learn_habits(accounts.values()))
    with scratch_engine() as engine:
        learnt, judged = learn(engine, crowd)
    persons = _persons(crowd, _links(judged.candidates()), judged.apart.iter_rows(), decided)
    with ledger.write() as connection:
        stale = select(identity.identity_link.c.id).where(identity.identity_link.c.decided_by.is_(None))
        found = Round(crowd, judged.candidates(), persons, came, (started, clock()))
        return _write(connection, found, connection.execute(stale).scalars()), learnt


def follow(ledger: Ledger, learnt: Learnt, *, clock: Clock) -> Figures:
    """Compare those who are new or were heard of again, with what an earlier round learnt.

    Pairs are weighed anew where one account is new, changed, or shares a block with one that is; clusters grow anew
    as far as links reach. So the persons are those that comparing everybody by the same learning would give.
    """
    started = clock()
    with ledger.write() as connection:
        came, concerned = gather(connection, reached(connection), now=started)
        store_keys(connection, list(read_known(connection, concerned).values()))
    with ledger.read() as connection:
        near = with_neighbours(connection, concerned)
        field = with_neighbours(connection, near)
        stored = links_reached(connection, field)
        # Whether a telephone is a dealer's shows only among all who hold it.
        around = with_neighbours(connection, field)
        reach = around | {account for link in stored for account in (link.one, link.other)}
        accounts = read_known(connection, reach)
        decided = _decided(connection)
    crowd = assemble(accounts, learnt.habits)
    with scratch_engine() as engine:
        judged = weigh(engine, crowd, learnt)
    fresh = [each for each in judged.candidates() if _is_between(each.one, each.other, near, field)]
    kept = [each for each in stored if not _is_stale(each, concerned, near, field)]
    stale = [each.id for each in stored if _is_stale(each, concerned, near, field)]
    group = replace(crowd, accounts={key: accounts[key] for key in _members(field, stored)})
    persons = _persons(group, [*_links(fresh), *_stored_links(kept)], judged.apart.iter_rows(), decided)
    with ledger.write() as connection:
        found = Round(group, fresh, persons, came, (started, clock()))
        return _write(connection, found, stale)


def _store_all_keys(ledger: Ledger, accounts: Mapping[int, Known], concerned: Set[int]) -> None:
    """Write the keys that are missing or may have changed, in parts: others want to write meanwhile."""
    with ledger.read() as connection:
        done = last_with_keys(connection)
    wanted = [known for key, known in accounts.items() if key > done or key in concerned]
    for part in parts(wanted, PER_STATEMENT):
        with ledger.write() as connection:
            store_keys(connection, part)


def _is_between(one: int, other: int, near: Set[int], field: Set[int]) -> bool:
    return (one in near and other in field) or (other in near and one in field)


def _is_stale(link: Stored, concerned: Set[int], near: Set[int], field: Set[int]) -> bool:
    changed = link.one in concerned or link.other in concerned
    return not link.decided and (changed or _is_between(link.one, link.other, near, field))


def _members(field: Set[int], stored: Iterable[Stored]) -> list[int]:
    """Those whose cluster may change, and all whom links join to them; in order, for clusters keep numbers by it."""
    joined = [link for link in stored if link.state == LinkState.LINKED]
    return sorted(field | {account for link in joined for account in (link.one, link.other)})


def is_due(connection: Connection) -> bool:
    """Tell whether the ledger holds customers or voices that no round has seen."""
    known = reached(connection)
    newer = select(tables.feedback.c.id).where(tables.feedback.c.revision > known.revision).limit(1)
    newcomers = select(tables.customer.c.id).where(tables.customer.c.id > known.customer_id).limit(1)
    return connection.execute(newer).first() is not None or connection.execute(newcomers).first() is not None


def _decided(connection: Connection) -> Decided:
    columns = identity.identity_link.c
    rows = connection.execute(
        select(columns.one_id, columns.other_id, columns.state).where(columns.decided_by.is_not(None))
    ).all()
    return Decided(
        frozenset((row.one_id, row.other_id) for row in rows if row.state == LinkState.LINKED),
        frozenset((row.one_id, row.other_id) for row in rows if row.state == LinkState.REJECTED),
    )


def _links(candidates: Iterable[Candidate]) -> list[Link[int]]:
    return [
        Link(each.one, each.other, each.score.weight + CERTAIN_BITS * (each.how is How.DETERMINISTIC))
        for each in candidates
        if each.state is LinkState.LINKED
    ]


def _stored_links(stored: Iterable[Stored]) -> list[Link[int]]:
    return [
        Link(each.one, each.other, each.weight + CERTAIN_BITS * (each.how == How.DETERMINISTIC))
        for each in stored
        if each.state == LinkState.LINKED and not each.decided
    ]


def _persons(
    crowd: Crowd, links: Sequence[Link[int]], against: Iterable[tuple[int, int]], decided: Decided
) -> dict[int, int]:
    """Return the person of each account: clusters keep the person most of their accounts had."""
    here = crowd.accounts.keys()
    together = [pair for pair in decided.together if here >= set(pair)]
    links = [*links, *(Link(one, other, 2 * CERTAIN_BITS) for one, other in together)]
    # People may decide against the evidence, so their word takes the evidence's place.
    apart = chain((pair for pair in against if pair not in decided.together), decided.apart)
    found = cluster(crowd.accounts, [each for each in links if here >= {each.one, each.other}], apart=apart)
    return _keep_numbers(crowd, found)


def _keep_numbers(crowd: Crowd, found: Mapping[int, int]) -> dict[int, int]:
    members: dict[int, list[int]] = defaultdict(list)
    for account, root in found.items():
        members[root].append(account)
    taken: set[int] = set()
    persons: dict[int, int] = {}
    for place, accounts in enumerate(sorted(members.values(), key=lambda each: (-len(each), each[0])), 1):
        before = Counter(crowd.accounts[account].person_id for account in accounts)
        free = [(-count, person) for person, count in before.items() if person not in taken]
        # A negative number asks for a new person: all that these accounts had went with others.
        number = min(free)[1] if free else -place
        taken.add(number)
        persons |= dict.fromkeys(accounts, number)
    return persons


@dataclass(frozen=True, slots=True)
class Round:
    """What a round found: candidates, persons, how far it had gathered, and when it ran."""

    crowd: Crowd
    candidates: Iterable[Candidate]
    persons: Mapping[int, int]
    came: Reached
    span: tuple[datetime, datetime]


def _write(connection: Connection, found: Round, stale: Iterable[int]) -> Figures:
    now = found.span[1]
    touched_from = next_revision(connection)
    _write_links(connection, found.candidates, stale, now)
    _mark_crowds(connection, found.crowd)
    fresh = {number: new_person(connection, now) for number in set(found.persons.values()) if number < 0}
    moves = {
        account: fresh.get(person, person)
        for account, person in found.persons.items()
        if found.crowd.accounts[account].person_id != person
    }
    moved = move(connection, moves, kind=ChangeKind.ROUND, by=SYSTEM, reason="", now=now)
    seen = replace(found.came, revision=_seen(connection, found.came, touched_from))
    return note_round(connection, seen, found.span, moved=moved)


def _seen(connection: Connection, came: Reached, touched_from: int) -> int:
    """What the round itself made the facts read again is no news to the next one."""
    return next_revision(connection) - 1 if came.revision == touched_from - 1 else came.revision


def _write_links(
    connection: Connection, candidates: Iterable[Candidate], stale: Iterable[int], now: datetime
) -> None:
    """Renew what no person decided; a decided link keeps its state and gets today's evidence."""
    table = identity.identity_link
    gone = [{"link_id": each} for each in stale]
    if gone:
        connection.execute(delete(table).where(table.c.id == bindparam("link_id")), gone)
    decided = {
        (row.one_id, row.other_id): row.id
        for row in connection.execute(
            select(table.c.id, table.c.one_id, table.c.other_id).where(table.c.decided_by.is_not(None))
        )
    }
    for part in parts(candidates, PER_STATEMENT):
        fresh = [_fresh_row(each, now) for each in part if (each.one, each.other) not in decided]
        known = [(decided.get((each.one, each.other)), _evidence(each)) for each in part]
        renewed = [{"link_id": link_id, **row} for link_id, row in known if link_id is not None]
        if fresh:
            connection.execute(insert(table), fresh)
        if renewed:
            connection.execute(update(table).where(table.c.id == bindparam("link_id")), renewed)


def _fresh_row(candidate: Candidate, now: datetime) -> dict[str, Any]:
    pair = {"one_id": candidate.one, "other_id": candidate.other, "made_at": now}
    return pair | {"state": candidate.state, "how": candidate.how} | _evidence(candidate)


def _evidence(candidate: Candidate) -> dict[str, Any]:
    return {
        "weight": candidate.score.weight,
        "probability": candidate.score.probability,
        "explanation": [
            {"field": step.field, "finding": step.finding, "weight": round(step.weight, 3)}
            for step in candidate.score.steps
        ],
    }


def _mark_crowds(connection: Connection, crowd: Crowd) -> None:
    table = identity.account
    marked = set(connection.execute(select(table.c.id).where(table.c.crowd)).scalars())
    before = marked & crowd.accounts.keys()
    nameless = crowd.nameless & crowd.accounts.keys()
    for ids, value in ((nameless - before, True), (before - nameless, False)):
        if ids:
            connection.execute(
                update(table).where(table.c.id == bindparam("account_id")).values(crowd=value),
                [{"account_id": each} for each in ids],
            )
