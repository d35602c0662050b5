"""Who a case is about: the customer behind a voice, and the person that customer is part of."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables import feedback
from huiyin.store.ledger.tables_identity import account, account_voice


def customer_behind(connection: Connection, feedback_id: int) -> int | None:
    """Return the customer who said a voice, None where nobody known did.

    The voice's own record comes first; else the oldest customer record of the person its account belongs to,
    as the facts count it. Raises `InvalidInputError` for an unknown voice.
    """
    said = connection.execute(
        select(feedback.c.id, feedback.c.customer_id).where(feedback.c.id == feedback_id)
    ).one_or_none()
    if said is None:
        raise InvalidInputError(
            f"no voice has the id {feedback_id}", field="feedback_id", expected="the id of a voice"
        )
    if said.customer_id is not None:
        return int(said.customer_id)
    person = (
        select(account.c.person_id)
        .join(account_voice, account_voice.c.account_id == account.c.id)
        .where(account_voice.c.feedback_id == feedback_id, account.c.crowd.is_(False))
        .scalar_subquery()
    )
    oldest = select(func.min(account.c.customer_id)).where(
        account.c.person_id == person, account.c.crowd.is_(False)
    )
    known: int | None = connection.scalar(oldest)
    return known


def person_behind(connection: Connection, customer_id: int | None) -> int | None:
    """Return the person whose portrait shows a customer, None before identities were resolved."""
    person: int | None = connection.scalar(
        select(func.min(account.c.person_id)).where(account.c.customer_id == customer_id)
    )
    return person
