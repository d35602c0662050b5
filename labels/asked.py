"""Draws one more fresh lot, as `fresh.py` does, for suggestions and questions alone, and turns notes on any lot into labels.

    python labels/asked.py draw > lot.jsonl                       # places with their stratum
    python labels/asked.py show lot.jsonl 0 100                   # number, TAB, text
    python labels/asked.py convert lot.jsonl notes.txt            # labels without text

One line of notes per text that suggests or asks, `number|s=quote|q=quote`: a letter and the words of the clause that
says it, or the letter alone. A text without a line does neither.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from convert import span
from fresh import ASKED, drawn
from texts import show, text_at, write

LABELLED = ("sample", "extra", "more", "taught", "near", "fresh", "wide")
LETTERS = {"s": "suggestion", "q": "question"}
SEED = 83


def judged(number: int, place: dict[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    """Return the label of one place."""
    quotes = [(LETTERS[letter], quote) for letter, _, quote in (field.partition("=") for field in fields)]
    said = {name: any(name == kind for kind, _ in quotes) for name in ASKED}
    spans = []
    for kind, quote in filter(lambda pair: pair[1], quotes):
        start, end = span(text_at(place), quote, number)
        spans.append({"kind": kind, "start": start, "end": end})
    return {**place, "said": said, "spans": sorted(spans, key=lambda each: int(each["start"]))}


def main(arguments: Sequence[str]) -> None:
    """Do what the first word says."""
    if arguments[0] == "draw":
        write(drawn(SEED, LABELLED))
        return
    places = [json.loads(line) for line in Path(arguments[1]).read_text("utf-8").splitlines()]
    if arguments[0] == "show":
        show(places, *arguments[2:4])
        return
    notes: dict[int, list[str]] = {}
    for line in filter(None, Path(arguments[2]).read_text("utf-8").splitlines()):
        number, *fields = line.split("|")
        notes[int(number)] = fields
    write(judged(number, place, notes.get(number, [])) for number, place in enumerate(places))


if __name__ == "__main__":
    main(sys.argv[1:])
