"""How often a text that only tells what happened is understood: lots by writers who saw no rule, never trained on.

    python bench/told_blind.py [FILE.jsonl] [--modes rules kernel accurate]

FILE holds `text`, `side` (-1 or 1) and `domain` per line; without it the lot of `labels/told_blind.jsonl` is read. An
undecided text counts as wrong. Intervals are Wilson's.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from huiyin.analyse.training.told import ToldText, read_told
from huiyin.stats.wilson import wilson
from huiyin.text import Analyser, KernelAnalyser, NeuralAnalyser, RuleAnalyser, load_taxonomy

BLIND = Path(__file__).parents[1] / "labels" / "told_blind.jsonl"
MODES = {"rules": RuleAnalyser, "kernel": KernelAnalyser, "accurate": NeuralAnalyser}
TAXONOMIES = {"goods": "retail", "food": "restaurant", "car": "automotive", "service": "app"}


def main() -> None:
    """Print accuracy by mode, side and domain."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path, nargs="?", default=BLIND)
    parser.add_argument("--modes", nargs="+", choices=list(MODES), default=list(MODES))
    options = parser.parse_args()
    told = read_told(options.file)
    for mode in options.modes:
        right = judged(MODES[mode](), told)
        print(mode, *_figures(told, right), sep="\n    ")


def judged(analyser: Analyser, told: Sequence[ToldText]) -> list[bool]:
    """Return whether each text gets its side under its domain's taxonomy."""
    right = [False] * len(told)
    for domain in dict.fromkeys(each.domain for each in told):
        rows = [row for row, each in enumerate(told) if each.domain == domain]
        taxonomy = load_taxonomy(TAXONOMIES.get(domain, domain))
        voices = analyser.analyze_batch([told[row].text for row in rows], taxonomy).voices
        for row, side in zip(rows, voices["sentiment"].fill_null(0).to_list(), strict=True):
            right[row] = side == told[row].side
    return right


def _figures(told: Sequence[ToldText], right: Sequence[bool]) -> list[str]:
    groups: dict[str, list[bool]] = {"all": list(right)}
    for each, hit in zip(told, right, strict=True):
        groups.setdefault("good" if each.side > 0 else "bad", []).append(hit)
        groups.setdefault(each.domain, []).append(hit)
    lines = []
    for name, hits in groups.items():
        share = wilson(sum(hits), len(hits))
        lines.append(f"{name:12s} {share.value:.3f} [{share.low:.3f}, {share.high:.3f}] of {share.n:,}")
    return lines


if __name__ == "__main__":
    main()
