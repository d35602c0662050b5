"""Taxonomies: the trees of aspects that opinions are filed under, read from packaged YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.kit.packaged import packaged_document
from huiyin.text.aspect_head import AspectHead

GENERAL = "general"
DIRECTIONS = {"good": 1, "bad": -1, "neither": 0}
LEVELS = 3
TERM_FIELDS = ("seeds", "implied", "positive", "negative", "good", "bad", "under")


@dataclass(frozen=True, slots=True)
class TaxonomyNode:
    """One aspect.

    `seeds` name the aspect. `implied` words evaluate it without naming it and count only where no aspect is
    named. `positive` and `negative` words name and judge it at once. `good` and `bad` words judge only this aspect
    and those below it (a brake that is 软 is bad). `under` words mean this aspect where the clause names a broader one
    (车机 with 卡 is cockpit.freezing). `more` tells whether a high degree of it is good (1), bad (-1) or
    neither (0); the aspects below take it over unless they say otherwise.
    """

    id: str
    parent: str | None
    zh: str
    en: str
    level: int
    more: int = 0
    seeds: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taxonomy:
    """A named, versioned tree of at most three levels; parents come before their children.

    `heads` are what examples taught about some of its aspects.
    """

    name: str
    version: str
    zh: str
    en: str
    nodes: tuple[TaxonomyNode, ...]
    heads: tuple[AspectHead, ...] = field(default=(), repr=False, compare=False)
    _by_id: Mapping[str, TaxonomyNode] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {node.id: node for node in self.nodes})

    def __hash__(self) -> int:
        # Asked for with every batch: going through all the words takes longer than reading a short text.
        return hash((self.name, self.version, len(self.nodes)))

    @property
    def general(self) -> str:
        """The id that opinions about nothing in particular are filed under."""
        return f"{self.name}.{GENERAL}"

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._by_id

    def node(self, node_id: str) -> TaxonomyNode:
        """Return one node; `NotFoundError` for an unknown id."""
        if node_id not in self._by_id:
            raise NotFoundError(f"No aspect {node_id!r} in the taxonomy {self.name!r}.")
        return self._by_id[node_id]

    def path(self, node_id: str) -> tuple[TaxonomyNode, ...]:
        """Return the node with its ancestors, the broadest first."""
        node = self.node(node_id)
        return (*self.path(node.parent), node) if node.parent else (node,)


def descent(taxonomy: Taxonomy) -> npt.NDArray[np.bool_]:
    """Return a square table: whether the node of a row lies below the node of a column.

    >>> tree = load_taxonomy("automotive")
    >>> ids = [node.id for node in tree.nodes]
    >>> low, high = ids.index("automotive.comfort.odour"), ids.index("automotive.comfort")
    >>> bool(descent(tree)[low, high]), bool(descent(tree)[high, low])
    (True, False)
    """
    index = {node.id: row for row, node in enumerate(taxonomy.nodes)}
    table = np.zeros((len(index), len(index)), dtype=np.bool_)
    for node in taxonomy.nodes:
        for above in taxonomy.path(node.id)[:-1]:
            table[index[node.id], index[above.id]] = True
    return table


def level1_of(node_id: str) -> str:
    """Return the id of the first-level aspect a node belongs to.

    >>> level1_of("automotive.comfort.odour")
    'automotive.comfort'
    """
    return ".".join(node_id.split(".")[:2])


def available_taxonomies() -> list[str]:
    """Return the names of the packaged taxonomies, sorted."""
    folder = files("huiyin.text") / "taxonomies"
    return sorted(
        entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")
    )


@cache
def load_taxonomy(name: str) -> Taxonomy:
    """Read a packaged taxonomy; `NotFoundError` for an unknown name.

    >>> load_taxonomy("automotive").node("automotive.fuel").zh
    '油耗'
    """
    if name not in available_taxonomies():
        raise NotFoundError(f"No taxonomy {name!r}; there are {', '.join(available_taxonomies())}.")
    return parse_taxonomy(packaged_document("huiyin.text", "taxonomies", f"{name}.yaml"))


def parse_taxonomy(document: Mapping[str, Any]) -> Taxonomy:
    """Build a taxonomy from its YAML document; `InvalidInputError` names the field that is wrong."""
    for key in ("name", "version", "zh", "en", "nodes"):
        if key not in document:
            raise InvalidInputError(
                f"A taxonomy needs {key!r}.", field=key, expected="name, version, zh, en, nodes"
            )
    name = str(document["name"])
    nodes = tuple(_walk(name, None, document["nodes"], 1))
    return Taxonomy(name, str(document["version"]), document["zh"], document["en"], nodes)


def _walk(
    prefix: str, parent: TaxonomyNode | None, children: Mapping[str, Any], level: int
) -> Iterator[TaxonomyNode]:
    if children and level > LEVELS:
        raise InvalidInputError(
            f"{prefix} is deeper than {LEVELS} levels.", field=prefix, expected="three levels"
        )
    for key, value in children.items():
        node = _node(f"{prefix}.{key}", parent, value, level)
        yield node
        yield from _walk(node.id, node, value.get("children") or {}, level + 1)


def _node(node_id: str, parent: TaxonomyNode | None, value: Mapping[str, Any], level: int) -> TaxonomyNode:
    if "zh" not in value or "en" not in value:
        raise InvalidInputError(f"The aspect {node_id} needs a Chinese and an English name.", field=node_id)
    terms = {key: tuple(str(value.get(key) or "").split()) for key in TERM_FIELDS}
    more = DIRECTIONS.get(value.get("more", ""), parent.more if parent else 0)
    if parent:
        terms = {**terms, "good": terms["good"] + parent.good, "bad": terms["bad"] + parent.bad}
    return TaxonomyNode(
        node_id, parent.id if parent else None, value["zh"], value["en"], level, more, **terms
    )
