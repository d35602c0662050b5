"""Two questions that need the whole customer: what the socially active buy, and what frequent help-seekers run into."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl
from sqlalchemy import Connection

from huiyin import stats
from huiyin.customers.identity.match_rate import MatchRate, match_rate
from huiyin.customers.people import Span, read_people, read_voices
from huiyin.customers.queries import run
from huiyin.stats import Estimate
from huiyin.understand import AspectNames, FactsReader

ACTIVE_FROM = 2
FREQUENT_FROM = 2
MOST_PROBLEMS = 12
MOST_TESTED = 60
# An opinion of the whole names no problem.
_WHOLE = ".general"


@dataclass(frozen=True, slots=True)
class Buyers:
    """What a group of customers bought in the window."""

    customers: int
    spend: Estimate
    buying: Estimate


@dataclass(frozen=True, slots=True)
class BuyingPower:
    """Customers with at least `active_from` social voices beside all others."""

    active_from: int
    active: Buyers
    others: Buyers
    spend_difference: Estimate
    buying_difference: Estimate
    match: MatchRate
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True, slots=True)
class Problem:
    """An aspect that frequent help-seekers complain of when they seek help.

    `share` is of these customers. Who calls more often names more, so the comparison with customers who
    called less is by contact: the share of a customer's contacts that name it, averaged over customers.
    """

    aspect: str
    zh: str
    en: str
    path_zh: tuple[str, ...]
    customers: int
    share: Estimate
    by_contact: Estimate
    by_contact_others: Estimate
    difference: Estimate
    significant: bool


@dataclass(frozen=True, slots=True)
class HelpSeekers:
    """Customers with at least `frequent_from` service contacts, and their problems by customers affected."""

    frequent_from: int
    customers: int
    others: int
    problems: tuple[Problem, ...]
    match: MatchRate
    sentence_zh: str
    sentence_en: str


def buying_power(
    connection: Connection, facts: FactsReader, span: Span, *, minimum_n: int, active_from: int = ACTIVE_FROM
) -> BuyingPower:
    """Compare what the socially active bought in the window with what all other known customers bought."""
    voices = read_voices(connection, facts, span)
    people = read_people(connection, voices, span)
    chosen = people.filter(pl.col("social") >= active_from)
    rest = people.filter(pl.col("social") < active_from)
    active, others = _buyers(chosen, minimum_n), _buyers(rest, minimum_n)
    spend = stats.difference(active.spend, others.spend).guarded(minimum_n)
    buying = stats.difference(active.buying, others.buying, method="newcombe").guarded(minimum_n)
    rate = match_rate(voices.filter(pl.col("channel") == "social"))
    return BuyingPower(
        active_from, active, others, spend, buying, rate, *_spend_sentences(active, spend, buying)
    )


def _buyers(people: pl.DataFrame, minimum_n: int) -> Buyers:
    spend = stats.mean_interval(people["spend"].to_numpy()).guarded(minimum_n)
    buying = stats.wilson(int((people["orders"] > 0).sum()), people.height).guarded(minimum_n)
    return Buyers(people.height, spend, buying)


def _spend_sentences(active: Buyers, spend: Estimate, buying: Estimate) -> tuple[str, str]:
    if not spend.sufficient or spend.value is None or active.spend.value is None:
        return (
            f"社交媒体上活跃且能对应到档案的客户只有 {active.customers} 位，证据不足。",
            f"Only {active.customers} socially active people could be linked to a record: not enough evidence.",
        )
    amount = f"{active.spend.value:,.0f}"
    bought_zh, bought_en = _buying_words(buying)
    if not spend.excludes_zero:
        return (
            f"社交媒体上活跃的客户人均消费 {amount} 元，与其他客户没有可分辨的差别{bought_zh}。",
            f"The socially active spent {amount} yuan each, not distinguishable from the other customers{bought_en}.",
        )
    zh, en = ("高", "more") if spend.value > 0 else ("低", "less")
    gap = f"{abs(spend.value):,.0f}"
    return (
        f"社交媒体上活跃的客户人均消费 {amount} 元，比其他客户{zh} {gap} 元{bought_zh}。",
        f"The socially active spent {amount} yuan each, {gap} {en} than the other customers{bought_en}.",
    )


def _buying_words(buying: Estimate) -> tuple[str, str]:
    """Spending can be alike where buying is not."""
    if not buying.sufficient or buying.value is None or not buying.excludes_zero:
        return "", ""
    zh, en = ("更多", "more") if buying.value > 0 else ("更少", "fewer")
    points = f"{abs(buying.value) * 100:.1f}"
    return (
        f"；其中买过东西的人{zh}，相差 {points} 个百分点",
        f"; {en} of them bought anything, by {points} percentage points",
    )


def help_seekers(
    connection: Connection,
    facts: FactsReader,
    names: AspectNames,
    span: Span,
    *,
    minimum_n: int,
    frequent_from: int = FREQUENT_FROM,
) -> HelpSeekers:
    """Return what customers who often seek help speak ill of, by how many of them do.

    Differences by contact are tested against everybody else who sought help, corrected over the table
    (Benjamini–Hochberg).
    """
    voices = read_voices(connection, facts, span)
    service = voices.filter(pl.col("channel") == "service")
    contacts = service.filter(pl.col("person").is_not_null()).with_columns(
        frequent=pl.len().over("person") >= frequent_from
    )
    named = run(facts, "people.problems", span.days).join(contacts, on="feedback_id")
    problems = _problems(named, contacts, names, minimum_n)
    frequent, others = (
        contacts.filter(each)["person"].n_unique() for each in (pl.col("frequent"), ~pl.col("frequent"))
    )
    told_zh = "、".join(each.zh for each in problems[:3]) or "没有负面提及"
    told_en = ", ".join(each.en for each in problems[:3]) or "nothing"
    return HelpSeekers(
        frequent_from,
        frequent,
        others,
        tuple(problems),
        match_rate(service),
        f"{frequent:,} 位客户求助 {frequent_from} 次及以上，最常遇到的是：{told_zh}。",
        f"{frequent:,} customers sought help {frequent_from} times or more; most often about: {told_en}.",
    )


def _problems(
    named: pl.DataFrame, contacts: pl.DataFrame, names: AspectNames, minimum_n: int
) -> list[Problem]:
    counted = (
        named.filter(pl.col("frequent") & ~pl.col("aspect").str.ends_with(_WHOLE))
        .group_by("aspect")
        .agg(pl.col("person").n_unique().alias("customers"))
        .sort("customers", "aspect", descending=[True, False])
    )
    customers = contacts.filter(pl.col("frequent"))["person"].n_unique()
    found = [
        _problem(aspect, count, customers, _marked(contacts, named, aspect), names, minimum_n)
        for aspect, count in counted.head(MOST_TESTED).iter_rows()
    ]
    p_values = [stats.p_value_of(each.difference) if each.difference.sufficient else 1.0 for each in found]
    kept: list[bool] = stats.benjamini_hochberg(p_values).tolist() if p_values else []
    return [replace(each, significant=flag) for each, flag in zip(found, kept, strict=True)][:MOST_PROBLEMS]


def _marked(contacts: pl.DataFrame, named: pl.DataFrame, aspect: str) -> pl.DataFrame:
    ids = named.filter(pl.col("aspect") == aspect)["feedback_id"]
    return contacts.with_columns(names=pl.col("feedback_id").is_in(ids.implode()).cast(pl.Float64))


def _problem(
    aspect: str, count: int, customers: int, marked: pl.DataFrame, names: AspectNames, minimum_n: int
) -> Problem:
    name = names.name(aspect)
    mine, rest = (
        _per_contact(part) for part in (marked.filter(pl.col("frequent")), marked.filter(~pl.col("frequent")))
    )
    return Problem(
        aspect,
        name.zh,
        name.en,
        name.path_zh,
        count,
        stats.wilson(count, customers).guarded(minimum_n),
        mine.guarded(minimum_n),
        rest.guarded(minimum_n),
        stats.difference(mine, rest).guarded(minimum_n),
        significant=False,
    )


def _per_contact(contacts: pl.DataFrame) -> Estimate:
    """Average over customers the share of their contacts that name the aspect."""
    shares = contacts.group_by("person").agg(pl.col("names").mean())["names"].to_numpy()
    if not shares.size:
        return stats.bounded_mean(None, None, 0)
    variance = float(shares.var(ddof=1)) if shares.size > 1 else None
    return stats.bounded_mean(float(shares.mean()), variance, int(shares.size))
