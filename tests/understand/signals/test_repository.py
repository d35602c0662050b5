"""One happening is one signal, whoever looks how often; decisions hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from huiyin.access import Principal
from huiyin.stats.detection import Surprise
from huiyin.store.ledger import Ledger, migrate, open_ledger
from huiyin.understand import signals
from huiyin.understand.signals import SignalNotFoundError, SignalState
from huiyin.understand.signals.assessment import Assessment
from huiyin.understand.signals.causes import contrast
from huiyin.understand.signals.crisis import crisis_of
from huiyin.understand.signals.evidence import Candidate
from huiyin.understand.signals.merging import Finding
from huiyin.understand.signals.repository import is_unwanted, record
from huiyin.understand.signals.series import Key, Kind

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = open_ledger(tmp_path / "ledger.sqlite3")
    migrate(opened)
    yield opened
    opened.close()


@pytest.fixture
def person() -> Principal:
    return _PERSON


class _Person:
    username = "li"


_PERSON: Principal = _Person()  # type: ignore[assignment]


def _found(
    aspect: str = "automotive.comfort.odour", at: datetime = AT, *, also: str | None = None
) -> Assessment:
    surprise = Surprise(20, 4, 1, 8, 1e-6)
    naive = at.replace(tzinfo=None)
    leader = Candidate(
        Key(Kind.COMPLAINTS, "automotive", aspect, "S7", None),
        None,
        naive - timedelta(days=3),
        naive,
        surprise,
        0.001,
        frozenset({1, 2}),
    )
    others = (replace(leader, key=leader.key._replace(aspect=also)),) if also else ()
    return Assessment(
        Finding(leader, others),
        naive - timedelta(days=4),
        18,
        20,
        crisis_of(surprise, 0.7, {}),
        (),
        {},
        [],
        (),
        (1,),
    )


def test_the_same_happening_seen_twice_is_one_signal(ledger: Ledger) -> None:
    with ledger.write() as connection:
        first = record(connection, _found(), AT)
        again = record(connection, _found(at=AT + timedelta(days=2)), AT + timedelta(days=2))
    assert (again.id, again.first_seen_at, again.last_seen_at) == (first.id, AT, AT + timedelta(days=2))
    assert again.since == first.since


def test_after_two_quiet_weeks_it_is_a_new_one(ledger: Ledger) -> None:
    later = AT + timedelta(days=20)
    with ledger.write() as connection:
        assert record(connection, _found(), AT).id != record(connection, _found(at=later), later).id


def test_what_turns_out_to_be_one_is_merged_into_the_oldest(ledger: Ledger) -> None:
    with ledger.write() as connection:
        one = record(connection, _found("automotive.battery"), AT)
        two = record(connection, _found("automotive.space"), AT)
        both = record(connection, _found("automotive.battery", also="automotive.space"), AT)
        merged = signals.get_signal(connection, two.id)
    assert both.id == one.id
    assert (merged.state, merged.merged_into) == (SignalState.MERGED, one.id)


def test_a_closed_signal_that_goes_on_stays_closed(ledger: Ledger, person: Principal) -> None:
    later = AT + timedelta(days=1)
    with ledger.write() as connection:
        known = record(connection, _found(), AT)
        signals.change_signal(
            connection, known.id, by=person, clock=lambda: AT, changes={"state": SignalState.CLOSED}
        )
        assert record(connection, _found(at=later), later).state is SignalState.CLOSED


def test_a_snoozed_signal_wakes_up_when_it_goes_on(ledger: Ledger, person: Principal) -> None:
    changes = {"state": SignalState.SNOOZED, "snoozed_until": AT + timedelta(days=2)}
    with ledger.write() as connection:
        known = record(connection, _found(), AT)
        signals.change_signal(connection, known.id, by=person, clock=lambda: AT, changes=changes)
        early, late = AT + timedelta(days=1), AT + timedelta(days=3)
        assert record(connection, _found(at=early), early).state is SignalState.SNOOZED
        assert record(connection, _found(at=late), late).state is SignalState.OPEN


def test_precision_counts_what_people_judged(ledger: Ledger, person: Principal) -> None:
    with ledger.write() as connection:
        for number, useful in enumerate((True, True, False, None)):
            signal = record(connection, _found(f"automotive.a{number}"), AT)
            signals.change_signal(
                connection, signal.id, by=person, clock=lambda: AT, changes={"useful": useful}
            )
        precision = signals.signal_precision(connection)
    assert (precision.value, precision.n) == (pytest.approx(2 / 3), 3)


def test_unknown_signals_and_fields_are_refused(ledger: Ledger, person: Principal) -> None:
    with ledger.write() as connection:
        with pytest.raises(SignalNotFoundError):
            signals.get_signal(connection, 9)
        known = record(connection, _found(), AT)
        with pytest.raises(ValueError, match="crisis cannot be set"):
            signals.change_signal(connection, known.id, by=person, clock=lambda: AT, changes={"crisis": 1})


def test_the_clearest_cause_seen_is_kept(ledger: Ledger) -> None:
    people = [{"batch": "B"}] * 20
    clear = contrast(people, [{"batch": "A"}] * 80 + [{"batch": "B"}] * 20)
    later = AT + timedelta(days=1)
    with ledger.write() as connection:
        record(connection, replace(_found(), causes=tuple(clear)), AT)
        renewed = record(connection, _found(at=later), later)
    assert renewed.causes[0]["value"] == "B"


def test_what_was_not_seen_for_days_is_no_longer_active(ledger: Ledger) -> None:
    with ledger.write() as connection:
        signal = record(connection, _found(), AT)
    assert signal.is_active(AT + timedelta(days=2))
    assert not signal.is_active(AT + timedelta(days=4))


def _stronger(found: Assessment, times: float) -> Assessment:
    leader = found.finding.leader
    surprise = replace(leader.surprise, observed=leader.surprise.observed * times)
    return replace(found, finding=Finding(replace(leader, surprise=surprise), ()))


def test_what_was_called_useless_comes_again_only_when_it_is_stronger(
    ledger: Ledger, person: Principal
) -> None:
    later = AT + timedelta(days=60)
    again = _found(at=later)
    with ledger.write() as connection:
        first = record(connection, _found(), AT)
        assert not is_unwanted(connection, again, later)
        signals.change_signal(connection, first.id, by=person, clock=lambda: AT, changes={"useful": False})
        assert is_unwanted(connection, again, later)
        assert not is_unwanted(connection, _stronger(again, 2), later)
        assert not is_unwanted(connection, _found("automotive.space", later), later)
        assert not is_unwanted(connection, _found(at=AT + timedelta(days=400)), AT + timedelta(days=400))
        signals.change_signal(connection, first.id, by=person, clock=lambda: AT, changes={"useful": True})
        assert not is_unwanted(connection, again, later)


def test_what_goes_on_is_followed_whatever_was_said_of_it(ledger: Ledger, person: Principal) -> None:
    soon = AT + timedelta(days=2)
    with ledger.write() as connection:
        first = record(connection, _found(), AT)
        signals.change_signal(connection, first.id, by=person, clock=lambda: AT, changes={"useful": False})
        assert not is_unwanted(connection, _found(at=soon), soon)
