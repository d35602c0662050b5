"""Finding somebody by whatever is known of them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, select

from huiyin.linkage import HandleKind, kinds_of
from huiyin.store.ledger import tables_identity as identity

_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Found:
    """A person that a search found: by which handle, and how much there is of them."""

    person: int
    label: str
    kind: HandleKind
    value: str
    accounts: int
    known_customer: bool


def search(connection: Connection, text: str, *, limit: int = 20) -> list[Found]:
    """Return persons with a handle that equals or begins with the text, equal ones first.

    A text is read as every kind of handle it could be; both ways go through the index of normal forms.
    """
    forms = set(kinds_of(text).values())
    hits = _hits(connection, [identity.handle.c.normalised.in_(forms)], {}, limit) if forms else {}
    if len(hits) < limit and forms:
        hits = _hits(connection, _beginnings(forms), hits, limit)
    return _described(connection, hits)


Hits = dict[int, tuple[HandleKind, str]]


def _hits(connection: Connection, wanted: list[ColumnElement[bool]], before: Hits, limit: int) -> Hits:
    """Add persons by their handles; each condition is a stretch of the index, read as far as needed."""
    handle, account = identity.handle.c, identity.account.c
    found = dict(before)
    for condition in wanted:
        query = (
            select(handle.kind, handle.value, account.person_id)
            .join(identity.account, account.id == handle.account_id)
            .where(condition)
            .order_by(handle.normalised, handle.kind)
            .limit(limit * 5)
        )
        for row in connection.execute(query):
            if len(found) < limit:
                found.setdefault(row.person_id, (HandleKind(row.kind), row.value))
    return found


def _beginnings(forms: set[str]) -> list[ColumnElement[bool]]:
    column = identity.handle.c.normalised
    begun = {form for form in forms if len(form) >= 2} | {f"+86{form}" for form in forms if form.isdigit()}
    return [and_(column >= form, column < form + _LAST) for form in sorted(begun)]


def _described(connection: Connection, hits: Hits) -> list[Found]:
    columns = identity.account.c
    query = select(columns.person_id, columns.kind, columns.label).where(columns.person_id.in_(hits))
    accounts: dict[int, list[tuple[str, str]]] = {person: [] for person in hits}
    for row in connection.execute(query.order_by(columns.kind.desc(), columns.id)):
        accounts[row.person_id].append((row.kind, row.label))
    return [
        Found(
            person=person,
            label=label_of(accounts[person]),
            kind=kind,
            value=value,
            accounts=len(accounts[person]),
            known_customer=any(each == "customer" for each, _ in accounts[person]),
        )
        for person, (kind, value) in hits.items()
    ]


def label_of(accounts: list[tuple[str, str]]) -> str:
    """Return what to call somebody: the name of a customer record, else of any account."""
    return next((label for kind, label in accounts if kind == "customer"), accounts[0][1] if accounts else "")
