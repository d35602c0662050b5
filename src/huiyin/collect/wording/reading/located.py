"""A question and where it stands in what was read."""

from __future__ import annotations

from dataclasses import dataclass

from huiyin.collect.wording.question import Question


@dataclass(frozen=True, slots=True)
class Located:
    """A question; `offset` is where its text begins in the document (None when it was composed from fields), `place`
    is a line number or a field name that a person can find."""

    question: Question
    offset: int | None
    place: str
