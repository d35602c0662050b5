"""Compares two passes: Cohen's kappa for each type and intent, overlap for spans, and the texts that differ.

    python labels/agreement.py labels/pass1.jsonl labels/pass2.jsonl            # the table
    python labels/agreement.py labels/pass1.jsonl labels/pass2.jsonl --differ   # numbers of texts to resolve

Spans agree where they are of one kind and share at least half of the shorter one; their figure is F1 (pass 1 against
pass 2), and for each kind kappa over "has one or not".
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from convert import INTENTS, NEEDS, TYPES

Label = dict[str, Any]


def load(path: str) -> dict[tuple[str, int, int | None], Label]:
    """Return the labels of a pass by place."""
    labels = (json.loads(line) for line in Path(path).read_text("utf-8").splitlines())
    return {(label["file"], label["row"], label["sentence"]): label for label in labels}


def marks(label: Label) -> set[str]:
    """Return the names of everything a text carries."""
    return {*label["types"], *label["intents"], *(need["kind"] for need in label["needs"])}


def kappa(first: Sequence[bool], second: Sequence[bool]) -> float:
    """Return Cohen's kappa of two raters; 1 where both always say the same one thing."""
    size = len(first)
    observed = sum(one == two for one, two in zip(first, second, strict=True)) / size
    share_one, share_two = sum(first) / size, sum(second) / size
    chance = share_one * share_two + (1 - share_one) * (1 - share_two)
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def meet(one: Label, two: Label) -> bool:
    """Whether two spans are of one kind and share half of the shorter one."""
    shared = min(one["end"], two["end"]) - max(one["start"], two["start"])
    shorter = min(one["end"] - one["start"], two["end"] - two["start"])
    return bool(one["kind"] == two["kind"] and shared * 2 >= shorter)


def span_f1(pairs: Sequence[tuple[Label, Label]], kind: str) -> float:
    """Return how far the spans of a kind agree: twice the matched over all."""
    matched = total = 0
    for first, second in pairs:
        ones, twos = ([need for need in label["needs"] if need["kind"] == kind] for label in (first, second))
        matched += sum(any(meet(one, two) for two in twos) for one in ones)
        matched += sum(any(meet(one, two) for one in ones) for two in twos)
        total += len(ones) + len(twos)
    return matched / total if total else 1.0


def table(pairs: Sequence[tuple[Label, Label]]) -> list[str]:
    """Return the lines of the agreement table."""
    lines = [
        f"{len(pairs)} texts in both passes",
        f"{'label':<22}{'pass 1':>8}{'pass 2':>8}{'kappa':>8}{'span F1':>9}",
    ]
    for name in (*TYPES.values(), *INTENTS.values(), *NEEDS.values()):
        first, second = ([name in marks(pair[side]) for pair in pairs] for side in (0, 1))
        spans = f"{span_f1(pairs, name):9.3f}" if name in NEEDS.values() else ""
        lines.append(f"{name:<22}{sum(first):>8}{sum(second):>8}{kappa(first, second):>8.3f}{spans}")
    return lines


def main(arguments: Sequence[str]) -> None:
    """Print the table, or the sample numbers of texts whose types, intents or kinds of need differ."""
    first, second = load(arguments[0]), load(arguments[1])
    shared = [place for place in first if place in second]
    if "--differ" not in arguments:
        sys.stdout.write("\n".join(table([(first[place], second[place]) for place in shared])) + "\n")
        return
    order = {place: number for number, place in enumerate(first)}
    for place in shared:
        if (one := marks(first[place])) != (two := marks(second[place])):
            sys.stdout.write(f"{order[place]}\t1: {sorted(one - two)}\t2: {sorted(two - one)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
