"""Behind each number stand its voices, page after page, none twice and none missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import Ledger, tables
from huiyin.understand import (
    AspectNames,
    Filters,
    VoiceNotFoundError,
    list_facts,
    list_verbatims,
    one_voice,
    recent_voices,
)

MOMENT = datetime(2026, 6, 1, tzinfo=UTC)


def remember(ledger: Ledger, feedback_id: int) -> None:
    """Put a voice with a customer into the ledger under a given id."""
    with ledger.write() as connection:
        connection.execute(
            insert(tables.source).values(
                id=1, name="s", channel="review", taxonomy="automotive", created_at=MOMENT
            )
        )
        connection.execute(
            insert(tables.customer).values(
                id=7,
                external_id="M-7",
                name="王女士",
                segment="家庭",
                region="上海",
                attributes={},
                created_at=MOMENT,
            )
        )
        connection.execute(
            insert(tables.feedback).values(
                id=feedback_id,
                revision=1,
                source_id=1,
                external_id="x",
                channel="review",
                occurred_at=MOMENT,
                received_at=MOMENT,
                text="空调有异味",
                rating=2,
                rating_scale=5,
                author="匿名",
                customer_id=7,
                url="https://example.org/1",
                fingerprint="0",
            )
        )


def test_pages_hold_every_voice_once_newest_first(
    world: Any, open_facts: Callable[..., Any], ledger: Ledger, names: AspectNames
) -> None:
    for i in range(23):
        world.say(f"c:{i}", i % 3, [("automotive.fuel", 1)])
    facts = open_facts(world)
    seen, cursor = [], None
    with ledger.read() as connection:
        while True:
            page = list_verbatims(facts, connection, names, Filters(), limit=5, cursor=cursor)
            seen += page.items
            cursor = page.next
            if cursor is None:
                break
    assert page.total == 23
    assert sorted(voice.id for voice in seen) == list(range(1, 24))
    assert [v.occurred_at for v in seen] == sorted((v.occurred_at for v in seen), reverse=True)


def test_the_number_of_a_fact_is_the_number_of_its_voices(
    world: Any, context_of: Callable[..., Any], ledger: Ledger
) -> None:
    for i in range(30):
        world.say(
            f"c:{i % 11}", i, [("automotive.fuel", -1 if i % 3 else 1), ("automotive.comfort.odour", -1)]
        )
    context = context_of(world)
    fuel = next(f for f in list_facts(context, Filters()).facts if f.aspect == "automotive.fuel")
    with ledger.read() as connection:
        page = list_verbatims(
            context.facts, connection, context.names, Filters().about(fuel.aspect), limit=50
        )
        negative = list_verbatims(
            context.facts, connection, context.names, Filters().about(fuel.aspect, -1), limit=50
        )
    assert page.total == len(page.items) == fuel.messages
    assert {f"c:{(v.id - 1) % 11}" for v in negative.items} == {f"c:{i % 11}" for i in range(30) if i % 3}
    assert fuel.negative_customers.count == len({(v.id - 1) % 11 for v in negative.items})


def test_a_voice_carries_its_opinions_and_its_customer(
    world: Any, open_facts: Callable[..., Any], ledger: Ledger, names: AspectNames
) -> None:
    key = world.say("c:7", 0, [("automotive.comfort.odour", -1, 0.8, "complaint"), ("automotive.fuel", 1)])
    remember(ledger, key)
    with ledger.read() as connection:
        voice = one_voice(open_facts(world), connection, names, key)
    assert [(o.zh, o.sentiment, o.start, o.end) for o in voice.opinions] == [
        ("车内异味", -1, 0, 5),
        ("油耗", 1, 0, 5),
    ]
    assert voice.customer is not None
    assert (voice.customer.name, voice.rating, voice.rating_scale, voice.author) == ("王女士", 2, 5, "匿名")
    assert voice.occurred_at.tzinfo is UTC


def test_an_unknown_voice_is_not_found(
    world: Any, open_facts: Callable[..., Any], ledger: Ledger, names: AspectNames
) -> None:
    with ledger.read() as connection, pytest.raises(VoiceNotFoundError):
        one_voice(open_facts(world), connection, names, 99)


@pytest.mark.parametrize("cursor", ["zzz", "", "MjAyNg==", "空", "bm90LWEtZGF0ZXwx"])
def test_a_cursor_of_someone_else_is_refused(
    cursor: str, world: Any, open_facts: Callable[..., Any], ledger: Ledger, names: AspectNames
) -> None:
    facts = open_facts(world)
    with ledger.read() as connection, pytest.raises(InvalidInputError):
        list_verbatims(facts, connection, names, Filters(), cursor=cursor)


def test_recent_voices_come_newest_first_with_their_aspects(
    world: Any, open_facts: Callable[..., Any], names: AspectNames
) -> None:
    for i in range(5):
        world.say(f"c:{i}", i, [("automotive.fuel", 1), ("automotive.fuel", -1)])
    recent = recent_voices(open_facts(world), names, limit=3)
    assert [voice.id for voice in recent] == [5, 4, 3]
    assert recent[0].aspects_zh == ("油耗",)
    assert recent[0].as_dict()["received_at"].endswith("Z")
