"""Decision latency: from the day the company could have known to the day it knew that it worked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection

from huiyin.act.actions.actions import Action
from huiyin.act.effects.judging import effects_of
from huiyin.act.programme.acting import actions_within
from huiyin.act.programme.quantiles import quantile
from huiyin.act.stored_filters import parse_filters
from huiyin.stats import Estimate
from huiyin.understand import FactsReader

SIGNAL_DAYS = 28
LOOK_BACK = timedelta(days=365)
MOST_ACTIONS = 200


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of the way; `estimate` is the median in days."""

    id: str
    zh: str
    en: str
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Way:
    """The days of one action, None where it has not got there."""

    action_id: int
    title: str
    signal: date | None
    decided: date
    done: date | None
    judged: date | None


def read_ways(
    facts: FactsReader,
    connection: Connection,
    *,
    zone: tzinfo,
    minimum_n: int,
    since: datetime,
    now: datetime,
) -> list[Way]:
    """Return the way of every action that was alive since then.

    The signal is the first day on which enough customers (`minimum_n`) had complained about the action's
    aspect within 28 days, sought in the year before the decision: from that day the fact could be known.
    """
    actions = actions_within(connection, since=since, now=now)[:MOST_ACTIONS]
    effects = effects_of(connection, [each.id for each in actions])
    return [
        Way(
            action_id=each.id,
            title=each.title,
            signal=_signal(facts, each, zone, minimum_n),
            decided=_local(each.created_at, zone),
            done=None if each.closed_at is None else _local(each.closed_at, zone),
            judged=_local(effects[each.id].judged_at, zone) if each.id in effects else None,
        )
        for each in actions
    ]


def legs_of(ways: Sequence[Way]) -> list[Leg]:
    """Return the median of each part of the way, over the actions that have gone it."""
    return [
        Leg("signal_to_decision", "信号 → 决定", "Signal → decision", _median(ways, "signal", "decided")),
        Leg("decision_to_done", "决定 → 完成", "Decision → done", _median(ways, "decided", "done")),
        Leg("done_to_verdict", "完成 → 检验", "Done → verdict", _median(ways, "done", "judged")),
        Leg("signal_to_verdict", "全程", "All the way", _median(ways, "signal", "judged")),
    ]


def _median(ways: Sequence[Way], start: str, end: str) -> Estimate:
    spans = [(getattr(way, start), getattr(way, end)) for way in ways]
    days = [(after - before).days for before, after in spans if before is not None and after is not None]
    return quantile(days, 0.5)


def _signal(facts: FactsReader, action: Action, zone: tzinfo, minimum_n: int) -> date | None:
    if action.aspect is None:
        return None
    decided = _local(action.created_at, zone)
    filters = replace(
        parse_filters(action.filters), start=decided - LOOK_BACK, end=decided, sentiments=(-1,)
    ).about(action.aspect)
    where = filters.opinion_where()
    sql = f"""
        WITH said AS (SELECT DISTINCT speaker, day FROM opinion WHERE {where.sql}),
        days AS (SELECT DISTINCT day FROM said)
        SELECT days.day AS day FROM days JOIN said
            ON said.day <= days.day AND said.day > days.day - CAST($span AS integer)
        GROUP BY 1 HAVING count(DISTINCT said.speaker) >= CAST($enough AS integer) ORDER BY 1 LIMIT 1
    """  # noqa: S608 compiled conditions
    params: dict[str, Any] = {**where.params, "span": SIGNAL_DAYS, "enough": minimum_n}
    found = facts.query(sql, params)
    return found.item() if found.height else None


def _local(moment: datetime, zone: tzinfo) -> date:
    return moment.astimezone(zone).date()
