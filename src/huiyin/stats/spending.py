"""What somebody spends on a purchase: gamma–gamma (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value")."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.special import gammaln

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spending:
    """Purchases of one customer vary with shape `p`; customers' own rates with shape `q` and scale `gamma`.

    >>> published = Spending(p=6.25, q=3.74, gamma=15.44)
    >>> [round(float(each), 1) for each in published.expected([2, 1, 0], [22.35, 11.77, 0.0])]
    [24.7, 18.9, 35.2]
    """

    p: float
    q: float
    gamma: float

    def expected(self, purchases: ArrayLike, mean: ArrayLike) -> Floats:
        """Return the mean amount that each customer is expected to spend, shape (n,): their own, drawn to everybody's."""
        x, m = np.asarray(purchases, dtype=float), np.asarray(mean, dtype=float)
        return self.p * (self.gamma + x * m) / (self.p * x + self.q - 1)

    def draw(
        self, counts: NDArray[np.int64], purchases: float, mean: float, *, rng: np.random.Generator
    ) -> Floats:
        """Draw what one customer spends in so many purchases, shape of `counts`."""
        rate = rng.gamma(self.p * purchases + self.q, 1 / (self.gamma + purchases * mean), len(counts))
        bought = counts > 0
        amounts = np.zeros(len(counts))
        amounts[bought] = rng.gamma(self.p * counts[bought]) / rate[bought]
        return amounts


def fit_spending(purchases: ArrayLike, mean: ArrayLike) -> Spending:
    """Fit gamma–gamma by maximum likelihood on customers with at least one repeat purchase of an amount above 0.

    `purchases` counts them and `mean` is their mean amount, shapes (n,). Raises ValueError for fewer than two customers.
    """
    x, m = np.asarray(purchases, dtype=float), np.asarray(mean, dtype=float)
    kept = (x > 0) & (m > 0)
    x, m = x[kept], m[kept]
    if len(x) < 2:
        raise ValueError("too few customers bought again")
    unit = float(np.median(m))
    m = m / unit

    def loss(logs: Floats) -> float:
        # q above 1, for below it customers have no mean.
        p, q, gamma = np.exp(logs[0]), 1 + np.exp(logs[1]), np.exp(logs[2])
        terms = (
            gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(gamma)
            + (p * x - 1) * np.log(m) + p * x * np.log(x) - (p * x + q) * np.log(gamma + x * m)
        )  # fmt: skip
        return float(-np.mean(terms) + 1e-5 * np.sum(logs**2))

    found = minimize(loss, np.log([2.0, 2.0, 2.0]), method="L-BFGS-B", bounds=[(-8.0, 8.0)] * 3)
    p, q, gamma = np.exp(found.x[0]), 1 + np.exp(found.x[1]), np.exp(found.x[2])
    return Spending(float(p), float(q), float(gamma) * unit)
