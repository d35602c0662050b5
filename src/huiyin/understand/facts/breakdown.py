"""Where a fact comes from: the same shares by channel, product, segment and type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.facts.fact import Counted
from huiyin.understand.facts.table import Context, counted_share
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.names import Name, channel_name, type_name
from huiyin.understand.queries import run

DIMENSIONS = ("channel", "product", "segment")


@dataclass(frozen=True, slots=True)
class Group:
    """One channel, product, segment or type of a fact.

    For a dimension, `customers` and `negative_customers` are shares of everyone who spoke there; for a type,
    of the customers who spoke of the aspect. `unusual` tells that the negative share differs from that of the rest,
    corrected over the groups shown together.
    """

    id: str
    zh: str
    en: str
    customers: Counted
    negative_customers: Counted | None
    share_negative: Estimate | None
    difference: Estimate | None
    unusual: bool
    link: str


def breakdowns(context: Context, filters: Filters, aspect: str) -> Mapping[str, tuple[Group, ...]]:
    """Return, by dimension, the groups ordered by their negative customers."""
    about = filters.about(aspect)
    base = _by_dimension(run(context.facts, "facts.base_groups", voice=about.base().voice_where()).to_dicts())
    spoken = _by_dimension(
        run(context.facts, "facts.aspect_groups", opinion=about.opinion_where()).to_dicts()
    )
    found = {
        name: _groups(context, about, name, base.get(name, {}), spoken.get(name, {})) for name in DIMENSIONS
    }
    p_values = {name: [_p_value(group.difference) for group in groups] for name, groups in found.items()}
    # Of two groups, each compared with the rest, both tests are the same one.
    tests = {name: values[:1] if len(values) == 2 else values for name, values in p_values.items()}
    flags = iter(stats.benjamini_hochberg([p for values in tests.values() for p in values]).tolist())
    unusual = {name: [next(flags) for _ in values] for name, values in tests.items()}
    return {
        name: tuple(replace(g, unusual=u) for g, u in zip(groups, unusual[name] * len(groups), strict=False))
        for name, groups in found.items()
    }


def _by_dimension(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Mapping[str, Any]]]:
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for row in rows:
        name = next(name for name in DIMENSIONS if not row[f"no_{name}"])
        if row["id"] is not None:
            found.setdefault(name, {})[row["id"]] = row
    return found


def _groups(
    context: Context,
    about: Filters,
    dimension: str,
    base: Mapping[str, Mapping[str, Any]],
    spoken: Mapping[str, Mapping[str, Any]],
) -> tuple[Group, ...]:
    everyone = sum(int(row["customers"]) for row in base.values())
    negatives = sum(int(row["negative_customers"]) for row in spoken.values())
    groups = []
    for key, row in base.items():
        heard, found = int(row["customers"]), spoken.get(key, {})
        customers, negative = int(found.get("customers", 0)), int(found.get("negative_customers", 0))
        rest = (max(negatives - negative, 0), everyone - heard)
        groups.append(_group(context, about, (dimension, key), heard, (customers, negative), rest))
    return tuple(
        sorted(groups, key=lambda g: (-(g.negative_customers or g.customers).count, -g.customers.count, g.id))
    )


def _group(
    context: Context,
    about: Filters,
    where: tuple[str, str],
    heard: int,
    counts: tuple[int, int],
    rest: tuple[int, int],
) -> Group:
    dimension, key = where
    name = channel_name(key) if dimension == "channel" else Name(key, key)
    minimum = context.minimum_n
    within = about.within(dimension, key)
    difference = stats.newcombe(min(counts[1], heard), heard, min(rest[0], rest[1]), rest[1]).guarded(minimum)
    return Group(
        id=key,
        zh=name.zh,
        en=name.en,
        customers=counted_share(counts[0], heard, minimum),
        negative_customers=counted_share(counts[1], heard, minimum),
        share_negative=stats.wilson(min(counts[1], counts[0]), counts[0]).guarded(minimum),
        difference=difference,
        unusual=False,
        link=voices_link(within),
    )


def _p_value(difference: Estimate | None) -> float:
    """Return the p-value that belongs to a difference's interval, NaN without evidence."""
    if difference is None or not difference.sufficient:
        return float("nan")
    return stats.p_value_of(difference)


def type_groups(context: Context, about: Filters, customers: int) -> tuple[Group, ...]:
    rows = run(context.facts, "facts.aspect_types", opinion=about.opinion_where())
    most_first = rows.sort("customers", descending=True, maintain_order=True)
    return tuple(_type(context, about, key, count, customers) for key, count in most_first.iter_rows())


def _type(context: Context, about: Filters, key: str, count: int, customers: int) -> Group:
    name = type_name(key)
    share = counted_share(count, customers, context.minimum_n)
    link = voices_link(replace(about, types=(key,)))
    return Group(key, name.zh, name.en, share, None, None, None, unusual=False, link=link)
