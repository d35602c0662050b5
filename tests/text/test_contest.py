"""Labels beside their rivals."""

from __future__ import annotations

import numpy as np

from huiyin.text.kernel import Contest

MARGINS = np.array([[0.9, -0.1, -0.8], [-0.1, -0.6, -0.9]], dtype=np.float32)
CONTEST = Contest(own=1.8, rival=-0.4, floor=0.2)


def test_a_label_near_the_threshold_falls_beside_a_strong_rival_and_stands_alone() -> None:
    judged = CONTEST.judged(MARGINS, np.ones(2))
    assert judged[0, 1] < 0 < judged[1, 0]


def test_texts_of_another_kind_keep_their_margins() -> None:
    assert np.allclose(CONTEST.judged(MARGINS, np.zeros(2)), MARGINS)


def test_without_a_contest_nothing_changes() -> None:
    assert np.allclose(Contest().judged(MARGINS, np.ones(2)), MARGINS)
