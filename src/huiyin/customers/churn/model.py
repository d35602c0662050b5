"""A logistic model of leaving: few numbers, each with a weight that can be read."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import expit

from huiyin.stats import z_value

Numbers = NDArray[np.float64]
# Counts and money are read by their order of size: the third complaint adds less than the first.
LOGGED = frozenset({"leaving", "service", "negative", "positive", "friction", "frequency", "monetary"})


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in log-odds per standard deviation, and their covariance clustered by person."""

    names: tuple[str, ...]
    centre: Numbers
    scale: Numbers
    weights: Numbers
    covariance: Numbers

    def risk(self, features: pl.DataFrame, *, level: float = 0.95) -> tuple[Numbers, Numbers, Numbers]:
        """Return risk and the bounds of its interval, each (n,), from the delta method on the log-odds."""
        design = _with_constant(self._standardised(features))
        logit = design @ self.weights
        error = np.sqrt(np.einsum("ij,jk,ik->i", design, self.covariance, design).clip(0))
        reach = z_value(level) * error
        return expit(logit), expit(logit - reach), expit(logit + reach)

    def contributions(self, features: pl.DataFrame) -> Numbers:
        """Return what each feature adds to the log-odds beside the average person, (n, features)."""
        parts: Numbers = self._standardised(features) * self.weights[1:]
        return parts

    def _standardised(self, features: pl.DataFrame) -> Numbers:
        return (columns_of(features, self.names) - self.centre) / self.scale


def fit(features: pl.DataFrame, names: Sequence[str]) -> Model:
    """Fit on looks with a known end (`churned`), errors clustered by `person`.

    Raises ValueError where everybody left or nobody did.
    """
    left = features.get_column("churned").to_numpy().astype(float)
    if not 0 < left.sum() < left.size:
        raise ValueError("a model of leaving needs people who left and people who stayed")
    values = columns_of(features, names)
    told = values.std(axis=0) > 1e-9
    kept = tuple(name for name, varies in zip(names, told, strict=True) if varies)
    values = values[:, told]
    centre, scale = values.mean(axis=0), values.std(axis=0)
    design = _with_constant((values - centre) / scale)
    # A library this large is loaded by those who fit something with it.
    from statsmodels.genmod import families
    from statsmodels.genmod.generalized_linear_model import GLM

    with warnings.catch_warnings():
        # Perfect separation is seen in the widths of the intervals.
        warnings.simplefilter("ignore")
        found = GLM(left, design, family=families.Binomial()).fit(
            cov_type="cluster", cov_kwds={"groups": features.get_column("person").to_numpy()}
        )
    return Model(kept, centre, scale, np.asarray(found.params), np.asarray(found.cov_params()))


def _with_constant(values: Numbers) -> Numbers:
    return np.column_stack([np.ones(len(values)), values])


def columns_of(features: pl.DataFrame, names: Sequence[str]) -> Numbers:
    """Return the features as numbers, (n, names), counts and money on a log scale."""
    columns = [features.get_column(name).to_numpy().astype(float) for name in names]
    logged = [np.log1p(each) if name in LOGGED else each for name, each in zip(names, columns, strict=True)]
    return np.column_stack(logged) if logged else np.zeros((features.height, 0))
