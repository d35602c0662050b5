"""Contrastive cases of ours: two texts that differ in one thing, and what the difference must do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from huiyin.text import Analyser, Analysis, KernelAnalyser, RuleAnalyser, load_taxonomy

SUITE = Path(__file__).parent / "data" / "minimal_pairs.txt"
PRACTICE = Path(__file__).parent / "data" / "practice_pairs.txt"
PLAIN = Path(__file__).parent / "data" / "plain_pairs.txt"
ACCEPTED = {"+": {1}, "-": {-1}, "0": {0}, "~": {-1, 0}, "^": {0, 1}}
FLOORS = {False: 0.94, True: 0.87}
PRACTICE_FLOOR = 0.8
PLAIN_FLOOR = 0.96


@dataclass(frozen=True)
class Case:
    kind: str
    aspect: str
    text: str
    side: str
    sealed: bool


def cases(suite: Path = SUITE) -> Iterator[Case]:
    lines = [
        line for line in suite.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    for number, line in enumerate(lines):
        kind, aspect, first, first_side, second, second_side = (part.strip() for part in line.split("|"))
        yield Case(kind, aspect, first, first_side, number % 2 == 1)
        yield Case(kind, aspect, second, second_side, number % 2 == 1)


def found_side(analysis: Analysis, index: int, aspect: str) -> int:
    if aspect == "*":
        return analysis.voices["sentiment"][index] or 0
    at = pl.col("text_index") == index
    about = (pl.col("aspect") == aspect) | pl.col("aspect").str.starts_with(aspect + ".")
    total = analysis.opinions.filter(at & about)["polarity"].sum()
    return (total > 0.15) - (total < -0.15)


def results(analyser: Analyser, suite: Path = SUITE) -> list[tuple[Case, bool]]:
    scored = []
    everything = list(cases(suite))
    for name in ("automotive", "retail"):
        chosen = [
            case
            for case in everything
            if case.aspect.startswith(name) or (case.aspect == "*" and name == "retail")
        ]
        analysis = analyser.analyze_batch([case.text for case in chosen], load_taxonomy(name))
        scored += [
            (case, found_side(analysis, index, case.aspect) in ACCEPTED[case.side])
            for index, case in enumerate(chosen)
        ]
    return scored


def accuracy(scored: list[tuple[Case, bool]]) -> float:
    return sum(right for _, right in scored) / len(scored)


def by_kind(scored: list[tuple[Case, bool]]) -> dict[str, float]:
    groups: dict[str, list[tuple[Case, bool]]] = defaultdict(list)
    for case, right in scored:
        groups[case.kind].append((case, right))
    return {kind: accuracy(group) for kind, group in groups.items()}


def test_suite_is_large_and_half_sealed() -> None:
    everything = list(cases())
    assert len(everything) >= 400
    assert abs(sum(case.sealed for case in everything) - len(everything) / 2) <= 2


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("analyser", [RuleAnalyser(), KernelAnalyser()], ids=["rules", "kernel"])
def test_analysers_keep_their_floor(analyser: Analyser, sealed: bool) -> None:
    scored = [(case, right) for case, right in results(analyser) if case.sealed == sealed]
    assert accuracy(scored) >= FLOORS[sealed]


@pytest.mark.parametrize("analyser", [RuleAnalyser(), KernelAnalyser()], ids=["rules", "kernel"])
def test_practice_pairs_keep_their_floor(analyser: Analyser) -> None:
    assert accuracy(results(analyser, PRACTICE)) >= PRACTICE_FLOOR


@pytest.mark.parametrize("analyser", [RuleAnalyser(), KernelAnalyser()], ids=["rules", "kernel"])
def test_short_plain_clauses_get_their_side(analyser: Analyser) -> None:
    assert accuracy(results(analyser, PLAIN)) >= PLAIN_FLOOR
