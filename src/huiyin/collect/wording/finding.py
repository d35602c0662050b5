"""What the linter reports: a rule, a span, why it matters, and other words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import Span


class Rule(StrEnum):
    """The faults of wording and of scales that the linter knows."""

    LEADING = "leading"
    LOADED = "loaded"
    DOUBLE_BARRELLED = "double_barrelled"
    ABSOLUTE = "absolute"
    DOUBLE_NEGATIVE = "double_negative"
    SOCIAL_DESIRABILITY = "social_desirability"
    PRESUPPOSITION = "presupposition"
    VAGUE_QUANTIFIER = "vague_quantifier"
    RECALL_WINDOW = "recall_window"
    JARGON = "jargon"
    LENGTH = "length"
    ACQUIESCENCE = "acquiescence"
    OVERLAPPING_OPTIONS = "overlapping_options"
    MISSING_OPTIONS = "missing_options"
    UNBALANCED_SCALE = "unbalanced_scale"
    UNLABELLED_POINTS = "unlabelled_points"
    MISSING_NOT_APPLICABLE = "missing_not_applicable"


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule's name, the reason it matters and the way out, in both languages."""

    zh: str
    en: str
    why_zh: str
    why_en: str
    how_zh: str
    how_en: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: where it stands in the question's text, and the whole text rewritten where that can be done by rule."""

    rule: Rule
    span: Span
    rewrite: str | None = None


@cache
def _texts() -> dict[Rule, RuleText]:
    return {Rule(name): RuleText(**texts) for name, texts in read_book("reasons").items()}


def rule_text(rule: Rule) -> RuleText:
    """Return how a rule is explained to people."""
    return _texts()[rule]
