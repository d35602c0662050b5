"""One file per kind of rule; each rule reads a question and yields findings."""

from collections.abc import Callable, Iterator

from huiyin.collect.wording.finding import Finding
from huiyin.collect.wording.question import Question
from huiyin.collect.wording.rules.applicability import find_missing_not_applicable
from huiyin.collect.wording.rules.attributes import find_judging_attributes
from huiyin.collect.wording.rules.barrels import find_double_barrelled
from huiyin.collect.wording.rules.jargon import find_jargon
from huiyin.collect.wording.rules.length import find_length
from huiyin.collect.wording.rules.phrasing import find_phrases
from huiyin.collect.wording.rules.points import find_unlabelled_points
from huiyin.collect.wording.rules.poles import find_unbalanced_scale
from huiyin.collect.wording.rules.ranges import find_missing_options, find_overlapping_options
from huiyin.collect.wording.rules.statements import find_option_phrases

RuleFunction = Callable[[Question], Iterator[Finding]]

RULES: tuple[RuleFunction, ...] = (
    find_phrases,
    find_judging_attributes,
    find_option_phrases,
    find_double_barrelled,
    find_jargon,
    find_length,
    find_overlapping_options,
    find_missing_options,
    find_unbalanced_scale,
    find_unlabelled_points,
    find_missing_not_applicable,
)

__all__ = ["RULES", "RuleFunction"]
