"""Who needs somebody's attention today: at risk, valuable and displeased, asking again, just heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from huiyin.customers.churn.scores import list_risks
from huiyin.customers.profile import RfmClass
from huiyin.customers.queries import run
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
    rows = run(facts, "attention.displeased", _asked(today, DAYS, most=_MOST)).to_dicts()
    owners = _owners(connection, rows)
    known = [owners[row["customer_id"]] for row in rows if row["customer_id"] in owners]
    ranked = sorted((each for each in known if each.valued), key=lambda each: each.order)
    # Two records of one person are one customer to call.
    valuable = list({each.person: each for each in reversed(ranked)}.values())[::-1]
    counts = {row["customer_id"]: row for row in rows}
    people = _people(
        facts,
        [counts[each.customer] for each in valuable[:SHOWN]],
        owners,
        lambda row, owner: (
            f"{owner.class_words[0]}，{DAYS} 天内负面 {row['voices']} 条",
            f"{owner.class_words[1]}, {row['voices']} negative in {DAYS} days",
        ),
    )
    return Watch(Ground.DISPLEASED, DAYS, len(valuable), people)


def _asking(connection: Connection, facts: FactsReader, today: date) -> Watch:
    asked = _asked(today, ASKING_DAYS, most=SHOWN, least=ASKING_FROM)
    rows = run(facts, "attention.asking", asked).to_dicts()
    people = _people(
        facts,
        rows,
        _owners(connection, rows),
        lambda row, _: (
            f"{ASKING_DAYS} 天内求助 {row['voices']} 次",
            f"{row['voices']} service contacts in {ASKING_DAYS} days",
        ),
    )
    return Watch(Ground.ASKING, ASKING_DAYS, rows[0]["total"] if rows else 0, people)


def _newest(connection: Connection, facts: FactsReader, today: date) -> Watch:
    rows = run(facts, "attention.newest", {"today": today, "most": SHOWN}).to_dicts()
    owners = _owners(connection, rows)
    people = _people(facts, rows, owners, lambda _, owner: (_place(owner), _place(owner)))
    return Watch(Ground.NEWEST, None, len(people), people)


def _asked(today: date, days: int, **more: int) -> dict[str, object]:
    return {"since": today - timedelta(days=days), "today": today, **more}


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose customer record it is, and what they are worth."""

    customer: int
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
            row.customer_id, row.person_id, row.name or row.external_id, row.segment, row.region, RfmClass(row.rfm_class) if row.rfm_class else None, row.lifetime or 0.0
        )
        for row in connection.execute(query)
    }  # fmt: skip


def _people(
    facts: FactsReader,
    rows: Sequence[Mapping[str, Any]],
    owners: Mapping[int, _Owner],
    why: Callable[[Mapping[str, Any], _Owner], tuple[str, str]],
) -> tuple[Somebody, ...]:
    """Return those who are shown, with the newest of their words."""
    known = [row for row in rows if row["customer_id"] in owners]
    if not known:
        return ()
    words = run(facts, "attention.words", {"ids": [row["feedback_id"] for row in known]})
    said = {row["feedback_id"]: row for row in words.to_dicts()}
    return tuple(
        _somebody(said[row["feedback_id"]], owners[row["customer_id"]], *why(row, owners[row["customer_id"]]))
        for row in known
        if row["feedback_id"] in said
    )


def _somebody(said: Mapping[str, Any], owner: _Owner, zh: str, en: str) -> Somebody:
    at = said["occurred_at"].replace(tzinfo=UTC)
    return Somebody(owner.person, owner.label, zh, en, said["text"][:_LONGEST], said["channel"], at)


def _place(owner: _Owner) -> str:
    return " · ".join(part for part in (owner.segment, owner.region) if part)
