"""One walk of one trie over a batch: every word of the lexicon, with its entry, as columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.characters import Kind, being
from huiyin.text.lexicon import Lexicon, Role, taxonomy_lexicon
from huiyin.text.normalise import Batch
from huiyin.text.taxonomy import Taxonomy, descent, level1_of
from huiyin.text.trie import Trie


@dataclass(frozen=True, slots=True)
class Matches:
    """Leftmost-longest, non-overlapping occurrences in text order; positions are those of the joined batch."""

    start: Ints
    end: Ints
    aspect: Ints
    polarity: Floats
    dimension: Ints
    factor: Floats
    roles: Ints
    context: Ints
    under: Ints

    def __len__(self) -> int:
        return len(self.start)

    def taken(self, rows: Ints) -> Matches:
        """Return some of the matches."""
        return Matches(*(getattr(self, name).take(rows) for name in Matches.__slots__))

    def having(self, role: Role) -> Bools:
        """Tell which matches play a role."""
        return np.asarray((self.roles & int(role)) != 0)


class Matcher:
    """A trie over a lexicon with the entries as parallel arrays."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._trie = Trie(lexicon.terms)
        # Thousands of words share one entry, so that each distinct one is read once.
        shared = {id(entry): entry for entry in lexicon.entries}
        place = {key: row for row, key in enumerate(shared)}
        of_word = np.fromiter((place[id(entry)] for entry in lexicon.entries), np.int64, len(lexicon.entries))

        def column(name: str, kind: type) -> npt.NDArray[Any]:
            return np.array([getattr(entry, name) for entry in shared.values()], dtype=kind)[of_word]

        self._aspect = column("aspect", np.int64)
        self._polarity = column("polarity", np.float64)
        self._dimension = column("dimension", np.int64)
        self._factor = column("factor", np.float64)
        self._context = column("context", np.int64)
        self._under = column("under", np.int64)
        self.context_table = lexicon.context
        self._roles = column("roles", np.int64)
        self._latin = (self._roles & int(Role.LATIN)) != 0

    def find(self, batch: Batch) -> Matches:
        """Return the words of a batch; a Latin word counts only where it is not part of a longer one."""
        found = self._trie.longest(batch.codes)
        pattern, start, end = found.word, found.start, found.end
        whole = self._whole_words(batch, pattern, start, end)
        if not whole.all():
            pattern, start, end = pattern[whole], start[whole], end[whole]
        return Matches(
            start,
            end,
            self._aspect.take(pattern),
            self._polarity.take(pattern),
            self._dimension.take(pattern),
            self._factor.take(pattern),
            self._roles.take(pattern),
            self._context.take(pattern),
            self._under.take(pattern),
        )

    def _whole_words(self, batch: Batch, pattern: Ints, start: Ints, end: Ints) -> npt.NDArray[np.bool_]:
        whole = np.ones(len(pattern), dtype=np.bool_)
        latin = np.flatnonzero(self._latin.take(pattern))
        around = batch.kinds[start[latin] - 1] | batch.kinds[np.minimum(end[latin], len(batch.kinds) - 1)]
        whole[latin] = ~being(around, Kind.LATIN)
        return whole


@lru_cache(maxsize=32)
def matcher_of(taxonomy: Taxonomy) -> Matcher:
    """Return the matcher of a taxonomy, built once for equal taxonomies."""
    return Matcher(taxonomy_lexicon(taxonomy))


@dataclass(frozen=True, slots=True)
class Tree:
    """What the rules ask of a taxonomy: which node lies below which, each node's good direction, what single words say
    about single nodes, the node of overall judgements, and a number per first-level aspect."""

    below: Bools
    more: Ints
    context: Floats
    general: int
    tops: Ints


@lru_cache(maxsize=32)
def tree_of(taxonomy: Taxonomy) -> Tree:
    """Return the tables of a taxonomy, built once for equal taxonomies."""
    nodes = taxonomy.nodes
    return Tree(
        below=descent(taxonomy),
        more=np.array([node.more for node in nodes], dtype=np.int64),
        context=matcher_of(taxonomy).context_table,
        general=next(i for i, node in enumerate(nodes) if node.id == taxonomy.general),
        tops=np.unique([level1_of(node.id) for node in nodes], return_inverse=True)[1],
    )
