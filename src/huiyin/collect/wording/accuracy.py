"""How well the rules agree with people: precision and recall on a labelled set."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from huiyin.collect.wording.finding import Rule
from huiyin.collect.wording.linter import lint
from huiyin.collect.wording.question import Span
from huiyin.collect.wording.reading import read_document
from huiyin.stats import Estimate, wilson


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question with the faults a person marked in it, at most one span a rule."""

    id: str
    half: str
    language: str
    text: str
    faults: dict[Rule, Span]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Counts of agreement: `right` findings meet a marked span of the same rule, `wrong` ones none, `missed` marks
    met no finding; `clean` questions bear no mark, `quiet` of them got no finding."""

    right: Counter[Rule]
    wrong: Counter[Rule]
    missed: Counter[Rule]
    clean: int
    quiet: int

    def precision(self, rule: Rule | None = None) -> Estimate:
        """Return the share of findings that are right, with its Wilson interval."""
        right, wrong = _total(self.right, rule), _total(self.wrong, rule)
        return wilson(right, right + wrong)

    def recall(self, rule: Rule | None = None) -> Estimate:
        """Return the share of marks that were found, with its Wilson interval."""
        right, missed = _total(self.right, rule), _total(self.missed, rule)
        return wilson(right, right + missed)

    def quiet_share(self) -> Estimate:
        """Return the share of clean questions without a finding, with its Wilson interval."""
        return wilson(self.quiet, self.clean)


def read_labelled(lines: Iterable[str], half: str | None = None) -> list[Labelled]:
    """Read a labelled set in JSON lines; `half` keeps one half of it."""
    rows = [json.loads(line) for line in lines if line.strip()]
    return [_labelled(row) for row in rows if half is None or row["half"] == half]


def measure(questions: Iterable[Labelled]) -> Accuracy:
    """Run the linter over a labelled set and count."""
    right, wrong, missed = Counter[Rule](), Counter[Rule](), Counter[Rule]()
    clean = quiet = 0
    for labelled in questions:
        found = found_in(labelled.text)
        met = {rule for rule, span in found if rule in labelled.faults and span.meets(labelled.faults[rule])}
        right.update(met)
        missed.update(set(labelled.faults) - met)
        stray = [
            (rule, span) for rule, span in found if not (rule in met and span.meets(labelled.faults[rule]))
        ]
        wrong.update(rule for rule, _ in stray)
        clean += not labelled.faults
        quiet += not labelled.faults and not found
    return Accuracy(right, wrong, missed, clean, quiet)


def found_in(text: str) -> list[tuple[Rule, Span]]:
    """Return the rules and spans found in a text, spans counted in that text."""
    return [
        (finding.rule, finding.span.shifted(located.offset or 0))
        for located in read_document(text, "text")
        for finding in lint(located.question)
    ]


def _labelled(row: dict[str, Any]) -> Labelled:
    faults = {Rule(mark["rule"]): Span(mark["start"], mark["end"]) for mark in row["findings"]}
    return Labelled(row["id"], row["half"], row["language"], row["text"], faults)


def _total(counts: Counter[Rule], rule: Rule | None) -> int:
    return counts.total() if rule is None else counts[rule]
