"""Kano, best–worst scaling and cross tables against published tables, simulation and scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin import stats


def test_kano_table_is_berger_s() -> None:
    rows = ["".join(stats.kano_class(f, d).value for d in range(1, 6)) for f in range(1, 6)]
    assert rows == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]


def test_kano_names_a_class_only_where_it_leads_clearly() -> None:
    assert stats.kano([(1, 5)] * 40 + [(3, 5)] * 10).leading is stats.KanoClass.ONE_DIMENSIONAL
    assert stats.kano([(1, 5)] * 21 + [(3, 5)] * 20).leading is None
    assert stats.kano([]).better.verdict is stats.Verdict.INSUFFICIENT


@given(st.integers(4, 24), st.integers(3, 5), st.integers(0, 7))
def test_sets_are_balanced(items: int, size: int, version: int) -> None:
    size = min(size, items)
    sets = stats.balanced_sets(items, size, version)
    shown = np.bincount(np.concatenate(sets), minlength=items)
    assert shown.max() - shown.min() <= 1
    assert shown.min() >= 3
    assert all(len(set(each)) == size for each in sets)


def test_pairs_meet_about_equally() -> None:
    met = np.zeros((8, 8))
    for each in stats.balanced_sets(8, 4, 0):
        met[np.ix_(each, each)] += 1
    pairs = met[np.triu_indices(8, 1)]
    assert pairs.max() - pairs.min() <= 2


def test_best_worst_recovers_the_order_and_its_interval_covers() -> None:
    rng = np.random.default_rng(3)
    utility = np.array([1.2, 0.6, 0.2, -0.2, -0.6, -1.2])
    sets = stats.balanced_sets(6, 3, 0)
    best, worst, shown = (np.zeros((300, 6)) for _ in range(3))
    for person in range(300):
        for each in sets:
            drawn = utility[list(each)] + rng.gumbel(size=3)
            best[person, each[int(drawn.argmax())]] += 1
            worst[person, each[int(drawn.argmin())]] += 1
            shown[person, list(each)] += 1
    found = stats.best_worst(best, worst, shown, rng=rng)
    values = [estimate.value for estimate in found]
    assert values == sorted(values, key=lambda value: -(value or 0))
    assert all(e.low is not None and e.high is not None and e.low < e.value < e.high for e in found)  # type: ignore[operator]


def test_sparse_tables_are_simulated_and_agree_with_fisher() -> None:
    sparse = [[3, 1, 2], [1, 4, 0]]
    found = stats.association(sparse)
    assert found.method == "chi-square-simulated"
    assert 0.1 < found.p_value < 0.5
    assert np.isnan(stats.association([[5, 3], [0, 0]]).p_value)


def test_no_dependence_is_found_as_often_as_promised() -> None:
    rng = np.random.default_rng(5)
    tables = [rng.multinomial(200, [1 / 6] * 6).reshape(2, 3) for _ in range(400)]
    found = sum(stats.association(table).p_value < 0.05 for table in tables)
    assert found / 400 == pytest.approx(0.05, abs=0.03)
