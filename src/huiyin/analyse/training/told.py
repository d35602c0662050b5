"""Texts of our own that tell facts instead of judging: what the labels of reviews do not teach."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from huiyin.kit.errors import InvalidInputError

FILE = "told.jsonl"
DOMAINS = ("goods", "food", "car", "electronics", "app", "hotel", "service")
SIDES = (-1, 1)


@dataclass(frozen=True, slots=True)
class ToldText:
    """A text written for training: its side (-1 or 1) and what it speaks of."""

    text: str
    side: int
    domain: str


def told_texts(labels_dir: Path) -> list[ToldText]:
    """Read the texts of `told.jsonl`; empty where the folder has none."""
    path = labels_dir / FILE
    return read_told(path) if path.exists() else []


def read_told(path: Path) -> list[ToldText]:
    """Read a file of such texts.

    Raises:
        InvalidInputError: a line has no text, a side or a domain that is none; it names file and line.
    """
    lines = path.read_text("utf-8").splitlines()
    return [
        _told(f"{path.name}, line {number}", json.loads(line)) for number, line in enumerate(lines, start=1)
    ]


def _told(place: str, row: dict[str, object]) -> ToldText:
    text, side, domain = row.get("text"), row.get("side"), row.get("domain")
    if not isinstance(text, str) or not text.strip():
        raise InvalidInputError(f"{place}: no text", field="text", expected="a sentence")
    if side not in SIDES:
        raise InvalidInputError(f"{place}: side {side!r}", field="side", expected="-1 or 1")
    if domain not in DOMAINS:
        raise InvalidInputError(f"{place}: domain {domain!r}", field="domain", expected=", ".join(DOMAINS))
    return ToldText(text, int(str(side)), str(domain))
