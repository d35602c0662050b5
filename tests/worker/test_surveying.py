"""The running server writes reminders that are due, once."""

from __future__ import annotations

from datetime import timedelta

from tests.conftest import NOON

from huiyin import act
from huiyin.bootstrap import installation
from huiyin.collect import surveys
from huiyin.kit.settings import Settings
from huiyin.worker.surveying import remind


def test_reminder_is_queued_once_when_due(settings: Settings) -> None:
    now = [NOON]
    with installation(settings, clock=lambda: now[0]) as app:
        with app.ledger.write() as connection:
            survey_id = surveys.create_survey(
                connection, surveys.TEMPLATES[0].definition, taxonomy="automotive", clock=app.clock, by="t"
            )
            surveys.change_survey(connection, survey_id, clock=app.clock, state=surveys.SurveyState.OPEN)
            survey = surveys.get_survey(connection, survey_id)
            invited = surveys.invite(
                connection, survey, [surveys.Invitee("M1", address="m1@example.com")], clock=app.clock
            )
            surveys.write_letters(
                connection, survey, invited, language="zh", schedule=surveys.Schedule(1, 3), clock=app.clock
            )
        assert remind(app) is False
        now[0] += timedelta(days=3)
        assert [remind(app), remind(app)] == [True, False]
        with app.ledger.read() as connection:
            queued = act.list_notifications(connection)
    assert [(each.target.address, each.content.event) for each in queued] == [
        ("m1@example.com", "survey.reminder")
    ]
    assert f"http://127.0.0.1:{settings.port}/s/" in queued[0].content.text
