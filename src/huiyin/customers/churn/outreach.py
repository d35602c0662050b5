"""Contacting people at risk, beside a group drawn by chance who are left alone, so that it can be graded."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from huiyin import stats
from huiyin.customers.churn.moments import Renewal, contracts
from huiyin.customers.churn.scores import Risk
from huiyin.stats import Estimate
from huiyin.store.ledger.tables_churn import churn_outreach
from huiyin.store.ledger.tables_telling import told_customer

HOLD_OUT = 0.2
CAP_DAYS = 14
# Half as likely again as not to renew.
THRESHOLD = 0.4


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to contact, or to hold out."""

    risk: Risk
    held_out: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the contracts of those contacted and those held out, of which the end is known."""

    contacted: int
    held_out: int
    waiting: int
    renewed: Estimate
    renewed_held_out: Estimate
    difference: Estimate


def candidates(
    connection: Connection,
    risks: Sequence[Risk],
    willing: Iterable[int],
    *,
    now: datetime,
    threshold: float = THRESHOLD,
    limit: int = 50,
) -> list[Risk]:
    """Return those of `risks` above the threshold who may be contacted and were not lately, in their order."""
    allowed = frozenset(willing) - _lately(connection, now) - _planned(connection)
    return [each for each in risks if each.risk >= threshold and each.customer_id in allowed][:limit]


def draw(
    connection: Connection,
    chosen: Sequence[Risk],
    *,
    by: str,
    now: datetime,
    hold_out: float = HOLD_OUT,
    seed: int | None = None,
) -> list[Candidate]:
    """Draw who is held out and put it on the record before anybody is contacted."""
    rng = random.Random(seed)  # noqa: S311 a draw of lots, no secret
    count = round(len(chosen) * hold_out)
    held = set(rng.sample(range(len(chosen)), count))
    drawn = [Candidate(each, place in held) for place, each in enumerate(chosen)]
    rows = [
        {
            "customer_id": each.risk.customer_id, "due": each.risk.due, "held_out": each.held_out,
            "play": each.risk.play, "risk": each.risk.risk, "case_id": None, "decided_at": now, "decided_by": by,
        }
        for each in drawn
    ]  # fmt: skip
    if rows:
        connection.execute(insert(churn_outreach), rows)
    return drawn


def record_case(connection: Connection, candidate: Candidate, case_id: int) -> None:
    """Note the case that contacts somebody."""
    table = churn_outreach
    here = (table.c.customer_id == candidate.risk.customer_id) & (table.c.due == candidate.risk.due)
    connection.execute(update(table).where(here).values(case_id=case_id))


def outcome(connection: Connection, rule: Renewal, *, today: date, minimum_n: int) -> Outcome:
    """Return the share that renewed among those contacted and those held out, with the difference (Newcombe)."""
    table = churn_outreach.c
    rows = connection.execute(select(table.customer_id, table.due, table.held_out)).all()
    # Reading every contract is dear, and most pages have nobody to compare yet.
    found = contracts(connection, rule) if rows else []
    renewed = {(each.customer_id, each.due): each.renewed is not None for each in found}
    over = timedelta(days=rule.grace_days)
    # Whoever renews early is known early: only contracts whose grace is over are compared.
    known = [row for row in rows if row.due + over < today]
    told = [bool(renewed.get((row.customer_id, row.due))) for row in known if not row.held_out]
    held = [bool(renewed.get((row.customer_id, row.due))) for row in known if row.held_out]
    return Outcome(
        contacted=sum(not row.held_out for row in rows),
        held_out=sum(row.held_out for row in rows),
        waiting=len(rows) - len(known),
        renewed=stats.wilson(sum(told), len(told)).guarded(minimum_n),
        renewed_held_out=stats.wilson(sum(held), len(held)).guarded(minimum_n),
        difference=_difference(told, held).guarded(minimum_n),
    )


def _difference(told: Sequence[bool], held: Sequence[bool]) -> Estimate:
    if not told or not held:
        return stats.insufficient(min(len(told), len(held)), "newcombe")
    return stats.newcombe(sum(told), len(told), sum(held), len(held))


def _lately(connection: Connection, now: datetime) -> frozenset[int]:
    """Who was told or contacted within the cap."""
    since = now - timedelta(days=CAP_DAYS)
    told = select(told_customer.c.customer_id).where(told_customer.c.sent_at >= since)
    reached = select(churn_outreach.c.customer_id).where(churn_outreach.c.decided_at >= since)
    return frozenset(connection.execute(told.union(reached)).scalars())


def _planned(connection: Connection) -> frozenset[int]:
    """Whoever was drawn for a contract stays drawn for it."""
    return frozenset(connection.execute(select(churn_outreach.c.customer_id)).scalars())
