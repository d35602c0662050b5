"""Who is linked, who waits for a person's eye, and who is kept apart."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select
from tests.customers.conftest import Enrol, PersonOf, Say

from huiyin import customers
from huiyin.customers.identity.known import Known
from huiyin.customers.identity.rivals import rival_bits
from huiyin.kit.clock import Clock
from huiyin.linkage import probability_of
from huiyin.store.ledger import Ledger
from huiyin.store.ledger import tables_identity as identity


@pytest.mark.parametrize("heard", ["王伟", "王玮", "王先生"])
def test_same_telephone_and_agreeing_name_are_one_person(
    ledger: Ledger, clock: Clock, enrol: Enrol, person_of: PersonOf, heard: str
) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    enrol("SC1", heard + " ", phone="+86 138-0000-1234")
    assert customers.resolve(ledger, clock=clock).deterministic == 1
    assert person_of("王伟" if heard != "王伟" else "王伟 ") == person_of(heard + " ")


def test_household_shares_a_telephone_and_stays_two_persons(
    ledger: Ledger, clock: Clock, enrol: Enrol, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟", phone="13800001234")
    enrol("CY2", "李娜", phone="13800001234")
    customers.resolve(ledger, clock=clock)
    assert person_of("王伟") != person_of("李娜")


def test_telephone_of_a_dealer_links_nobody(
    ledger: Ledger, clock: Clock, enrol: Enrol, person_of: PersonOf
) -> None:
    for place, name in enumerate(("王伟", "王女士", "李娜", "张强", "赵敏")):
        enrol(f"CY{place}", name, phone="13900000000")
    assert customers.resolve(ledger, clock=clock).deterministic == 0
    assert person_of("王伟") != person_of("王女士")


def test_fan_becomes_the_customer_by_a_rare_nickname(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say, person_of: PersonOf
) -> None:
    for place in range(60):
        enrol(
            f"CX{place}",
            f"{'赵钱孙周吴郑'[place % 6]}{'一二三四五六七八九十'[place % 10]}",
            nickname=f"车主{place}号",
        )
    enrol("CY1", "王伟", nickname="追风少年8279")
    say("车友论坛", author="追风少年8279")
    customers.resolve(ledger, clock=clock)
    assert person_of("追风少年8279") == person_of("王伟")


def test_common_nickname_links_nobody(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say, person_of: PersonOf
) -> None:
    enrol("CY1", "王伟", nickname="momo")
    enrol("CY2", "李娜", nickname="momo")
    enrol("CY3", "张强", nickname="momo")
    say("车友论坛", author="momo")
    customers.resolve(ledger, clock=clock)
    assert len({person_of(label) for label in ("王伟", "李娜", "张强", "momo")}) == 4


def test_link_carries_a_waterfall_that_sums_to_its_weight(ledger: Ledger, clock: Clock, enrol: Enrol) -> None:
    enrol("CY1", "王伟", phone="13800001234", city="上海")
    enrol("SC1", "王玮", phone="13800001234", city="上海")
    customers.resolve(ledger, clock=clock)
    with ledger.read() as connection:
        link = connection.execute(select(identity.identity_link)).one()
    assert sum(step["weight"] for step in link.explanation) == pytest.approx(link.weight, abs=0.01)
    assert {step["field"] for step in link.explanation} >= {"prior", "name", "phone", "city"}
    assert "王" not in str(link.explanation)


def test_nickname_of_two_namesakes_in_surname_links_a_fan_to_neither(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say, person_of: PersonOf
) -> None:
    for place in range(20):
        enrol(
            f"CX{place}",
            f"{'赵钱孙周吴'[place % 5]}{'一二三四五六七八九十'[place % 10]}",
            nickname=f"车主{place}号",
        )
    enrol("CY1", "李宇萌", nickname="半山听雨的李")
    enrol("CY2", "李皓丽", nickname="半山听雨的李")
    say("车友论坛", author="半山听雨的李")
    customers.resolve(ledger, clock=clock)
    assert len({person_of(label) for label in ("李宇萌", "李皓丽", "半山听雨的李")}) == 3


def test_fan_who_fits_two_customers_is_linked_to_the_one_who_owns_what_they_talk_of(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say, person_of: PersonOf
) -> None:
    for place in range(60):
        enrol(
            f"CX{place}",
            f"{'赵钱孙周吴郑'[place % 6]}{'一二三四五六七八九十'[place % 10]}{place}",
            nickname=f"车主{place}号",
            product=f"车型{place % 7}",
        )
    enrol("CY1", "王伟", nickname="追风少年8279", product="车型1")
    enrol("CY2", "李娜", nickname="追风少年8279", product="车型2")
    say("车友论坛", author="追风少年8279", product="车型2")
    customers.resolve(ledger, clock=clock)
    assert person_of("追风少年8279") == person_of("李娜")
    assert person_of("王伟") != person_of("李娜")


def test_fan_whose_name_has_a_number_appended_is_recognised(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say, person_of: PersonOf
) -> None:
    for place in range(60):
        enrol(f"CX{place}", f"{'赵钱孙周吴郑'[place % 6]}{place}", nickname=f"车主{place}号")
    enrol("CY1", "王伟", nickname="追风少年8279")
    say("车友论坛", author="追风少年827964")
    customers.resolve(ledger, clock=clock)
    assert person_of("追风少年827964") == person_of("王伟")


def test_rivals_count_against_each_other() -> None:
    accounts = {
        key: Known(key, kind, "", None, key)
        for key, kind in ((1, "customer"), (2, "customer"), (3, "author"))
    }
    pairs = [(1, 3, 2.0), (2, 3, 2.0)]
    taken = rival_bits(pairs, set(), accounts)
    assert [round(probability_of(bits + taken[one, other]), 3) for one, other, bits in pairs] == [
        0.444,
        0.444,
    ]


def test_customers_who_may_be_one_person_are_no_rivals() -> None:
    accounts = {
        key: Known(key, kind, "", None, key)
        for key, kind in ((1, "customer"), (2, "customer"), (3, "author"))
    }
    assert rival_bits([(1, 3, 2.0), (2, 3, 2.0), (1, 2, 9.0)], {(1, 2)}, accounts) == {}


def test_queue_asks_first_what_matters_and_nothing_that_is_settled(
    ledger: Ledger, clock: Clock, enrol: Enrol, say: Say, person_of: PersonOf
) -> None:
    for place in range(2):
        enrol(f"CY{place}", f"王伟{'甲乙'[place]}")
    for place in range(5):
        say("车友论坛", author=f"追风{'少年阿姨大叔'[place]}")
    customers.resolve(ledger, clock=clock)
    pairs = [("王伟甲", "王伟乙"), ("王伟甲", "追风少"), ("追风年", "追风阿"), ("追风姨", "追风大")]
    with ledger.write() as connection:
        account = identity.account.c
        ids = {row.label: row.id for row in connection.execute(select(account.label, account.id))}
        row = {"weight": -1.0, "probability": 0.4, "how": "probabilistic", "state": "review", "explanation": [], "made_at": clock()}  # fmt: skip
        connection.execute(
            insert(identity.identity_link),
            [row | {"one_id": ids[one], "other_id": ids[other]} for one, other in pairs],
        )
        customers.merge(
            connection, person_of("追风年"), person_of("追风阿"), by="boss", reason="", now=clock()
        )
        queue = customers.review_queue(connection, masked=False)
    assert [(each.one.label, each.other.label) for each in queue.items] == [pairs[0], pairs[1], pairs[3]]
    assert (queue.total, queue.pressing) == (3, 1)
