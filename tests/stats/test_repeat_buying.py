"""Repeat buying and spending: published values of CDNOW, recovery of planted numbers, honest ranges."""

from __future__ import annotations

import numpy as np
import pytest

from huiyin.stats import RepeatBuying, Spending, fit_repeat_buying, fit_spending

PUBLISHED = RepeatBuying(r=0.243, alpha=4.414, a=0.793, b=2.426)
PUBLISHED_SPENDING = Spending(p=6.25, q=3.74, gamma=15.44)


def _world(model: RepeatBuying, count: int, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Draw customers as the model says: (repeats, last, age) and the repeats of the 39 weeks after."""
    age = rng.uniform(27, 39, count)
    rate, leaves = rng.gamma(model.r, 1 / model.alpha, count), rng.beta(model.a, model.b, count)
    repeats, last, later = np.zeros(count), np.zeros(count), np.zeros(count)
    for place in range(count):
        now = 0.0
        while True:
            now += rng.exponential(1 / rate[place]) if rate[place] > 1e-12 else np.inf
            if now > age[place] + 39:
                break
            if now <= age[place]:
                repeats[place], last[place] = repeats[place] + 1, now
            else:
                later[place] += 1
            if rng.random() < leaves[place]:
                break
    return repeats, last, age, later


def test_expected_purchases_are_those_published() -> None:
    """Fader, Hardie & Lee: customer 0001 of CDNOW is expected to buy 1.226 times in the next 39 weeks."""
    assert PUBLISHED.expected(39, [2], [30.43], [38.86])[0] == pytest.approx(1.226, abs=5e-4)


def test_expected_spending_is_that_published() -> None:
    """Fader & Hardie: everybody's mean is $35.2, and own means are drawn to it."""
    assert PUBLISHED_SPENDING.expected([0], [0.0])[0] == pytest.approx(35.2, abs=0.05)
    assert PUBLISHED_SPENDING.expected([2, 1], [22.35, 11.77]) == pytest.approx([24.66, 18.91], abs=0.02)


def test_planted_numbers_are_recovered_and_foretell_the_next_39_weeks() -> None:
    repeats, last, age, later = _world(PUBLISHED, 4_000, np.random.default_rng(3))
    found = fit_repeat_buying(repeats, last, age)
    assert found.log_likelihood(repeats, last, age) >= PUBLISHED.log_likelihood(repeats, last, age)
    assert found.r == pytest.approx(PUBLISHED.r, rel=0.15)
    assert found.alpha == pytest.approx(PUBLISHED.alpha, rel=0.25)
    assert found.a / (found.a + found.b) == pytest.approx(0.246, abs=0.06)
    assert found.expected(39, repeats, last, age).sum() == pytest.approx(later.sum(), rel=0.1)


def test_who_never_came_back_is_taken_to_be_alive_and_silence_makes_doubt() -> None:
    alive = PUBLISHED.alive([0, 5, 5], [0.0, 38.0, 10.0], [38.86] * 3)
    assert alive[0] == 1.0
    assert alive[1] > 0.8 > 0.2 > alive[2]


def test_drawn_futures_have_the_expected_mean() -> None:
    rng = np.random.default_rng(5)
    drawn = PUBLISHED.draw(39, 2, 30.43, 38.86, draws=200_000, rng=rng)
    assert drawn.mean() == pytest.approx(1.226, abs=0.03)
    spent = PUBLISHED_SPENDING.draw(np.full(200_000, 1), 2, 22.35, rng=rng)
    assert spent.mean() == pytest.approx(24.66, rel=0.02)


def test_planted_spending_is_recovered() -> None:
    rng = np.random.default_rng(7)
    counts = rng.integers(1, 8, 5_000)
    rates = rng.gamma(PUBLISHED_SPENDING.q, 1 / PUBLISHED_SPENDING.gamma, 5_000)
    means = rng.gamma(PUBLISHED_SPENDING.p * counts) / rates / counts
    found = fit_spending(counts, means)
    assert found.p * found.gamma / (found.q - 1) == pytest.approx(35.2, rel=0.05)
    assert found.expected([2], [22.35])[0] == pytest.approx(24.66, rel=0.05)


def test_without_repeat_purchases_nothing_is_fitted() -> None:
    with pytest.raises(ValueError, match="nobody bought twice"):
        fit_repeat_buying([0, 0], [0, 0], [5, 6])
    with pytest.raises(ValueError, match="too few"):
        fit_spending([1], [20.0])
