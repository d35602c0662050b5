"""Draws the texts of the third pass, and takes the majority of three.

    python labels/third.py draw                                  # places: all disputed ones, as many undisputed, mixed
    python labels/third.py show 0 100                            # number, TAB, text
    python labels/third.py convert notes.txt > labels/pass3.jsonl
    python labels/third.py decide > labels/majority.jsonl        # the majority, for every text of the sample
    python labels/third.py agreement                             # kappa of each pass with the majority

The rule asks no model: a text is disputed where passes 1 and 2 differ in a label of `ASKED`. Who labels sees neither
which texts are disputed nor any earlier label. Labels outside `ASKED` stay as they were resolved.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from agreement import kappa, load, marks, meet
from convert import INTENTS, TYPES, convert, sample
from texts import show, write

Label = dict[str, Any]
Place = tuple[str, int, int | None]
FOLDER = Path(__file__).parent
SEED = 3
SPANS = ("need", "expectation", "workaround", "effort")
ASKED = (*TYPES.values(), *INTENTS.values(), *SPANS)


def pass_of(name: str) -> dict[Place, Label]:
    """Return one file of labels by place."""
    return load(str(FOLDER / f"{name}.jsonl"))


def asked(label: Label) -> set[str]:
    """Return what a text carries among the labels of the third pass."""
    return marks(label) & set(ASKED)


def drawn() -> list[dict[str, Any]]:
    """Return all disputed places and as many undisputed ones, mixed."""
    first, second = pass_of("pass1"), pass_of("pass2")
    disputed: list[Label] = []
    rest: list[Label] = []
    for place in sample():
        key = (place["file"], place["row"], place["sentence"])
        (disputed if asked(first[key]) != asked(second[key]) else rest).append(place)
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    mixed = disputed + chance.sample(rest, len(disputed))
    chance.shuffle(mixed)
    return mixed


def majority(votes: Sequence[Label], resolved: Label) -> Label:
    """Return what at least two of three passes say; spans are those of the first pass that two agree on."""
    names = {name for name in ASKED if sum(name in marks(vote) for vote in votes) > 1}
    kept = [need for need in resolved["needs"] if need["kind"] not in SPANS]
    for one, two in combinations(votes, 2):
        for need in one["needs"]:
            agreed = need["kind"] in SPANS and any(meet(need, other) for other in two["needs"])
            if agreed and not any(meet(need, other) for other in kept):
                kept.append(need)
    # A pain point that the majority takes for making do or labour is told once.
    told = [need for need in kept if need["kind"] in SPANS]
    kept = [
        need for need in kept if need in told or not any(meet(need | {"kind": t["kind"]}, t) for t in told)
    ]
    return resolved | {
        "types": [name for name in TYPES.values() if name in names],
        "intents": [name for name in INTENTS.values() if name in names],
        "needs": sorted(kept, key=lambda need: (need["start"], need["end"], need["kind"])),
    }


def decided() -> Iterator[Label]:
    """Yield the label of every text: the majority where three passes read it, else what both passes agree on."""
    first, second, third = (pass_of(f"pass{number}") for number in (1, 2, 3))
    for key, resolved in pass_of("resolved").items():
        yield majority([first[key], second[key], third[key]], resolved) if key in third else resolved


def agreement() -> list[str]:
    """Return kappa of each pass with the majority, over the undisputed texts too that nobody read a third time."""
    final = {(row["file"], row["row"], row["sentence"]): row for row in decided()}
    third = pass_of("pass3")
    lines = [
        f"{len(third)} texts in all three passes",
        f"{'label':<22}{'n':>6}{'pass 1':>8}{'pass 2':>8}{'pass 3':>8}",
    ]
    for name in ASKED:
        gold = [name in marks(final[key]) for key in third]
        kappas = [
            kappa([name in marks(pass_of(f"pass{number}")[key]) for key in third], gold)
            for number in (1, 2, 3)
        ]
        lines.append(f"{name:<22}{sum(gold):>6}" + "".join(f"{each:>8.3f}" for each in kappas))
    return lines


def main(arguments: Sequence[str]) -> None:
    """Do what the first word says."""
    if arguments[0] == "agreement":
        sys.stdout.write("\n".join(agreement()) + "\n")
        return
    if arguments[0] == "show":
        show(drawn(), *arguments[1:3])
        return
    rows: Iterator[dict[str, Any]]
    if arguments[0] == "convert":
        rows = convert(Path(arguments[1]).read_text("utf-8").splitlines(), drawn())
    else:
        rows = decided() if arguments[0] == "decide" else iter(drawn())
    write(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
