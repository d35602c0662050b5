"""Readers of the labelled data folder: JSON lines, gzip, as its README describes them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORUM = "automotive/forum_aspects.train"
MAKEUP = "retail/makeup_opinions.train"
SHOPPING = "retail/shopping_polarity.train"
FEWSHOT = "retail/reviews_fewshot.dev"
DELIVERY = "restaurant/delivery_polarity.train"
LONG_REVIEWS = "restaurant/long_reviews_aspects.train"
RESTAURANT = "restaurant/opinions.train"
RESTAURANT_TERMS = "restaurant/opinions.dev"
PHONE_TERMS = "electronics/phone_terms.train"
CAMERA_TERMS = "electronics/camera_terms.train"


@dataclass(frozen=True, slots=True)
class AspectExample:
    """A text with its labelled (aspect, polarity) pairs."""

    text: str
    pairs: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class TermExample:
    """A text with one labelled aspect term, a word of the text itself."""

    text: str
    term: str
    polarity: int


@dataclass(frozen=True, slots=True)
class PolarityExample:
    """A text with one polarity for the whole of it."""

    text: str
    polarity: int


def path_of(data_dir: Path, name: str) -> Path:
    """Return where a data set of that name lies, whether or not it exists."""
    return data_dir / f"{name}.jsonl.gz"


def rows(data_dir: Path, name: str) -> Iterator[dict[str, Any]]:
    """Read one file; nothing where the file is absent, because every part of the folder is optional."""
    path = path_of(data_dir, name)
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def aspect_examples(data_dir: Path, name: str, field: str) -> list[AspectExample]:
    """Read a file of opinions; `field` names the key that holds the aspect."""
    return [
        AspectExample(
            row["text"], frozenset((opinion[field], opinion["polarity"]) for opinion in row["opinions"])
        )
        for row in rows(data_dir, name)
    ]


def polarity_examples(data_dir: Path, name: str) -> list[PolarityExample]:
    """Read a file of texts with one polarity each."""
    return [PolarityExample(row["text"], row["polarity"]) for row in rows(data_dir, name)]


def long_review_examples(data_dir: Path, name: str) -> list[AspectExample]:
    """Read a file whose rows map each mentioned aspect to its polarity."""
    return [AspectExample(row["text"], frozenset(row["aspects"].items())) for row in rows(data_dir, name)]


def term_examples(data_dir: Path, name: str) -> list[TermExample]:
    """Read a file of aspect terms, one a row or several; a term that the text does not hold is left out."""
    found = []
    for row in rows(data_dir, name):
        pairs = [(row["aspect_term"], row["polarity"])] if "aspect_term" in row else []
        pairs += [(each["aspect"], each["polarity"]) for each in row.get("triplets", ())]
        found += [
            TermExample(row["text"], term, side) for term, side in pairs if term and term in row["text"]
        ]
    return found
