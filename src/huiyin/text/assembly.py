"""From clause-and-aspect rows to the two frames that every analyser answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import polars as pl

from huiyin.text.analysis import OPINION_SCHEMA, VOICE_SCHEMA
from huiyin.text.arrays import Floats, Ints
from huiyin.text.clauses import Clauses
from huiyin.text.language import LANGUAGES
from huiyin.text.moods import QUESTION, STATEMENT, SUGGESTION, TYPES, Moods, clause_weights, sentiment_of
from huiyin.text.normalise import Batch
from huiyin.text.taxonomy import Taxonomy, level1_of

# No character that anybody writes.
SEPARATOR = "\uffff"


@dataclass(frozen=True, slots=True)
class OpinionRows:
    """One row per clause and aspect, in text order; term positions are those of the joined batch."""

    clause: Ints
    aspect: Ints
    value: Floats
    intensity: Floats
    type: Ints
    term_start: Ints
    term_end: Ints
    confidence: Floats


def opinion_frame(
    batch: Batch, clauses: Clauses, rows: OpinionRows, taxonomy: Taxonomy, offset: int = 0
) -> pl.DataFrame:
    """Write the rows as the opinions frame, with offsets into each text; `offset` is the index of the first text."""
    text = clauses.text[rows.clause]
    base = batch.starts[text]
    ids, tops = _names(taxonomy)
    aspect = _series(rows.aspect)
    columns: dict[str, Floats | Ints | pl.Series] = {
        "text_index": text + offset,
        "ordinal": _ordinals(text),
        "aspect": ids[aspect],
        "aspect1": tops[aspect],
        "polarity": rows.value,
        "sentiment": sentiment_of(rows.value),
        "intensity": rows.intensity,
        "type": _TYPE_NAMES[_series(rows.type)],
        "start_offset": clauses.start[rows.clause] - base,
        "end_offset": clauses.end[rows.clause] - base,
        "term": _stretches(batch.shown, rows.term_start, rows.term_end),
        "term_start": rows.term_start - base,
        "term_end": rows.term_end - base,
        "confidence": rows.confidence,
    }
    return _frame(columns, OPINION_SCHEMA)


def _stretches(text: str, start: Ints, end: Ints) -> pl.Series:
    """Return stretches of a text, which may overlap.

    >>> _stretches("空间大", np.array([0, 0]), np.array([2, 3])).to_list()
    ['空间', '空间大']
    """
    if not len(start) or SEPARATOR in text:
        return pl.Series(
            [text[a:b] for a, b in zip(start.tolist(), end.tolist(), strict=True)], dtype=pl.String
        )
    # Laid end to end and split by Polars: a Python string for each would cost as much as finding all the words.
    stops = np.cumsum(end - start + 1)
    place = np.arange(stops[-1]) + np.repeat(end + 1 - stops, end - start + 1)
    letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).take(place, mode="clip")
    letters[stops - 1] = ord(SEPARATOR)
    joined = letters[:-1].tobytes().decode("utf-32-le")
    return pl.Series([joined]).str.split(SEPARATOR).explode()


@lru_cache(maxsize=32)
def _names(taxonomy: Taxonomy) -> tuple[pl.Series, pl.Series]:
    """Return the nodes' ids and their first-level aspects."""
    ids = [node.id for node in taxonomy.nodes]
    return pl.Series(ids, dtype=pl.String), pl.Series([level1_of(node) for node in ids], dtype=pl.String)


def _frame(columns: Mapping[str, Floats | Ints | pl.Series], schema: pl.Schema) -> pl.DataFrame:
    """Build a frame column by column, because casting a whole frame costs more than a short batch's analysis."""
    return pl.DataFrame(
        [
            column.alias(name) if isinstance(column, pl.Series) else _typed(name, column, schema[name])
            for name, column in columns.items()
        ]
    )


def _typed(name: str, column: Floats | Ints, kind: pl.DataType) -> pl.Series:
    return pl.Series(name, column.astype(_NUMPY_KINDS[kind], copy=False))


def _series(index: Ints) -> pl.Series:
    return pl.Series(index.astype(np.uint32))


def _ordinals(text: Ints) -> Ints:
    if not len(text):
        return text
    first = np.flatnonzero(np.concatenate(([True], text[1:] != text[:-1])))
    sizes = np.diff(np.append(first, len(text)))
    # A text of a megabyte may hold more opinions than the column's sixteen bits count.
    return np.minimum(np.arange(len(text)) - np.repeat(first, sizes), 65535)


def voice_frame(
    language: Ints, types: Ints, sentiment: pl.Series, intents: pl.Series | None = None, offset: int = 0
) -> pl.DataFrame:
    """Write one row per text; `types` are the masks of `type_masks`, `sentiment` what `shown_sentiment` returned."""
    count = len(language)
    columns: dict[str, Floats | Ints | pl.Series] = {
        "text_index": np.arange(offset, offset + count),
        "language": _LANGUAGE_NAMES[_series(language)],
        "types": _TYPE_LISTS[_series(types)],
        "sentiment": sentiment,
        "intents": _NO_INTENTS[_series(np.zeros(count, dtype=np.int64))] if intents is None else intents,
    }
    return _frame(columns, VOICE_SCHEMA)


def shown_sentiment(score: Floats, clauses: Clauses, rows: OpinionRows) -> pl.Series:
    """Return the side of each text's signed sentiment, null where the text holds no opinion."""
    silent = np.bincount(clauses.text[rows.clause], minlength=len(score)) == 0
    return pl.Series(sentiment_of(score).astype(np.int8)).scatter(np.flatnonzero(silent), None)


def overall_totals(count: int, clauses: Clauses, mood: Moods, rows: OpinionRows) -> Floats:
    """Return each text's sum of judgements, weighted by what 但是 and 虽然 say about their clauses."""
    text = clauses.text[rows.clause]
    total = np.bincount(text, weights=rows.value * clause_weights(mood)[rows.clause], minlength=count)
    return np.asarray(total, dtype=np.float64)


def type_masks(count: int, clauses: Clauses, mood: Moods, rows: OpinionRows) -> Ints:
    """Return the types of each text as one number, bit i for `TYPES[i]`."""
    masks = np.zeros(count, dtype=np.int64)
    text = clauses.text[rows.clause]
    for kind in range(len(TYPES)):
        masks[text[rows.type == kind]] |= 1 << kind
    for kind, flags in ((SUGGESTION, mood.wish), (QUESTION, mood.question & ~mood.wish)):
        masks[clauses.text[np.flatnonzero(flags)]] |= 1 << kind
    return told_types(masks)


def told_types(masks: Ints) -> Ints:
    """Leave out the statement where a text does anything else, and put it where it does nothing."""
    others = masks & ~(1 << STATEMENT)
    return np.where(others != 0, others, 1 << STATEMENT)


def _type_lists() -> pl.Series:
    masks = range(1 << len(TYPES))
    lists = [[kind for bit, kind in enumerate(TYPES) if mask >> bit & 1] for mask in masks]
    return pl.Series(lists, dtype=pl.List(pl.String))


_NUMPY_KINDS: Mapping[pl.DataType, type[np.generic]] = {
    pl.UInt32(): np.uint32,
    pl.UInt16(): np.uint16,
    pl.Int8(): np.int8,
    pl.Float64(): np.float64,
}
_LANGUAGE_NAMES = pl.Series(LANGUAGES, dtype=pl.String)
_TYPE_NAMES = pl.Series(TYPES, dtype=pl.String)
_TYPE_LISTS = _type_lists()
_NO_INTENTS = pl.Series([[]], dtype=pl.List(pl.String()))
