"""What somebody is likely to spend in the year ahead, with a range that later orders must fall into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin.customers.profile.orders import WEEK, repeating_kinds, summarise
from huiyin.stats import Estimate, RepeatBuying, Spending, fit_repeat_buying, fit_spending, wilson

AHEAD_DAYS = 365
LEVEL = 0.8
DRAWS = 2_000
METHOD = "bg-nbd+gamma-gamma"
# Fewer people who came back teach nothing.
FEWEST = 30
_CHECKED = 800
_WIDEST = 0.98
Floats = NDArray[np.float64]
_SEED = 11


@dataclass(frozen=True, slots=True)
class LifetimeModel:
    """The models, the kinds of order that they are about, and how many buyers they were learnt from.

    `drawn` is the level at which ranges are drawn so that they hold at `LEVEL`, as later orders have shown.
    """

    buying: RepeatBuying
    spending: Spending
    kinds: tuple[str, ...]
    buyers: int
    drawn: float = LEVEL


@dataclass(frozen=True, slots=True)
class Lifetime:
    """One person: the chance of still being a customer, orders and yuan of the year ahead (80 % range of what comes)."""

    alive: float
    orders: float
    value: Estimate
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """Told from the orders until `since`, held against the orders after it; `covered` is the share inside their range.

    Ranges are drawn at the level `drawn`, found on one half of the customers so that four in five hold, and judged on
    the other half.
    """

    since: date
    foretold: float
    happened: int
    spending_foretold: float
    spending_happened: float
    covered: Estimate
    drawn: float


def fit_lifetime(orders: pl.DataFrame, today: date) -> LifetimeModel | None:
    """Fit both models; None where too few people came back to learn from."""
    kinds = repeating_kinds(orders)
    found = summarise(orders, kinds, today)
    if (found["repeats"] > 0).sum() < FEWEST:
        return None
    buying = fit_repeat_buying(*_columns(found))
    spending = fit_spending(found["days"].to_numpy(), found["mean"].to_numpy())
    return LifetimeModel(buying, spending, kinds, found.height)


def expect(model: LifetimeModel, found: pl.DataFrame, days: int = AHEAD_DAYS) -> pl.DataFrame:
    """Return person, alive, orders and yuan expected in so many days for the rows of `summarise`."""
    columns = _columns(found)
    orders = model.buying.expected(days / WEEK, *columns)
    amount = model.spending.expected(found["days"].to_numpy(), found["mean"].to_numpy())
    return found.select(
        "person",
        pl.Series("alive", model.buying.alive(*columns)),
        pl.Series("orders", orders),
        pl.Series("value", orders * amount),
    )


def lifetime_of(model: LifetimeModel, orders: pl.DataFrame, today: date) -> Lifetime | None:
    """Return one person's year ahead from their orders; None without an order of the kinds that repeat."""
    found = summarise(orders, model.kinds, today)
    if found.is_empty():
        return None
    row, told = found.row(0, named=True), expect(model, found).row(0, named=True)
    low, high = _range(model, row, AHEAD_DAYS, np.random.default_rng(_SEED))
    value = Estimate(told["value"], low, high, model.buyers, METHOD, LEVEL)
    return Lifetime(told["alive"], told["orders"], value, model.kinds)


def check(orders: pl.DataFrame, today: date) -> Check | None:
    """Fit on the first part of the record and hold what it tells against the last part; None where it is too short."""
    first = orders["day"].min()
    if not isinstance(first, date):
        return None
    days = max((today - first).days // 3, 1)
    since = today - timedelta(days=days)
    model = fit_lifetime(orders.filter(pl.col("day") <= since), since)
    if model is None:
        return None
    found = summarise(orders, model.kinds, since)
    told = expect(model, found, days)
    after = orders.filter((pl.col("day") > since) & pl.col("kind").is_in(model.kinds))
    came = after.filter(pl.col("person").is_in(found["person"].implode()))
    spent = came.group_by("person").agg(pl.col("amount").sum())
    needed = _needed(model, found, spent, days)
    half = len(needed) // 2
    drawn = min(max(float(np.quantile(needed[:half], LEVEL)), LEVEL), _WIDEST) if half else LEVEL
    covered = wilson(int(np.sum(needed[half:] <= drawn)), len(needed) - half)
    happened = came.select("person", "day").unique().height
    return Check(
        since,
        float(told["orders"].sum()),
        happened,
        float(told["value"].sum()),
        float(came["amount"].sum()),
        covered,
        drawn,
    )


def _needed(model: LifetimeModel, found: pl.DataFrame, spent: pl.DataFrame, days: int) -> Floats:
    """The level at which each sampled customer's range would just hold what they spent, in an order by chance."""
    rng = np.random.default_rng(_SEED)
    sample = found.sample(min(_CHECKED, found.height), seed=_SEED, shuffle=True)
    rows = sample.join(spent, on="person", how="left", maintain_order="left").with_columns(
        pl.col("amount").fill_null(0.0)
    )
    levels = []
    for row in rows.iter_rows(named=True):
        drawn = _drawn(model, row, days, rng)
        tail = min(float(np.mean(drawn <= row["amount"])), float(np.mean(drawn >= row["amount"])))
        levels.append(1 - 2 * tail)
    return np.array(levels)


def _range(
    model: LifetimeModel, row: dict[str, float], days: int, rng: np.random.Generator
) -> tuple[float, float]:
    tails = [(1 - model.drawn) / 2, (1 + model.drawn) / 2]
    low, high = np.quantile(_drawn(model, row, days, rng), tails)
    return float(low), float(high)


def _drawn(model: LifetimeModel, row: dict[str, float], days: int, rng: np.random.Generator) -> Floats:
    counts = model.buying.draw(days / WEEK, row["repeats"], row["last"], row["age"], draws=DRAWS, rng=rng)
    return model.spending.draw(counts, row["days"], row["mean"], rng=rng)


def _columns(found: pl.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return found["repeats"].to_numpy(), found["last"].to_numpy(), found["age"].to_numpy()
