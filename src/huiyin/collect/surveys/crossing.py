"""Every question crossed with one that divides respondents: shares, scores and tests, corrected together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from huiyin.collect.surveys.question import CHOSEN, GROUPING, Definition, Kind, SurveyQuestion
from huiyin.collect.surveys.results import score_of
from huiyin.collect.surveys.sheets import KNOWN, Sheet, chosen, group_of, grouped, options_of
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import Association, Estimate, adjusted_p_values, association, cell_p_values, wilson

MOST_GROUPS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """One part of the respondents."""

    value: str
    text: str
    n: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of a group answered so, their share of the group, and whether that departs from the rest.

    `direction` is 1 or −1 where the adjusted residual's p, corrected over all cells of all tables, is below
    .05; else 0. `q` is that corrected p, NaN where nothing could be tested.
    """

    count: int
    share: Estimate
    q: float
    direction: int


@dataclass(frozen=True, slots=True)
class Row:
    """One answer across the groups."""

    value: str
    text: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CrossTable:
    """One question by the groups; `test` is None where several answers may be picked, `q` its corrected p."""

    name: str
    title: str
    kind: Kind
    test: Association | None
    q: float
    rows: tuple[Row, ...]
    scores: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """All tables by one division; p-values are corrected over all of them (Benjamini–Hochberg)."""

    by: str
    title: str
    groups: tuple[Group, ...]
    tables: tuple[CrossTable, ...]


def cross_tables(definition: Definition, sheets: Sequence[Sheet], by: str) -> Crossing:
    """Return every choice and rating question by the groups of `by`, a question's name or one of `KNOWN`.

    Raises InvalidInputError for something that divides nobody.
    """
    groups, codes = _groups(definition, sheets, by)
    questions = [q for q in _askable(definition) if q.name != by]
    counted = [_counts(question, sheets, codes, len(groups)) for question in questions]
    tests = [
        None if q.kind is Kind.CHECKBOX else association(c) for q, c in zip(questions, counted, strict=True)
    ]
    adjusted = adjusted_p_values([float("nan") if test is None else test.p_value for test in tests])
    cells = _cell_q_values(questions, sheets, codes, counted)
    tables = tuple(
        _table(question, sheets, codes, groups, counts, test, float(q), cell_q)
        for question, counts, test, q, cell_q in zip(questions, counted, tests, adjusted, cells, strict=True)
    )
    question = definition.question(by)
    return Crossing(by, question.title if question else by, groups, tables)


def _askable(definition: Definition) -> Iterator[SurveyQuestion]:
    """Yield choice and rating questions; each row of a matrix is a question of its own."""
    for question in definition.questions:
        if question.kind in GROUPING | CHOSEN:
            yield question
        for value, text in question.items if question.kind is Kind.MATRIX else ():
            yield replace(
                question,
                kind=Kind.RADIO,
                name=f"{question.name}.{value}",
                title=f"{question.title} — {text}",
                items=(),
            )


def _given(question: SurveyQuestion, sheet: Sheet) -> Any:
    """Return the answer to a question or to one row of a matrix, whose name has a point in it."""
    name, _, row = question.name.partition(".")
    answer = sheet.answers.get(name)
    return answer.get(row) if row and answer is not None else answer


def divisions(definition: Definition, sheets: Sequence[Sheet]) -> list[str]:
    """Return what these respondents can be divided by, choices first; at least two groups were heard."""
    asked = [question for question in definition.questions if question.kind in GROUPING]
    names = [question.name for question in asked if question.kind is not Kind.RATING]
    rated = [question.name for question in asked if question.kind is Kind.RATING]
    return [
        name
        for name in (*names, *KNOWN, *rated)
        if 2 <= len({group_of(definition, sheet, name) for sheet in sheets} - {None}) <= MOST_GROUPS
    ]


