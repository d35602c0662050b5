"""How often somebody will buy again: BG/NBD (Fader, Hardie & Lee 2005, Marketing Science 24(2)).

While a customer is alive they buy at a rate of their own (Poisson; rates are gamma over customers), and after each
purchase they leave with a chance of their own (geometric; chances are beta over customers).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

Floats = NDArray[np.float64]
_SHIFT = 1e-9


@dataclass(frozen=True, slots=True)
class RepeatBuying:
    """The four numbers of BG/NBD: `r`, `alpha` of the rates, `a`, `b` of leaving; time is in the unit of the data.

    >>> published = RepeatBuying(r=0.243, alpha=4.414, a=0.793, b=2.426)
    >>> [round(float(each), 3) for each in published.expected(39, [2], [30.43], [38.86])]
    [1.226]
    """

    r: float
    alpha: float
    a: float
    b: float

    def alive(self, repeats: ArrayLike, last: ArrayLike, age: ArrayLike) -> Floats:
        """Return the chance that each customer has not left, shape (n,).

        `repeats` counts purchases after the first, `last` is the time from the first to the last, `age` from the
        first until now.
        """
        x, t, end = _columns(repeats, last, age)
        gone = (
            self.a / (self.b + np.maximum(x, 1) - 1) * ((self.alpha + end) / (self.alpha + t)) ** (self.r + x)
        )
        return np.where(x > 0, 1 / (1 + gone), 1.0)

    def expected(self, ahead: float, repeats: ArrayLike, last: ArrayLike, age: ArrayLike) -> Floats:
        """Return the purchases that each customer is expected to make in the time `ahead`, shape (n,)."""
        x, _, end = _columns(repeats, last, age)
        # Where a is 1 the closed form is 0/0; a hair beside it is the same number.
        a = self.a + _SHIFT if abs(self.a - 1) < _SHIFT else self.a
        whole = self.alpha + end
        series = hyp2f1(self.r + x, self.b + x, a + self.b + x - 1, ahead / (whole + ahead))
        left = 1 - (whole / (whole + ahead)) ** (self.r + x) * series
        unbroken = (a + self.b + x - 1) / (a - 1) * left
        return np.asarray(unbroken * self.alive(repeats, last, age), dtype=float)

    def log_likelihood(self, repeats: ArrayLike, last: ArrayLike, age: ArrayLike) -> float:
        """Return the log-likelihood of the customers."""
        return float(
            np.sum(_terms(np.array([self.r, self.alpha, self.a, self.b]), *_columns(repeats, last, age)))
        )

    def draw(
        self, ahead: float, repeats: float, last: float, age: float, *, draws: int, rng: np.random.Generator
    ) -> NDArray[np.int64]:
        """Draw how often one customer buys in the time `ahead`, shape (draws,): who they are and what chance does."""
        still = rng.random(draws) < float(self.alive([repeats], [last], [age])[0])
        rate = rng.gamma(self.r + repeats, 1 / (self.alpha + age), draws)
        leaves = rng.beta(self.a, self.b + repeats, draws)
        stays = rng.geometric(np.clip(leaves, 1e-12, 1.0))
        return np.where(still, np.minimum(rng.poisson(rate * ahead), stays), 0).astype(np.int64)


def fit_repeat_buying(repeats: ArrayLike, last: ArrayLike, age: ArrayLike) -> RepeatBuying:
    """Fit BG/NBD by maximum likelihood on one row per customer, shapes (n,).

    Raises ValueError where nobody bought twice, for then nothing tells a customer who left from one who waits.
    """
    x, t, end = _columns(repeats, last, age)
    if not np.any(x > 0):
        raise ValueError("nobody bought twice")
    scale = float(end.max()) or 1.0
    t, end = t / scale, end / scale

    def loss(logs: Floats) -> float:
        # A little pull towards 1 keeps a data set without a single leaver from running to infinity.
        return float(-np.mean(_terms(np.exp(logs), x, t, end)) + 1e-5 * np.sum(logs**2))

    starts = [np.log([0.5, 0.5, 1.0, 3.0]), np.log([1.5, 0.2, 0.5, 5.0])]
    fits = [minimize(loss, start, method="L-BFGS-B", bounds=[(-8.0, 8.0)] * 4) for start in starts]
    r, alpha, a, b = np.exp(min(fits, key=lambda fit: float(fit.fun)).x)
    return RepeatBuying(float(r), float(alpha) * scale, float(a), float(b))


def _terms(numbers: Floats, x: Floats, t: Floats, end: Floats) -> Floats:
    r, alpha, a, b = numbers
    buying = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    staying = betaln(a, b + x) - betaln(a, b)
    alive = -(r + x) * np.log(alpha + end)
    gone = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + t)
    both = np.where(x > 0, np.logaddexp(alive, gone), alive)
    return np.asarray(buying + staying + both, dtype=float)


def _columns(*values: ArrayLike) -> tuple[Floats, Floats, Floats]:
    x, t, end = (np.asarray(value, dtype=float) for value in values)
    return x, t, end
