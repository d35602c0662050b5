"""Scores of pairs: weights add up to the whole, rare values count for more, FEBRL is found unsupervised."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from huiyin import linkage

MODEL = linkage.MatchModel(
    (linkage.exact("phone"), linkage.words("city", by_frequency=True)), (("phone",), ("city",))
)
BENCH = Path(__file__).parents[2] / "bench" / "identity_febrl.py"


def _match(frame: pl.DataFrame) -> linkage.Matches:
    with duckdb.connect() as engine:
        return linkage.match(engine, frame, MODEL, prior=0.01)


def _frame() -> pl.DataFrame:
    cities = ["上海"] * 30 + ["西宁"] * 4 + [None] * 6
    phones = [f"1{place:02d}" for place in range(38)] + ["100", "131"]
    return pl.DataFrame({"record": range(40), "phone": phones, "city": cities})


def test_waterfall_sums_to_the_weight_of_the_pair() -> None:
    found = _match(_frame())
    weights = {
        (one, other): weight
        for one, other, weight in found.frame.select("one", "other", "weight").iter_rows()
    }
    scores = list(found.scores())
    assert scores
    for one, other, score in scores:
        assert score.weight == pytest.approx(weights[one, other])


def test_rare_value_counts_for_more_than_common_one() -> None:
    frame = _match(_frame()).frame.filter(pl.col("finding_phone") == "different")
    rare = frame.filter(pl.col("one").is_in(range(30, 34)) & pl.col("other").is_in(range(30, 34)))
    common = frame.filter(pl.col("one").is_in(range(30)) & pl.col("other").is_in(range(30)))
    assert rare["weight_city"].min() > common["weight_city"].max()  # type: ignore[operator]


def test_empty_value_says_nothing() -> None:
    found = _match(_frame()).frame.filter(pl.col("finding_city") == "unknown")
    assert found.height == 2
    assert found["weight_city"].to_list() == [0.0, 0.0]


def test_golden_weight() -> None:
    assert linkage.agreement_weight(0.9, 0.1) == pytest.approx(3.17, abs=0.001)
    assert linkage.total_weight([(0.9, 0.1), (0.1, 0.9)]) == pytest.approx(0)
    assert linkage.probability_of(linkage.prior_weight(0.2)) == pytest.approx(0.2)


@pytest.mark.shared
def test_febrl_1_is_found_unsupervised(shared_data: Path) -> None:
    bench = _bench()
    assert bench.ours(bench.read(shared_data / "identity", 1)).f1 >= bench.FLOORS[1]


def _bench() -> Any:
    spec = importlib.util.spec_from_file_location("identity_febrl", BENCH)
    if spec is None or spec.loader is None:
        pytest.fail("the bench script is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