def _groups(
    definition: Definition, sheets: Sequence[Sheet], by: str
) -> tuple[tuple[Group, ...], NDArray[np.intp]]:
    question = definition.question(by)
    if by not in KNOWN and (question is None or question.kind not in GROUPING):
        raise InvalidInputError(
            f"{by!r} divides nobody", field="by", expected=f"{', '.join(KNOWN)} or a choice question"
        )
    found = [group_of(definition, sheet, by) for sheet in sheets]
    counted = Counter(value for value in found if value is not None)
    offered = dict(options_of(question, groups=True)) if question else {}
    order = [value for value in offered if counted[value]] or [value for value, _ in counted.most_common()]
    order = order[:MOST_GROUPS]
    codes = [order.index(value) if value in order else -1 for value in found]
    return tuple(Group(value, offered.get(value, value), counted[value]) for value in order), np.asarray(
        codes, dtype=np.intp
    )


def _counts(
    question: SurveyQuestion, sheets: Sequence[Sheet], codes: NDArray[np.intp], groups: int
) -> NDArray[np.float64]:
    """Return counts of shape (options, groups)."""
    place = {value: number for number, (value, _) in enumerate(options_of(question, groups=True))}
    counts = np.zeros((len(place), groups))
    for sheet, code in zip(sheets, codes, strict=True):
        for value in _answered(question, sheet) if code >= 0 else []:
            if value in place:
                counts[place[value], code] += 1
    return counts


def _answered(question: SurveyQuestion, sheet: Sheet) -> list[str]:
    answer = _given(question, sheet)
    if answer is None:
        return []
    return chosen(answer) if question.kind is Kind.CHECKBOX else [grouped(question, answer)]


def _bases(
    question: SurveyQuestion, sheets: Sequence[Sheet], codes: NDArray[np.intp], groups: int
) -> NDArray[np.intp]:
    """Return how many of each group answered the question."""
    heard = [
        code for sheet, code in zip(sheets, codes, strict=True) if code >= 0 and _answered(question, sheet)
    ]
    return np.bincount(np.asarray(heard, dtype=np.intp), minlength=groups)


def _cell_q_values(
    questions: Sequence[SurveyQuestion],
    sheets: Sequence[Sheet],
    codes: NDArray[np.intp],
    counted: Sequence[NDArray[np.float64]],
) -> list[NDArray[np.float64]]:
    """Return corrected p-values per table; each option is tested against all other answers to its question."""
    plain = []
    for question, counts in zip(questions, counted, strict=True):
        bases = _bases(question, sheets, codes, counts.shape[1])
        plain.append(np.array([cell_p_values([row, bases - row])[0] for row in counts]).reshape(counts.shape))
    flat = adjusted_p_values(np.concatenate([p.ravel() for p in plain]) if plain else [])
    ends = np.cumsum([p.size for p in plain])
    return (
        [part.reshape(p.shape) for part, p in zip(np.split(flat, ends[:-1]), plain, strict=True)]
        if plain
        else []
    )


def _table(
    question: SurveyQuestion,
    sheets: Sequence[Sheet],
    codes: NDArray[np.intp],
    groups: Sequence[Group],
    counts: NDArray[np.float64],
    test: Association | None,
    q: float,
    cell_q: NDArray[np.float64],
) -> CrossTable:
    bases = _bases(question, sheets, codes, len(groups))
    rows = tuple(
        Row(
            value,
            text,
            tuple(_cell(counts[place], bases, cell_q[place], column) for column in range(len(groups))),
        )
        for place, (value, text) in enumerate(options_of(question, groups=True))
    )
    scores = [_score(question, sheets, codes, column) for column in range(len(groups))]
    return CrossTable(
        question.name, question.title, question.kind, test, q, rows, tuple(score for score in scores if score)
    )


def _cell(counts: NDArray[np.float64], bases: NDArray[np.intp], q: NDArray[np.float64], column: int) -> Cell:
    share = wilson(int(counts[column]), int(bases[column]))
    overall = counts.sum() / max(bases.sum(), 1)
    departs = bool(q[column] < 0.05) and share.value is not None
    direction = 0 if not departs else 1 if (share.value or 0.0) > overall else -1
    return Cell(int(counts[column]), share, float(q[column]), direction)


def _score(
    question: SurveyQuestion, sheets: Sequence[Sheet], codes: NDArray[np.intp], column: int
) -> Estimate | None:
    given = [_given(question, sheet) for sheet, code in zip(sheets, codes, strict=True) if code == column]
    return score_of(question, [answer for answer in given if answer is not None])
