"""What people coded in interviews, beside what the machine reads: at one place and aspect, people have the word."""

from __future__ import annotations

import polars as pl
from sqlalchemy import Connection

from huiyin.collect.interviews import CodedOpinion, coded_opinions

CODED_CHANNELS = ("interview", "focus_group")
_TYPES = {-1: "complaint", 0: "statement", 1: "praise"}
FIRST_LEVEL = r"^([^.]*(?:[.][^.]*)?)"
_STRENGTH = 0.6


def coded_in(connection: Connection, changes: pl.DataFrame) -> list[CodedOpinion]:
    """Return what was coded in the changed voices; other channels are not looked up."""
    spoken = changes.filter(
        pl.col("channel").is_in(CODED_CHANNELS) & pl.col("excluded_reason").is_null()
    ).get_column("feedback_id")
    return coded_opinions(connection, spoken.to_list()) if spoken.len() else []


def with_coded(
    voices: pl.DataFrame, opinions: pl.DataFrame, coded: list[CodedOpinion]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return voices and opinions with people's codes in them, of confidence 1.

    A machine's opinion goes when it overlaps a coded passage of the same aspect.
    """
    if not coded or voices.is_empty():
        return voices, opinions
    said = _as_rows(voices, coded, opinions.schema)
    overlap = (
        opinions.join(
            said.select("feedback_id", "aspect", "start_offset", "end_offset"), on=["feedback_id", "aspect"]
        )
        .filter(
            (pl.col("start_offset") < pl.col("end_offset_right"))
            & (pl.col("start_offset_right") < pl.col("end_offset"))
        )
        .select("feedback_id", "ordinal")
    )
    kept = opinions.join(overlap, on=["feedback_id", "ordinal"], how="anti")
    merged = (
        pl.concat([kept, said])
        .sort("feedback_id", "start_offset", "end_offset", "aspect")
        .with_columns(ordinal=pl.int_range(pl.len(), dtype=pl.Int16).over("feedback_id"))
    )
    return _with_sides(with_counts(voices, merged), said), merged


def _as_rows(voices: pl.DataFrame, coded: list[CodedOpinion], schema: pl.Schema) -> pl.DataFrame:
    """Lay codes out as rows of the opinion table."""
    frame = pl.DataFrame(
        {
            "feedback_id": [one.feedback_id for one in coded],
            "aspect": [one.aspect for one in coded],
            "sentiment": [one.sentiment for one in coded],
            "start_offset": [one.start for one in coded],
            "end_offset": [one.end for one in coded],
        }
    ).with_columns(
        aspect1=pl.col("aspect").str.extract(FIRST_LEVEL),
        **side_as_opinion(pl.col("sentiment")),
        confidence=pl.lit(1.0),
        ordinal=pl.lit(0),
        term=pl.lit(None),
        term_start=pl.lit(None),
        term_end=pl.lit(None),
    )
    dimensions = [name for name in schema if name not in frame.columns and name in voices.columns]
    joined = frame.join(voices.select("feedback_id", *dimensions), on="feedback_id")
    # What only the machine knows of an opinion stays empty.
    return joined.select(
        (pl.col(name) if name in joined.columns else pl.lit(None).alias(name)).cast(kind)
        for name, kind in schema.items()
    )


def side_as_opinion(side: pl.Expr) -> dict[str, pl.Expr]:
    """Return what an opinion of a side is taken for where somebody told the side alone."""
    return {
        "polarity": side * _STRENGTH,
        "intensity": side.abs() * _STRENGTH,
        "type": side.replace_strict(_TYPES, return_dtype=pl.String),
    }


def with_counts(voices: pl.DataFrame, opinions: pl.DataFrame) -> pl.DataFrame:
    """Write the new number of opinions onto the voices."""
    counts = opinions.group_by("feedback_id").agg(counted=pl.len().cast(pl.Int32))
    return (
        voices.join(counts, on="feedback_id", how="left", maintain_order="left")
        .with_columns(opinions=pl.coalesce("counted", "opinions"))
        .drop("counted")
    )


def _with_sides(voices: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """Write a side onto the voices where the machine found none."""
    sides = said.group_by("feedback_id").agg(side=pl.col("sentiment").mean().sign().cast(pl.Int8))
    return (
        voices.join(sides, on="feedback_id", how="left", maintain_order="left")
        .with_columns(sentiment=pl.coalesce("sentiment", "side"))
        .drop("side")
    )
