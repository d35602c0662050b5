"""Checking how questions are worded."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from huiyin.collect import wording
from huiyin.web.deps import User

router = APIRouter(tags=["collect"])

Goal = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class LintIn(BaseModel):
    """Questions as people have them, and what they are meant to find out."""

    text: str = Field(max_length=200_000, description="Plain text, Markdown, CSV, or a SurveyJS definition.")
    form: Literal["text", "csv", "surveyjs"] | None = Field(
        None, description="How to read the text; left out, JSON is taken for SurveyJS and the rest for text."
    )
    goals: list[Goal] = Field(default_factory=list, max_length=50)


class FindingOut(BaseModel):
    """A fault in a question; the span counts Unicode code points of the question's text."""

    rule: str
    zh: str
    en: str
    start: int
    end: int
    reason_zh: str
    reason_en: str
    advice_zh: str
    advice_en: str
    rewrite: str | None = Field(description="The question's whole text rewritten, where a rule can do it.")


class LintedQuestionOut(BaseModel):
    """A question that was read; `start` is its place in the sent text, null when it was composed from fields."""

    text: str
    start: int | None
    place: str
    options: int
    findings: list[FindingOut]


class GoalOut(BaseModel):
    """A goal and the questions (by their place in the list) that serve it."""

    goal: str
    questions: list[int]


class CoverageOut(BaseModel):
    """Whether the goals are asked for, and which questions serve none."""

    goals: list[GoalOut]
    aimless: list[int]


class LintOut(BaseModel):
    """What was read and found."""

    questions: list[LintedQuestionOut]
    findings: int
    clean: int
    coverage: CoverageOut | None


@router.post("/questions/lint", summary="Check the wording of questions and their scales")
def lint_questions(body: LintIn, _user: User) -> LintOut:
    """Return each question with its findings; nothing is kept."""
    linted = wording.lint_document(body.text, body.form)
    questions = [_question(one) for one in linted]
    return LintOut(
        questions=questions,
        findings=sum(len(question.findings) for question in questions),
        clean=sum(not question.findings for question in questions),
        coverage=_coverage(body.goals, linted) if body.goals else None,
    )


def _question(one: wording.Linted) -> LintedQuestionOut:
    return LintedQuestionOut(
        text=one.located.question.text,
        start=one.located.offset,
        place=one.located.place,
        options=len(one.located.question.options),
        findings=[_finding(finding) for finding in one.findings],
    )


def _finding(finding: wording.Finding) -> FindingOut:
    text = wording.rule_text(finding.rule)
    return FindingOut(
        rule=finding.rule.value,
        zh=text.zh,
        en=text.en,
        start=finding.span.start,
        end=finding.span.end,
        reason_zh=text.why_zh,
        reason_en=text.why_en,
        advice_zh=text.how_zh,
        advice_en=text.how_en,
        rewrite=finding.rewrite,
    )


def _coverage(goals: list[str], linted: list[wording.Linted]) -> CoverageOut:
    found = wording.cover_goals(goals, [one.located.question for one in linted])
    return CoverageOut(
        goals=[
            GoalOut(goal=goal, questions=list(places))
            for goal, places in zip(goals, found.served, strict=True)
        ],
        aimless=list(found.aimless),
    )
