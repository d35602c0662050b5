"""Findings in the ledger: kept by a scan, decided by people; what they decided outlives the next scan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import polars as pl
from sqlalchemy import Connection, Row, case, delete, func, insert, select, update

from huiyin.collect.exclusions import exclude, restore
from huiyin.collect.quality.answering import find_speeders, find_straight_lines
from huiyin.collect.quality.bursts import find_bursts
from huiyin.collect.quality.copies import find_copies
from huiyin.collect.quality.finding import Finding, Rule
from huiyin.collect.quality.senders import find_bots, find_promotion
from huiyin.collect.quality.voices import read_voices
from huiyin.kit.clock import Clock
from huiyin.kit.errors import NotFoundError
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger.tables_quality import quality_finding as table
from huiyin.store.ledger.tables_quality import quality_scan

CHECKS: Mapping[Rule, Callable[[pl.DataFrame], Sequence[Finding]]] = {
    Rule.NEAR_DUPLICATE: find_copies,
    Rule.BURST: find_bursts,
    Rule.BOT: find_bots,
    Rule.PROMOTION: find_promotion,
    Rule.SPEEDER: find_speeders,
    Rule.STRAIGHT_LINING: find_straight_lines,
}
EXCLUDED, KEPT = "excluded", "kept"
_SPLIT = "\n"


@dataclass(frozen=True, slots=True)
class Suspect:
    """One finding with the voice it is about."""

    id: int
    feedback_id: int
    rule: Rule
    zh: str
    en: str
    score: float
    decision: str | None
    decided_by: str | None
    text: str
    channel: str
    source: str
    author: str | None
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class Cluster:
    """Findings that belong together, such as the copies of one text."""

    rule: Rule
    name: str
    zh: str
    en: str
    score: float
    open: int
    excluded: int
    kept: int
    suspects: tuple[Suspect, ...]


def scan(ledger: Ledger, *, days: int = 90, clock: Clock) -> dict[Rule, int]:
    """Run every check over the last days and keep what is new; return the open findings by check.

    Findings nobody has decided about are replaced; a voice that is left out already is not looked at.
    """
    now = clock()
    with ledger.read() as connection:
        voices = read_voices(connection, now - timedelta(days=days))
    found = [finding for check in CHECKS.values() for finding in check(voices)]
    with ledger.write() as connection:
        connection.execute(delete(table).where(table.c.decision.is_(None)))
        decided = {(row.feedback_id, row.rule) for row in connection.execute(select(table))}
        fresh = {
            (one.feedback_id, one.rule.value): one
            for one in found
            if (one.feedback_id, one.rule.value) not in decided
        }
        rows = [
            {
                "feedback_id": one.feedback_id,
                "rule": one.rule.value,
                "cluster": one.cluster[:120],
                "score": one.score,
                "note": f"{one.zh}{_SPLIT}{one.en}",
                "found_at": now,
            }
            for one in fresh.values()
        ]
        if rows:
            connection.execute(insert(table), rows)
        ran = {"at": now, "days": days, "voices": voices.height, "findings": len(found)}
        connection.execute(insert(quality_scan).values(ran))
        return count_open(connection)


def count_open(connection: Connection) -> dict[Rule, int]:
    """Return how many findings wait for a decision, by check."""
    query = select(table.c.rule, func.count()).where(table.c.decision.is_(None)).group_by(table.c.rule)
    counts = {str(rule): int(count) for rule, count in connection.execute(query)}
    return {rule: counts.get(rule.value, 0) for rule in Rule}


def last_scan(connection: Connection) -> datetime | None:
    """Return when the checks last ran."""
    found: datetime | None = connection.execute(select(func.max(quality_scan.c.at))).scalar_one()
    return found


def list_clusters(connection: Connection, rule: Rule, *, limit: int = 50, shown: int = 8) -> list[Cluster]:
    """Return the clusters of a check: those open or decided since the last scan first, the larger first."""
    feedback, source = tables.feedback.c, tables.source.c
    waiting = func.sum(case((table.c.decision.is_(None), 1), else_=0))
    left_out = func.sum(case((table.c.decision == EXCLUDED, 1), else_=0))
    scanned = select(func.max(table.c.found_at)).scalar_subquery()
    # What was just decided stays where it stood, so that one can take it back at once.
    is_current = case((waiting > 0, 1), (func.max(table.c.decided_at) >= scanned, 1), else_=0)
    heads = connection.execute(
        select(table.c.cluster, waiting.label("open"), left_out.label("excluded"))
        .where(table.c.rule == rule.value)
        .group_by(table.c.cluster)
        .order_by(is_current.desc(), func.count().desc(), table.c.cluster)
        .limit(limit)
    ).all()
    rows = connection.execute(
        select(
            table, feedback.text, feedback.channel, feedback.author, feedback.occurred_at, source.name
        )
        .join(tables.feedback, feedback.id == table.c.feedback_id)
        .join(tables.source, source.id == feedback.source_id)
        .where(table.c.rule == rule.value, table.c.cluster.in_([head.cluster for head in heads]))
        .order_by(table.c.id)
    )  # fmt: skip
    members: dict[str, list[Suspect]] = {}
    for row in rows:
        members.setdefault(row.cluster, []).append(_suspect(row))
    return [
        _cluster(rule, head.cluster, members[head.cluster], head.open, head.excluded, shown) for head in heads
    ]


def decide(
    connection: Connection, rule: Rule, cluster: str, *, leave_out: bool, by: str, clock: Clock
) -> int:
    """Leave a cluster out of every figure, or let it count; return how many voices that concerns.

    Raises NotFoundError for an unknown cluster.
    """
    condition = (table.c.rule == rule.value) & (table.c.cluster == cluster)
    rows = connection.execute(select(table.c.feedback_id, table.c.note).where(condition)).all()
    if not rows:
        raise NotFoundError(f"there is no cluster {cluster!r}")
    ids = [row.feedback_id for row in rows]
    if leave_out:
        note = rows[0].note.split(_SPLIT)[0]
        exclude(connection, ids, reason=rule.value, note=note, by=by, clock=clock)
    else:
        restore(connection, ids, reason=rule.value, by=by, clock=clock)
    connection.execute(
        update(table)
        .where(condition)
        .values(decision=EXCLUDED if leave_out else KEPT, decided_by=by, decided_at=clock())
    )
    return len(ids)


def _suspect(row: Row[tuple[object, ...]]) -> Suspect:
    zh, _, en = row.note.partition(_SPLIT)
    return Suspect(
        id=row.id,
        feedback_id=row.feedback_id,
        rule=Rule(row.rule),
        zh=zh,
        en=en,
        score=row.score,
        decision=row.decision,
        decided_by=row.decided_by,
        text=row.text,
        channel=row.channel,
        source=row.name,
        author=row.author,
        occurred_at=row.occurred_at,
    )


def _cluster(
    rule: Rule, name: str, members: list[Suspect], waiting: int, excluded: int, shown: int
) -> Cluster:
    first = members[0]
    return Cluster(
        rule=rule,
        name=name,
        zh=first.zh,
        en=first.en,
        score=first.score,
        open=int(waiting or 0),
        excluded=int(excluded or 0),
        kept=len(members) - int(waiting or 0) - int(excluded or 0),
        suspects=tuple(members[:shown]),
    )
