"""What the completed answers say, each figure with its interval; and how the fieldwork went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from huiyin.collect.surveys.question import CHOSEN, Kind, Metric, SurveyQuestion
from huiyin.collect.surveys.surveys import Survey
from huiyin.stats import Estimate, ces, csat, mean_interval, nps, wilson
from huiyin.store.ledger.tables_surveys import survey_invitation, survey_response


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that could be chosen, and its share of those who answered the question."""

    value: str
    text: str
    count: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question: how many answered it, its score where it has one, its options."""

    name: str
    kind: Kind
    title: str
    metric: Metric | None
    answered: int
    score: Estimate | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """Response rates by AAPOR's Standard Definitions (RR1 complete, RR2 with partial, every invitee eligible);
    `completion` is the share of begun responses that were completed."""

    invited: int
    complete: int
    partial: int
    rr1: Estimate | None
    rr2: Estimate | None
    completion: Estimate
    median_seconds: float | None


def question_results(connection: Connection, survey: Survey) -> list[QuestionResult]:
    """Return each question's result over complete responses, in the order of the survey."""
    columns = survey_response.c
    query = select(columns.answers).where(columns.survey_id == survey.id, columns.state == "complete")
    answers = [row.answers for row in connection.execute(query)]
    return [_result(question, answers) for question in survey.definition.questions]


def fieldwork(connection: Connection, survey: Survey) -> Fieldwork:
    """Return counts and response rates; rates of invitees need personal invitations."""
    columns = survey_response.c
    invited = _count(connection, select(func.count()).where(survey_invitation.c.survey_id == survey.id))
    by_state = (
        select(columns.state, func.count())
        .where(columns.survey_id == survey.id, columns.invitation_id.is_not(None))
        .group_by(columns.state)
    )
    personal = {str(row[0]): int(row[1]) for row in connection.execute(by_state)}
    complete, partial = personal.get("complete", 0), personal.get("partial", 0)
    return Fieldwork(
        invited=invited,
        complete=survey.complete,
        partial=survey.partial,
        rr1=wilson(complete, invited) if invited else None,
        rr2=wilson(complete + partial, invited) if invited else None,
        completion=wilson(survey.complete, survey.complete + survey.partial),
        median_seconds=_median_seconds(connection, survey.id),
    )


def _median_seconds(connection: Connection, survey_id: int) -> float | None:
    columns = survey_response.c
    query = select(columns.seconds).where(columns.survey_id == survey_id, columns.seconds.is_not(None))
    seconds = sorted(connection.execute(query).scalars())
    return float(seconds[len(seconds) // 2]) if seconds else None


def _count(connection: Connection, query: Any) -> int:
    return int(connection.execute(query).scalar_one())


def _result(question: SurveyQuestion, answers: Sequence[dict[str, Any]]) -> QuestionResult:
    given = [answer[question.name] for answer in answers if question.name in answer]
    return QuestionResult(
        name=question.name,
        kind=question.kind,
        title=question.title,
        metric=question.metric,
        answered=len(given),
        score=_score(question, given),
        options=_options(question, given),
    )


def _score(question: SurveyQuestion, given: Sequence[int]) -> Estimate | None:
    if question.kind is not Kind.RATING:
        return None
    if question.metric is Metric.NPS:
        promoters, detractors = sum(g >= 9 for g in given), sum(g <= 6 for g in given)
        return nps(promoters, len(given) - promoters - detractors, detractors)
    if question.metric is Metric.CSAT:
        return csat(sum(g >= question.high - 1 for g in given), len(given))
    return ces(given) if question.metric is Metric.CES else mean_interval(given)


def _options(question: SurveyQuestion, given: Sequence[Any]) -> tuple[Option, ...]:
    counted: Counter[str] = Counter()
    for value in given:
        counted.update(value if isinstance(value, list) else [str(value)])
    return tuple(
        Option(value, text, counted[value], wilson(counted[value], len(given)))
        for value, text in _offered(question)
    )


def _offered(question: SurveyQuestion) -> list[tuple[str, str]]:
    if question.kind is Kind.RATING:
        return [(str(point), str(point)) for point in range(question.low, question.high + 1)]
    if question.kind is Kind.BOOLEAN:
        return [("True", "是"), ("False", "否")]
    if question.kind in CHOSEN:
        return [*question.choices, *([("other", "其他")] if question.other else [])]
    return []
