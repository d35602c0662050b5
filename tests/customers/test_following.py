"""Newcomers compared with few become the persons that comparing everybody would make of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from random import Random

import pytest
from sqlalchemy import insert, select
from tests.conftest import NOON
from tests.customers.conftest import Enrol, PersonOf, Say, ledger_in

from huiyin import customers
from huiyin.collect import accept, ensure_source, find_source, validate
from huiyin.customers.identity.blocking import keys_of, with_neighbours
from huiyin.customers.identity.known import read_known
from huiyin.customers.identity.records import record_of
from huiyin.customers.identity.weighing import MODEL
from huiyin.kit.clock import Clock
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger import tables_identity as identity

Arrival = tuple[str, int, int, int]
NAMES = ("王伟", "王玮", "李娜", "张强", "王先生", "赵敏")
PHONES = ("13800001234", "13800001235", "13900005678", "13700009999")
NICKNAMES = ("追风少年8279", "追风少年827", "半糖野菊41", "半糖野菊41的日常", "momo")
KINDS = ("customer", "author", "caller")


@pytest.mark.parametrize("seed", range(5))
def test_rounds_over_newcomers_give_what_one_round_over_everybody_gives(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    arrivals = list(enumerate(_arrivals(Random(seed))))  # noqa: S311 no secret
    at_once, bit_by_bit = (ledger_in(tmp_path_factory.mktemp("ledger")) for _ in range(2))
    _arrive(at_once, arrivals)
    _, learnt = customers.resolve_all(at_once, clock=lambda: NOON)
    for start in range(0, len(arrivals), 7):
        _arrive(bit_by_bit, arrivals[start : start + 7])
        customers.follow(bit_by_bit, learnt, clock=lambda: NOON)
    assert _links(at_once)
    assert _persons(bit_by_bit) == _persons(at_once)
    assert _links(bit_by_bit) == _links(at_once)
    at_once.close()
    bit_by_bit.close()


def test_newcomer_joins_whom_they_are_and_moves_nobody_else(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    enrol("CY2", "李娜", phone="13900005678")
    _, learnt = customers.resolve_all(ledger, clock=clock)
    before = person_of("王伟"), person_of("李娜")
    say("售后热线", channel="service", metadata={"handles": {"phone": "13800001234", "name": "王玮"}})
    assert customers.follow(ledger, learnt, clock=clock).moved == 1
    assert (person_of("王伟"), person_of("李娜")) == before
    assert person_of("王玮") == person_of("王伟")


def test_decisions_of_people_outlive_a_round_over_newcomers(
    ledger: Ledger, clock: Clock, enrol: Enrol, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    enrol("SC1", "王玮", phone="13800001234")
    enrol("CY2", "李娜")
    _, learnt = customers.resolve_all(ledger, clock=clock)
    with ledger.write() as connection:
        account = identity.account.c
        found = select(account.id).where(account.label == "王玮")
        customers.separate(connection, connection.execute(found).scalar_one(), by="boss", reason="", now=NOON)
        customers.merge(connection, person_of("王伟"), person_of("李娜"), by="boss", reason="", now=NOON)
    enrol("SC2", "王伟 ", phone="13800001234")
    customers.follow(ledger, learnt, clock=clock)
    assert person_of("王伟") == person_of("李娜") == person_of("王伟 ")
    assert person_of("王玮") != person_of("王伟")


def test_accounts_that_share_a_block_share_a_key(ledger: Ledger, clock: Clock, enrol: Enrol) -> None:
    enrol("CY1", "王伟", phone="13800001234", city="上海", nickname="追风少年8279")
    enrol("CY2", "王玮", phone="13700001235", city="上海", nickname="追风少年827")
    enrol("CY3", "李娜", phone="13900005678", city="北京")
    customers.resolve(ledger, clock=clock)
    with ledger.read() as connection:
        known = read_known(connection)
        assert with_neighbours(connection, [1]) == {1, 2}
    records = {key: record_of(each) for key, each in known.items()}
    assert keys_of(records[1]) & keys_of(records[2])
    assert len(keys_of(records[1])) == sum(
        all(records[1][column] for column in block) for block in MODEL.blocks
    ) + len(MODEL.crossed)


def _arrivals(rng: Random) -> list[Arrival]:
    """Twenty of each sequence, so that most have somebody to be taken for."""
    return [(rng.choice(KINDS), rng.randrange(6), rng.randrange(4), rng.randrange(5)) for _ in range(20)]


def _arrive(ledger: Ledger, arrivals: Sequence[tuple[int, Arrival]]) -> None:
    for place, (kind, name, phone, nickname) in arrivals:
        if kind == "customer":
            attributes = {"phone": PHONES[phone], "nickname": NICKNAMES[nickname]}
            row = {"external_id": f"C{place}", "name": NAMES[name], "attributes": attributes}
            with ledger.write() as connection:
                connection.execute(insert(tables.customer), row | {"created_at": NOON})
        elif kind == "author":
            _say(ledger, "车友论坛", place, author=NICKNAMES[nickname])
        else:
            handles = {"phone": PHONES[phone], "name": NAMES[name]}
            _say(ledger, "售后热线", place, metadata={"handles": handles})


def _say(ledger: Ledger, source: str, place: int, **fields: object) -> None:
    raw = {"external_id": f"v{place}", "text": "空调有异味", "occurred_at": NOON.isoformat(), **fields}
    with ledger.write() as connection:
        for each in ("车友论坛", "售后热线"):
            ensure_source(connection, name=each, channel="social", taxonomy="automotive", now=NOON)
        found = find_source(connection, source)
        voices, rejected = validate([(0, raw)], zone=NOON.tzinfo, received_at=NOON)  # type: ignore[arg-type]
        assert found is not None
        assert not rejected
        accept(connection, found, voices, received_at=NOON)


def _persons(ledger: Ledger) -> set[frozenset[str]]:
    members: dict[int, set[str]] = defaultdict(set)
    with ledger.read() as connection:
        for row in connection.execute(select(identity.account)):
            members[row.person_id].add(row.key)
    return {frozenset(keys) for keys in members.values()}


def _links(ledger: Ledger) -> dict[frozenset[str], tuple[str, float]]:
    link = identity.identity_link
    with ledger.read() as connection:
        keys = {row.id: row.key for row in connection.execute(select(identity.account))}
        return {
            frozenset((keys[row.one_id], keys[row.other_id])): (row.state, round(row.weight, 6))
            for row in connection.execute(select(link))
        }
