"""Surveys: what is asked, who is invited, what they answer, and what the answers say."""

from huiyin.collect.surveys.definition import Definition, Kind, Metric, SurveyQuestion, parse_definition
from huiyin.collect.surveys.desk import Desk
from huiyin.collect.surveys.errors import SurveyClosedError, UnknownTokenError
from huiyin.collect.surveys.invitations import Invited, Invitee, invite
from huiyin.collect.surveys.planner import Plan, plan_sample
from huiyin.collect.surveys.responses import Receipt, Submission, save_answers, save_together
from huiyin.collect.surveys.results import Fieldwork, QuestionResult, fieldwork, question_results
from huiyin.collect.surveys.surveys import (
    State,
    Survey,
    change_survey,
    create_survey,
    get_survey,
    list_surveys,
    open_survey,
)
from huiyin.collect.surveys.templates import TEMPLATES, Template

__all__ = [
    "TEMPLATES",
    "Definition",
    "Desk",
    "Fieldwork",
    "Invited",
    "Invitee",
    "Kind",
    "Metric",
    "Plan",
    "QuestionResult",
    "Receipt",
    "State",
    "Submission",
    "Survey",
    "SurveyClosedError",
    "SurveyQuestion",
    "Template",
    "UnknownTokenError",
    "change_survey",
    "create_survey",
    "fieldwork",
    "get_survey",
    "invite",
    "list_surveys",
    "open_survey",
    "parse_definition",
    "plan_sample",
    "question_results",
    "save_answers",
    "save_together",
]
