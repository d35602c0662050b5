"""Who needs somebody's attention today: at risk, valuable and displeased, asking again, just heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from huiyin.customers.churn.scores import list_risks
from huiyin.customers.profile import RfmClass
from huiyin.customers.wording import CLASSES
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.store.ledger.tables_profile import customer_profile
from huiyin.understand import FactsReader

DAYS = 7
ASKING_DAYS = 14
ASKING_FROM = 2
SHOWN = 5
# More displeased customers than this in a week are no list but a crisis; the newest of them are enough.
_MOST = 5_000
_LONGEST = 120
VALUABLE = (RfmClass.CHAMPION, RfmClass.DEVELOP, RfmClass.KEEP, RfmClass.WIN_BACK)
_DISPLEASED = """
SELECT customer_id, count(*) AS voices, max(occurred_at) AS said_at, arg_max(text, occurred_at) AS text,
    arg_max(channel, occurred_at) AS channel
FROM voice WHERE customer_id IS NOT NULL AND sentiment < 0 AND day > $since AND day <= $today
GROUP BY customer_id ORDER BY said_at DESC, customer_id LIMIT $most
"""
_ASKING = """
SELECT customer_id, count(*) AS voices, max(occurred_at) AS said_at, arg_max(text, occurred_at) AS text,
    'service' AS channel
FROM voice WHERE customer_id IS NOT NULL AND channel = 'service' AND day > $since AND day <= $today
GROUP BY customer_id HAVING count(*) >= $least ORDER BY voices DESC, said_at DESC, customer_id LIMIT $most
"""
_NEWEST = """
SELECT customer_id, 1 AS voices, occurred_at AS said_at, text, channel
FROM voice WHERE customer_id IS NOT NULL AND day <= $today ORDER BY occurred_at DESC, feedback_id DESC LIMIT $most
"""


class Ground(StrEnum):
    """Why somebody is on a list."""

    RISK = "risk"
    DISPLEASED = "displeased"
    ASKING = "asking"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person to look at: what to know in a line, and the words that put them on the list, where there are any."""

    person: int
    label: str
    why_zh: str
    why_en: str
    text: str | None
    channel: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Watch:
    """One list: the first of so many persons, the most pressing first."""

    ground: Ground
    days: int | None
    total: int
    people: tuple[Somebody, ...]


def who_needs_attention(connection: Connection, facts: FactsReader, *, today: date) -> tuple[Watch, ...]:
    """Return the lists of today; one that nobody is on is empty."""
    return (
        _at_risk(connection),
        _displeased(connection, facts, today),
        _asking(connection, facts, today),
        _newest(connection, facts, today),
    )


def _at_risk(connection: Connection) -> Watch:
    risks, total = list_risks(connection, limit=SHOWN)
    people = tuple(
        Somebody(
            each.person,
            each.name or each.external_id,
            f"流失风险 {each.risk:.0%}（{each.low:.0%}–{each.high:.0%}），{each.due:%Y-%m-%d} 到期，近一年消费 {each.value:,.0f} 元",
            f"risk of leaving {each.risk:.0%} ({each.low:.0%}–{each.high:.0%}), ends {each.due:%Y-%m-%d}, spent {each.value:,.0f} yuan in a year",
            None,
            None,
            None,
        )
        for each in risks
    )
    return Watch(Ground.RISK, None, total, people)


def _displeased(connection: Connection, facts: FactsReader, today: date) -> Watch:
    """Valuable customers with negative voices this week, the ones of most worth first."""
    rows = _voices(facts, _DISPLEASED, today, DAYS)
    found = _owners(connection, rows)
    valuable = [row for row in rows if row["customer_id"] in found and found[row["customer_id"]].valued]
    valuable.sort(key=lambda row: found[row["customer_id"]].order)
    people = tuple(
        _somebody(
            row,
            found[row["customer_id"]],
            f"{found[row['customer_id']].class_words[0]}，{DAYS} 天内负面 {row['voices']} 条",
            f"{found[row['customer_id']].class_words[1]}, {row['voices']} negative in {DAYS} days",
        )
        for row in valuable[:SHOWN]
    )
    return Watch(Ground.DISPLEASED, DAYS, len(valuable), people)


def _asking(connection: Connection, facts: FactsReader, today: date) -> Watch:
    rows = _voices(facts, _ASKING, today, ASKING_DAYS)
    found = _owners(connection, rows[:SHOWN])
    people = tuple(
        _somebody(
            row,
            found[row["customer_id"]],
            f"{ASKING_DAYS} 天内求助 {row['voices']} 次",
            f"{row['voices']} service contacts in {ASKING_DAYS} days",
        )
        for row in rows[:SHOWN]
        if row["customer_id"] in found
    )
    return Watch(Ground.ASKING, ASKING_DAYS, len(rows), people)


def _newest(connection: Connection, facts: FactsReader, today: date) -> Watch:
    rows = _voices(facts, _NEWEST, today, DAYS, most=SHOWN)
    found = _owners(connection, rows)
    people = tuple(
        _somebody(
            row,
            found[row["customer_id"]],
            _place(found[row["customer_id"]]),
            _place(found[row["customer_id"]]),
        )
        for row in rows
        if row["customer_id"] in found
    )
    return Watch(Ground.NEWEST, None, len(people), people)


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose customer record it is, and what they are worth."""

    person: int
    label: str
    segment: str | None
    region: str | None
    rfm_class: RfmClass | None
    lifetime: float

    @property
    def valued(self) -> bool:
        return self.rfm_class in VALUABLE

    @property
    def order(self) -> tuple[int, float]:
        return [*VALUABLE, self.rfm_class].index(self.rfm_class), -self.lifetime

    @property
    def class_words(self) -> tuple[str, str]:
        return CLASSES[self.rfm_class] if self.rfm_class else ("", "")


def _voices(
    facts: FactsReader, query: str, today: date, days: int, *, most: int = _MOST
) -> list[dict[str, Any]]:
    given = {"since": today - timedelta(days=days), "today": today, "most": most, "least": ASKING_FROM}
    used = {name: value for name, value in given.items() if f"${name}" in query}
    return facts.query(query, used).to_dicts()


def _owners(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> dict[int, _Owner]:
    account, customer, standing = identity.account.c, tables.customer.c, customer_profile.c
    query = (
        select(
            account.customer_id, account.person_id, customer.name, customer.external_id, customer.segment,
            customer.region, standing.rfm_class, standing.lifetime,
        )
        .join(tables.customer, customer.id == account.customer_id)
        .outerjoin(customer_profile, standing.person_id == account.person_id)
        .where(account.kind == "customer", account.customer_id.in_([row["customer_id"] for row in rows]))
    )  # fmt: skip
    return {
        row.customer_id: _Owner(
            row.person_id, row.name or row.external_id, row.segment, row.region, RfmClass(row.rfm_class) if row.rfm_class else None, row.lifetime or 0.0
        )
        for row in connection.execute(query)
    }  # fmt: skip


def _somebody(row: Mapping[str, Any], owner: _Owner, zh: str, en: str) -> Somebody:
    at = row["said_at"].replace(tzinfo=UTC)
    return Somebody(owner.person, owner.label, zh, en, row["text"][:_LONGEST], row["channel"], at)


def _place(owner: _Owner) -> str:
    return " · ".join(part for part in (owner.segment, owner.region) if part)
