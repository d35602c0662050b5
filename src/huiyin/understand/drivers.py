"""What goes together with a better or worse outcome: never worded as a cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin import stats
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import Estimate
from huiyin.understand.facts.table import Context, Level, aspect_at
from huiyin.understand.filters import Filters
from huiyin.understand.kpis import RATING_SCALE
from huiyin.understand.links import fact_link
from huiyin.understand.names import Name
from huiyin.understand.queries import run

MOST_DRIVERS = 24
MOST_VOICES = 100_000
DRAWS = 400
MOST_GROUPS = 200
SEED = 20_260_101


class Outcome(StrEnum):
    """What customers gave beside their words."""

    RATING = "rating"
    NPS = "nps"


class DriverKind(StrEnum):
    """What an aspect does to the outcome (Brandt 1987)."""

    MUST_BE = "must_be"
    ATTRACTIVE = "attractive"
    ONE_DIMENSIONAL = "one_dimensional"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Driver:
    """One aspect beside the outcome.

    `importance` is its part of R² (Johnson 2000), 0..1; `penalty` and `reward` are how far the outcome lies from
    that of voices which do not mention it, when it is spoken of badly or well, other aspects held equal.
    """

    aspect: str
    zh: str
    en: str
    customers: int
    importance: Estimate
    penalty: Estimate
    reward: Estimate
    kind: DriverKind
    link: str


@dataclass(frozen=True, slots=True)
class Drivers:
    """The drivers of an outcome, the most important first; their importances sum to `r_squared`."""

    outcome: Outcome
    voices: int
    customers: int
    r_squared: Estimate
    drivers: tuple[Driver, ...]
    caution: Name


@dataclass(frozen=True, slots=True)
class _Sample:
    """Voices with an outcome; `worlds` tells which taxonomy each belongs to, for a car is not compared with a shop."""

    aspects: tuple[str, ...]
    worlds: NDArray[np.intp]
    outcome: NDArray[np.float64]
    speakers: NDArray[np.intp]
    net: NDArray[np.float64]


def find_drivers(
    context: Context, filters: Filters, *, outcome: Outcome = Outcome.RATING, level: Level = Level.FINE
) -> Drivers:
    """Return the aspects that go together with an outcome over the voices that carry both.

    Ratings are read of 5, NPS answers of 10. Raises InvalidInputError with an aspect filter, under which
    there would be nothing to compare with.
    """
    if filters.aspects:
        raise InvalidInputError(
            "drivers are compared over all aspects", field="aspect", expected="no aspect filter"
        )
    sample = _sample(context, filters, outcome, level)
    customers = len(np.unique(sample.speakers))
    if not sample.aspects or customers < 2 * context.minimum_n:
        nothing = stats.insufficient(customers, "relative-weights")
        return Drivers(outcome, len(sample.outcome), customers, nothing, (), CAUTION)
    total, importance = _importances(sample)
    effects = _effects(sample)
    drivers = [
        _driver(context, filters, aspect, importance[i], effects[aspect], _speakers_of(sample, i))
        for i, aspect in enumerate(sample.aspects)
    ]
    drivers.sort(key=lambda driver: -(driver.importance.value or 0.0))
    return Drivers(outcome, len(sample.outcome), customers, total, tuple(drivers), CAUTION)


def driver_kinds(
    context: Context, filters: Filters, *, outcome: Outcome = Outcome.RATING
) -> dict[str, DriverKind]:
    """Return the kind of each aspect that has one, as `find_drivers` does, without redrawing its importances."""
    sample = _sample(context, filters, outcome, Level.FINE)
    if not sample.aspects or len(np.unique(sample.speakers)) < 2 * context.minimum_n:
        return {}
    return {aspect: _shown_kind(effect, context.minimum_n) for aspect, effect in _effects(sample).items()}


def _sample(context: Context, filters: Filters, outcome: Outcome, level: Level) -> _Sample:
    column = "nps" if outcome is Outcome.NPS else "CASE WHEN nps IS NULL THEN rating END"
    voice = filters.base().voice_where()
    voices = run(context.facts, "drivers.outcomes", voice=voice, outcome=column)
    if voices.height > MOST_VOICES:
        voices = voices.sample(MOST_VOICES, seed=SEED)
    node = aspect_at(level)
    mentions = run(context.facts, "drivers.mentions", node=node, voice=voice, outcome=column)
    names = {each: context.names.itself(each, int(level.value)) for each in mentions["aspect"].unique()}
    mentions = mentions.with_columns(pl.col("aspect").replace(names)).join(
        voices.select("feedback_id", "who"), on="feedback_id"
    )
    aspects = _frequent(context, mentions)
    scale = RATING_SCALE if outcome is Outcome.RATING else 1.0
    _, speakers = np.unique(voices.get_column("who").to_numpy(), return_inverse=True)
    values = voices.get_column("outcome").cast(pl.Float64).to_numpy() * scale
    _, worlds = np.unique(voices.get_column("taxonomy").to_numpy(), return_inverse=True)
    return _Sample(aspects, worlds, values, speakers, _matrix(voices, mentions, aspects))


def _frequent(context: Context, mentions: pl.DataFrame) -> tuple[str, ...]:
    """Return the aspects of enough customers, the most frequent first; the catch-all explains nothing."""
    counted = mentions.group_by("aspect").agg(pl.col("who").n_unique().alias("customers"))
    kept = [
        (-customers, aspect)
        for aspect, customers in counted.iter_rows()
        if customers >= context.minimum_n and not context.names.is_general(aspect)
    ]
    return tuple(aspect for _, aspect in sorted(kept)[:MOST_DRIVERS])


def _matrix(voices: pl.DataFrame, mentions: pl.DataFrame, aspects: Sequence[str]) -> NDArray[np.float64]:
    """Return the net sentiment (−1..1) of each voice about each aspect, zero where it is silent."""
    row = {key: i for i, key in enumerate(voices.get_column("feedback_id"))}
    column = {aspect: j for j, aspect in enumerate(aspects)}
    net = np.zeros((voices.height, len(aspects)))
    for feedback_id, aspect, value in mentions.select("feedback_id", "aspect", "net").iter_rows():
        if aspect in column:
            net[row[feedback_id], column[aspect]] = value
    return net


def _importances(sample: _Sample) -> tuple[Estimate, list[Estimate]]:
    """Return R² and its parts with percentile intervals over redrawn groups of customers.

    Customers are dealt at random into up to 200 groups whose sums are kept, and groups are redrawn: customers
    stay whole, and a redraw costs nothing however many voices there are (Kott 2001, delete-a-group).
    """
    sums = _group_sums(sample)
    people = int(sample.speakers.max()) + 1
    value = _weights(sums.sum(axis=0))
    rng = np.random.default_rng(SEED)
    counts = rng.multinomial(len(sums), np.full(len(sums), 1 / len(sums)), size=DRAWS).astype(float)
    draws = np.array([_weights(each) for each in np.tensordot(counts, sums, axes=1)])
    parts = [_percentiles(float(v), drawn, people) for v, drawn in zip(value, draws.T, strict=True)]
    return _percentiles(float(value.sum()), draws.sum(axis=1), people), parts


def _percentiles(value: float, draws: NDArray[np.float64], people: int) -> Estimate:
    low, high = (float(q) for q in np.quantile(draws, [0.025, 0.975]))
    return Estimate(value, min(low, value), max(high, value), people, "relative-weights")


def _group_sums(sample: _Sample) -> NDArray[np.float64]:
    """Return, for each group of customers, the cross products of constant, bad, good and outcome."""
    said = np.column_stack([sample.net < 0, sample.net > 0, sample.outcome]).astype(float)
    data = np.column_stack([np.ones(len(said)), _within(said, sample.worlds)])
    people = int(sample.speakers.max()) + 1
    groups = min(people, MOST_GROUPS)
    dealt = np.random.default_rng(SEED).permutation(people) % groups
    order = np.argsort(dealt[sample.speakers], kind="stable")
    parts = np.split(data[order], np.cumsum(np.bincount(dealt[sample.speakers], minlength=groups))[:-1])
    return np.array([part.T @ part for part in parts])


def _within(values: NDArray[np.float64], worlds: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the values less the mean of their taxonomy."""
    sums = np.zeros((int(worlds.max()) + 1, values.shape[1]))
    np.add.at(sums, worlds, values)
    centred: NDArray[np.float64] = values - (sums / np.bincount(worlds)[:, None])[worlds]
    return centred


