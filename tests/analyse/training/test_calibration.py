from __future__ import annotations

import numpy as np

from huiyin.analyse.training.calibration import Claims, calibration_error, fit_calibration, joined_claims
from huiyin.text.kernel import calibrated


def boastful(count: int, seed: int) -> Claims:
    """Claims that say 0.9 and 0.6 and hold in 7 and 4 of 10 cases."""
    said = np.tile([0.9, 0.6], count // 2)
    chance = np.random.default_rng(seed).random(count)
    return Claims(said, chance < np.where(said > 0.7, 0.7, 0.4))


def test_boastful_confidence_becomes_how_often_it_is_right() -> None:
    line = fit_calibration(joined_claims([boastful(20_000, 1), boastful(20_000, 2)]))
    assert np.allclose(calibrated(np.array([0.9, 0.6]), line), [0.7, 0.4], atol=0.02)


def test_calibration_lowers_the_error_on_other_claims() -> None:
    line, other = fit_calibration(boastful(20_000, 1)), boastful(20_000, 3)
    before = calibration_error(other.confidence, other.right)
    after = calibration_error(calibrated(other.confidence, line), other.right)
    assert before > 0.15
    assert after < 0.02


def test_calibration_keeps_the_order_of_claims() -> None:
    line = fit_calibration(boastful(20_000, 1))
    assert (np.diff(calibrated(np.linspace(0, 1, 11), line)) >= 0).all()
