"""Turns an annotator's notes into labels without text, and shows the texts to label.

    python labels/convert.py show 0 60                          # number, TAB, text of the sample's rows 0-59
    python labels/convert.py convert notes.txt > labels/pass1.jsonl

One line of notes per text: `number|types|intents|kind=quote|kind=quote…`; letters as in LETTERS, nothing for none. A
quote must occur in the text; where it occurs more than once, `quote#2` means its second place. Notes hold text, so
they stay outside the repository.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from texts import show, text_at, write

TYPES = {"c": "complaint", "s": "suggestion", "q": "question", "p": "praise", "a": "advice"}
INTENTS = {"x": "churn_intent", "b": "purchase_intent", "r": "recommend_repurchase"}
NEEDS = {"n": "need", "e": "expectation", "p": "pain_point", "m": "motive", "w": "workaround", "f": "effort"}
SAMPLE = Path(__file__).with_name("sample.jsonl")


def sample() -> list[dict[str, Any]]:
    """Return the places of the sample in labelling order."""
    return [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]


def names(letters: str, meaning: dict[str, str], number: int) -> list[str]:
    """Return the labels of letters in the guideline's order."""
    if unknown := set(letters) - set(meaning):
        raise ValueError(f"text {number}: unknown letters {sorted(unknown)}")
    return [name for letter, name in meaning.items() if letter in letters]


def span(text: str, quote: str, number: int) -> tuple[int, int]:
    """Return the code-point offsets of a quote, which must occur once or say which time; any blank equals any blank."""
    text, quote = (re.sub(r"[\s⏎]", " ", words) for words in (text, quote))
    words, _, which = (
        quote.rpartition("#") if quote[-2:-1] == "#" and quote[-1].isdigit() else (quote, "", "")
    )
    if not words or (found := text.count(words)) == 0:
        raise ValueError(f"text {number}: no {words!r} in {text!r}")
    if found > 1 and not which:
        raise ValueError(f"text {number}: {words!r} occurs {found} times in {text!r}; write #1 and so on")
    start = -1
    for _ in range(int(which or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def needs(text: str, fields: Sequence[str], number: int) -> list[dict[str, Any]]:
    """Return the needs of a line's fields, in the order of the text."""
    found = []
    for field in fields:
        letter, _, quote = field.partition("=")
        start, end = span(text, quote, number)
        found.append({"kind": names(letter, NEEDS, number)[0], "start": start, "end": end})
    return sorted(found, key=lambda need: (need["start"], need["end"], need["kind"]))


def label(line: str, places: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the label of one line of notes."""
    head, *fields = line.split("|")
    number = int(head)
    place = {key: places[number][key] for key in ("file", "row", "sentence")}
    types, intents, *rest = [*fields, "", ""][: max(2, len(fields))]
    return place | {
        "types": names(types, TYPES, number),
        "intents": names(intents, INTENTS, number),
        "needs": needs(text_at(place), rest, number),
    }


def convert(lines: Iterable[str], places: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the labels of all lines in the sample's order, each text once."""
    kept: dict[int, str] = {}
    for line in filter(None, map(str.strip, lines)):
        number = int(line.partition("|")[0])
        if number in kept:
            raise ValueError(f"text {number} is labelled twice")
        kept[number] = line
    for _, line in sorted(kept.items()):
        yield label(line, places)


def main(arguments: Sequence[str]) -> None:
    """Show or convert."""
    places = sample()
    if arguments[0] == "show":
        show(places, *arguments[1:3])
        return
    write(convert(Path(arguments[1]).read_text("utf-8").splitlines(), places))


if __name__ == "__main__":
    main(sys.argv[1:])
