"""Accounts and handles follow the ledger."""

from __future__ import annotations

from sqlalchemy import select, update
from tests.customers.conftest import Enrol, PersonOf, Say

from huiyin import customers
from huiyin.kit.clock import Clock
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger import tables_identity as identity


def _handles(ledger: Ledger) -> dict[tuple[str, str], tuple[int, bool]]:
    with ledger.read() as connection:
        return {
            (row.kind, row.normalised): (row.seen, row.noted)
            for row in connection.execute(select(identity.handle))
        }


def test_customer_brings_its_handles_in_normal_form(ledger: Ledger, clock: Clock, enrol: Enrol) -> None:
    enrol("CY1", "王伟", phone="138 0000 1234", plate="沪a·d12345", email="")
    customers.resolve(ledger, clock=clock)
    assert set(_handles(ledger)) == {
        ("customer_id", "CY1"),
        ("name", "王伟"),
        ("phone", "+8613800001234"),
        ("plate", "沪AD12345"),
    }


def test_what_a_clerk_noted_is_marked_and_counted(ledger: Ledger, clock: Clock, say: Say) -> None:
    for _ in range(3):
        say("售后热线", channel="service", metadata={"handles": {"phone": "13800001234", "name": "王伟"}})
    customers.resolve(ledger, clock=clock)
    assert _handles(ledger) == {("phone", "+8613800001234"): (3, True), ("name", "王伟"): (3, True)}


def test_second_round_adds_only_what_is_new(ledger: Ledger, clock: Clock, say: Say) -> None:
    say("车友论坛", author="追风少年8279")
    first = customers.resolve(ledger, clock=clock)
    say("车友论坛", author="追风少年8279")
    say("车友论坛", author="山城橙子11")
    second = customers.resolve(ledger, clock=clock)
    assert (first.accounts, second.accounts) == (1, 2)
    assert _handles(ledger)["nickname", "追风少年8279"] == (2, False)


def test_round_without_news_moves_nobody(ledger: Ledger, clock: Clock, enrol: Enrol) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    enrol("SC1", "王玮", phone="13800001234")
    assert customers.resolve(ledger, clock=clock).moved == 1
    assert customers.resolve(ledger, clock=clock).moved == 0


def test_round_is_due_when_something_came(ledger: Ledger, clock: Clock, say: Say) -> None:
    def due() -> bool:
        with ledger.read() as connection:
            return customers.is_due(connection)

    assert not due()
    say("车友论坛", author="追风少年8279")
    assert due()
    customers.resolve(ledger, clock=clock)
    assert not due()


def test_open_id_tells_namesakes_apart(
    ledger: Ledger, clock: Clock, say: Say, enrol: Enrol, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟", openid="oAAA")
    enrol("CY2", "李娜", openid="oBBB")
    say("社交短帖", author="momo", metadata={"handles": {"openid": "oAAA"}})
    say("社交短帖", author="momo", metadata={"handles": {"openid": "oBBB"}})
    found = customers.resolve(ledger, clock=clock)
    assert found.linked_authors == 2
    assert person_of("王伟") != person_of("李娜")


def test_telephone_given_up_links_its_next_holder_no_more(
    ledger: Ledger, clock: Clock, enrol: Enrol, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    customers.resolve(ledger, clock=clock)
    _change(ledger, {"phone": "13900005678"})
    enrol("CY2", "王玮", phone="13800001234")
    enrol("CY3", "王蔚", phone="13900005678")
    customers.resolve(ledger, clock=clock)
    assert person_of("王伟") == person_of("王蔚") != person_of("王玮")


def test_telephone_given_up_stays_where_a_clerk_noted_it_too(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say
) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    handles = {"handles": {"phone": "13800001234"}}
    say("售后热线", channel="service", customer={"external_id": "CY1"}, metadata=handles)
    customers.resolve(ledger, clock=clock)
    _change(ledger, {"phone": "13900005678"})
    customers.resolve(ledger, clock=clock)
    columns = identity.handle.c
    with ledger.read() as connection:
        query = select(columns.normalised, columns.noted).where(columns.kind == "phone")
        found = {row.normalised: row.noted for row in connection.execute(query)}
    assert found == {"+8613800001234": True, "+8613900005678": False}


def _change(ledger: Ledger, attributes: dict[str, str]) -> None:
    with ledger.write() as connection:
        connection.execute(
            update(tables.customer).where(tables.customer.c.id == 1).values(attributes=attributes)
        )
