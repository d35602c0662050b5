"""What every analyser answers: one row per text, one row per opinion, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from huiyin.text.taxonomy import Taxonomy

VOICE_SCHEMA = pl.Schema(
    {
        "text_index": pl.UInt32(),
        "language": pl.String(),
        "types": pl.List(pl.String()),
        "sentiment": pl.Int8(),
        "intents": pl.List(pl.String()),
    }
)
OPINION_SCHEMA = pl.Schema(
    {
        "text_index": pl.UInt32,
        "ordinal": pl.UInt16,
        "aspect": pl.String,
        "aspect1": pl.String,
        "polarity": pl.Float64,
        "sentiment": pl.Int8,
        "intensity": pl.Float64,
        "type": pl.String,
        "start_offset": pl.UInt32,
        "end_offset": pl.UInt32,
        "term": pl.String,
        "term_start": pl.UInt32,
        "term_end": pl.UInt32,
        "confidence": pl.Float64,
    }
)
NEED_SCHEMA = pl.Schema(
    {
        "text_index": pl.UInt32,
        "ordinal": pl.UInt16,
        "kind": pl.String,
        "start_offset": pl.UInt32,
        "end_offset": pl.UInt32,
        "aspect": pl.String,
        "confidence": pl.Float64,
    }
)


def no_needs() -> pl.DataFrame:
    """Return the needs of texts that state none."""
    return pl.DataFrame(schema=NEED_SCHEMA)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Columns of one batch.

    `voices` has exactly one row per text, in order: language ('zh', 'en', 'other'), types, and the overall
    sentiment (-1, 0, 1, or null where the text holds no opinion), and its intents. `opinions` and `needs` (spans in which the
    customer needs, hopes, suffers, makes do or labours) have any number of rows per text; offsets count Unicode code
    points of the text as it was given, end exclusive.
    """

    voices: pl.DataFrame
    opinions: pl.DataFrame
    needs: pl.DataFrame = field(default_factory=no_needs)


class Analyser(Protocol):
    """Anything that turns texts into opinions; it accepts every `str` and never raises on one."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis: ...


def signature(analyser: Analyser) -> str:
    """Return the words by which facts and audits say what read them: `name@version`."""
    return f"{analyser.name}@{analyser.version}"


def joined_analysis(parts: Iterable[Analysis]) -> Analysis:
    """Join the analyses of consecutive slices of one batch, whose text indices count on."""
    held = list(parts)
    if len(held) == 1:
        return held[0]
    voices = [pl.DataFrame(schema=VOICE_SCHEMA), *(part.voices for part in held)]
    opinions = [pl.DataFrame(schema=OPINION_SCHEMA), *(part.opinions for part in held)]
    needs = [no_needs(), *(part.needs for part in held)]
    return Analysis(pl.concat(voices), pl.concat(opinions), pl.concat(needs))
