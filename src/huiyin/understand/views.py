"""Saved views: the address of a page under a name, for oneself or for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from huiyin.kit.clock import Clock
from huiyin.kit.errors import AccessDeniedError, ConflictError, InvalidInputError, NotFoundError
from huiyin.store.ledger.tables_access import app_user
from huiyin.store.ledger.tables_views import saved_view

LONGEST_NAME = 80


class ViewNotFoundError(NotFoundError):
    """There is no such view, or it is somebody else's own."""

    code = "view_not_found"


class ViewNameTakenError(ConflictError):
    """The person has a view of this name already."""

    code = "view_name_taken"


class NotYourViewError(AccessDeniedError):
    """A shared view is read by all and changed by its owner or an administrator."""

    code = "not_your_view"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks: their own views and the shared ones are theirs to see; `keeper` may change shared ones too."""

    id: int
    keeper: bool = False


@dataclass(frozen=True, slots=True)
class SavedView:
    """A page's path and query string under a name; `mine` tells whether the reader owns it."""

    id: int
    name: str
    page: str
    query: str
    shared: bool
    owner: str
    mine: bool
    created_at: datetime
    updated_at: datetime


def list_views(connection: Connection, reader: Reader) -> tuple[SavedView, ...]:
    """Return the reader's own views and the shared ones, by name."""
    rows = connection.execute(_visible(reader).order_by(saved_view.c.name, saved_view.c.id))
    return tuple(_view(row._mapping, reader) for row in rows)


def read_view(connection: Connection, view_id: int, reader: Reader) -> SavedView:
    """Return one view; raises ViewNotFoundError."""
    row = connection.execute(_visible(reader).where(saved_view.c.id == view_id)).one_or_none()
    if row is None:
        raise ViewNotFoundError(f"no view {view_id}")
    return _view(row._mapping, reader)


def save_view(
    connection: Connection, reader: Reader, *, name: str, page: str, query: str, shared: bool, clock: Clock
) -> SavedView:
    """Keep a page under a name; raises ViewNameTakenError, and InvalidInputError for no page of ours."""
    if not page.startswith("/") or page.startswith("//") or "?" in page:
        raise InvalidInputError(
            "not a page of ours", field="page", expected="a path such as /understand/facts"
        )
    now = clock()
    values = {
        "owner_id": reader.id,
        "name": _name(name),
        "page": page,
        "query": query.lstrip("?"),
        "shared": shared,
        "created_at": now,
        "updated_at": now,
    }
    try:
        key = connection.execute(insert(saved_view).values(values)).inserted_primary_key
    except IntegrityError as error:
        raise ViewNameTakenError(f"you have a view named {values['name']!r} already") from error
    return read_view(connection, int(key[0]) if key else 0, reader)


def change_view(
    connection: Connection, view_id: int, reader: Reader, changes: Mapping[str, Any], *, clock: Clock
) -> SavedView:
    """Rename a view, share it or keep it to oneself, or save another state under it."""
    _owned(connection, view_id, reader)
    values = dict(changes) | {"updated_at": clock()}
    if "name" in values:
        values["name"] = _name(values["name"])
    try:
        connection.execute(update(saved_view).where(saved_view.c.id == view_id).values(values))
    except IntegrityError as error:
        raise ViewNameTakenError(f"there is a view named {values['name']!r} already") from error
    return read_view(connection, view_id, reader)


def delete_view(connection: Connection, view_id: int, reader: Reader) -> None:
    """Forget a view."""
    _owned(connection, view_id, reader)
    connection.execute(delete(saved_view).where(saved_view.c.id == view_id))


def _owned(connection: Connection, view_id: int, reader: Reader) -> None:
    if not (read_view(connection, view_id, reader).mine or reader.keeper):
        raise NotYourViewError("a shared view is changed by who saved it, or by an administrator")


def _visible(reader: Reader) -> Any:
    return (
        select(saved_view, app_user.c.display_name)
        .join_from(saved_view, app_user)
        .where(or_(saved_view.c.owner_id == reader.id, saved_view.c.shared))
    )


def _view(row: Mapping[Any, Any], reader: Reader) -> SavedView:
    return SavedView(
        id=row["id"],
        name=row["name"],
        page=row["page"],
        query=row["query"],
        shared=row["shared"],
        owner=row["display_name"],
        mine=row["owner_id"] == reader.id,
        created_at=row["created_at"],
        updated_at=row["updated_at"],
    )


def _name(name: str) -> str:
    trimmed = name.strip()
    if not 1 <= len(trimmed) <= LONGEST_NAME:
        raise InvalidInputError(
            "a view needs a name", field="name", expected=f"1 to {LONGEST_NAME} characters"
        )
    return trimmed
