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
        return np.asarray(self.p * (self.gamma + x * m) / (self.p * x + self.q - 1), dtype=float)

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
    """Fit gamma–gamma to customers with at least one purchase of an amount above 0, their mean held at what was seen.

    `purchases` counts them and `mean` is their mean amount, shapes (n,). Of the three numbers two are fitted by
    maximum likelihood; the third follows from the mean of all purchases, for a few dear ones run away with it otherwise.
    Raises ValueError for fewer than two customers.
    """
    x, m = np.asarray(purchases, dtype=float), np.asarray(mean, dtype=float)
    kept = (x > 0) & (m > 0)
    x, m = x[kept], m[kept]
    if len(x) < 2:
        raise ValueError("too few customers bought")
    unit = float(np.average(m, weights=x))
    m = m / unit

    def loss(logs: Floats) -> float:
        p, q, gamma = _numbers(logs)
        terms = (
            gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(gamma)
            + (p * x - 1) * np.log(m) + p * x * np.log(x) - (p * x + q) * np.log(gamma + x * m)
        )  # fmt: skip
        return float(-np.mean(terms) + 1e-5 * np.sum(logs**2))

    starts = (np.log([2.0, 2.0]), np.log([0.5, 5.0]))
    fits = [minimize(loss, start, method="L-BFGS-B", bounds=[(-8.0, 8.0)] * 2) for start in starts]
    p, q, gamma = _numbers(min(fits, key=lambda fit: float(fit.fun)).x)
    return Spending(p, q, gamma * unit)


def _numbers(logs: Floats) -> tuple[float, float, float]:
    """q above 1, for below it customers have no mean; gamma so that the mean of all is 1."""
    p, q = float(np.exp(logs[0])), 1 + float(np.exp(logs[1]))
    return p, q, (q - 1) / p
