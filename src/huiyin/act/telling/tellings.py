"""One message to everyone who raised an issue, within consent and cap, beside a group that is not told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from html import escape
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from huiyin.access import Principal
from huiyin.act.actions.actions import Action
from huiyin.act.sending.outbox import Content, enqueue
from huiyin.act.sending.targets import Target, TargetKind
from huiyin.act.telling.consent import willing
from huiyin.act.telling.errors import TellingExistsError, TellingNotFoundError
from huiyin.act.telling.raisers import Raiser
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables import customer
from huiyin.store.ledger.tables_telling import telling, told_customer

QUARTER = timedelta(days=91)
DEFAULT_CAP = 2
DEFAULT_HOLDOUT = 0.2
_ADDRESS = "email"


class RecipientState(StrEnum):
    """What becomes of one customer who raised the issue."""

    READY = "ready"
    SENT = "sent"
    HELD_OUT = "held_out"
    NO_CONSENT = "no_consent"
    CAPPED = "capped"


@dataclass(frozen=True, slots=True)
class TellingDraft:
    """The words, by language, and the share kept untold so that the effect can be known.

    `contact_cap` is the most messages of ours that a customer gets within 91 days.
    """

    messages: Mapping[str, str]
    holdout: float = DEFAULT_HOLDOUT
    contact_cap: int = DEFAULT_CAP


@dataclass(frozen=True, slots=True)
class Telling:
    """A message as it was drafted, and how many customers stand in each state."""

    id: int
    action_id: int
    messages: dict[str, str]
    holdout: float
    contact_cap: int
    created_by: str
    created_at: datetime
    counts: dict[RecipientState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One customer of a telling; `address` is set where we may write by mail."""

    customer_id: int
    feedback_id: int
    channel: str
    language: str
    state: RecipientState
    address: str | None
    sent_at: datetime | None
    sent_by: str | None


def draft_messages(action: Action, aspect_zh: str, aspect_en: str) -> dict[str, str]:
    """Return words to begin with; a person should say what exactly was done.

    They promise nothing that the action's test has not shown: what was done, not that it helps.
    """
    return {
        "zh": (
            f"您好！您曾向我们反映“{aspect_zh}”的问题。我们听到了，也改了：{action.title}。"
            "如果您再次遇到，请直接回复，我们会继续跟进。感谢您开口。"
        ),
        "en": (
            f"Hello! You told us about a problem with {aspect_en.lower()}. We heard you and made a change: "
            f"{action.title}. If it happens again, just reply. Thank you for speaking up."
        ),
    }


def draft_telling(
    connection: Connection,
    action: Action,
    raisers: Sequence[Raiser],
    draft: TellingDraft,
    *,
    by: Principal,
    clock: Clock,
) -> Telling:
    """Keep the message and decide for each customer whether to tell them.

    Who is held out follows from customer and action alone, before anything is known of what they will do.
    Raises `TellingExistsError` for a second message about one action, `InvalidInputError` for empty words or
    an impossible share.
    """
    _check(draft)
    if connection.scalar(select(telling.c.id).where(telling.c.action_id == action.id)) is not None:
        raise TellingExistsError(f"the customers of action {action.id} have their message already")
    values = {
        "action_id": action.id,
        "messages": {language: text.strip() for language, text in draft.messages.items()},
        "holdout": draft.holdout,
        "contact_cap": draft.contact_cap,
        "created_by": by.username,
        "created_at": clock(),
    }
    telling_id: int = connection.execute(insert(telling).values(values).returning(telling.c.id)).scalar_one()
    rows = _recipients(connection, action, raisers, draft, clock())
    if rows:
        connection.execute(insert(told_customer), [row | {"telling_id": telling_id} for row in rows])
    return get_telling(connection, action.id)


def get_telling(connection: Connection, action_id: int) -> Telling:
    """Return what the customers of an action are told; raises `TellingNotFoundError`."""
    row = connection.execute(select(telling).where(telling.c.action_id == action_id)).one_or_none()
    if row is None:
        raise TellingNotFoundError(f"the customers of action {action_id} have not been told")
    counted = connection.execute(
        select(told_customer.c.state, func.count())
        .where(told_customer.c.telling_id == row.id)
        .group_by(told_customer.c.state)
    )
    found: dict[str, int] = {row[0]: row[1] for row in counted}
    return Telling(**row._asdict(), counts={state: found.get(state.value, 0) for state in RecipientState})


def list_recipients(
    connection: Connection,
    telling_id: int,
    *,
    states: Iterable[RecipientState] = (),
    limit: int | None = None,
) -> list[Recipient]:
    """Return the customers of a telling, all of them without a limit."""
    query = select(told_customer).where(told_customer.c.telling_id == telling_id).limit(limit)
    wanted = [state.value for state in states]
    if wanted:
        query = query.where(told_customer.c.state.in_(wanted))
    return [_recipient(row) for row in connection.execute(query.order_by(told_customer.c.customer_id))]


def send_mails(connection: Connection, found: Telling, *, subject: str, by: Principal, clock: Clock) -> int:
    """Queue a mail to every ready customer with an address; return how many.

    Whoever has none is told by hand in the channel where they spoke, and marked with `mark_sent`. Consent and cap
    count as they are now, not as they were when the message was drafted.
    """
    _look_again(connection, found, clock())
    ready = [
        each
        for each in list_recipients(connection, found.id, states=[RecipientState.READY])
        if each.address is not None
    ]
    for each in ready:
        text = found.messages.get(each.language) or found.messages["zh"]
        enqueue(connection, Target(TargetKind.EMAIL, each.address or ""), _mail(subject, text), clock=clock)
    mark_sent(connection, found.id, [each.customer_id for each in ready], by=by, clock=clock)
    return len(ready)


