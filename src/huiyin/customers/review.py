"""The review queue: links that are likely but not certain, those first whose answer changes most."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, case, func, or_, select

from huiyin.customers.identity.evidence import LinkState
from huiyin.customers.portrait import AccountView, LinkView, account_views, link_view
from huiyin.store.ledger import tables_identity as identity
from huiyin.store.ledger.tables_profile import customer_profile

# A nickname that was heard once moves one voice; nobody should be asked for that before everything else.
TELLING_VOICES = 2


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two accounts one person? `voices` would change hands."""

    link: LinkView
    one: AccountView
    other: AccountView
    one_person: int
    other_person: int
    voices: int


@dataclass(frozen=True, slots=True)
class Queue:
    """Open questions, how many there are in all, and of how many the answer matters (`pressing`)."""

    items: tuple[Question, ...]
    total: int
    pressing: int


def review_queue(connection: Connection, *, masked: bool, limit: int = 30) -> Queue:
    """Return open questions: two customer records first, then by the customer's worth and the voices at stake.

    The answer matters where two customer records or several voices hang on it.
    """
    questions = _open_questions().subquery()
    by = questions.c
    pressing = or_(by.records == 2, by.voices >= TELLING_VOICES)
    sizes = connection.execute(
        select(func.count(), func.count().filter(pressing)).select_from(questions)
    ).one()
    ordered = (
        select(identity.identity_link, by.one_person, by.other_person, by.voices)
        .join(questions, by.link_id == identity.identity_link.c.id)
        .order_by(
            case((pressing, 0), else_=1),
            by.records.desc(),
            by.worth.desc(),
            by.voices.desc(),
            identity.identity_link.c.probability.desc(),
            identity.identity_link.c.id,
        )
        .limit(limit)
    )
    rows = [dict(row) for row in connection.execute(ordered).mappings()]
    views = account_views(
        connection, [account for row in rows for account in (row["one_id"], row["other_id"])], masked=masked
    )
    items = tuple(
        Question(
            link_view(row),
            views[row["one_id"]],
            views[row["other_id"]],
            row["one_person"],
            row["other_person"],
            row["voices"],
        )
        for row in rows
    )
    return Queue(items, *sizes)


def _open_questions() -> Select[tuple[int, int, int, int, int, float]]:
    """Links under review of two persons that nothing else has joined meanwhile, with what hangs on the answer."""
    link, worth = identity.identity_link.c, customer_profile.c
    first, second = identity.account.alias("first"), identity.account.alias("second")
    one, other = first.c, second.c
    said = [
        select(func.count())
        .where(identity.account_voice.c.account_id == side.id)
        .correlate(first, second)
        .scalar_subquery()
        for side in (one, other)
    ]
    value = (
        select(func.coalesce(func.max(worth.lifetime), 0.0))
        .where(worth.person_id.in_([one.person_id, other.person_id]))
        .correlate(first, second)
        .scalar_subquery()
    )
    records = case((one.kind == "customer", 1), else_=0) + case((other.kind == "customer", 1), else_=0)
    return (
        select(
            link.id.label("link_id"),
            one.person_id.label("one_person"),
            other.person_id.label("other_person"),
            records.label("records"),
            case((records > 0, said[0] + said[1]), (said[0] < said[1], said[0]), else_=said[1]).label(
                "voices"
            ),
            value.label("worth"),
        )
        .join(first, one.id == link.one_id)
        .join(second, other.id == link.other_id)
        .where(and_(link.state == LinkState.REVIEW, one.person_id != other.person_id))
    )
