"""Brands, products or any groups side by side: the same aspects by the same method, differences tested together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import Any

from huiyin import stats
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import Estimate
from huiyin.understand.comparing.overlap import Overlap, Part, difference, read_overlap
from huiyin.understand.facts.fact import Counted
from huiyin.understand.facts.table import ALPHA, Context, Level, aspect_at, counted_share
from huiyin.understand.filters import Filters
from huiyin.understand.links import fact_link, voices_link
from huiyin.understand.moments import moments
from huiyin.understand.names import Name, channel_name
from huiyin.understand.net import Moments, net_sentiment, pooled
from huiyin.understand.queries import run

MOST_SIDES = 6
MOST_ASPECTS = 25
USUAL_SIDES = 3
NOTHING = "'all'"


class Side(StrEnum):
    """What tells the compared groups apart."""

    PRODUCT = "product"
    SEGMENT = "segment"
    REGION = "region"
    CHANNEL = "channel"
    SOURCE = "source"


class ComparedMeasure(StrEnum):
    """What is compared: how many complain, or how those who speak of it judge it."""

    NEGATIVE = "negative"
    NET = "net"


class Standing(StrEnum):
    """How one group stands against the others, on evidence."""

    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class Compared:
    """One group: its name and the customers heard of it."""

    id: str
    zh: str
    en: str
    customers: int
    link: str


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """One aspect in one group; `difference` is the measure there less that of the other groups together."""

    side: str
    negative: Counted
    net: Estimate
    difference: Estimate
    standing: Standing
    link: str


@dataclass(frozen=True, slots=True)
class ComparedAspect:
    """One aspect over all groups."""

    aspect: str
    zh: str
    en: str
    path_zh: tuple[str, ...]
    path_en: tuple[str, ...]
    cells: tuple[ComparedCell, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The groups, the aspects enough customers of two groups speak of, and what else could be compared."""

    sides: tuple[Compared, ...]
    choices: tuple[Compared, ...]
    aspects: tuple[ComparedAspect, ...]
    measure: ComparedMeasure
    standardised: bool
    how: Name


