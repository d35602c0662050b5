"""Happenings that judge without a judging word, each of a family that a taxonomy files under one of its aspects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from huiyin.kit.packaged import packaged_document
from huiyin.text.taxonomy import Taxonomy

SIDES = {"positive": 1, "negative": -1}


@dataclass(frozen=True, slots=True)
class Happenings:
    """What happened in many words: the family, side and strength that all of them share."""

    family: str
    side: int
    strength: str
    words: tuple[str, ...]


@cache
def happenings() -> tuple[Happenings, ...]:
    """Return every happening that the shapes make, those of one shape together."""
    document = _document()
    return tuple(
        Happenings(family, SIDES[side], strength, tuple(combinations(shape, document["classes"])))
        for family in document["homes"]
        for side, strengths in document[family].items()
        for strength, shapes in strengths.items()
        for shape in shapes
    )


def homes(taxonomy: Taxonomy) -> dict[str, int]:
    """Return the node of a taxonomy that each family of happenings is filed under, -1 where it has none.

    >>> from huiyin.text.taxonomy import load_taxonomy
    >>> retail = load_taxonomy("retail")
    >>> retail.nodes[homes(retail)["parcel"]].id
    'retail.logistics'
    """
    index = {node.id: row for row, node in enumerate(taxonomy.nodes)}
    wanted = {family: nodes.split() for family, nodes in _document()["homes"].items()}
    return {family: next((index[n] for n in nodes if n in index), -1) for family, nodes in wanted.items()}


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = packaged_document("huiyin.text", "lexicons", "happenings.yaml")
    return document


def combinations(shape: Iterable[str], classes: Mapping[str, str]) -> Iterator[str]:
    """Yield every combination of the parts: `$name` stands for the words of a class, a tilde for nothing.

    >>> list(combinations(["$pets", "都", "不吃 ~"], {"pets": "猫 狗"}))
    ['猫都不吃', '猫都', '狗都不吃', '狗都']
    """
    parts = (
        " ".join(classes[word[1:]] if word[0] == "$" else word for word in part.split()) for part in shape
    )
    return map("".join, product(*([word.replace("~", "") for word in part.split()] for part in parts)))
