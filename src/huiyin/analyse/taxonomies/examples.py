"""Examples of an aspect: a span of a voice, or pasted text; spans are read from the ledger when they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import tables
from huiyin.text.few_shot import Example

LONGEST = 500
BACKGROUND = 1_500
# Knuth's multiplicative hash spreads neighbouring ids, so that the sample is not one week's.
_SPREAD, _SIZE = 2_654_435_761, 2**32


@dataclass(frozen=True, slots=True)
class StoredExample:
    """One example: `feedback_id` with an optional span of its text, or `text`; `holds` is False for a look-alike."""

    aspect: str
    feedback_id: int | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None
    holds: bool = True

    def as_dict(self) -> dict[str, Any]:
        """Return the example as JSON."""
        fields = ("aspect", "feedback_id", "start", "end", "text", "holds")
        return {name: getattr(self, name) for name in fields if getattr(self, name) is not None}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> StoredExample:
        """Read an example from JSON; raises InvalidInputError for one that names neither a voice nor a text."""
        known = {name: stored.get(name) for name in ("feedback_id", "start", "end", "text")}
        example = cls(str(stored.get("aspect", "")), **known, holds=bool(stored.get("holds", True)))
        if example.feedback_id is None and not (example.text or "").strip():
            raise InvalidInputError(
                "an example is a voice or a text", field="examples", expected="feedback_id or text"
            )
        return example


def read_texts(connection: Connection, stored: Sequence[StoredExample]) -> list[str]:
    """Return the text of each example; empty where its voice is gone or excluded."""
    wanted = {example.feedback_id for example in stored if example.feedback_id is not None}
    feedback = tables.feedback.c
    query = select(feedback.id, feedback.text).where(
        feedback.id.in_(wanted), feedback.excluded_reason.is_(None)
    )
    known: dict[int, str] = {row.id: row.text for row in connection.execute(query)} if wanted else {}
    return [
        (each.text or known.get(each.feedback_id or 0, "")[each.start : each.end])[:LONGEST].strip()
        for each in stored
    ]


def read_examples(connection: Connection, stored: Sequence[StoredExample]) -> list[Example]:
    """Return the examples as texts; a voice that is gone or excluded is left out."""
    texts = read_texts(connection, stored)
    return [Example(text, each.holds) for each, text in zip(stored, texts, strict=True) if text]


def background_of(connection: Connection, taxonomy: str, *, most: int = BACKGROUND) -> list[str]:
    """Return texts of sources of this taxonomy, spread over all its history, the same ones every time."""
    feedback, source = tables.feedback.c, tables.source.c
    query = (
        select(feedback.text)
        .join(tables.source, source.id == feedback.source_id)
        .where(source.taxonomy == taxonomy, feedback.excluded_reason.is_(None))
        .order_by((feedback.id * _SPREAD) % _SIZE, feedback.id)
        .limit(most)
    )
    return list(connection.execute(query).scalars())