Counts = Mapping[tuple[str, str], dict[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class _Family:
    """The counts of one comparison: heard by (side, taxonomy) and spoken by (side, aspect), each by stratum."""

    heard: Mapping[tuple[str, str], Mapping[str, int]]
    spoken: Counts
    minimum_n: int
    overlap: Overlap = field(default_factory=Overlap)

    def negative(self, side: str, aspect: str) -> Counted:
        """Return the unhappy customers as a share of the group's heard; standardised where there are strata."""
        heard = self.heard.get((side, aspect.split(".")[0]), {})
        spoken = self.spoken.get((side, aspect), {})
        count = sum(int(row["negative_customers"]) for row in spoken.values())
        base = sum(heard.values())
        if len(self.strata) == 1:
            return counted_share(count, base, self.minimum_n)
        parts = [
            (
                min(int(spoken[s]["negative_customers"]) if s in spoken else 0, heard.get(s, 0)),
                heard.get(s, 0),
            )
            for s in self.strata
        ]
        share = stats.standardised_share([k for k, _ in parts], [n for _, n in parts], self.weights(aspect))
        return Counted.of(share.guarded(self.minimum_n), count)

    def net(self, side: str, aspect: str) -> Estimate:
        """Return the net sentiment of the group's customers who speak of the aspect."""
        n, mean, variance = self.moments(side, aspect)
        return net_sentiment(mean if n else None, variance, n).guarded(self.minimum_n)

    def moments(self, side: str, aspect: str) -> tuple[int, float, float]:
        rows = self.spoken.get((side, aspect), {}).values()
        return pooled(_moments(row) for row in rows)

    @property
    def strata(self) -> list[str]:
        return sorted({stratum for found in self.heard.values() for stratum in found})

    def weights(self, aspect: str) -> list[float]:
        """Return how the heard customers of all groups together spread over the strata."""
        world = aspect.split(".")[0]
        found = [each for (_, taxonomy), each in self.heard.items() if taxonomy == world]
        return [float(sum(each.get(stratum, 0) for each in found)) for stratum in self.strata]


def compare(
    context: Context,
    filters: Filters,
    side: Side,
    chosen: Sequence[str] = (),
    *,
    measure: ComparedMeasure = ComparedMeasure.NEGATIVE,
    level: Level = Level.FINE,
    standardise: bool = False,
) -> Comparison:
    """Compare groups within the filters (a closed window) on every aspect that two of them speak of enough.

    Without a choice the three most heard groups are compared. `standardise` weighs the channels of every group as
    those of all groups together, so that a group is not worse for being heard more at the hotline. Raises
    InvalidInputError for more than six groups.
    """
    if len(chosen) > MOST_SIDES:
        raise InvalidInputError(
            "too many groups to read side by side", field="side", expected=f"at most {MOST_SIDES}"
        )
    choices = _choices(context, filters, side)
    wanted = list(chosen) or [each.id for each in choices[:USUAL_SIDES]]
    shown = tuple(each for each in choices if each.id in wanted)
    family = _read(context, filters, side, [each.id for each in shown], level, standardise=standardise)
    rows = [
        _aspect(context, filters, side, family, aspect, [each.id for each in shown], measure)
        for aspect in _aspects(context, family, [each.id for each in shown])
    ]
    how = _how(measure, standardise=standardise)
    return Comparison(shown, choices, _judged(rows, measure, len(shown)), measure, standardise, how)


def _choices(context: Context, filters: Filters, side: Side) -> tuple[Compared, ...]:
    where = filters.base().within(side.value)
    rows = run(context.facts, "comparison.sides", group=side.value, voice=where.voice_where())
    found = []
    for key, customers in rows.sort("customers", descending=True, maintain_order=True).iter_rows():
        name = channel_name(key) if side is Side.CHANNEL else Name(key, key)
        link = voices_link(where.within(side.value, key))
        found.append(Compared(key, name.zh, name.en, customers, link))
    return tuple(found)


def _read(
    context: Context, filters: Filters, side: Side, sides: Sequence[str], level: Level, *, standardise: bool
) -> _Family:
    asked = filters.within(side.value, *(sides or ("",)))
    group, stratum = side.value, "channel" if standardise else NOTHING
    heard: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for key, world, part, customers in run(
        context.facts, "comparison.heard", voice=asked.base().voice_where(), group=group, stratum=stratum
    ).iter_rows():
        heard[key, world][part] = customers
    spoken: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for row in run(
        context.facts,
        "comparison.spoken",
        node=aspect_at(level),
        opinion=asked.opinion_where(),
        group=group,
        stratum=stratum,
    ).to_dicts():
        aspect = context.names.itself(row["aspect"], int(level.value))
        spoken[row["side"], aspect][row["stratum"]] = row
    overlap = read_overlap(context, asked, level, group=group, stratum=stratum)
    return _Family(heard, spoken, context.minimum_n, overlap)


def _aspects(context: Context, family: _Family, sides: Sequence[str]) -> list[str]:
    """Return the aspects that enough customers of at least two groups speak of, the most unhappy first."""
    unhappy: dict[str, int] = defaultdict(int)
    enough: dict[str, int] = defaultdict(int)
    for side, aspect in family.spoken:
        if side in sides and not context.names.is_general(aspect):
            unhappy[aspect] += family.negative(side, aspect).count
            enough[aspect] += family.moments(side, aspect)[0] >= context.minimum_n
    kept = [aspect for aspect, count in enough.items() if count >= min(2, len(sides))]
    return sorted(kept, key=lambda aspect: (-unhappy[aspect], aspect))[:MOST_ASPECTS]


def _aspect(
    context: Context,
    filters: Filters,
    side: Side,
    family: _Family,
    aspect: str,
    sides: Sequence[str],
    measure: ComparedMeasure,
) -> ComparedAspect:
    name = context.names.name(aspect)
    cells = []
    for each in sides:
        rest = [other for other in sides if other != each]
        cells.append(
            ComparedCell(
                side=each,
                negative=family.negative(each, aspect),
                net=family.net(each, aspect),
                difference=_difference(family, each, rest, aspect, measure),
                standing=Standing.INSUFFICIENT,
                link=voices_link(filters.about(aspect).within(side.value, each)),
            )
        )
    return ComparedAspect(
        aspect, name.zh, name.en, name.path_zh, name.path_en, tuple(cells), fact_link(aspect, filters)
    )


def _difference(
    family: _Family, side: str, rest: Sequence[str], aspect: str, measure: ComparedMeasure
) -> Estimate:
    if not rest:
        return stats.insufficient(0, "mover")
    if measure is ComparedMeasure.NET:
        others = pooled(family.moments(each, aspect) for each in rest)
        figures = (
            family.net(side, aspect),
            net_sentiment(others[1] if others[0] else None, others[2], others[0]),
        )
        parts = [net_parts(family, sides, aspect) for sides in ([side], rest)]
        shared = family.overlap.net
    else:
        figures = (family.negative(side, aspect), _together(family, rest, aspect))
        parts = [negative_parts(family, sides, aspect) for sides in ([side], rest)]
        shared = family.overlap.unhappy
    found = difference((figures[0], parts[0]), (figures[1], parts[1]), partial(shared, aspect))
    return found.guarded(family.minimum_n)


def negative_parts(family: _Family, sides: Sequence[str], aspect: str) -> list[Part]:
    """Return the cells behind the unhappy share of some groups together, weighed as their figure weighs them."""
    world = aspect.split(".")[0]
    weights = family.weights(aspect) if len(family.strata) > 1 else [1.0]
    heard = {
        (side, stratum): family.heard.get((side, world), {}).get(stratum, 0)
        for side in sides
        for stratum in family.strata
    }
    totals = [sum(heard[side, stratum] for side in sides) for stratum in family.strata]
    whole = sum(weight for weight, total in zip(weights, totals, strict=True) if total)
    found = []
    for stratum, weight, total in zip(family.strata, weights, totals, strict=True):
        for side in sides:
            n = heard[side, stratum]
            if not n or not weight:
                continue
            row = family.spoken.get((side, aspect), {}).get(stratum, {})
            share = min(int(row.get("negative_customers", 0)), n) / n
            found.append(Part((side, stratum), weight / whole * n / total, share, n, share * (1 - share)))
    return found


def net_parts(family: _Family, sides: Sequence[str], aspect: str) -> list[Part]:
    """Return the cells behind the net sentiment of some groups together; each counts by those who speak there."""
    rows = {
        (side, stratum): _moments(row)
        for side in sides
        for stratum, row in family.spoken.get((side, aspect), {}).items()
    }
    total = sum(n for n, _, _ in rows.values())
    return [Part(cell, n / total, mean, n, variance) for cell, (n, mean, variance) in rows.items() if n]


def _together(family: _Family, sides: Sequence[str], aspect: str) -> Estimate:
    world = aspect.split(".")[0]
    heard: dict[str, int] = defaultdict(int)
    unhappy: dict[str, int] = defaultdict(int)
    for side in sides:
        for stratum, n in family.heard.get((side, world), {}).items():
            heard[stratum] += n
        for stratum, row in family.spoken.get((side, aspect), {}).items():
            unhappy[stratum] += int(row["negative_customers"])
    counts = [(min(unhappy[s], heard[s]), heard[s]) for s in family.strata]
    if len(family.strata) == 1:
        return stats.wilson(*counts[0])
    return stats.standardised_share([k for k, _ in counts], [n for _, n in counts], family.weights(aspect))


def _moments(row: Mapping[str, Any]) -> Moments:
    n = int(row["customers"])
    mean, variance = moments(row, "net", n)
    return n, mean or 0.0, variance or 0.0


def _judged(
    rows: Sequence[ComparedAspect], measure: ComparedMeasure, sides: int
) -> tuple[ComparedAspect, ...]:
    """Correct all differences shown together and say who stands better; of two groups both tests are one."""
    tested = [cell for row in rows for cell in (row.cells[:1] if sides == 2 else row.cells)]
    passed = iter(
        stats.benjamini_hochberg([_p_value(cell.difference) for cell in tested], alpha=ALPHA).tolist()
    )
    judged = []
    for row in rows:
        flags = [next(passed)] * 2 if sides == 2 else [next(passed) for _ in row.cells]
        cells = [
            replace(cell, standing=_standing(cell.difference, measure, significant=flag))
            for cell, flag in zip(row.cells, flags, strict=True)
        ]
        judged.append(replace(row, cells=tuple(cells)))
    return tuple(judged)


def _p_value(difference: Estimate) -> float:
    return stats.p_value_of(difference) if difference.sufficient else math.nan


def _standing(difference: Estimate, measure: ComparedMeasure, *, significant: bool) -> Standing:
    if not difference.sufficient:
        return Standing.INSUFFICIENT
    if not significant:
        return Standing.ALIKE
    good = (
        (difference.value or 0.0) < 0
        if measure is ComparedMeasure.NEGATIVE
        else (difference.value or 0.0) > 0
    )
    return Standing.BETTER if good else Standing.WORSE


def _how(measure: ComparedMeasure, *, standardise: bool) -> Name:
    zh = (
        "不满客户占比 = 该组中对该维度不满的不同客户 ÷ 该组在同一标签体系下发声的不同客户（Wilson 区间）"
        if measure is ComparedMeasure.NEGATIVE
        else "净情感 = 提到该维度的每位客户先取平均情感（−1 至 1），再对客户平均（得分型区间）"
    )
    en = (
        "Unhappy = distinct customers of the group who complain of the aspect ÷ those heard in the same taxonomy (Wilson)"
        if measure is ComparedMeasure.NEGATIVE
        else "Net sentiment = each customer's mean sentiment about the aspect (−1 to 1), averaged over customers (score interval)"
    )
    weighed_zh = "；各组按全部对比组合计的渠道构成直接标准化" if standardise else ""
    weighed_en = "; channels weighed alike in every group (direct standardisation)" if standardise else ""
    return Name(
        f"{zh}{weighed_zh}。优劣 = 该组与其余各组合计之差（MOVER，同时出现在多个组的客户按同一人计入协方差），整张表一起做 Benjamini–Hochberg 校正；"
        "双方用同一方法、同一筛选。主动发声者不是随机样本。",
        f"{en}{weighed_en}. Better or worse = the group less the others together (MOVER; customers heard in several groups enter by their covariance), Benjamini–Hochberg over the whole "
        "table; the same method and filters for every side. Those who chose to speak are no random sample.",
    )
