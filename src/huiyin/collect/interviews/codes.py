"""The code book of a study: what a mark means, and which aspect of the taxonomy it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from huiyin.collect.interviews.errors import CodeInUseError
from huiyin.collect.interviews.studies import Study, get_study
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, InvalidInputError, NotFoundError
from huiyin.store.ledger.tables_interviews import code as table
from huiyin.store.ledger.tables_interviews import span
from huiyin.text import load_taxonomy

COLOURS = 8
MOST_CODES = 200


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its name, when it applies, its colour 0…7, its aspect, and the side it stands for (-1, 0, 1)."""

    id: int
    study_id: int
    name: str
    about: str
    colour: int
    aspect: str | None
    sentiment: int | None
    spans: int = 0


@dataclass(frozen=True, slots=True)
class CodeDraft:
    """What a person writes into the code book."""

    name: str
    about: str = ""
    aspect: str | None = None
    sentiment: int | None = None
    colour: int | None = None


def add_code(connection: Connection, study_id: int, draft: CodeDraft, *, by: str, clock: Clock) -> Code:
    """Keep a new code. Raises InvalidInputError, and ConflictError for a name that is taken."""
    study = get_study(connection, study_id)
    book = codes_of(connection, study_id)
    if len(book) >= MOST_CODES:
        raise InvalidInputError("the code book is full", field="name", expected=f"at most {MOST_CODES} codes")
    values = _checked(study, draft) | {"study_id": study_id, "created_by": by, "created_at": clock()}
    if values["colour"] is None:
        values["colour"] = len(book) % COLOURS
    try:
        new = connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()
    except IntegrityError as error:
        raise ConflictError(f"the code book has {values['name']!r} already") from error
    return get_code(connection, int(new))


def change_code(connection: Connection, code_id: int, draft: CodeDraft) -> Code:
    """Rewrite a code. Raises NotFoundError, InvalidInputError, ConflictError."""
    known = get_code(connection, code_id)
    values = _checked(get_study(connection, known.study_id), draft)
    if values["colour"] is None:
        del values["colour"]
    try:
        connection.execute(update(table).where(table.c.id == code_id).values(values))
    except IntegrityError as error:
        raise ConflictError(f"the code book has {values['name']!r} already") from error
    return get_code(connection, code_id)


def remove_code(connection: Connection, code_id: int) -> None:
    """Remove a code that marks nothing. Raises NotFoundError, CodeInUseError."""
    if get_code(connection, code_id).spans:
        raise CodeInUseError("the code marks text; take the marks away first")
    connection.execute(delete(table).where(table.c.id == code_id))


def get_code(connection: Connection, code_id: int) -> Code:
    """Return one code. Raises NotFoundError."""
    row = connection.execute(_query().where(table.c.id == code_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no code {code_id}")
    return _code(row)


def codes_of(connection: Connection, study_id: int) -> list[Code]:
    """Return the code book in the order in which it was written."""
    query = _query().where(table.c.study_id == study_id).order_by(table.c.id)
    return [_code(row) for row in connection.execute(query)]


def _checked(study: Study, draft: CodeDraft) -> dict[str, Any]:
    name = draft.name.strip()
    if not name or len(name) > 40:
        raise InvalidInputError("the code has no usable name", field="name", expected="1 to 40 characters")
    if draft.sentiment not in (None, -1, 0, 1):
        raise InvalidInputError("no such side", field="sentiment", expected="-1, 0, 1 or nothing")
    if draft.colour is not None and not 0 <= draft.colour < COLOURS:
        raise InvalidInputError("no such colour", field="colour", expected=f"0 to {COLOURS - 1}")
    aspect = draft.aspect or None
    if aspect and aspect not in {node.id for node in load_taxonomy(study.source.taxonomy).nodes}:
        raise InvalidInputError(
            f"{aspect!r} is no aspect of {study.source.taxonomy}",
            field="aspect",
            expected="an id of the study's taxonomy",
        )
    return {
        "name": name, "about": draft.about.strip(), "aspect": aspect,
        "sentiment": draft.sentiment, "colour": draft.colour,
    }  # fmt: skip


def _query() -> Any:
    used = select(func.count()).where(span.c.code_id == table.c.id).scalar_subquery().label("spans")
    return select(table, used)


def _code(row: Row[Any]) -> Code:
    return Code(row.id, row.study_id, row.name, row.about, row.colour, row.aspect, row.sentiment, row.spans)
