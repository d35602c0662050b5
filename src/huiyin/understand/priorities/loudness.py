"""Complaints that sound like many and come from few: the same words, again and again, from the same people."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.facts.fact import Base, Counted
from huiyin.understand.facts.table import ALPHA, Bases, Context, counted_share
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.queries import run

FEWEST_CUSTOMERS = 3
FEWEST_MESSAGES = 10
LISTED = 10
# With many customers a repetition too small to matter is significant too.
OFTEN = 1.5
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class LoudComplaint:
    """One complaint: an aspect in certain words, or one aspect in ever new words (`term` is then its name).

    `customers` is its share of everyone heard; `per_customer` how many messages each of its customers wrote.
    """

    aspect: str
    zh: str
    en: str
    term: str
    customers: Counted
    messages: int
    per_customer: Estimate
    intensity: Estimate
    link: str


def loud_complaints(
    context: Context, filters: Filters, bases: Bases, typical: float | None
) -> tuple[LoudComplaint, ...]:
    """Return the complaints repeated significantly more often per customer than is usual, by surely few customers.

    "Few" means that the whole interval of the customers' share lies below `typical`, the median issue; repetition is
    tested against the average over all complaints, corrected by Benjamini–Hochberg, and must surely exceed it by
    half. The noisiest come first.
    """
    # People repeat themselves in the same words, or about the same small thing in ever new ones.
    worded = _repeated(context, filters, "term")
    known = {row["aspect"] for row in worded}
    loud = [*worded, *(row for row in _repeated(context, filters, "aspect") if row["aspect"] not in known)]
    found = [_complaint(context, filters, row, bases.of(row["aspect"])) for row in loud]
    rare = [each for each in found if _surely_below(each.customers, typical)]
    return tuple(sorted(rare, key=lambda each: each.customers.count - each.messages)[:LISTED])


def _repeated(context: Context, filters: Filters, term: str) -> list[dict[str, Any]]:
    opinion = filters.opinion_where()
    rows = run(context.facts, "priorities.complaints", term=term, opinion=opinion).to_dicts()
    usual = _usual(rows)
    tried = [
        row for row in rows if row["customers"] >= FEWEST_CUSTOMERS and row["messages"] >= FEWEST_MESSAGES
    ]
    often = OFTEN * usual
    adjusted = stats.adjusted_p_values([_p_value(row, often) for row in tried])
    return [
        row for row, q in zip(tried, adjusted, strict=True) if q <= ALPHA and row["messages_mean"] > often
    ]


def _usual(rows: Sequence[Mapping[str, Any]]) -> float:
    customers = sum(row["customers"] for row in rows)
    return sum(row["messages"] for row in rows) / customers if customers else 1.0


def _p_value(row: Mapping[str, Any], usual: float) -> float:
    error = math.sqrt((row["messages_variance"] or 0.0) / row["customers"])
    return (
        stats.t_p_value((row["messages_mean"] - usual) / error, row["customers"] - 1)
        if error > 0
        else math.nan
    )


def _complaint(context: Context, filters: Filters, row: Mapping[str, Any], base: Base) -> LoudComplaint:
    name, customers = context.names.name(row["aspect"]), int(row["customers"])
    whole = row["term"] == row["aspect"]
    about = filters.about(context.names.itself(row["aspect"], DEEPEST), -1)
    return LoudComplaint(
        aspect=row["aspect"],
        zh=name.zh,
        en=name.en,
        term=name.zh if whole else row["term"],
        customers=counted_share(customers, base.customers, context.minimum_n),
        messages=int(row["messages"]),
        per_customer=stats.moments_interval(row["messages_mean"], row["messages_variance"] or 0.0, customers),
        intensity=stats.bounded_mean(row["severity_mean"], row["severity_variance"], customers),
        link=voices_link(about if whole else replace(about, text=row["term"])),
    )


def _surely_below(share: Estimate, typical: float | None) -> bool:
    return typical is not None and share.sufficient and share.high is not None and share.high < typical
