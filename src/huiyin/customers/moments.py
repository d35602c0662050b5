"""What happened with one person, moment by moment: voices, orders, visits, surveys, cases, and what we told them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import polars as pl
from sqlalchemy import Connection, select

from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_act import action, customer_case
from huiyin.store.ledger.tables_churn import churn_outreach
from huiyin.store.ledger.tables_surveys import survey, survey_invitation, survey_response
from huiyin.store.ledger.tables_telling import telling, told_customer
from huiyin.understand import AspectNames

SENT = "sent"
COMPLETE = "complete"


class MomentKind(StrEnum):
    """The kinds of moment on a timeline."""

    VOICE = "voice"
    PURCHASE = "purchase"
    VISIT = "visit"
    SURVEY = "survey"
    CASE = "case"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened; `ref` is the id of the voice, order, case, survey or action it is about."""

    kind: MomentKind
    at: datetime
    title: str
    detail: str
    channel: str | None = None
    sentiment: int | None = None
    amount: float | None = None
    ref: int | None = None


def voice_moments(voices: pl.DataFrame, opinions: pl.DataFrame, names: AspectNames) -> Iterable[Moment]:
    """Yield one moment per voice with the aspects it speaks of."""
    aspects: dict[int, list[str]] = defaultdict(list)
    for key, aspect in opinions.select("feedback_id", "aspect").unique(maintain_order=True).iter_rows():
        aspects[key].append(names.name(aspect).zh)
    for row in voices.to_dicts():
        detail = " · ".join([row["source"], *aspects[row["feedback_id"]][:4]])
        yield Moment(
            MomentKind.VOICE, row["occurred_at"].replace(tzinfo=UTC), row["text"][:300], detail,
            channel=row["channel"], sentiment=row["sentiment"], ref=row["feedback_id"],
        )  # fmt: skip


def purchases(connection: Connection, customer_ids: Sequence[int]) -> Iterable[Moment]:
    """Yield one moment per order."""
    columns = tables.purchase.c
    for row in connection.execute(select(tables.purchase).where(columns.customer_id.in_(customer_ids))):
        yield Moment(MomentKind.PURCHASE, row.at, row.product or "", row.kind, amount=row.amount, ref=row.id)


def visits(events: Sequence[Mapping[str, Any]]) -> Iterable[Moment]:
    """Yield one moment per visit: the steps of a session in order."""
    sessions: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in events:
        key = str((row["properties"] or {}).get("session") or f"{row['at']:%Y-%m-%d}")
        sessions[key].append(row)
    for steps in sessions.values():
        path = " → ".join(dict.fromkeys(step["name"] for step in steps))
        yield Moment(MomentKind.VISIT, steps[0]["at"], path, "", channel="behaviour", ref=steps[0]["id"])


def asked(connection: Connection, external_ids: Sequence[str]) -> Iterable[Moment]:
    """Yield one moment per survey that the person was asked to answer: whether they did."""
    invited, answer = survey_invitation.c, survey_response.c
    query = (
        select(invited.created_at, survey.c.title, survey.c.id, answer.state)
        .join(survey, survey.c.id == invited.survey_id)
        .outerjoin(survey_response, answer.invitation_id == invited.id)
        .where(invited.person.in_(external_ids))
    )
    for row in connection.execute(query):
        state = "answered" if row.state == COMPLETE else ("begun" if row.state else "unanswered")
        yield Moment(MomentKind.SURVEY, row.created_at, row.title, f"survey.{state}", ref=row.id)


def cases(connection: Connection, customer_ids: Sequence[int], voice_ids: Sequence[int]) -> Iterable[Moment]:
    """Yield one moment per case about the person or one of their voices."""
    columns = customer_case.c
    mine = columns.customer_id.in_(customer_ids) | columns.feedback_id.in_(voice_ids)
    query = select(columns.created_at, columns.title, columns.state, columns.id).where(mine)
    for row in connection.execute(query):
        yield Moment(MomentKind.CASE, row.created_at, row.title, f"case.{row.state}", ref=row.id)


def told(connection: Connection, customer_ids: Sequence[int]) -> Iterable[Moment]:
    """Yield what we told the person: the message in their language, and the action it was about."""
    columns = told_customer.c
    query = (
        select(
            columns.sent_at,
            columns.language,
            columns.channel,
            telling.c.messages,
            action.c.title,
            action.c.id,
        )
        .join(telling, telling.c.id == columns.telling_id)
        .join(action, action.c.id == telling.c.action_id)
        .where(columns.customer_id.in_(customer_ids), columns.state == SENT, columns.sent_at.is_not(None))
    )
    for row in connection.execute(query):
        words = str((row.messages or {}).get(row.language) or row.title)
        yield Moment(MomentKind.TOLD, row.sent_at, words[:300], row.title, channel=row.channel, ref=row.id)


def contacted(connection: Connection, customer_ids: Sequence[int]) -> datetime | None:
    """Return when the person was last drawn to be contacted about a contract, None if never or held out."""
    columns = churn_outreach.c
    query = (
        select(columns.decided_at)
        .where(columns.customer_id.in_(customer_ids), columns.held_out.is_(False))
        .order_by(columns.decided_at.desc())
        .limit(1)
    )
    return connection.execute(query).scalar()
