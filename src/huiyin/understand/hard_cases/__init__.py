"""Hard cases: opinions the machine is unsure of, put to the language model, each answer checked against the voice."""

from huiyin.understand.hard_cases.asking import BATCH, HardCase, ask
from huiyin.understand.hard_cases.judging import (
    DAYS,
    SURE,
    Judged,
    find_hard_cases,
    judge_many,
    judge_next,
    judged_today,
)
from huiyin.understand.hard_cases.suggestions import (
    ModelReport,
    Suggestion,
    export_suggestions,
    list_suggestions,
    model_report,
    one_suggestion,
)

__all__ = [
    "BATCH",
    "DAYS",
    "SURE",
    "HardCase",
    "Judged",
    "ModelReport",
    "Suggestion",
    "ask",
    "export_suggestions",
    "find_hard_cases",
    "judge_many",
    "judge_next",
    "judged_today",
    "list_suggestions",
    "model_report",
    "one_suggestion",
]
