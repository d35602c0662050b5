"""Does a small human audit make the machine's shares true? Forum texts with labels by people are the truth.

    python bench/audit_coverage.py <data folder> --audit 300 --resamples 1000

Each aspect's share of texts (and of texts that speak badly of it) is known for the whole file. The machine's own share
with Wilson's interval is compared with the share corrected by random audits of `--audit` texts each.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from huiyin import stats
from huiyin.analyse import labelled
from huiyin.analyse.evaluation import label_polarities
from huiyin.analyse.guidelines import FORUM_GUIDELINE
from huiyin.text import RuleAnalyser

Flags = NDArray[np.bool_]


def read(folder: Path) -> dict[str, tuple[Flags, Flags]]:
    """Return, by figure, what people and the machine say of each text."""
    examples = labelled.aspect_examples(folder, labelled.FORUM, "aspect")
    gold = [dict(each.pairs) for each in examples]
    found = label_polarities(RuleAnalyser(), [each.text for each in examples], FORUM_GUIDELINE)
    figures = {}
    for label in FORUM_GUIDELINE.labels:
        for what, wanted in (("提到", (-1, 0, 1)), ("负面", (-1,))):
            human = np.array([each.get(label) in wanted for each in gold])
            machine = np.array([each.get(label) in wanted for each in found])
            figures[f"{label} {what}"] = human, machine
    return figures


def coverage(human: Flags, machine: Flags, audits: NDArray[np.intp]) -> tuple[float, float, float]:
    """Return the share of audits whose corrected interval holds the truth, its mean half width, and that of PPI."""
    truth, n, size = float(human.mean()), len(human), audits.shape[1]
    held, widths = 0, []
    for rows in audits:
        h, m = human[rows], machine[rows]
        e = stats.corrected_share(
            int(machine.sum()),
            n,
            human_only=int((h & ~m).sum()),
            machine_only=int((m & ~h).sum()),
            audited=size,
        )
        low, high = e.low or 0.0, e.high or 0.0
        held += low <= truth <= high
        widths.append((high - low) / 2)
    return held / len(audits), float(np.mean(widths)), truth


def main() -> None:
    """Print coverage per aspect and over aspects × resamples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--audit", type=int, default=300)
    parser.add_argument("--resamples", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    figures = read(chosen.folder)
    n = len(next(iter(figures.values()))[0])
    rng = np.random.default_rng(chosen.seed)
    audits = np.array([rng.choice(n, chosen.audit, replace=False) for _ in range(chosen.resamples)])
    print(f"{n} texts, audits of {chosen.audit}, {chosen.resamples} resamples\n")
    print(
        f"{'':12}{'truth':>8}{'machine':>9}{'its interval':>18}{'holds':>7}{'corrected holds':>17}{'±':>8}{'κ':>7}"
    )
    held: dict[str, list[float]] = {"提到": [], "负面": []}
    plain: dict[str, list[bool]] = {"提到": [], "负面": []}
    for name, (human, machine) in figures.items():
        share, width, truth = coverage(human, machine, audits)
        own = stats.wilson(int(machine.sum()), n)
        holds = (own.low or 0) <= truth <= (own.high or 0)
        both = [[int((a & b).sum()) for b in (machine, ~machine)] for a in (human, ~human)]
        kappa = stats.cohen_kappa(both).value or 0.0
        held[name[-2:]].append(share)
        plain[name[-2:]].append(holds)
        print(
            f"{name:12}{truth:8.3f}{own.value:9.3f}{f'{own.low:.3f}–{own.high:.3f}':>18}{'yes' if holds else 'no':>7}"
            f"{share:17.1%}{width:8.3f}{kappa:7.2f}"
        )
    for what, shares in held.items():
        print(
            f"\n{what}: corrected holds the truth in {np.mean(shares):.1%} of aspects × resamples "
            f"(worst aspect {min(shares):.1%}); uncorrected in {sum(plain[what])} of {len(shares)} aspects"
        )


if __name__ == "__main__":
    main()
