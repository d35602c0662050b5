"""Plans in the ledger, and how the fieldwork goes against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from huiyin.collect.channel import Channel
from huiyin.collect.plan.goals import Goal
from huiyin.collect.plan.proposing import Target
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_plan import collection_plan, collection_target

LONGEST = 104


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan for some weeks from a Monday, with its targets."""

    id: int
    title: str
    goals: tuple[Goal, ...]
    starts_on: date
    weeks: int
    created_by: str
    created_at: datetime
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """People heard in one week through one channel, beside what the plan has by then; None where all are taken."""

    week: date
    heard: int
    heard_by_then: int
    planned_by_then: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """A channel's fieldwork: `behind` counts the people still missing at the end of the last full week."""

    channel: Channel
    planned: int | None
    heard: int
    behind: int
    weeks: tuple[Week, ...]


def create_plan(
    connection: Connection,
    *,
    title: str,
    goals: Sequence[Goal],
    targets: Sequence[Target],
    starts_on: date,
    weeks: int,
    by: str,
    clock: Clock,
) -> Plan:
    """Keep a plan; it begins on the Monday of its first week. Raises InvalidInputError."""
    if not title.strip() or len(title) > 80:
        raise InvalidInputError("no usable title", field="title", expected="1 to 80 characters")
    if not 1 <= weeks <= LONGEST:
        raise InvalidInputError("weeks is out of range", field="weeks", expected=f"1 to {LONGEST}")
    values = {
        "title": title.strip(), "goals": [goal.value for goal in goals],
        "starts_on": starts_on - timedelta(days=starts_on.weekday()), "weeks": weeks,
        "created_by": by, "created_at": clock(),
    }  # fmt: skip
    new = connection.execute(insert(collection_plan).values(values).returning(collection_plan.c.id))
    plan_id = int(new.scalar_one())
    rows = [
        {
            "plan_id": plan_id, "channel": one.channel.value, "goal": one.goal.value, "metric": one.metric,
            "people": one.people, "margin": one.margin, "reason": f"{one.zh}\n{one.en}",
        }
        for one in targets
    ]  # fmt: skip
    connection.execute(insert(collection_target), rows)
    return get_plan(connection, plan_id)


def get_plan(connection: Connection, plan_id: int) -> Plan:
    """Return one plan. Raises NotFoundError."""
    row = connection.execute(select(collection_plan).where(collection_plan.c.id == plan_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no plan {plan_id}")
    return _plan(connection, row)


def list_plans(connection: Connection) -> list[Plan]:
    """Return all plans, the newest first."""
    query = select(collection_plan).order_by(collection_plan.c.id.desc())
    return [_plan(connection, row) for row in connection.execute(query).all()]


def follow(connection: Connection, plan: Plan, *, zone: tzinfo, clock: Clock) -> list[Progress]:
    """Return the people heard each week through each planned channel; nobody counts twice in a channel.

    A channel that serves several goals needs the largest of their targets: one answer may serve all of them.
    """
    today = clock().astimezone(zone).date()
    begun = [
        week for place in range(plan.weeks) if (week := plan.starts_on + timedelta(weeks=place)) <= today
    ]
    found = []
    for channel in dict.fromkeys(one.channel for one in plan.targets):
        people = max(one.people for one in plan.targets if one.channel is channel)
        fresh = _newly_heard(connection, channel, plan, zone)
        found.append(_progress(channel, people or None, begun, fresh, plan, today))
    return found


def _progress(
    channel: Channel,
    planned: int | None,
    begun: Sequence[date],
    fresh: Sequence[int],
    plan: Plan,
    today: date,
) -> Progress:
    weeks, total, behind = [], 0, 0
    for place, week in enumerate(begun):
        total += fresh[place]
        due = None if planned is None else -(-planned * (place + 1) // plan.weeks)
        weeks.append(Week(week, fresh[place], total, due))
        if due is not None and week + timedelta(days=7) <= today:
            behind = max(due - total, 0)
    return Progress(channel, planned, sum(fresh), behind, tuple(weeks))


def _newly_heard(connection: Connection, channel: Channel, plan: Plan, zone: tzinfo) -> list[int]:
    """Return how many people each week of the plan heard for the first time in it."""
    feedback = tables.feedback.c
    start = datetime.combine(plan.starts_on, datetime.min.time(), zone)
    end = start + timedelta(weeks=plan.weeks)
    query = (
        select(feedback.customer_id, feedback.source_id, feedback.author, feedback.id, feedback.occurred_at)
        .where(
            feedback.channel == channel.value,
            feedback.excluded_reason.is_(None),
            feedback.occurred_at >= start,
            feedback.occurred_at < end,
        )
        .order_by(feedback.occurred_at)
    )
    seen: set[tuple[object, ...]] = set()
    counts = [0] * plan.weeks
    for row in connection.execute(query):
        who = _speaker(row)
        if who not in seen:
            seen.add(who)
            counts[(row.occurred_at.astimezone(zone).date() - plan.starts_on).days // 7] += 1
    return counts


def _speaker(row: Any) -> tuple[object, ...]:
    if row.customer_id is not None:
        return ("c", row.customer_id)
    return ("a", row.source_id, row.author) if row.author else ("f", row.id)


def count_customers(connection: Connection) -> int:
    """Return the size of the customer base."""
    return int(connection.execute(select(func.count()).select_from(tables.customer)).scalar_one())


def _plan(connection: Connection, row: Row[Any]) -> Plan:
    columns = collection_target.c
    query = select(collection_target).where(columns.plan_id == row.id).order_by(columns.id)
    targets = [
        Target(
            goal=Goal(one.goal),
            channel=Channel(one.channel),
            metric=one.metric,
            people=one.people,
            invitations=one.people,
            margin=one.margin,
            zh=one.reason.split("\n")[0],
            en=one.reason.split("\n")[-1],
        )
        for one in connection.execute(query)
    ]
    return Plan(
        id=row.id,
        title=row.title,
        goals=tuple(Goal(goal) for goal in row.goals),
        starts_on=row.starts_on,
        weeks=row.weeks,
        created_by=row.created_by,
        created_at=row.created_at,
        targets=tuple(targets),
    )
