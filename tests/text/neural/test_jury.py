"""How two judges' scores become one verdict."""

from __future__ import annotations

import numpy as np
import pytest

from huiyin.text.kernel import rivals
from huiyin.text.neural.jury import Jury, Shares, blended, kinship

SCORES = np.array([[0.2, -0.5, -2.0], [-0.4, -0.4, -3.0]], dtype=np.float32)
RELATIVE = Jury((0.4, 0.0, -1.0, 0.0), (0.0, 0.0, 0.0))


def shares(jury):
    return Shares(aspects=0.0, threshold=0.0, sides=0.0, jury=jury, bar=0.0)


def test_each_label_has_the_strongest_other_as_its_rival():
    assert rivals(SCORES) == pytest.approx(np.array([[-0.5, 0.2, 0.2], [-0.4, -0.4, -0.4]]))


def test_a_single_label_has_no_rival():
    assert rivals(np.ones((2, 1))).tolist() == [[0.0], [0.0]]


def test_a_label_above_weak_rivals_is_spoken_of_even_if_low():
    low = np.array([[-0.2, -2.0, -2.0]], dtype=np.float32)
    assert blended(low, np.zeros_like(low), np.ones(1), shares(RELATIVE)).tolist()[0][0] > 0


def test_a_text_of_another_kind_may_speak_of_nothing():
    low = np.array([[-0.2, -2.0, -2.0]], dtype=np.float32)
    assert (blended(low, np.zeros_like(low), kinship(np.array([-9.0])), shares(RELATIVE)) < 0).all()
