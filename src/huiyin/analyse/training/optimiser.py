"""Linear classifiers over sparse features, fitted by L-BFGS; one column of weights per output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

Array: TypeAlias = npt.NDArray[np.float64]
Loss: TypeAlias = Literal["hinge", "logistic"]


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights (features, outputs) and bias (outputs)."""

    weights: Array
    bias: Array

    def scores(self, features: sparse.csr_array) -> Array:
        """Return the decision values, shape (rows, outputs)."""
        return np.asarray(features @ self.weights + self.bias)


def fit_linear(
    features: sparse.csr_array,
    targets: Array,
    *,
    penalty: float,
    loss: Loss,
    weight: Array | None = None,
    iterations: int = 60,
) -> Fit:
    """Fit one-vs-rest classifiers with a squared L2 penalty; targets are -1 or 1, shape (rows, outputs).

    The hinge is squared (Fan et al. 2008, LIBLINEAR), so that the objective is smooth.

    >>> fit = fit_linear(sparse.csr_array([[1.0], [-1.0]]), np.array([[1.0], [-1.0]]), penalty=0.1, loss="hinge")
    >>> bool(fit.weights[0, 0] > 0.5)
    True
    """
    rows, width = features.shape
    outputs = targets.shape[1]
    turned = features.T.tocsr()
    share = np.ones((rows, 1)) if weight is None else weight[:, None]

    def objective(flat: Array) -> tuple[float, Array]:
        weights, bias = flat[: width * outputs].reshape(width, outputs), flat[width * outputs :]
        margin = (features @ weights + bias) * targets
        cost, slope = _hinge(margin) if loss == "hinge" else _logistic(margin)
        pull = share * slope * targets
        gradient = np.concatenate([(turned @ pull + 2 * penalty * weights).ravel(), pull.sum(0)])
        return float((share * cost).sum() + penalty * (weights * weights).sum()), gradient

    start = np.zeros((width + 1) * outputs)
    found = optimize.minimize(
        objective, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "maxcor": 6}
    )
    return Fit(found.x[: width * outputs].reshape(width, outputs), found.x[width * outputs :])


def _hinge(margin: Array) -> tuple[Array, Array]:
    missing = np.maximum(0.0, 1.0 - margin)
    return missing * missing, -2.0 * missing


def _logistic(margin: Array) -> tuple[Array, Array]:
    return np.logaddexp(0.0, -margin), -1.0 / (1.0 + np.exp(np.minimum(margin, 500.0)))
