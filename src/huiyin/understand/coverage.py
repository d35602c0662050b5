"""Who is not heard: the customers who spoke beside the customer base, group by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import polars as pl
from sqlalchemy import Connection, func, select

from huiyin.stats import Estimate, insufficient, sample_size, wilson
from huiyin.store.ledger import tables
from huiyin.understand.queries import FactsReader
from huiyin.understand.window import Window

DIMENSIONS = ("segment", "region", "product")
UNKNOWN = ""
# A share within ten points is enough to see whether a silent group suffers from something else.
MARGIN = 0.1
RESPONSE_RATE = 0.2
MOST_GAPS = 12
# The chance of naming any gap where there is none.
ERROR = 0.05

_HEARD = """
    SELECT DISTINCT customer_id, channel FROM voice
    WHERE customer_id IS NOT NULL AND day BETWEEN $start AND $end_day
"""


@dataclass(frozen=True, slots=True)
class GroupCoverage:
    """A group of the customer base: how many it has, the share heard, and how it is represented among the heard.

    `ratio` is the group's share of those heard over its share of the base: below 1 it is heard too little. Its
    interval is Wilson's of the share among the heard; the base is counted, not sampled. `missing` is how many
    more of them would have spoken at the average rate.
    """

    values: Mapping[str, str]
    customers: int
    heard: Estimate
    ratio: Estimate
    missing: int
    channels: Mapping[str, Estimate]


@dataclass(frozen=True, slots=True)
class Gap:
    """A group that is clearly heard too little, and what to do about it."""

    group: GroupCoverage
    channel: str | None
    people: int
    invitations: int


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """The whole base and its groups; `channels` are those through which anybody of the base was heard."""

    overall: Estimate
    customers: int
    channels: tuple[str, ...]
    by_dimension: Mapping[str, tuple[GroupCoverage, ...]]
    crossed: tuple[GroupCoverage, ...]
    gaps: tuple[Gap, ...]


def map_coverage(
    facts: FactsReader, connection: Connection, window: Window, minimum_n: int, *, pair: Sequence[str] = ("segment", "region")
) -> CoverageMap:  # fmt: skip
    """Return who of the customer base was heard in the window."""
    base = customer_base(connection)
    spoken = facts.query(_HEARD, {"start": window.start, "end_day": window.end})
    spoken = spoken.filter(pl.col("customer_id").is_in(base.get_column("id").implode()))
    marked = base.with_columns(heard=pl.col("id").is_in(spoken.get_column("customer_id").unique().implode()))
    channels = tuple(sorted(spoken.get_column("channel").unique().to_list()))
    measure = _Measure(marked, spoken, channels, minimum_n)
    single = {name: measure.groups([name]) for name in DIMENSIONS}
    crossed = measure.groups(list(pair))
    return CoverageMap(
        overall=measure.overall,
        customers=marked.height,
        channels=channels,
        by_dimension=single,
        crossed=crossed,
        gaps=_find_gaps(measure, marked, minimum_n),
    )


def customer_base(connection: Connection) -> pl.DataFrame:
    """Return every customer with segment, region and product: the one on record, else the last one bought."""
    customer = tables.customer.c
    rows = [
        (row.id, row.segment or UNKNOWN, row.region or UNKNOWN, str((row.attributes or {}).get("product") or ""))
        for row in connection.execute(
            select(customer.id, customer.segment, customer.region, customer.attributes)
        )
    ]  # fmt: skip
    bought = _last_bought(connection)
    return pl.DataFrame(
        [(one, segment, region, product or bought.get(one, UNKNOWN)) for one, segment, region, product in rows],
        schema={"id": pl.Int64, "segment": pl.String, "region": pl.String, "product": pl.String},
        orient="row",
    )  # fmt: skip


def _find_gaps(measure: _Measure, marked: pl.DataFrame, minimum_n: int) -> tuple[Gap, ...]:
    """Return the groups that are surely heard too little, many looks considered, the worst first.

    Each time the group that explains most is taken and its customers are put aside, so that 西北 is not listed
    for what its fleets alone are short of.
    """
    left, gaps = marked, []
    for _ in range(MOST_GAPS):
        worst = _worst(left, minimum_n)
        if worst is None:
            break
        is_member = pl.all_horizontal(pl.col(name) == value for name, value in worst.items())
        gaps.append(_gap(measure.group(worst, marked.filter(is_member))))
        left = left.filter(~is_member)
    return tuple(gaps)


def _worst(left: pl.DataFrame, minimum_n: int) -> dict[str, str] | None:
    """Return the group clearly heard too little with the most missing, weighed by how little it is heard."""
    heard, everybody = int(left.get_column("heard").sum()), left.height
    if not heard:
        return None
    candidates = [
        ({name: row[name] for name in names}, row["size"], row["spoke"])
        for names in (*((name,) for name in DIMENSIONS), *combinations(DIMENSIONS, 2))
        for row in _counted(left, names, minimum_n).iter_rows(named=True)
    ]
    # So many groups are looked at that some would lie below 1 by chance (Bonferroni).
    level = 1 - ERROR / max(len(candidates), 1)
    weights: list[tuple[float, dict[str, str]]] = []
    for values, size, spoke in candidates:
        base = size / everybody
        highest = wilson(spoke, heard, level=level).high
        if highest is not None and highest / base < 1:
            weights.append(((heard * base - spoke) * (1 - spoke / heard / base), values))
    return max(weights, key=lambda one: one[0])[1] if weights else None


def _counted(left: pl.DataFrame, names: Sequence[str], minimum_n: int) -> pl.DataFrame:
    """Return how many each group has and how many of them spoke."""
    return (
        left.filter(pl.all_horizontal(pl.col(name) != UNKNOWN for name in names))
        .group_by(*names)
        .agg(size=pl.len(), spoke=pl.col("heard").sum())
        .filter(pl.col("size") >= minimum_n)
        .sort(*names)
    )


def _gap(group: GroupCoverage) -> Gap:
    """Propose the invited channel that reaches this group best, and how many to ask through it."""
    invited = {
        name: estimate.value or 0.0
        for name, estimate in group.channels.items()
        if name in ("survey", "nps", "interview")
    }
    people = sample_size(MARGIN, population=max(group.customers, 1))
    best = max(invited, key=lambda name: invited[name]) if any(invited.values()) else None
    rate = max(invited[best], 0.05) if best else RESPONSE_RATE
    return Gap(group, best or "survey", people, min(round(people / min(rate, 1.0)), group.customers))


def _last_bought(connection: Connection) -> dict[int, str]:
    purchase = tables.purchase.c
    newest = (
        select(purchase.customer_id, func.max(purchase.at).label("at"))
        .where(purchase.product.is_not(None))
        .group_by(purchase.customer_id)
        .subquery()
    )
    query = select(purchase.customer_id, purchase.product).join(
        newest, (newest.c.customer_id == purchase.customer_id) & (newest.c.at == purchase.at)
    )
    return {row.customer_id: row.product for row in connection.execute(query) if row.product}


class _Measure:
    """Counts groups of the base against those heard."""

    def __init__(
        self, marked: pl.DataFrame, spoken: pl.DataFrame, channels: Sequence[str], minimum_n: int
    ) -> None:
        self._marked = marked
        self._by_channel = {
            name: frozenset(
                spoken.filter(pl.col("channel") == name).get_column("customer_id").to_list()
            )
            for name in channels
        }  # fmt: skip
        self._minimum = minimum_n
        self._heard = int(marked.get_column("heard").sum())
        self.overall = wilson(self._heard, marked.height).guarded(minimum_n)

    def groups(self, names: list[str]) -> tuple[GroupCoverage, ...]:
        """Return the groups of one or two dimensions, the least represented first."""
        known = self._marked.filter(pl.all_horizontal(pl.col(name) != UNKNOWN for name in names))
        found = [
            self.group(dict(zip(names, map(str, key), strict=True)), part)
            for key, part in known.group_by(names, maintain_order=True)
        ]
        return tuple(sorted(found, key=lambda one: (one.ratio.value is None, one.ratio.value or 0.0)))

    def group(self, values: Mapping[str, str], part: pl.DataFrame) -> GroupCoverage:
        """Return the figures of one group's customers."""
        heard, size = int(part.get_column("heard").sum()), part.height
        ids = part.get_column("id").to_list()
        average = self._heard / self._marked.height
        return GroupCoverage(
            values=values,
            customers=size,
            heard=wilson(heard, size).guarded(self._minimum),
            ratio=self._ratio(heard, size),
            missing=max(round(average * size) - heard, 0),
            channels={
                name: wilson(sum(one in spoken for one in ids), size).guarded(self._minimum)
                for name, spoken in self._by_channel.items()
            },
        )

    def _ratio(self, heard: int, size: int) -> Estimate:
        if not self._heard:
            return insufficient(0, "representation")
        share = wilson(heard, self._heard)
        scaled = share.scaled(self._marked.height / size)
        return replace(scaled, n=size, method="representation").guarded(self._minimum)
