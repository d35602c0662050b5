"""Question wording: what makes a question lead, confuse or exclude, and how to say it instead. Pure."""

from huiyin.collect.wording.accuracy import Accuracy, Labelled, measure, read_labelled
from huiyin.collect.wording.finding import Finding, Rule, RuleText, rule_text
from huiyin.collect.wording.goals import Coverage, cover_goals
from huiyin.collect.wording.linter import Linted, lint, lint_document
from huiyin.collect.wording.question import Question, Span
from huiyin.collect.wording.reading import Located, read_document

__all__ = [
    "Accuracy",
    "Coverage",
    "Finding",
    "Labelled",
    "Linted",
    "Located",
    "Question",
    "Rule",
    "RuleText",
    "Span",
    "cover_goals",
    "lint",
    "lint_document",
    "measure",
    "read_document",
    "read_labelled",
    "rule_text",
]
