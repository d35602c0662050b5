"""Answer sheets: each response with what is known of the respondent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from huiyin.collect.surveys.question import Definition, Kind, Metric, SurveyQuestion
from huiyin.collect.surveys.surveys import Survey
from huiyin.store.ledger.tables_surveys import survey_invitation, survey_response

# What divides respondents beside their answers; known of those with a personal link.
KNOWN = ("segment", "region", "language", "via")
_GROUPS = {
    Metric.NPS: (
        ("detractor", "批评者", range(7)),
        ("passive", "中立者", range(7, 9)),
        ("promoter", "推荐者", range(9, 11)),
    ),
    Metric.CSAT: (("unsatisfied", "其余", range(1, 4)), ("satisfied", "满意", range(4, 6))),
    Metric.CES: (("hard", "其余", range(1, 5)), ("easy", "容易", range(5, 8))),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One respondent's answers."""

    id: int
    complete: bool
    answers: dict[str, Any]
    person: str | None
    segment: str | None
    region: str | None
    language: str | None
    via: str | None
    occasion: str | None
    started_at: datetime
    completed_at: datetime | None
    seconds: float | None


def read_sheets(connection: Connection, survey: Survey, *, partial: bool = False) -> list[Sheet]:
    """Return the complete responses in their order, with `partial` the others too."""
    response, invitation = survey_response.c, survey_invitation.c
    query = (
        select(survey_response, invitation.person, invitation.segment, invitation.region)
        .outerjoin(survey_invitation, invitation.id == response.invitation_id)
        .where(response.survey_id == survey.id)
        .order_by(response.id)
    )
    if not partial:
        query = query.where(response.state == "complete")
    return [
        Sheet(
            id=row.id,
            complete=row.state == "complete",
            answers=row.answers,
            person=row.person,
            segment=row.segment,
            region=row.region,
            language=row.language,
            via=row.via,
            occasion=row.occasion,
            started_at=row.started_at,
            completed_at=row.completed_at,
            seconds=row.seconds,
        )
        for row in connection.execute(query)
    ]


def group_of(definition: Definition, sheet: Sheet, by: str) -> str | None:
    """Return the group a respondent belongs to: by a question's name, or by one of `KNOWN`."""
    question = definition.question(by)
    if question is None:
        value = getattr(sheet, by) if by in KNOWN else None
        return None if value is None else str(value)
    answer = sheet.answers.get(by)
    return None if answer is None else grouped(question, answer)


def grouped(question: SurveyQuestion, answer: Any) -> str:
    """Return an answer as a group: a score as what it counts for, anything else as it is."""
    for value, _, points in _GROUPS.get(question.metric, ()) if question.metric else ():
        if answer in points:
            return value
    if question.kind is Kind.BOOLEAN:
        return "true" if answer else "false"
    return str(answer)


def options_of(question: SurveyQuestion, *, groups: bool = False) -> list[tuple[str, str]]:
    """Return what can be answered as (value, text); with `groups`, as `grouped` divides it."""
    if groups and question.metric:
        return [
            (value, f"{points[0]}–{points[-1]} {text}") for value, text, points in _GROUPS[question.metric]
        ]
    if question.kind is Kind.RATING:
        return [(str(point), str(point)) for point in range(question.low, question.high + 1)]
    if question.kind is Kind.BOOLEAN:
        return [("true", "是"), ("false", "否")]
    return [*question.choices, *([("other", "其他")] if question.other else [])]


def chosen(answer: Any) -> list[str]:
    """Return the values that an answer picks, in `options_of`'s form.

    >>> chosen(True), chosen(["a", "b"])
    (['true'], ['a', 'b'])
    """
    if isinstance(answer, list):
        return [str(each) for each in answer]
    return ["true" if answer else "false"] if isinstance(answer, bool) else [str(answer)]
