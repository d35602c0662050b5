"""Audits: a random draw of whole customers, people's answers beside the machine's, corrected facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import migrate, open_ledger
from huiyin.understand import (
    AuditNotFoundError,
    Context,
    Filters,
    Judgement,
    audit_report,
    audit_states,
    draw_audit,
    label_card,
    list_facts,
    next_card,
    read_audited,
    read_cards,
)

ODOUR, SEAT = "automotive.comfort.odour", "automotive.comfort.seat"
CARS = Filters(taxonomies=("automotive",))


def _now() -> datetime:
    return datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    ledger = open_ledger(tmp_path / "ledger.db")
    migrate(ledger)
    with ledger.write() as opened:
        yield opened


@pytest.fixture
def overheard(world: Any, context_of: Callable[..., Context]) -> Context:
    """Of 400 customers the machine hears 100 complain of odour; a truth of 60 is what people will find."""
    for person in range(400):
        world.say(f"c:{person}", opinions=[(ODOUR, -1)] if person < 100 else (), text=f"第 {person} 位")
    return context_of(world)


def _draw(context: Context, connection: Connection, customers: int = 150, filters: Filters = CARS) -> int:
    return draw_audit(
        context.facts, connection, filters, customers=customers, analyser="t@1", by="甲", clock=_now, seed=7
    ).id


def _read(context: Context, connection: Connection, audit: int, truth: Callable[[int], bool]) -> int:
    read = 0
    while (card := next_card(connection, audit)) is not None:
        found = [Judgement(ODOUR, -1)] if truth(card.feedback_id) else []
        label_card(connection, context.names, audit, card.feedback_id, found, by="乙", clock=_now)
        read += 1
    return read


def _with_audits(context: Context, connection: Connection) -> Context:
    def reader(facts: Any, filters: Filters, *, node: str, depth: int) -> Any:
        return read_audited(facts, connection, filters, node=node, depth=depth, minimum_n=5)

    return replace(context, audits=reader)


def test_a_drawn_customer_comes_with_every_voice(
    world: Any, context_of: Callable[..., Context], connection: Connection
) -> None:
    for person in range(30):
        for _ in range(3):
            world.say(f"c:{person}")
    context = context_of(world)
    audit = _draw(context, connection, customers=10)
    _read(context, connection, audit, lambda _key: False)
    cards = read_cards(connection, audit)
    assert len(cards) == 30
    assert len({card.customer for card in cards}) == 10


def test_the_same_seed_draws_the_same_customers(overheard: Context, connection: Connection) -> None:
    first, second = _draw(overheard, connection), _draw(overheard, connection)
    for audit in (first, second):
        _read(overheard, connection, audit, lambda _key: False)
    drawn = [[card.feedback_id for card in read_cards(connection, audit)] for audit in (first, second)]
    assert drawn[0] == drawn[1]


def test_the_audit_corrects_what_the_machine_overheard(overheard: Context, connection: Connection) -> None:
    audit = _draw(overheard, connection)
    assert _read(overheard, connection, audit, lambda key: key <= 60) == 150
    fact = list_facts(_with_audits(overheard, connection), CARS).facts[0]
    assert fact.corrected is not None
    found = fact.corrected.negative_customers
    assert fact.negative_customers.low is not None
    assert fact.negative_customers.low > 60 / 400
    assert found.low is not None
    assert found.high is not None
    assert found.low <= 60 / 400 <= found.high
    assert found.n == fact.corrected.audited == 150
    assert fact.corrected.check is not None


def test_the_check_rests_on_the_customers_who_were_read(overheard: Context, connection: Connection) -> None:
    audit = _draw(overheard, connection, customers=10)
    _read(overheard, connection, audit, lambda key: key <= 100)
    fact = list_facts(replace(_with_audits(overheard, connection), minimum_n=30), CARS).facts[0]
    assert fact.corrected is not None
    assert fact.corrected.check is not None
    assert fact.corrected.check.n == 10
    assert not fact.corrected.check.sufficient


def test_an_audit_of_other_days_is_used_and_says_so(overheard: Context, connection: Connection) -> None:
    audit = _draw(overheard, connection, filters=replace(CARS, end=datetime(2026, 6, 1).date()))  # noqa: DTZ001
    _read(overheard, connection, audit, lambda key: key <= 60)
    fact = list_facts(_with_audits(overheard, connection), CARS).facts[0]
    assert fact.corrected is not None
    assert fact.corrected.assumed


def test_an_audit_of_a_part_does_not_speak_for_the_whole(overheard: Context, connection: Connection) -> None:
    part = replace(CARS, channels=("review",))
    audit = _draw(overheard, connection, filters=part)
    _read(overheard, connection, audit, lambda key: key <= 60)
    context = _with_audits(overheard, connection)
    assert list_facts(context, CARS).facts[0].corrected is None
    assert list_facts(context, part).facts[0].corrected is not None


def test_a_half_read_customer_does_not_count(
    world: Any, context_of: Callable[..., Context], connection: Connection
) -> None:
    for person in range(20):
        world.say(f"c:{person}")
        world.say(f"c:{person}")
    context = context_of(world)
    audit = _draw(context, connection, customers=10)
    card = next_card(connection, audit)
    assert card is not None
    label_card(connection, context.names, audit, card.feedback_id, [], by="乙", clock=_now)
    assert read_cards(connection, audit) == ()


def test_agreement_and_its_drift_are_told(overheard: Context, connection: Connection) -> None:
    good = _draw(overheard, connection)
    _read(overheard, connection, good, lambda key: key <= 100)
    bad = _draw(overheard, connection)
    _read(overheard, connection, bad, lambda key: key % 2 == 0)
    newest, oldest = audit_states(connection, 5)
    assert oldest.kappa.value == pytest.approx(1.0)
    assert newest.drift is not None
    assert newest.drift.excludes_zero
    report = audit_report(overheard, connection, bad)
    aspect = report.aspects[0]
    assert aspect.aspect == ODOUR
    assert aspect.both + aspect.machine_only + aspect.human_only > 0


def test_answers_outside_the_taxonomy_are_refused(overheard: Context, connection: Connection) -> None:
    audit = _draw(overheard, connection)
    card = next_card(connection, audit)
    assert card is not None
    for wrong in (Judgement("retail.price", -1), Judgement("automotive.nonsense", -1), Judgement(SEAT, 5)):
        with pytest.raises(InvalidInputError):
            label_card(connection, overheard.names, audit, card.feedback_id, [wrong], by="乙", clock=_now)
    with pytest.raises(AuditNotFoundError):
        label_card(connection, overheard.names, audit, 99_999, [], by="乙", clock=_now)


def test_a_draw_needs_one_taxonomy_and_a_sensible_size(overheard: Context, connection: Connection) -> None:
    with pytest.raises(InvalidInputError, match="taxonomy"):
        _draw(overheard, connection, filters=Filters())
    with pytest.raises(InvalidInputError, match="too small"):
        _draw(overheard, connection, customers=3)
