"""What people coded is in the facts once it is done, and out again when it is opened."""

from __future__ import annotations

from datetime import UTC, datetime

from huiyin.bootstrap import Installation
from huiyin.collect import interviews

ODOUR = "automotive.comfort.odour"
WORDS = "每次上车都得先通风十分钟"


def coded(app: Installation) -> int:
    with app.ledger.write() as connection:
        study = interviews.create_study(
            connection, title="访谈", kind=interviews.StudyKind.INTERVIEW, taxonomy="automotive", by="a", clock=app.clock
        )  # fmt: skip
        talk = interviews.add_conversation(
            connection, study.id, title="1", held_at=datetime(2026, 11, 1, tzinfo=UTC),
            lines=interviews.split_lines(f"主持人：请讲\nP1：{WORDS}。别的都好"),
            consent=interviews.Consent.GIVEN, by="a", clock=app.clock,
        )  # fmt: skip
        interviews.sync_voices(connection, talk, zone=app.settings.zone, by="a", clock=app.clock)
        draft = interviews.CodeDraft("异味", "", ODOUR, -1)
        code = interviews.add_code(connection, study.id, draft, by="a", clock=app.clock)
        turn = interviews.turns_of(connection, talk)[1]
        interviews.mark(connection, turn.id, code.id, 0, len(WORDS), coder="a", clock=app.clock)
    return talk


def odours(app: Installation) -> list[tuple[object, ...]]:
    app.projector.catch_up()
    query = "SELECT sentiment, confidence, start_offset, end_offset, type FROM opinion WHERE aspect = ?"
    return app.facts.query(query, [ODOUR]).rows()


def test_done_code_with_an_aspect_becomes_an_opinion(app: Installation) -> None:
    talk = coded(app)
    before = len(odours(app))
    with app.ledger.write() as connection:
        interviews.finish(connection, talk, coder="a", clock=app.clock)
    assert (-1, 1.0, 0, len(WORDS), "complaint") in odours(app)
    app.projector.rebuild()
    assert (-1, 1.0, 0, len(WORDS), "complaint") in odours(app)
    with app.ledger.write() as connection:
        interviews.reopen(connection, talk, coder="a")
    assert len(odours(app)) == before


def test_withdrawn_consent_takes_voice_and_opinion_out_of_the_facts(app: Installation) -> None:
    talk = coded(app)
    with app.ledger.write() as connection:
        interviews.finish(connection, talk, coder="a", clock=app.clock)
    assert odours(app)
    for consent, voices in ((interviews.Consent.WITHDRAWN, 0), (interviews.Consent.GIVEN, 1)):
        with app.ledger.write() as connection:
            speaker = interviews.speakers_of(connection, talk)[1]
            change = interviews.SpeakerChange(consent=consent)
            interviews.record(connection, speaker.id, change, by="a", clock=app.clock)
            interviews.sync_voices(connection, talk, zone=app.settings.zone, by="a", clock=app.clock)
        assert bool(odours(app)) == bool(voices)
        assert app.facts.query("SELECT count(*) AS n FROM voice").item() == voices