def _weights(products: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each aspect's part of R²: what "spoken of badly" and "spoken of well" carry together."""
    mass = max(float(products[0, 0]), 1.0)
    mean = products[0, 1:] / mass
    covariance = products[1:, 1:] / mass - np.outer(mean, mean)
    spread = np.sqrt(np.clip(np.diag(covariance), 1e-12, None))
    correlation = covariance / np.outer(spread, spread)
    bad, good = np.split(stats.relative_weights(correlation[:-1, :-1], correlation[:-1, -1]), 2)
    return np.asarray(bad + good)


def _effects(sample: _Sample) -> Mapping[str, tuple[Estimate, Estimate, DriverKind]]:
    """Regress the outcome on "spoken of badly" and "spoken of well" for all aspects at once."""
    bad, good = (sample.net < 0).astype(float), (sample.net > 0).astype(float)
    constants = np.eye(int(sample.worlds.max()) + 1)[sample.worlds]
    design = np.column_stack([constants, bad, good])
    first, k = constants.shape[1], len(sample.aspects)
    if len(sample.outcome) <= design.shape[1]:
        nothing = stats.insufficient(len(sample.outcome), "ols-cluster")
        return dict.fromkeys(sample.aspects, (nothing, nothing, DriverKind.UNCLEAR))
    fit = stats.cluster_regression(sample.outcome, design, sample.speakers)
    found = {}
    for i, aspect in enumerate(sample.aspects):
        b = _unit(design.shape[1], first + i)
        g = _unit(design.shape[1], first + k + i)
        penalty = fit.combined(b, n=_people(sample, bad[:, i]))
        reward = fit.combined(g, n=_people(sample, good[:, i]))
        # Both effects in their own direction: what the bad takes away minus what the good adds.
        balance = fit.combined(-b - g)
        found[aspect] = (penalty, reward, _kind(penalty, reward, balance))
    return found


def _kind(penalty: Estimate, reward: Estimate, balance: Estimate) -> DriverKind:
    hurts = penalty.high is not None and penalty.high < 0
    helps = reward.low is not None and reward.low > 0
    if hurts and balance.low is not None and balance.low > 0:
        return DriverKind.MUST_BE
    if helps and balance.high is not None and balance.high < 0:
        return DriverKind.ATTRACTIVE
    return DriverKind.ONE_DIMENSIONAL if hurts and helps else DriverKind.UNCLEAR


def _driver(
    context: Context,
    filters: Filters,
    aspect: str,
    importance: Estimate,
    effect: tuple[Estimate, Estimate, DriverKind],
    customers: int,
) -> Driver:
    name, minimum = context.names.name(aspect), context.minimum_n
    penalty, reward = effect[0].guarded(minimum), effect[1].guarded(minimum)
    kind = _shown_kind(effect, minimum)
    link = fact_link(aspect, filters)
    return Driver(aspect, name.zh, name.en, customers, importance, penalty, reward, kind, link)


def _shown_kind(effect: tuple[Estimate, Estimate, DriverKind], minimum: int) -> DriverKind:
    enough = effect[0].guarded(minimum).sufficient and effect[1].guarded(minimum).sufficient
    return effect[2] if enough else DriverKind.UNCLEAR


def _speakers_of(sample: _Sample, column: int) -> int:
    return _people(sample, sample.net[:, column])


def _people(sample: _Sample, mentioned: NDArray[np.float64]) -> int:
    return len(np.unique(sample.speakers[mentioned != 0]))


def _unit(size: int, place: int) -> NDArray[np.float64]:
    vector = np.zeros(size)
    vector[place] = 1.0
    return vector


CAUTION = Name(
    zh="这些数字描述的是“一起出现”，不是因果：提到某个维度的客户与没有提到的客户本来就可能不同。"
    "重要性为 Johnson 相对权重，各项之和等于 R²，区间由对客户整体重抽样得到；惩罚与奖励来自同一个回归，误差按客户聚类。",
    en="These figures describe what goes together, not causes: customers who mention an aspect may differ from those who "
    "do not. Importance is Johnson's relative weight, the parts sum to R², intervals come from redrawing whole customers; "
    "penalty and reward come from one regression with customers as clusters.",
)
