"""Precision and recall of the question linter on its labelled sets, per rule and overall, with Wilson intervals.

Run: python bench/question_linter.py
"""

from __future__ import annotations

from pathlib import Path

from huiyin.collect import wording
from huiyin.stats import Estimate

SETS = Path(__file__).parents[1] / "tests" / "collect" / "wording"


def shown(estimate: Estimate) -> str:
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "–"
    return f"{estimate.value:.3f} ({estimate.low:.3f}–{estimate.high:.3f})"


def report(title: str, questions: list[wording.Labelled]) -> None:
    result = wording.measure(questions)
    print(f"\n## {title}: {len(questions)} questions, {result.clean} of them clean\n")
    print("| rule | marked | right | wrong | missed | precision | recall |")
    print("|---|---|---|---|---|---|---|")
    for rule in wording.Rule:
        right, wrong, missed = result.right[rule], result.wrong[rule], result.missed[rule]
        row = (
            right + missed,
            right,
            wrong,
            missed,
            shown(result.precision(rule)),
            shown(result.recall(rule)),
        )
        print(f"| {rule.value} | " + " | ".join(map(str, row)) + " |")
    counts = (result.right.total(), result.wrong.total(), result.missed.total())
    overall = (counts[0] + counts[2], *counts, shown(result.precision()), shown(result.recall()))
    print("| **overall** | " + " | ".join(map(str, overall)) + " |")
    print(
        f"\nClean questions without a finding: {result.quiet} of {result.clean}, {shown(result.quiet_share())}"
    )


def main() -> None:
    main_set = (SETS / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    for half in ("development", "sealed"):
        report(f"{half} half", wording.read_labelled(main_set, half))
    for path in sorted(SETS.glob("questions_round_*.jsonl")):
        report(
            path.stem.replace("questions_", "").replace("_", " "),
            wording.read_labelled(path.read_text(encoding="utf-8").splitlines()),
        )


if __name__ == "__main__":
    main()
