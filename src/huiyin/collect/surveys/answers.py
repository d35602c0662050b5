"""Answers that fit a definition; whatever does not is refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from huiyin.collect.surveys.definition import CONDITION, LONGEST_ANSWER
from huiyin.collect.surveys.itemised import itemised_answer
from huiyin.collect.surveys.question import ITEMISED, OPEN, Definition, Kind, SurveyQuestion
from huiyin.kit.errors import InvalidInputError

OTHER = "other"


def check_answers(definition: Definition, raw: Mapping[str, Any], *, complete: bool) -> dict[str, Any]:
    """Return the answers to visible questions in their canonical form.

    Raises InvalidInputError for an unknown question or value, and, when `complete`, for a required one left out.
    """
    known = {question.name for question in definition.questions}
    for name in raw:
        if name not in known and not name.endswith("-Comment"):
            raise InvalidInputError(
                f"there is no question {name!r}", field=name[:60], expected=", ".join(sorted(known))
            )
    kept: dict[str, Any] = {}
    for question in definition.questions:
        if not is_visible(question, kept):
            continue
        value = raw.get(question.name)
        if value is None or value in ("", [], {}):
            if complete and question.required:
                raise InvalidInputError(
                    f"{question.title!r} is not answered", field=question.name, expected="an answer"
                )
            continue
        answer = _canonical(question, value, whole=complete and question.required)
        if answer == {}:
            continue
        kept[question.name] = answer
        comment = raw.get(f"{question.name}-Comment")
        if question.other and comment:
            kept[f"{question.name}-Comment"] = _words(question, comment)
    return kept


def is_visible(question: SurveyQuestion, answers: Mapping[str, Any]) -> bool:
    """Tell whether the question is shown after these answers."""
    return all(_holds(found, answers) for found in CONDITION.finditer(question.visible_if))


def _holds(found: Any, answers: Mapping[str, Any]) -> bool:
    given = answers.get(found.group("name"))
    wanted, sign = _literal(found.group("value")), str(found.group("sign"))
    if sign in ("=", "<>"):
        same = wanted in given if isinstance(given, list) else given == wanted
        return bool(same) == (sign == "=")
    if not isinstance(given, int | float) or not isinstance(wanted, int | float):
        return False
    less, equal = given < wanted, given == wanted
    return {"<": less, "<=": less or equal, ">": not less and not equal, ">=": not less}[sign]


def _literal(raw: str) -> Any:
    if raw in ("true", "false"):
        return raw == "true"
    return raw[1:-1] if raw.startswith("'") else float(raw)


def _canonical(question: SurveyQuestion, value: Any, *, whole: bool) -> Any:
    if question.kind in ITEMISED:
        return itemised_answer(question, value, whole=whole)
    if question.kind in OPEN:
        return _words(question, value)
    if question.kind is Kind.RATING:
        if type(value) is not int or not question.low <= value <= question.high:
            raise _refused(question, value, f"a whole number from {question.low} to {question.high}")
        return value
    if question.kind is Kind.BOOLEAN:
        if not isinstance(value, bool):
            raise _refused(question, value, "true or false")
        return value
    return _chosen(question, value)


def _chosen(question: SurveyQuestion, value: Any) -> Any:
    offered = {choice for choice, _ in question.choices} | ({OTHER} if question.other else set())
    several = question.kind is Kind.CHECKBOX
    picked = value if several and isinstance(value, list) else [value]
    if any(not isinstance(one, str) or one not in offered for one in picked) or (
        several and not isinstance(value, list)
    ):
        raise _refused(question, value, ", ".join(sorted(offered)))
    return sorted(set(picked)) if several else value


def _words(question: SurveyQuestion, value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_ANSWER:
        raise _refused(question, value, f"text of at most {LONGEST_ANSWER:,} characters")
    return value.replace("\x00", "").strip()


def _refused(question: SurveyQuestion, value: Any, expected: str) -> InvalidInputError:
    return InvalidInputError(
        f"{str(value)[:40]!r} is no answer to {question.title!r}", field=question.name, expected=expected
    )
