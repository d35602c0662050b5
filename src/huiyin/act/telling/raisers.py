"""Who raised an issue: the customers behind the facts, each by their last word on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from huiyin.act.actions.actions import Action
from huiyin.act.stored_filters import parse_filters
from huiyin.act.telling.errors import UntoldActionError
from huiyin.understand import FactsReader, Filters

LOOK_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Raiser:
    """A known customer who complained about what an action fixed, and how they last said it."""

    customer_id: int
    feedback_id: int
    channel: str
    language: str
    said_at: datetime
    text: str


def find_raisers(facts: FactsReader, action: Action, *, zone: tzinfo) -> list[Raiser]:
    """Return the customers who spoke negatively of the action's aspect in the year before it was done.

    Only linked customers can be told; an unlinked author has no address. Raises `UntoldActionError` for an
    action that is not done or is about no aspect.
    """
    where = raised(action, zone=zone).opinion_where()
    sql = f"""
        SELECT o.customer_id, o.feedback_id, o.channel, v.language, o.occurred_at, v.text
        FROM (SELECT DISTINCT customer_id, feedback_id, channel, occurred_at FROM opinion
              WHERE customer_id IS NOT NULL AND ({where.sql})) AS o
        JOIN voice AS v ON v.feedback_id = o.feedback_id
        QUALIFY row_number() OVER (PARTITION BY o.customer_id ORDER BY o.occurred_at DESC, o.feedback_id DESC) = 1
        ORDER BY o.customer_id
    """  # noqa: S608 compiled conditions
    rows = facts.query(sql, where.params).iter_rows()
    return [
        Raiser(customer, feedback, channel, language, at.replace(tzinfo=UTC), text)
        for customer, feedback, channel, language, at, text in rows
    ]


def raised(action: Action, *, zone: tzinfo) -> Filters:
    """Return the filters of the negative opinions that an action answered."""
    if action.closed_at is None or action.state != "done" or action.aspect is None:
        raise UntoldActionError("customers are told of a finished action about one aspect")
    done: date = action.closed_at.astimezone(zone).date()
    window = replace(parse_filters(action.filters), start=done - LOOK_BACK, end=done)
    return window.about(action.aspect, -1)
