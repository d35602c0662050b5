"""Running every rule over questions."""

from __future__ import annotations

from dataclasses import dataclass

from huiyin.collect.wording.finding import Finding
from huiyin.collect.wording.question import Question
from huiyin.collect.wording.reading import Located, read_document
from huiyin.collect.wording.reading.document import Form
from huiyin.collect.wording.rules import RULES


@dataclass(frozen=True, slots=True)
class Linted:
    """A question of a document and what was found in it; spans count from the start of the question's text."""

    located: Located
    findings: tuple[Finding, ...]


def lint(question: Question) -> list[Finding]:
    """Return the findings of one question in reading order.

    >>> from huiyin.collect.wording.question import ask
    >>> [(found.rule.value, found.rewrite) for found in lint(ask("难道您不觉得新版更清爽吗？"))]
    [('leading', '您是否觉得新版更清爽？')]
    """
    found: list[Finding] = []
    for finding in (finding for rule in RULES for finding in rule(question)):
        if not any(finding.rule is known.rule and finding.span.meets(known.span) for known in found):
            found.append(finding)
    return sorted(found, key=lambda finding: (finding.span, finding.rule))


def lint_document(text: str, form: Form | None = None) -> list[Linted]:
    """Return every question of a document with its findings. Raises InvalidInputError for broken SurveyJS."""
    return [Linted(located, tuple(lint(located.question))) for located in read_document(text, form)]
