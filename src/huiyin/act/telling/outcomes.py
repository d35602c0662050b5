"""What telling did: repurchase and renewed complaints, told against not told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo

from sqlalchemy import Connection, select

from huiyin import stats
from huiyin.act.actions.actions import Action
from huiyin.act.telling.raisers import raised
from huiyin.act.telling.tellings import Recipient, RecipientState, Telling, list_recipients
from huiyin.stats import Estimate
from huiyin.store.ledger.tables import purchase
from huiyin.understand import FactsReader

FOLLOWED = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing customers may do within 90 days, in both groups, and the difference told − held out.

    The groups were drawn by chance among customers who could be told, so the difference is an effect.
    """

    id: str
    zh: str
    en: str
    told: Estimate
    held_out: Estimate
    difference: Estimate


def read_outcomes(
    connection: Connection, facts: FactsReader, action: Action, found: Telling, *, zone: tzinfo, now: datetime
) -> list[Outcome]:
    """Return what customers did after they were told, or after the others were.

    A held-out customer is followed from the day the first was told, and everybody equally long; nobody is
    followed beyond `now`.
    """
    everyone = list_recipients(connection, found.id)
    told = [each for each in everyone if each.state is RecipientState.SENT]
    kept = [each for each in everyone if each.state is RecipientState.HELD_OUT]
    began = min((each.sent_at for each in told if each.sent_at is not None), default=found.created_at)
    starts = {each.customer_id: each.sent_at or began for each in (*told, *kept)}
    bought = _within(_purchases(connection, starts), starts, now)
    complained = _within(_complaints(facts, action, starts, zone), starts, now)
    return [
        _outcome("repurchase", "再次购买", "Bought again", told, kept, bought),
        _outcome("recomplaint", "再次抱怨同一问题", "Complained again", told, kept, complained),
    ]


def _outcome(
    name: str, zh: str, en: str, told: Sequence[Recipient], kept: Sequence[Recipient], did: frozenset[int]
) -> Outcome:
    some, others = (sum(each.customer_id in did for each in group) for group in (told, kept))
    return Outcome(
        name,
        zh,
        en,
        stats.wilson(some, len(told)),
        stats.wilson(others, len(kept)),
        stats.newcombe(some, len(told), others, len(kept)),
    )


def _within(
    events: Sequence[tuple[int, datetime]], starts: Mapping[int, datetime], now: datetime
) -> frozenset[int]:
    return frozenset(
        who for who, at in events if who in starts and starts[who] < at <= min(starts[who] + FOLLOWED, now)
    )


def _purchases(connection: Connection, starts: Mapping[int, datetime]) -> list[tuple[int, datetime]]:
    if not starts:
        return []
    query = select(purchase.c.customer_id, purchase.c.at).where(purchase.c.at > min(starts.values()))
    return [(row.customer_id, row.at) for row in connection.execute(query)]


def _complaints(
    facts: FactsReader, action: Action, starts: Mapping[int, datetime], zone: tzinfo
) -> list[tuple[int, datetime]]:
    if not starts:
        return []
    since = min(starts.values())
    where = replace(raised(action, zone=zone), start=since.astimezone(zone).date(), end=None).opinion_where()
    sql = f"SELECT DISTINCT customer_id, occurred_at FROM opinion WHERE customer_id IS NOT NULL AND ({where.sql})"  # noqa: S608 compiled conditions
    return [(who, at.replace(tzinfo=UTC)) for who, at in facts.query(sql, where.params).iter_rows()]
