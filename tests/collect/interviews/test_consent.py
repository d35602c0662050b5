"""Consent decides what is heard: nothing before it is given, nothing after it is withdrawn."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from huiyin.collect import exclusions, interviews
from huiyin.kit.errors import ConflictError, InvalidInputError
from huiyin.store.ledger import Ledger, tables

GIVEN, PENDING, WITHDRAWN = interviews.Consent.GIVEN, interviews.Consent.PENDING, interviews.Consent.WITHDRAWN


def voices(ledger: Ledger) -> dict[str, str | None]:
    with ledger.read() as connection:
        columns = tables.feedback.c
        return dict(connection.execute(select(columns.text, columns.excluded_reason)).all())  # type: ignore[arg-type]


def test_participants_turns_become_voices_and_the_moderators_do_not(desk: Any, ledger: Ledger) -> None:
    desk.talk(desk.study(), "访谈 1")
    assert len(voices(ledger)) == 3
    with ledger.read() as connection:
        row = connection.execute(select(tables.feedback)).first()
    assert row is not None
    assert (row.channel, row.author) == ("interview", "访谈 1 · 李女士")
    assert row.metadata["group"] == "访谈 1"


def test_nothing_is_heard_before_consent(desk: Any, ledger: Ledger) -> None:
    talk = desk.talk(desk.study(), "访谈 1", consent=PENDING)
    assert voices(ledger) == {}
    desk.change(talk, "王先生", consent=GIVEN)
    assert len(voices(ledger)) == 1


def test_withdrawn_consent_leaves_a_person_out_everywhere_and_can_be_given_again(
    desk: Any, ledger: Ledger
) -> None:
    study = desk.study()
    talk = desk.talk(study, "访谈 1")
    code = desk.code(study, "异味")
    desk.mark(talk, code, "空调一开就有股酸味")
    desk.done(talk, "a")
    desk.change(talk, "李女士", consent=WITHDRAWN)
    assert sorted(map(str, voices(ledger).values())) == ["None", "consent_withdrawn", "consent_withdrawn"]
    with ledger.read() as connection:
        assert interviews.quotes_of(connection, study) == []
        assert interviews.themes_of(connection, study)[0].participants == 0
        assert [t.speaker.label for t in interviews.measure_dominance(connection, talk).people] == ["王先生"]
        logged = exclusions.list_exclusions(connection)
    assert [(one.reason, one.excluded_by) for one in logged] == [("consent_withdrawn", "周敏")] * 2
    desk.change(talk, "李女士", consent=GIVEN)
    assert set(voices(ledger).values()) == {None}


def test_a_customer_is_linked_afterwards(desk: Any, ledger: Ledger) -> None:
    talk = desk.talk(desk.study(), "访谈 1")
    desk.change(talk, "李女士", person="M-1")
    with ledger.read() as connection:
        columns = tables.feedback.c
        linked = connection.execute(select(columns.id).where(columns.customer_id.is_not(None))).all()
    assert len(linked) == 2


def test_a_study_and_a_conversation_keep_their_own_titles(desk: Any) -> None:
    study = desk.study()
    desk.talk(study, "访谈 1")
    with pytest.raises(ConflictError):
        desk.study()
    with pytest.raises(ConflictError):
        desk.talk(study, "访谈 1")
    with pytest.raises(InvalidInputError, match="nobody is heard"):
        desk.talk(study, "访谈 2", "主持人：好\n主持人：再见")


def test_two_reasons_hold_until_both_are_taken_back(desk: Any, ledger: Ledger) -> None:
    desk.talk(desk.study(), "访谈 1")
    with ledger.write() as connection:
        one = connection.execute(select(tables.feedback.c.id)).scalars().first()
        for reason in ("duplicate", "bot"):
            exclusions.exclude(connection, [one], reason=reason, by="a", clock=desk.clock)
        exclusions.restore(connection, [one], reason="duplicate", by="b", clock=desk.clock)
    assert "bot" in voices(ledger).values()
    with ledger.write() as connection:
        assert exclusions.restore(connection, [one], by="b", clock=desk.clock) == 1
        assert exclusions.restore(connection, [one], by="b", clock=desk.clock) == 0
    assert set(voices(ledger).values()) == {None}
