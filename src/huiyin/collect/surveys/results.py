"""What the answers say, each figure with its interval; with weights, what they would say of the customers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from huiyin.collect.surveys.itemised import sets_of
from huiyin.collect.surveys.question import ITEMISED, OPEN, Definition, Kind, Metric, SurveyQuestion
from huiyin.collect.surveys.sheets import Sheet, chosen, options_of
from huiyin.stats import (
    BestWorstPick,
    Estimate,
    Kano,
    best_worst,
    best_worst_shares,
    ces,
    csat,
    insufficient,
    kano,
    mean_interval,
    nps,
    weighted_mean,
    weighted_share,
    wilson,
)

Weights = NDArray[np.float64]
_SEED = 20260101


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that could be chosen, and its share of those who answered the question."""

    value: str
    text: str
    count: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One line of a question about several things; which parts are filled depends on the question's kind."""

    value: str
    text: str
    answered: int
    options: tuple[Option, ...] = ()
    mean: Estimate | None = None
    kano: Kano | None = None
    best: int = 0
    worst: int = 0
    score: Estimate | None = None
    # Of MaxDiff: how many would take this item were all of them on offer.
    share: Estimate | None = None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question: how many answered it, its score where it has one, its options or items."""

    name: str
    kind: Kind
    title: str
    metric: Metric | None
    answered: int
    score: Estimate | None
    options: tuple[Option, ...]
    items: tuple[ItemResult, ...] = ()


def question_results(
    definition: Definition, sheets: Sequence[Sheet], weights: Weights | None = None
) -> list[QuestionResult]:
    """Return each question's result over the sheets, in the order of the survey.

    `weights`, shape (sheets,), weigh shares and scores; counts stay counts. Kano and best–worst scores are
    read unweighted.
    """
    return [_result(question, sheets, weights) for question in definition.questions]


def _result(question: SurveyQuestion, sheets: Sequence[Sheet], weights: Weights | None) -> QuestionResult:
    places = [place for place, sheet in enumerate(sheets) if question.name in sheet.answers]
    given = [sheets[place].answers[question.name] for place in places]
    kept = None if weights is None else weights[places]
    return QuestionResult(
        name=question.name,
        kind=question.kind,
        title=question.title,
        metric=question.metric,
        answered=len(given),
        score=score_of(question, given, kept),
        options=() if question.kind in OPEN | ITEMISED else _options(options_of(question), given, kept),
        items=_items(question, given, kept),
    )


def score_of(
    question: SurveyQuestion, given: Sequence[int], weights: Weights | None = None
) -> Estimate | None:
    """Return a rating's NPS, CSAT, CES or mean; None for other questions."""
    if question.kind is not Kind.RATING:
        return None
    if weights is not None:
        return _weighted_score(question, np.asarray(given), weights)
    if question.metric is Metric.NPS:
        promoters, detractors = sum(g >= 9 for g in given), sum(g <= 6 for g in given)
        return nps(promoters, len(given) - promoters - detractors, detractors)
    if question.metric is Metric.CSAT:
        return csat(sum(g >= question.high - 1 for g in given), len(given))
    return ces(given) if question.metric is Metric.CES else mean_interval(given)


def _weighted_score(question: SurveyQuestion, given: NDArray[np.int64], weights: Weights) -> Estimate:
    if question.metric is Metric.CSAT:
        return weighted_share(given >= question.high - 1, weights)
    if question.metric is Metric.NPS:
        return weighted_mean(100.0 * (given >= 9) - 100.0 * (given <= 6), weights)
    return weighted_mean(given, weights)


def _options(
    offered: Sequence[tuple[str, str]], given: Sequence[Any], weights: Weights | None
) -> tuple[Option, ...]:
    picked = [chosen(answer) for answer in given]
    counted = Counter(value for values in picked for value in values)
    return tuple(
        Option(value, text, counted[value], _share(value, picked, counted, weights))
        for value, text in offered
    )


def _share(
    value: str, picked: Sequence[Sequence[str]], counted: Counter[str], weights: Weights | None
) -> Estimate:
    if weights is None:
        return wilson(counted[value], len(picked))
    return weighted_share([value in values for values in picked], weights)


def _items(question: SurveyQuestion, given: Sequence[Any], weights: Weights | None) -> tuple[ItemResult, ...]:
    readers: dict[Kind, Callable[[], tuple[ItemResult, ...]]] = {
        Kind.MATRIX: lambda: _matrix(question, given, weights),
        Kind.KANO: lambda: _kano(question, given),
        Kind.MAXDIFF: lambda: _maxdiff(question, given),
    }
    return readers[question.kind]() if question.kind in readers else ()


def _matrix(
    question: SurveyQuestion, given: Sequence[dict[str, str]], weights: Weights | None
) -> tuple[ItemResult, ...]:
    made = []
    for value, text in question.items:
        places = [place for place, answer in enumerate(given) if value in answer]
        answers = [given[place][value] for place in places]
        kept = None if weights is None else weights[places]
        options = _options(question.choices, answers, kept)
        made.append(
            ItemResult(value, text, len(answers), options, mean=_column_mean(question, answers, kept))
        )
    return tuple(made)


def _column_mean(
    question: SurveyQuestion, answers: Sequence[str], weights: Weights | None
) -> Estimate | None:
    """Return the mean where the columns are numbers, None where they are words only."""
    if not all(column.lstrip("-").isdecimal() for column, _ in question.choices):
        return None
    numbers = [int(answer) for answer in answers]
    return mean_interval(numbers) if weights is None else weighted_mean(numbers, weights)


def _kano(question: SurveyQuestion, given: Sequence[dict[str, list[int]]]) -> tuple[ItemResult, ...]:
    made = []
    for value, text in question.items:
        pairs = [(answer[value][0], answer[value][1]) for answer in given if value in answer]
        made.append(ItemResult(value, text, len(pairs), kano=kano(pairs)))
    return tuple(made)


def _maxdiff(question: SurveyQuestion, given: Sequence[dict[str, Any]]) -> tuple[ItemResult, ...]:
    place = {value: number for number, (value, _) in enumerate(question.items)}
    best, worst, shown = (np.zeros((len(given), len(place))) for _ in range(3))
    picks = []
    for person, answer in enumerate(given):
        for pick, values in zip(answer["picks"], sets_of(question, answer["version"]), strict=True):
            if pick is None:
                continue
            shown[person, [place[value] for value in values]] += 1
            best[person, place[pick[0]]] += 1
            worst[person, place[pick[1]]] += 1
            offered = tuple(place[value] for value in values)
            picks.append(BestWorstPick(person, offered, place[pick[0]], place[pick[1]]))
    shares = best_worst_shares(picks, len(place))
    scores = (
        best_worst(best, worst, shown, rng=np.random.default_rng(_SEED))
        if given
        else [insufficient(0, "best-worst") for _ in place]
    )
    made = [
        ItemResult(
            value,
            text,
            int((shown[:, number] > 0).sum()),
            best=int(best[:, number].sum()),
            worst=int(worst[:, number].sum()),
            score=scores[number],
            share=shares[number],
        )
        for number, (value, text) in enumerate(question.items)
    ]
    return tuple(sorted(made, key=_score_value, reverse=True))


def _score_value(item: ItemResult) -> float:
    value = item.score.value if item.score else None
    return -2.0 if value is None else value
