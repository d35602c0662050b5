"""Clauses that no aspect covers: what an analysis filed nowhere, or only under 整体."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from huiyin.text.arrays import Bools, Ints
from huiyin.text.characters import is_han
from huiyin.text.few_shot.pieces import Pieces, pieces_of
from huiyin.text.taxonomy import Taxonomy

LEAST_HAN = 4
# A tag or an address is put under a text, not said in it.
_TAGGED = re.compile(r"#[^#\s]{1,30}#?|@[^\s@]{1,30}")


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Clauses outside every aspect: their words, text and place in it; `clauses` of all were long enough to say
    something."""

    words: list[str]
    text: Ints
    start: Ints
    end: Ints
    clauses: int


def leftovers(texts: Sequence[str], opinions: pl.DataFrame, taxonomy: Taxonomy) -> Leftovers:
    """Return the clauses of at least four Chinese characters that no opinion of an aspect touches, without tags.

    `opinions` are those of the texts: text_index, aspect, start_offset, end_offset.
    """
    pieces = pieces_of([_TAGGED.sub(_silence, text) for text in texts])
    telling = _han(pieces) >= LEAST_HAN
    free = telling & ~_covered(pieces, opinions.filter(pl.col("aspect") != taxonomy.general))
    kept = np.flatnonzero(free)
    base = pieces.batch.starts[pieces.text[kept]]
    start, end = pieces.start[kept], pieces.end[kept]
    words = [pieces.batch.text[a:z] for a, z in zip(start.tolist(), end.tolist(), strict=True)]
    return Leftovers(words, pieces.text[kept], start - base, end - base, int(telling.sum()))


def _silence(tag: re.Match[str]) -> str:
    return "，" * len(tag[0])


def _han(pieces: Pieces) -> Ints:
    counted = np.concatenate(([0], np.cumsum(is_han(pieces.batch.codes))))
    return np.asarray(counted[pieces.end] - counted[pieces.start])


def _covered(pieces: Pieces, opinions: pl.DataFrame) -> Bools:
    base = pieces.batch.starts[opinions["text_index"].to_numpy()]
    edge = np.zeros(len(pieces.batch.codes) + 1, dtype=np.int64)
    np.add.at(edge, base + opinions["start_offset"].to_numpy(), 1)
    np.add.at(edge, base + opinions["end_offset"].to_numpy(), -1)
    inside = np.concatenate(([0], np.cumsum(np.cumsum(edge)[:-1] > 0)))
    return np.asarray(inside[pieces.end] > inside[pieces.start])
