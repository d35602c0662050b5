"""Precision, recall and F1 with intervals over redrawn clusters."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from huiyin.stats import Estimate, matching


def ends(estimate: Estimate) -> tuple[float, float, float]:
    """Return low end, value, high end of a sufficient estimate."""
    assert estimate.value is not None
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low, estimate.value, estimate.high


def test_intervals_hold_the_values_and_narrow_with_more_clusters() -> None:
    few = [(1, 1, 1, 1), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 1, 1)] * 5
    some = ends(matching(few, range(20), rng=np.random.default_rng(1)).f1)
    many = ends(matching(few * 10, range(200), rng=np.random.default_rng(1)).f1)
    assert some[0] < some[1] < some[2]
    assert many[1] == some[1]
    assert many[2] - many[0] < some[2] - some[0]


def test_one_cluster_tells_no_interval() -> None:
    counts = [(1, 1, 1, 1), (0, 0, 1, 0)]
    assert not matching(counts, ["a", "a"], rng=np.random.default_rng(1)).f1.sufficient
    assert not matching([], [], rng=np.random.default_rng(1)).precision.sufficient


def test_what_one_customer_said_stays_together() -> None:
    counts = [(1, 1, 1, 1), (0, 0, 1, 1)] * 20
    apart = ends(matching(counts, range(40), rng=np.random.default_rng(1)).recall)
    together = ends(matching(counts, [i // 2 for i in range(40)], rng=np.random.default_rng(1)).recall)
    assert together[2] - together[0] < apart[2] - apart[0]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=30))
def test_every_measure_lies_between_nought_and_one(pairs: list[tuple[bool, bool]]) -> None:
    counts = [(both := int(a and b), both, int(a), int(b)) for a, b in pairs]
    found = matching(counts, range(len(counts)), rng=np.random.default_rng(1), draws=50)
    for estimate in (found.precision, found.recall, found.f1):
        if estimate.sufficient:
            low, _, high = ends(estimate)
            assert 0 <= low <= high <= 1
