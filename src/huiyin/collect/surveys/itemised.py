"""Answers about several things at once: the rows of a matrix, the features of Kano, the sets of MaxDiff."""

from __future__ import annotations

from typing import Any

from huiyin.collect.surveys.question import KANO_POINTS, MAXDIFF_VERSIONS, Kind, SurveyQuestion
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import balanced_sets

Picks = list[list[str] | None]


def itemised_answer(question: SurveyQuestion, value: Any, *, whole: bool) -> Any:
    """Return the answer in its canonical form.

    A matrix is {row: column}; Kano {feature: [with it, without it]}, each 1 (like) to 5 (dislike); MaxDiff
    {"version": v, "picks": [[most, least] or None, one for each set]}. `whole` asks for all of it.
    Raises InvalidInputError.
    """
    if not isinstance(value, dict):
        raise _refused(question, "an object")
    if question.kind is Kind.MAXDIFF:
        return _picks(question, value, whole=whole)
    read = _column if question.kind is Kind.MATRIX else _pair
    offered = dict(question.items)
    if set(value) - set(offered):
        raise _refused(question, f"answers to {', '.join(offered)}")
    kept = {item: read(question, value[item]) for item in offered if value.get(item) is not None}
    if whole and len(kept) < len(offered):
        raise _refused(question, "an answer to each line")
    return kept


def sets_of(question: SurveyQuestion, version: int) -> list[tuple[str, ...]]:
    """Return the values shown in each set of one design of a MaxDiff question."""
    values = [value for value, _ in question.items]
    return [
        tuple(values[place] for place in each)
        for each in balanced_sets(len(values), question.set_size, version)
    ]


def _column(question: SurveyQuestion, value: Any) -> str:
    offered = [column for column, _ in question.choices]
    if value not in offered:
        raise _refused(question, ", ".join(offered))
    return str(value)


def _pair(question: SurveyQuestion, value: Any) -> list[int]:
    right = isinstance(value, list) and len(value) == 2
    if not right or any(type(point) is not int or point not in KANO_POINTS for point in value):
        raise _refused(question, "two numbers from 1 to 5 for each feature")
    return list(value)


def _picks(question: SurveyQuestion, value: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    version, picks = value.get("version"), value.get("picks")
    if type(version) is not int or not 0 <= version < MAXDIFF_VERSIONS or not isinstance(picks, list):
        raise _refused(question, f"a version from 0 to {MAXDIFF_VERSIONS - 1} and a list of picks")
    sets = sets_of(question, version)
    if len(picks) > len(sets) or set(value) - {"version", "picks"}:
        raise _refused(question, f"version and {len(sets)} picks")
    padded = [*picks, *[None] * (len(sets) - len(picks))]
    kept = [_pick(question, pick, shown) for pick, shown in zip(padded, sets, strict=True)]
    if whole and None in kept:
        raise _refused(question, "a choice in each set")
    return {"version": version, "picks": kept}


def _pick(question: SurveyQuestion, pick: Any, shown: tuple[str, ...]) -> list[str] | None:
    if pick is None:
        return None
    right = isinstance(pick, list) and len(pick) == 2 and pick[0] != pick[1]
    if not right or any(not isinstance(one, str) or one not in shown for one in pick):
        raise _refused(question, f"two different ones of {', '.join(shown)}")
    return list(pick)


def _refused(question: SurveyQuestion, expected: str) -> InvalidInputError:
    return InvalidInputError(
        f"that is no answer to {question.title!r}", field=question.name, expected=expected
    )