def _look_again(connection: Connection, found: Telling, now: datetime) -> None:
    """Take back those who have withdrawn their consent or heard enough from us since the message was drafted."""
    waiting = list_recipients(connection, found.id, states=[RecipientState.READY])
    agreed = willing(connection, [each.customer_id for each in waiting])
    contacts = _contacts(connection, now - QUARTER)
    for each in waiting:
        if each.customer_id not in agreed:
            _set_aside(connection, found.id, each.customer_id, RecipientState.NO_CONSENT)
        elif contacts.get(each.customer_id, 0) >= found.contact_cap:
            _set_aside(connection, found.id, each.customer_id, RecipientState.CAPPED)


def _set_aside(connection: Connection, telling_id: int, customer_id: int, state: RecipientState) -> None:
    mine = (told_customer.c.telling_id == telling_id) & (told_customer.c.customer_id == customer_id)
    address = {"address": None} if state is RecipientState.NO_CONSENT else {}
    connection.execute(update(told_customer).where(mine).values(state=state.value, **address))


def mark_sent(
    connection: Connection, telling_id: int, customer_ids: Sequence[int], *, by: Principal, clock: Clock
) -> int:
    """Note that these ready customers were told; return how many that newly are."""
    changed = 0
    for customer_id in customer_ids:
        changed += connection.execute(
            update(told_customer)
            .where(
                told_customer.c.telling_id == telling_id,
                told_customer.c.customer_id == customer_id,
                told_customer.c.state == RecipientState.READY.value,
            )
            .values(state=RecipientState.SENT.value, sent_at=clock(), sent_by=by.username)
        ).rowcount
    return changed


def held_out(action_id: int, customer_id: int, share: float) -> bool:
    """Return whether a customer belongs to the group that is not told.

    >>> sum(held_out(1, customer, 0.2) for customer in range(10_000))
    2083
    """
    digest = hashlib.sha256(f"{action_id}:{customer_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64 < share


def _check(draft: TellingDraft) -> None:
    if not draft.messages.get("zh", "").strip():
        raise InvalidInputError("the message is empty", field="messages.zh", expected="some text")
    if not 0 <= draft.holdout <= 0.5:
        raise InvalidInputError("no such share", field="holdout", expected="0 to 0.5")
    if draft.contact_cap < 1:
        raise InvalidInputError("no such cap", field="contact_cap", expected="1 or more")


def _recipients(
    connection: Connection, action: Action, raisers: Sequence[Raiser], draft: TellingDraft, now: datetime
) -> list[dict[str, Any]]:
    ids = [each.customer_id for each in raisers]
    agreed, contacts = willing(connection, ids), _contacts(connection, now - QUARTER)
    addresses = _addresses(connection, frozenset(ids))
    rows = []
    for each in raisers:
        allowed = each.customer_id in agreed
        full = contacts.get(each.customer_id, 0) >= draft.contact_cap
        rows.append(
            {
                "customer_id": each.customer_id,
                "feedback_id": each.feedback_id,
                "channel": each.channel,
                "language": "en" if each.language == "en" else "zh",
                "state": _state(action.id, each.customer_id, draft.holdout, allowed=allowed, full=full).value,
                "address": addresses.get(each.customer_id) if allowed else None,
            }
        )
    return rows


def _state(action_id: int, customer_id: int, holdout: float, *, allowed: bool, full: bool) -> RecipientState:
    """Consent and cap come first, so that told and held out are drawn from the same customers."""
    if not allowed:
        return RecipientState.NO_CONSENT
    if full:
        return RecipientState.CAPPED
    return RecipientState.HELD_OUT if held_out(action_id, customer_id, holdout) else RecipientState.READY


def _contacts(connection: Connection, since: datetime) -> dict[int, int]:
    query = (
        select(told_customer.c.customer_id, func.count())
        .where(told_customer.c.sent_at > since)
        .group_by(told_customer.c.customer_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _addresses(connection: Connection, wanted: frozenset[int]) -> dict[int, str]:
    rows = connection.execute(select(customer.c.id, customer.c.attributes))
    return {
        row.id: str(row.attributes[_ADDRESS])
        for row in rows
        if row.id in wanted and isinstance(row.attributes, dict) and row.attributes.get(_ADDRESS)
    }


def _mail(subject: str, text: str) -> Content:
    html = (
        "<!doctype html><html lang='zh-CN'><head><meta charset='utf-8'></head><body "
        'style=\'font-family:-apple-system,"PingFang SC","Microsoft YaHei",sans-serif\'>'
        f"<p style='font-size:15px;line-height:1.8'>{escape(text)}</p></body></html>"
    )
    return Content(
        event="customer.told", subject=subject, data={}, text=text + "\n", markdown=text, html=html
    )


def _recipient(row: Row[Any]) -> Recipient:
    return Recipient(
        customer_id=row.customer_id,
        feedback_id=row.feedback_id,
        channel=row.channel,
        language=row.language,
        state=RecipientState(row.state),
        address=row.address,
        sent_at=row.sent_at,
        sent_by=row.sent_by,
    )
