"""The reputation index: rating, net sentiment and share of voice in one number whose formula is in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from huiyin import stats
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import Estimate
from huiyin.understand.comparing.comparison import MOST_SIDES, Compared, Side
from huiyin.understand.facts.table import Context
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.names import Name, channel_name
from huiyin.understand.queries import run

BUCKETS = 200
DRAWS = 1_000
SEED = 20_260_101
WEIGHTS = (0.4, 0.4, 0.2)
PARTS = ("rating", "net", "voice")
# Columns of a group's sums: customers, rated, their ratings, judged, their net sentiments.
_COLUMNS = ("customers", "rated", "rating_sum", "judged", "net_sum")


@dataclass(frozen=True, slots=True)
class Reputation:
    """One group: its index of 100 with the three parts of it, and the change on the period before."""

    side: Compared
    index: Estimate
    rating: Estimate
    net: Estimate
    voice: Estimate
    change: Estimate


@dataclass(frozen=True, slots=True)
class Reputations:
    """The groups, the best index first; `weights` are those of rating, net sentiment and share of voice."""

    groups: tuple[Reputation, ...]
    choices: tuple[Compared, ...]
    weights: tuple[float, float, float]
    formula: Name


Sums = NDArray[np.float64]


def reputations(
    context: Context,
    filters: Filters,
    side: Side,
    chosen: Sequence[str] = (),
    *,
    weights: tuple[float, float, float] = WEIGHTS,
) -> Reputations:
    """Return the index of each group over a closed window beside the period before it.

    Intervals redraw two hundred random groups of customers, the same for both periods and all parts, so that what
    one customer said stays together. Raises InvalidInputError for weights without a sum.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise InvalidInputError("weights have a positive sum", field="weight", expected="0 or more each")
    w = (weights[0] / total, weights[1] / total, weights[2] / total)
    before = filters.previous()
    asked = replace(filters, start=before.start if before else filters.start)
    rows = run(
        context.facts,
        "comparison.buckets",
        group=side.value,
        voice=asked.voice_where(),
        params={"split": filters.start, "buckets": BUCKETS},
    ).to_dicts()
    sums = _sums([row for row in rows if row["side"] is not None])
    choices = _choices(filters, side, sums)
    wanted = list(chosen)[:MOST_SIDES] or [each.id for each in choices[:MOST_SIDES]]
    shown = [each for each in choices if each.id in wanted]
    found = _indices(shown, sums, np.array(w), context.minimum_n)
    found.sort(key=lambda each: -(each.index.value or 0.0))
    return Reputations(tuple(found), choices, w, _formula(w))


def _sums(rows: Sequence[Mapping[str, float | str]]) -> dict[str, Sums]:
    """Return, for each group, its sums of shape (periods, buckets, columns)."""
    found: dict[str, Sums] = {}
    for row in rows:
        at = found.setdefault(str(row["side"]), np.zeros((2, BUCKETS, len(_COLUMNS))))
        at[int(row["period"]), int(row["bucket"])] = [float(row[name]) for name in _COLUMNS]
    return found


def _choices(filters: Filters, side: Side, sums: Mapping[str, Sums]) -> tuple[Compared, ...]:
    customers = {key: int(found[1, :, 0].sum()) for key, found in sums.items()}
    order = sorted((key for key in customers if customers[key]), key=lambda key: (-customers[key], key))
    return tuple(_compared(filters, side, key, customers[key]) for key in order)


def _compared(filters: Filters, side: Side, key: str, customers: int) -> Compared:
    name = channel_name(key) if side is Side.CHANNEL else Name(key, key)
    return Compared(key, name.zh, name.en, customers, voices_link(filters.within(side.value, key)))


def _indices(
    shown: Sequence[Compared], sums: Mapping[str, Sums], weights: Sums, minimum_n: int
) -> list[Reputation]:
    if not shown:
        return []
    stacked = np.stack([sums[each.id] for each in shown])
    # The whole sample first, then redraws of the buckets.
    counts = np.random.default_rng(SEED).multinomial(BUCKETS, np.full(BUCKETS, 1 / BUCKETS), size=DRAWS)
    draws = np.vstack([np.ones(BUCKETS), counts]).astype(float)
    totals = np.einsum("db,spbc->dspc", draws, stacked)
    parts = _parts(totals)
    index = parts @ weights
    return [
        _reputation(each, place, index, parts, stacked[place], minimum_n) for place, each in enumerate(shown)
    ]


def _parts(totals: Sums) -> Sums:
    """Return rating, net sentiment and share of voice, each of 100, of shape (draws, sides, periods, 3)."""
    customers, rated, ratings, judged, nets = np.moveaxis(totals, -1, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        rating = 100 * ratings / rated
        net = 50 * (1 + nets / judged)
        voice = 100 * customers / customers.sum(axis=1, keepdims=True)
    return np.stack([rating, net, voice], axis=-1)


def _reputation(
    side: Compared, place: int, index: Sums, parts: Sums, sums: Sums, minimum_n: int
) -> Reputation:
    rated, judged = int(sums[1, :, 1].sum()), int(sums[1, :, 3].sum())
    enough = min(rated, judged, side.customers)
    before = int(min(sums[0, :, column].sum() for column in (0, 1, 3)))
    return Reputation(
        side=side,
        index=_estimate(index[:, place, 1], enough, minimum_n),
        rating=_estimate(parts[:, place, 1, 0], rated, minimum_n),
        net=_estimate(parts[:, place, 1, 1], judged, minimum_n),
        voice=_estimate(parts[:, place, 1, 2], side.customers, minimum_n),
        change=_estimate(index[:, place, 1] - index[:, place, 0], min(enough, before), minimum_n),
    )


def _estimate(values: Sums, n: int, minimum_n: int) -> Estimate:
    if not np.isfinite(values).all():
        return stats.insufficient(n, "bucket-bootstrap")
    value = float(values[0])
    low, high = (float(q) for q in np.quantile(values[1:], [0.025, 0.975]))
    return Estimate(value, min(low, value), max(high, value), n, "bucket-bootstrap").guarded(minimum_n)


def _formula(w: tuple[float, float, float]) -> Name:
    a, b, c = (f"{each:.2g}" for each in w)
    return Name(
        zh=f"口碑指数 = {a} × 评分 + {b} × 净情感 + {c} × 声量份额，各项均折算为 0–100："
        "评分 = 每位客户平均评分 ÷ 满分；净情感 = 50 ×（1 + 客户平均情感）；声量份额 = 该组客户 ÷ 所比各组客户之和。"
        "区间由对客户随机分组整体重抽样 1,000 次得到；较上期的变化用同一批重抽样直接相减。",
        en=f"Index = {a} × rating + {b} × net sentiment + {c} × share of voice, each of 100: rating = customers' mean rating ÷ "
        "full marks; net = 50 × (1 + customers' mean sentiment); share of voice = the group's customers ÷ those of all groups "
        "compared. Intervals redraw random groups of whole customers 1,000 times; the change subtracts within each redraw.",
    )
