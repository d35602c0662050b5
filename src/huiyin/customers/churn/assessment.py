"""How good the model is on people it has not seen, later in time than those it learnt from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin import stats
from huiyin.customers.churn.features import FEATURES, RFM
from huiyin.customers.churn.model import Model, fit
from huiyin.customers.churn.moments import Renewal
from huiyin.stats import Estimate

Numbers = NDArray[np.float64]
BINS = 10
LATE_SHARE = 0.3
DRAWS = 400
# Fewer people than this on either side teach nothing.
FEWEST = 50


@dataclass(frozen=True, slots=True)
class Bin:
    """People with similar risk: what was predicted on average, and the share that left."""

    predicted: float
    left: Estimate


@dataclass(frozen=True, slots=True)
class Assessment:
    """Discrimination and calibration on the later people; `auc_rfm` is a model of orders alone on the same people."""

    trained: int
    tested: int
    trained_until: date
    tested_from: date
    auc: Estimate
    auc_rfm: Estimate
    gain: Estimate
    calibration_error: float
    brier: float
    bins: tuple[Bin, ...]


def assess(looks: pl.DataFrame, rule: Renewal, *, seed: int = 0) -> Assessment | None:
    """Fit on earlier contracts, judge on later ones; None where either side has too few people.

    The earlier contracts' ends were known before the first look at a later one, so nothing leaks back.
    """
    split = looks.get_column("due").sort()[int(looks.height * (1 - LATE_SHARE))] if looks.height else None
    if not isinstance(split, date):
        return None
    late = looks.filter(pl.col("due") >= split)
    first_look = late.get_column("day").min()
    if not isinstance(first_look, date):
        return None
    known = first_look - timedelta(days=rule.grace_days)
    early = looks.filter(pl.col("due") < known)
    if not (enough(early) and enough(late)):
        return None
    whole, orders = fit(early, [each.name for each in FEATURES]), fit(early, RFM)
    return _assessed(early, late, whole, orders, known, first_look, seed)


def enough(looks: pl.DataFrame) -> bool:
    """Tell whether enough people left and enough stayed to learn from them."""
    people = looks.group_by("person").agg(pl.col("churned").any())
    left = int(people.get_column("churned").sum())
    return min(left, people.height - left) >= FEWEST


def _assessed(
    early: pl.DataFrame, late: pl.DataFrame, whole: Model, orders: Model, known: date, first: date, seed: int
) -> Assessment:
    left = late.get_column("churned").to_numpy().astype(float)
    risk, rfm = whole.risk(late)[0], orders.risk(late)[0]
    people = late.get_column("person").to_numpy()
    n = len(np.unique(people))
    aucs = _resampled(left, risk, rfm, people, seed)
    error, bins = calibration(left, risk)
    return Assessment(
        trained=early.get_column("person").n_unique(),
        tested=n,
        trained_until=known,
        tested_from=first,
        auc=_interval(auc(left, risk), aucs[:, 0], n),
        auc_rfm=_interval(auc(left, rfm), aucs[:, 1], n),
        gain=_interval(auc(left, risk) - auc(left, rfm), aucs[:, 0] - aucs[:, 1], n),
        calibration_error=error,
        brier=float(np.mean((risk - left) ** 2)),
        bins=bins,
    )


def auc(left: Numbers, risk: Numbers) -> float:
    """Return the chance that somebody who left had the higher risk than somebody who stayed.

    >>> auc(np.array([1.0, 0.0, 0.0]), np.array([0.9, 0.1, 0.9]))
    0.75
    """
    # scipy.stats costs a fifth of a second to import; few commands need it.
    from scipy.stats import rankdata

    gone = left > 0
    ranks = rankdata(risk)
    n, m = int(gone.sum()), int((~gone).sum())
    return float((ranks[gone].sum() - n * (n + 1) / 2) / (n * m)) if n and m else 0.5


def calibration(left: Numbers, risk: Numbers, *, bins: int = BINS) -> tuple[float, tuple[Bin, ...]]:
    """Return the expected calibration error over bins of equal size, and the bins."""
    parts = [each for each in np.array_split(np.argsort(risk, kind="stable"), bins) if each.size]
    found = tuple(
        Bin(float(risk[each].mean()), stats.wilson(float(left[each].sum()), int(each.size))) for each in parts
    )
    gaps = [abs(float(risk[each].mean() - left[each].mean())) * each.size for each in parts]
    return sum(gaps) / len(left), found


def _resampled(left: Numbers, risk: Numbers, rfm: Numbers, people: NDArray[np.int64], seed: int) -> Numbers:
    """AUCs of both models over redrawn people, (draws, 2)."""
    rng = np.random.default_rng(seed)
    _, owner = np.unique(people, return_inverse=True)
    order = np.argsort(owner, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(owner))])
    found = np.empty((DRAWS, 2))
    for place in range(DRAWS):
        drawn = rng.integers(0, len(starts) - 1, len(starts) - 1)
        rows = np.concatenate([order[starts[each] : starts[each + 1]] for each in drawn])
        found[place] = auc(left[rows], risk[rows]), auc(left[rows], rfm[rows])
    return found


def _interval(value: float, draws: Numbers, n: int) -> Estimate:
    low, high = np.quantile(draws, (0.025, 0.975))
    return Estimate(value, float(low), float(high), n, "bootstrap by person")
