"""Draws a fresh lot as the sample was drawn: half as many of each stratum, none of a row that is labelled already.

    python labels/fresh.py draw                                  # places with their stratum
    python labels/fresh.py show 0 100                            # number, TAB, text
    python labels/fresh.py convert notes.txt > labels/fresh.jsonl

Notes are those of `convert.py` but answer suggestion, question, workaround and effort alone; a text without a line has
none of them. The heads of the day are scored on it before anything is learned from it.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import taught
from convert import convert
from sample import CUE_QUOTA, CUES, PLAIN, RARE, RARE_QUOTA, enrich, places_of, take
from texts import show, write

SEED = 61
LABELLED = ("sample", "extra", "more", "taught", "near")
SHARE = 0.5
ASKED = ("suggestion", "question")


def half(quota: dict[str, int]) -> dict[str, int]:
    """Return half of each stratum's number."""
    return {cue: round(count * SHARE) for cue, count in quota.items()}


@cache
def drawn(seed: int = SEED, labelled: tuple[str, ...] = LABELLED) -> list[dict[str, Any]]:
    """Return the places, mixed, none of a row in the files `labelled`."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    rows, seen = taught.taken(labelled)
    places = {}
    for file in PLAIN:
        places[file] = [place for place in places_of(file) if (file, place["row"]) not in rows]
        chance.shuffle(places[file])
    lot = [p for file, count in half(PLAIN).items() for p in take(places[file], count, "plain", seen)]
    lot += enrich(CUES, half(CUE_QUOTA), "cue", seen, places, chance)
    lot += enrich(RARE, half(RARE_QUOTA), "rare", seen, places, chance)
    chance.shuffle(lot)
    return lot


def judged(notes: Sequence[str], places: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the notes say of every place."""
    found = {(row["file"], row["row"], row["sentence"]): row for row in convert(notes, places)}
    lines = []
    for place in places:
        row = found.get((place["file"], place["row"], place["sentence"]), {"types": [], "needs": []})
        said = {name: name in row["types"] for name in ASKED}
        lines.append({**place, "said": said, "spans": row["needs"]})
    return lines


def main(arguments: Sequence[str]) -> None:
    """Do what the first word says."""
    if arguments[0] == "show":
        show(drawn(), *arguments[1:3])
        return
    rows = drawn()
    if arguments[0] == "convert":
        rows = judged(Path(arguments[1]).read_text("utf-8").splitlines(), rows)
    write(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
