"""A round of resolution: gather, weigh, cluster, and write who is who; what people decided stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from huiyin.customers.changes import ChangeKind, move, new_person
from huiyin.customers.evidence import CERTAIN_BITS, Candidate, How, LinkState
from huiyin.customers.gathering import Reached, gather, reached
from huiyin.customers.habits import learn_habits
from huiyin.customers.known import read_known
from huiyin.customers.records import Crowd, assemble
from huiyin.customers.weighing import learn
from huiyin.kit.clock import Clock
from huiyin.linkage import Link, cluster
from huiyin.store.ledger import Ledger, next_revision, tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.store.scratch import scratch_engine

SYSTEM = "huiyin"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a round found: accounts by kind, persons, links by origin, and the length of the queue."""

    accounts: int
    persons: int
    customers: int
    authors: int
    contacts: int
    crowds: int
    linked_authors: int
    deterministic: int
    probabilistic: int
    review: int
    moved: int


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs that people decided."""

    together: frozenset[tuple[int, int]]
    apart: frozenset[tuple[int, int]]


def resolve(ledger: Ledger, *, clock: Clock) -> Figures:
    """Bring persons up to date with the ledger; one transaction writes what the round found.

    The heavy part, comparing, runs between two transactions; accounts that arrive meanwhile wait for the next round.
    """
    started = clock()
    with ledger.write() as connection:
        came, _ = gather(connection, reached(connection), now=started)
    with ledger.read() as connection:
        accounts = read_known(connection)
        decided = _decided(connection)
    crowd = assemble(accounts, learn_habits(accounts.values()))
    with scratch_engine() as engine:
        _, candidates = learn(engine, crowd)
    persons = _persons(crowd, candidates, decided)
    with ledger.write() as connection:
        return _write(connection, crowd, candidates, persons, came, (started, clock()))


def is_due(connection: Connection) -> bool:
    """Tell whether the ledger holds customers or voices that no round has seen."""
    known = reached(connection)
    newer = select(tables.feedback.c.id).where(tables.feedback.c.revision > known.revision).limit(1)
    newcomers = select(tables.customer.c.id).where(tables.customer.c.id > known.customer_id).limit(1)
    return connection.execute(newer).first() is not None or connection.execute(newcomers).first() is not None


def latest_figures(connection: Connection) -> tuple[Figures, datetime] | None:
    """Return what the last round found and when it ended, None before the first."""
    columns = identity.identity_round.c
    query = select(columns.figures, columns.ended_at).order_by(columns.id.desc()).limit(1)
    row = connection.execute(query).first()
    return (Figures(**row.figures), row.ended_at) if row else None


def _decided(connection: Connection) -> Decided:
    columns = identity.identity_link.c
    rows = connection.execute(
        select(columns.one_id, columns.other_id, columns.state).where(columns.decided_by.is_not(None))
    ).all()
    return Decided(
        frozenset((row.one_id, row.other_id) for row in rows if row.state == LinkState.LINKED),
        frozenset((row.one_id, row.other_id) for row in rows if row.state == LinkState.REJECTED),
    )


def _persons(crowd: Crowd, candidates: Sequence[Candidate], decided: Decided) -> dict[int, int]:
    """Return the person of each account: clusters keep the person most of their accounts had."""
    links = [Link(one, other, 2 * CERTAIN_BITS) for one, other in decided.together]
    links += [
        Link(each.one, each.other, each.score.weight + CERTAIN_BITS * (each.how is How.DETERMINISTIC))
        for each in candidates
        if each.state is LinkState.LINKED
    ]
    apart = [(each.one, each.other) for each in candidates if each.apart]
    # People may decide against the evidence, so their word takes the evidence's place.
    apart = [pair for pair in apart if pair not in decided.together] + list(decided.apart)
    found = cluster(crowd.accounts, links, apart=apart)
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


def _write(
    connection: Connection,
    crowd: Crowd,
    candidates: Sequence[Candidate],
    persons: Mapping[int, int],
    came: Reached,
    span: tuple[datetime, datetime],
) -> Figures:
    now = span[1]
    touched_from = next_revision(connection)
    _write_links(connection, [each for each in candidates if each.state is not None], now)
    _mark_crowds(connection, crowd.nameless)
    fresh = {number: new_person(connection, now) for number in set(persons.values()) if number < 0}
    moves = {
        account: fresh.get(person, person)
        for account, person in persons.items()
        if crowd.accounts[account].person_id != person
    }
    moved = move(connection, moves, kind=ChangeKind.ROUND, by=SYSTEM, reason="", now=now)
    figures = _figures(crowd, candidates, persons, moved)
    row = {
        "started_at": span[0],
        "ended_at": now,
        "revision": _seen(connection, came, touched_from),
        "customer_id": came.customer_id,
        "figures": asdict(figures),
    }
    connection.execute(insert(identity.identity_round), row)
    return figures


def _seen(connection: Connection, came: Reached, touched_from: int) -> int:
    """What the round itself made the facts read again is no news to the next one."""
    return next_revision(connection) - 1 if came.revision == touched_from - 1 else came.revision


def _write_links(connection: Connection, candidates: Iterable[Candidate], now: datetime) -> None:
    """Renew what no person decided; a decided link keeps its state and gets today's evidence."""
    table = identity.identity_link
    connection.execute(delete(table).where(table.c.decided_by.is_(None)))
    decided = {
        (row.one_id, row.other_id): row.id
        for row in connection.execute(select(table.c.id, table.c.one_id, table.c.other_id))
    }
    fresh, known = [], []
    for each in candidates:
        row = _link_row(each)
        link_id = decided.get((each.one, each.other))
        if link_id is None:
            fresh.append(row | {"state": each.state, "how": each.how, "made_at": now})
        else:
            known.append(
                {"link_id": link_id, **{k: row[k] for k in ("weight", "probability", "explanation")}}
            )
    if fresh:
        connection.execute(insert(table), fresh)
    if known:
        connection.execute(update(table).where(table.c.id == bindparam("link_id")), known)


