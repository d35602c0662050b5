"""How often the surest stated needs are right, on labels that nothing was trained on.

    python bench/opportunities_precision.py ../shared/data > bench/opportunities_top50.jsonl

The report half of `labels/` is read by the whole analyser; of the spans that opportunities are made of (expectation,
need, workaround, effort) the fifty surest are compared with the resolved labels: right where a labelled span of the
same kind shares half of the shorter one, `other` where only one of another of the four kinds does. The list is kept by
place, without texts; the sums go to standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from huiyin.analyse.need_labels import LABELS, NeedExample, NeedSpan, need_examples, overlaps
from huiyin.stats import wilson
from huiyin.text import KernelAnalyser, load_taxonomy

KINDS = ("expectation", "need", "workaround", "effort")
TOP = 50


def main(data_dir: Path, labels_dir: Path = LABELS) -> None:
    """Print the list by place, and the precision with its interval."""
    examples = sorted(need_examples(data_dir, labels_dir, "report"), key=lambda e: e.taxonomy)
    spans = [span for _, group in groupby(examples, lambda e: e.taxonomy) for span in _spans(list(group))]
    ranked = sorted(spans, key=lambda each: -each["confidence"])[:TOP]
    for each in ranked:
        sys.stdout.write(json.dumps(each) + "\n")
    for name in ("same", "any"):
        right = sum(
            each["verdict"] == "right" or (name == "any" and each["verdict"] == "other") for each in ranked
        )
        share = wilson(right, len(ranked))
        sys.stderr.write(
            f"top {len(ranked)}, {name} kind: {right} right, {share.value:.2f} [{share.low:.2f}, {share.high:.2f}]\n"
        )


def _spans(examples: list[NeedExample]) -> Iterator[dict[str, Any]]:
    taxonomy = load_taxonomy(examples[0].taxonomy)
    needs = KernelAnalyser().analyze_batch([example.text for example in examples], taxonomy).needs
    for row in needs.iter_rows(named=True):
        if row["kind"] in KINDS:
            example = examples[row["text_index"]]
            span = NeedSpan(row["kind"], row["start_offset"], row["end_offset"])
            yield {
                "file": example.file,
                "row": example.row,
                "sentence": example.sentence,
                "kind": span.kind,
                "start": span.start,
                "end": span.end,
                "confidence": round(row["confidence"], 3),
                "verdict": _verdict(span, example),
            }


def _verdict(span: NeedSpan, example: NeedExample) -> str:
    met = {gold.kind for gold in example.needs if overlaps(span, gold)}
    if span.kind in met:
        return "right"
    return "other" if met & set(KINDS) else "wrong"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
