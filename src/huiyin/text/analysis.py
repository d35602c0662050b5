"""What every analyser answers: one row per text, one row per opinion, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from huiyin.text.taxonomy import Taxonomy

VOICE_SCHEMA = pl.Schema(
    {
        "text_index": pl.UInt32(),
        "language": pl.String(),
        "types": pl.List(pl.String()),
        "sentiment": pl.Int8(),
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


@dataclass(frozen=True, slots=True)
class Analysis:
    """Columns of one batch.

    `voices` has exactly one row per text, in order: language ('zh', 'en', 'other'), types, and the overall
    sentiment (-1, 0, 1, or null where the text holds no opinion). `opinions` has any number of rows per text;
    offsets count Unicode code points of the text as it was given, end exclusive.
    """

    voices: pl.DataFrame
    opinions: pl.DataFrame


class Analyser(Protocol):
    """Anything that turns texts into opinions; it accepts every `str` and never raises on one."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis: ...


def empty_analysis() -> Analysis:
    """Return the analysis of no text at all."""
    return Analysis(pl.DataFrame(schema=VOICE_SCHEMA), pl.DataFrame(schema=OPINION_SCHEMA))


def concat_analyses(parts: Sequence[Analysis], sizes: Sequence[int]) -> Analysis:
    """Join the analyses of consecutive slices of one batch; `sizes` are the slices' numbers of texts."""
    if not parts:
        return empty_analysis()
    shifts = [sum(sizes[:i]) for i in range(len(parts))]
    voices = [_shifted(part.voices, shift) for part, shift in zip(parts, shifts, strict=True)]
    opinions = [_shifted(part.opinions, shift) for part, shift in zip(parts, shifts, strict=True)]
    return Analysis(pl.concat(voices), pl.concat(opinions))


def _shifted(frame: pl.DataFrame, shift: int) -> pl.DataFrame:
    return frame.with_columns((pl.col("text_index") + shift).cast(pl.UInt32)) if shift else frame