def _link_row(candidate: Candidate) -> dict[str, Any]:
    return {
        "one_id": candidate.one,
        "other_id": candidate.other,
        "weight": candidate.score.weight,
        "probability": candidate.score.probability,
        "explanation": [
            {"field": step.field, "finding": step.finding, "weight": round(step.weight, 3)}
            for step in candidate.score.steps
        ],
    }


def _mark_crowds(connection: Connection, nameless: frozenset[int]) -> None:
    table = identity.account
    before = set(connection.execute(select(table.c.id).where(table.c.crowd)).scalars())
    for ids, value in ((nameless - before, True), (before - nameless, False)):
        if ids:
            connection.execute(
                update(table).where(table.c.id == bindparam("account_id")).values(crowd=value),
                [{"account_id": each} for each in ids],
            )


def _figures(
    crowd: Crowd, candidates: Sequence[Candidate], persons: Mapping[int, int], moved: int
) -> Figures:
    kinds = Counter(known.kind for known in crowd.accounts.values())
    customers = {persons[known.id] for known in crowd.accounts.values() if known.kind == "customer"}
    states = Counter((each.how, each.state) for each in candidates)
    return Figures(
        accounts=len(crowd.accounts),
        persons=len(set(persons.values())),
        customers=kinds["customer"],
        authors=kinds["author"],
        contacts=kinds["contact"],
        crowds=len(crowd.nameless),
        linked_authors=sum(
            persons[known.id] in customers for known in crowd.accounts.values() if known.kind == "author"
        ),
        deterministic=states[How.DETERMINISTIC, LinkState.LINKED],
        probabilistic=states[How.PROBABILISTIC, LinkState.LINKED],
        review=states[How.PROBABILISTIC, LinkState.REVIEW],
        moved=moved,
    )
