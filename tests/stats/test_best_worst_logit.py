"""The logit of best–worst choices beside statsmodels' conditional logit, and on planted tastes."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import softmax
from statsmodels.discrete.conditional_models import ConditionalLogit

from huiyin import stats
from huiyin.stats import BestWorstPick, best_worst_shares

TASTE = np.array([1.0, 0.5, 0.0, -0.2, -0.5, -0.8])


def planted(people: int, seed: int, taste: NDArray[np.float64] = TASTE) -> list[BestWorstPick]:
    """Return picks drawn from the model itself."""
    rng = np.random.default_rng(seed)
    sets = [stats.balanced_sets(len(taste), 3, version) for version in range(6)]
    picks = []
    for person in range(people):
        for shown in sets[person % 6]:
            best = int(rng.choice(shown, p=softmax(taste[list(shown)])))
            rest = [item for item in shown if item != best]
            worst = int(rng.choice(rest, p=softmax(-taste[rest])))
            picks.append(BestWorstPick(person, shown, best, worst))
    return picks


def test_utilities_are_those_of_a_conditional_logit() -> None:
    picks = planted(60, 1)
    rows, took, groups = [], [], []
    for number, pick in enumerate(picks):
        rest = [item for item in pick.shown if item != pick.best]
        for sign, offered, taken in ((1, pick.shown, pick.best), (-1, rest, pick.worst)):
            for item in offered:
                rows.append(sign * (np.arange(6) == item)[1:])
                took.append(int(item == taken))
                groups.append(2 * number + (sign < 0))
    fitted = ConditionalLogit(np.array(took), np.array(rows, dtype=float), groups=np.array(groups)).fit(
        disp=0
    )
    expected = softmax(np.r_[0.0, fitted.params])
    shares = [each.value for each in best_worst_shares(picks, 6, pull=1e-9)]
    assert shares == pytest.approx(list(expected), abs=1e-4)


def test_planted_shares_lie_in_their_intervals_as_often_as_promised() -> None:
    truth, runs = softmax(TASTE), 200
    held = 0
    for seed in range(runs):
        for share, true in zip(best_worst_shares(planted(40, seed), 6), truth, strict=True):
            assert share.low is not None
            assert share.high is not None
            held += share.low <= true <= share.high
    assert 0.92 <= held / (runs * 6) <= 0.98


def test_an_item_that_nobody_picks_stays_finite_and_shares_sum_to_one() -> None:
    picks = [BestWorstPick(person, (0, 1, 2), 0, 2) for person in range(50)]
    shares = best_worst_shares(picks, 4)
    assert sum(share.value or 0 for share in shares) == pytest.approx(1)
    assert all(0 <= (share.low or 0) <= (share.high or 0) <= 1 for share in shares)


def test_one_respondent_is_not_enough() -> None:
    assert not best_worst_shares(planted(1, 3), 6)[0].sufficient
    assert best_worst_shares([], 3)[0].n == 0
