"""Today's risks: written by the nightly round, read by pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl
from sqlalchemy import Connection, Select, delete, func, insert, select

from huiyin.customers.churn.features import FEATURES, Feature, Group
from huiyin.customers.churn.model import Model
from huiyin.customers.churn.playbooks import choose
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_churn import churn_score

MOST_REASONS = 3
# A reason must move the odds by a tenth at least.
SMALLEST = 0.095
_BY_NAME = {each.name: each for each in FEATURES}


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for leaving: in words, and how much it adds to the log-odds."""

    group: Group
    zh: str
    en: str
    weight: float


@dataclass(frozen=True, slots=True)
class Risk:
    """How likely somebody lets the contract end, with reasons and what to do."""

    person: int
    customer_id: int
    external_id: str
    name: str | None
    segment: str | None
    region: str | None
    due: date
    risk: float
    low: float
    high: float
    value: float
    reasons: tuple[Reason, ...]
    play: str
    scored_at: datetime


def write_scores(connection: Connection, looks: pl.DataFrame, model: Model, now: datetime) -> int:
    """Replace all scores by today's; return how many people have one."""
    connection.execute(delete(churn_score))
    if looks.is_empty():
        return 0
    risk, low, high = model.risk(looks)
    parts = model.contributions(looks)
    rows = [
        _row(look, model.names, part.tolist(), (float(r), float(lo), float(hi)), now)
        for look, part, r, lo, hi in zip(looks.to_dicts(), parts, risk, low, high, strict=True)
    ]
    connection.execute(insert(churn_score), rows)
    return len(rows)


def list_risks(connection: Connection, *, limit: int = 50, offset: int = 0) -> tuple[list[Risk], int]:
    """Return people by what may be lost (risk × value), the most first, and how many there are."""
    columns = churn_score.c
    query = _read().order_by((columns.risk * (columns.value + 1)).desc(), columns.customer_id)
    total = connection.execute(select(func.count()).select_from(churn_score)).scalar_one()
    return [_risk(row) for row in connection.execute(query.limit(limit).offset(offset)).mappings()], total


def risk_of(connection: Connection, person: int) -> Risk | None:
    """Return the risk of one person, None where no contract of theirs is about to end."""
    row = connection.execute(_read().where(churn_score.c.person_id == person).limit(1)).mappings().first()
    return None if row is None else _risk(row)


def _read() -> Select[Any]:
    customer = tables.customer.c
    return select(churn_score, customer.external_id, customer.name, customer.segment, customer.region).join(
        tables.customer, customer.id == churn_score.c.customer_id
    )


def _risk(row: Any) -> Risk:
    reasons = tuple(
        Reason(Group(each["group"]), each["zh"], each["en"], each["weight"]) for each in row["reasons"]
    )
    return Risk(
        person=row["person_id"], customer_id=row["customer_id"], external_id=row["external_id"], name=row["name"],
        segment=row["segment"], region=row["region"], due=row["due"], risk=row["risk"], low=row["low"],
        high=row["high"], value=row["value"], reasons=reasons, play=row["play"], scored_at=row["scored_at"],
    )  # fmt: skip


def _row(
    look: dict[str, Any],
    names: Sequence[str],
    parts: Sequence[float],
    risk: tuple[float, float, float],
    now: datetime,
) -> dict[str, Any]:
    reasons = _reasons(look, names, parts)
    return {
        "customer_id": look["customer_id"],
        "person_id": look["person"],
        "due": look["due"],
        "risk": risk[0],
        "low": risk[1],
        "high": risk[2],
        "value": look["monetary"],
        "reasons": [
            {"group": each.group, "zh": each.zh, "en": each.en, "weight": round(each.weight, 3)}
            for each in reasons
        ],
        "play": choose([each.group for each in reasons]).id,
        "scored_at": now,
    }


def _reasons(look: dict[str, Any], names: Sequence[str], parts: Sequence[float]) -> list[Reason]:
    strongest = sorted(zip(parts, names, strict=True), reverse=True)
    told = [
        _reason(_BY_NAME[name], look[name], part)
        for part, name in strongest
        if part >= SMALLEST and _can_be_told(_BY_NAME[name], look[name])
    ]
    return told[:MOST_REASONS]


def _can_be_told(feature: Feature, value: float) -> bool:
    """That something did not happen is no reason that a person could act on; nor is what is good."""
    return bool(value or feature.base) and value <= feature.worrying


def _reason(feature: Feature, value: float, part: float) -> Reason:
    scaled = feature.base + value * feature.factor
    shown = f"{scaled:,.0f}" if float(scaled).is_integer() or abs(scaled) >= 10 else f"{scaled:.1f}"
    return Reason(feature.group, feature.zh.format(shown), feature.en.format(shown), part)
