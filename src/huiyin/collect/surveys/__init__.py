"""Surveys: what is asked, who is invited, what they answer, and what the answers say."""

from huiyin.collect.surveys.asking_again import Answered, Asked, answer_about, ask_again
from huiyin.collect.surveys.crossing import Cell, Crossing, CrossTable, cross_tables, divisions
from huiyin.collect.surveys.definition import parse_definition
from huiyin.collect.surveys.desk import Desk
from huiyin.collect.surveys.errors import SurveyClosedError, UnknownTokenError
from huiyin.collect.surveys.export import FileKind, export
from huiyin.collect.surveys.fieldwork import Fieldwork, fieldwork
from huiyin.collect.surveys.invitations import Invitation, Invited, Invitee, invite, opt_out
from huiyin.collect.surveys.itemised import sets_of
from huiyin.collect.surveys.letters import (
    Letter,
    Schedule,
    count_letters,
    dead_addresses,
    reminders_due,
    write_letters,
    write_reminders,
)
from huiyin.collect.surveys.localized import best_language
from huiyin.collect.surveys.mail import Mail, compose
from huiyin.collect.surveys.piping import pieces
from huiyin.collect.surveys.planner import Plan, plan_sample
from huiyin.collect.surveys.question import (
    CHOSEN,
    GROUPING,
    KANO_POINTS,
    MAXDIFF_VERSIONS,
    OPEN,
    Definition,
    Kind,
    Metric,
    SurveyQuestion,
    Theme,
)
from huiyin.collect.surveys.responses import Receipt, Submission, save_answers, save_together
from huiyin.collect.surveys.results import ItemResult, Option, QuestionResult, question_results
from huiyin.collect.surveys.sheets import KNOWN, Sheet, read_sheets
from huiyin.collect.surveys.surveys import (
    Survey,
    SurveyState,
    change_survey,
    create_survey,
    get_survey,
    list_surveys,
    open_survey,
)
from huiyin.collect.surveys.templates import TEMPLATES, Template
from huiyin.collect.surveys.weights import Weighting, customer_margins, weigh
from huiyin.collect.surveys.words import OWN as LANGUAGES
from huiyin.collect.surveys.words import words_of

__all__ = [
    "CHOSEN",
    "GROUPING",
    "KANO_POINTS",
    "KNOWN",
    "LANGUAGES",
    "MAXDIFF_VERSIONS",
    "OPEN",
    "TEMPLATES",
    "Answered",
    "Asked",
    "Cell",
    "CrossTable",
    "Crossing",
    "Definition",
    "Desk",
    "Fieldwork",
    "FileKind",
    "Invitation",
    "Invited",
    "Invitee",
    "ItemResult",
    "Kind",
    "Letter",
    "Mail",
    "Metric",
    "Option",
    "Plan",
    "QuestionResult",
    "Receipt",
    "Schedule",
    "Sheet",
    "Submission",
    "Survey",
    "SurveyClosedError",
    "SurveyQuestion",
    "SurveyState",
    "Template",
    "Theme",
    "UnknownTokenError",
    "Weighting",
    "answer_about",
    "ask_again",
    "best_language",
    "change_survey",
    "compose",
    "count_letters",
    "create_survey",
    "cross_tables",
    "customer_margins",
    "dead_addresses",
    "divisions",
    "export",
    "fieldwork",
    "get_survey",
    "invite",
    "list_surveys",
    "open_survey",
    "opt_out",
    "parse_definition",
    "pieces",
    "plan_sample",
    "question_results",
    "read_sheets",
    "reminders_due",
    "save_answers",
    "save_together",
    "sets_of",
    "weigh",
    "words_of",
    "write_letters",
    "write_reminders",
]
