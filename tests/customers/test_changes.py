"""What people decide stands, and whatever was merged can be taken apart without loss."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from tests.conftest import NOON
from tests.customers.conftest import Enrol, PersonOf, ledger_in, snapshot

from huiyin import customers
from huiyin.customers.errors import (
    ChangeNotFoundError,
    ChangeOverlaidError,
    LinkNotFoundError,
    PersonNotFoundError,
)
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger import tables_identity as identity

WHO = {"by": "boss", "now": NOON}
STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Eight customer records, in pairs under one telephone; two pairs are one person each."""
    ledger = ledger_in(tmp_path_factory.mktemp("ledger"))
    rows = [
        {"external_id": f"C{n}", "name": name, "attributes": {"phone": f"1380000{1000 + n // 2}"}, "created_at": NOON}
        for n, name in enumerate(("王伟", "王玮", "李娜", "张强", "赵敏", "赵敏", "孙燕", "周杰"))
    ]  # fmt: skip
    with ledger.write() as connection:
        connection.execute(insert(tables.customer), rows)
    customers.resolve(ledger, clock=lambda: NOON)
    yield ledger
    ledger.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_merging_and_separating_undone_backwards_restores_every_row(
    peopled: Ledger, steps: list[tuple[bool, int, int]]
) -> None:
    with peopled.write() as connection, connection.begin_nested() as example:
        accounts = list(connection.execute(select(identity.account.c.id)).scalars())
        before = snapshot(connection)
        made = []
        for joins, one, other in steps:
            persons = dict(
                connection.execute(select(identity.account.c.id, identity.account.c.person_id)).all()
            )  # type: ignore[arg-type]
            first, second = accounts[one], accounts[other]
            if joins and persons[first] != persons[second]:
                made.append(customers.merge(connection, persons[first], persons[second], reason="", **WHO))  # type: ignore[arg-type]
            elif not joins and list(persons.values()).count(persons[first]) > 1:
                made.append(customers.separate(connection, first, reason="", **WHO)[0])  # type: ignore[arg-type]
        for change in reversed(made):
            customers.undo(connection, change, now=NOON)
        assert snapshot(connection) == before
        # Each example begins with the same people, whatever became of the one before.
        example.rollback()


def test_merge_outlives_the_next_round(
    ledger: Ledger, clock: Clock, enrol: Enrol, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟")
    enrol("CY2", "李娜")
    customers.resolve(ledger, clock=clock)
    with ledger.write() as connection:
        customers.merge(
            connection,
            person_of_in(connection, "王伟"),
            person_of_in(connection, "李娜"),
            reason="改名",
            **WHO,
        )  # type: ignore[arg-type]
    customers.resolve(ledger, clock=clock)
    assert person_of("王伟") == person_of("李娜")


def test_separation_outlives_the_next_round(
    ledger: Ledger, clock: Clock, enrol: Enrol, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    enrol("SC1", "王玮", phone="13800001234")
    customers.resolve(ledger, clock=clock)
    assert person_of("王伟") == person_of("王玮")
    with ledger.write() as connection:
        account = connection.execute(
            select(identity.account.c.id).where(identity.account.c.label == "王玮")
        ).scalar_one()
        customers.separate(connection, account, reason="", **WHO)  # type: ignore[arg-type]
    customers.resolve(ledger, clock=clock)
    assert person_of("王伟") != person_of("王玮")


def test_overlaid_change_must_wait(ledger: Ledger, clock: Clock, enrol: Enrol) -> None:
    for place, name in enumerate(("王伟", "李娜", "张强")):
        enrol(f"CY{place}", name)
    customers.resolve(ledger, clock=clock)
    with ledger.write() as connection:
        one, two, three = (person_of_in(connection, name) for name in ("王伟", "李娜", "张强"))
        first = customers.merge(connection, two, one, reason="", **WHO)  # type: ignore[arg-type]
        customers.merge(connection, three, two, reason="", **WHO)  # type: ignore[arg-type]
        with pytest.raises(ChangeOverlaidError):
            customers.undo(connection, first, now=NOON)


def test_what_does_not_exist_is_said(ledger: Ledger) -> None:
    with ledger.write() as connection:
        with pytest.raises(ChangeNotFoundError):
            customers.undo(connection, 99, now=NOON)
        with pytest.raises(LinkNotFoundError):
            customers.decide(connection, 99, same=True, **WHO)  # type: ignore[arg-type]
        with pytest.raises(PersonNotFoundError):
            customers.merge(connection, 98, 99, reason="", **WHO)  # type: ignore[arg-type]
        with pytest.raises(InvalidInputError):
            customers.merge(connection, 98, 98, reason="", **WHO)  # type: ignore[arg-type]


def person_of_in(connection, label: str) -> int:  # type: ignore[no-untyped-def]
    """Return the person of the account with this label, inside a transaction."""
    columns = identity.account.c
    return int(connection.execute(select(columns.person_id).where(columns.label == label)).scalar_one())
