"""Enrichment: runs the analyser over changed feedback and lays the result out as facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from zoneinfo import ZoneInfo

import polars as pl

from huiyin.analyse.taxonomies import packaged
from huiyin.text import Analyser, Taxonomy
from huiyin.text.emotions import emotions_of

_DIMENSIONS = (
    "feedback_id",
    "source",
    "channel",
    "taxonomy",
    "product",
    "segment",
    "region",
    "occurred_at",
    "day",
    "speaker",
    "customer_id",
)
_OPINION_COLUMNS = (
    "ordinal",
    "aspect",
    "aspect1",
    "polarity",
    "sentiment",
    "intensity",
    "type",
    "start_offset",
    "end_offset",
    "term",
    "term_start",
    "term_end",
    "confidence",
)
_NEED_COLUMNS = ("ordinal", "kind", "aspect", "start_offset", "end_offset", "span", "confidence")


class Enriched(NamedTuple):
    """What was read, with the columns of the facts tables."""

    voices: pl.DataFrame
    opinions: pl.DataFrame
    needs: pl.DataFrame


def enrich(
    changes: pl.DataFrame,
    analyser: Analyser,
    zone: ZoneInfo,
    taxonomies: Mapping[str, Taxonomy] | None = None,
) -> Enriched:
    """Read changed feedback with the taxonomies given, or as they ship; what is excluded is left out."""
    trees = packaged() if taxonomies is None else taxonomies
    included = _with_dimensions(changes.filter(pl.col("excluded_reason").is_null()), zone)
    parts = [
        _analyse(part, analyser, trees) for part in included.partition_by("taxonomy", maintain_order=True)
    ]
    if not parts:
        return Enriched(pl.DataFrame(), pl.DataFrame(), pl.DataFrame())
    voices, opinions, needs = (pl.concat(frames) for frames in zip(*parts, strict=True))
    return Enriched(voices.drop("rating_scale", "author", "excluded_reason", "person_key"), opinions, needs)


def _with_dimensions(rows: pl.DataFrame, zone: ZoneInfo) -> pl.DataFrame:
    """Add the local day, the distinct-customer key, and the ratings on one scale.

    A person with several accounts counts once. A voice without a known customer counts its author once per source;
    without an author it stands alone.
    """
    speaker = pl.coalesce(
        pl.col("person_key"),
        pl.format("c:{}", pl.col("customer_id")),
        pl.format("a:{}:{}", pl.col("source"), pl.col("author")),
        pl.format("f:{}", pl.col("feedback_id")),
    )
    return rows.with_columns(
        day=pl.col("occurred_at").dt.convert_time_zone(zone.key).dt.date(),
        occurred_at=pl.col("occurred_at").dt.replace_time_zone(None),
        received_at=pl.col("received_at").dt.replace_time_zone(None),
        speaker=speaker,
        nps=pl.when((pl.col("channel") == "nps") & (pl.col("rating_scale") == 10))
        .then(pl.col("rating").round())
        .cast(pl.Int16),
        rating=pl.col("rating") / pl.col("rating_scale"),
    )


def _analyse(rows: pl.DataFrame, analyser: Analyser, taxonomies: Mapping[str, Taxonomy]) -> Enriched:
    taxonomy = taxonomies[rows.item(0, "taxonomy")]
    texts = rows.get_column("text").to_list()
    analysis = analyser.analyze_batch(texts, taxonomy)
    felt = analysis.voices.with_columns(emotions_of(texts, analysis.voices))
    keyed = rows.with_row_index("text_index").with_columns(pl.col("text_index").cast(pl.UInt32))
    opinions = (
        analysis.opinions.join(keyed.select("text_index", *_DIMENSIONS), on="text_index", how="left")
        .select(*_DIMENSIONS, *_OPINION_COLUMNS)
        .cast({"ordinal": pl.Int16, "start_offset": pl.Int32, "end_offset": pl.Int32})
        .cast({"term_start": pl.Int32, "term_end": pl.Int32, "sentiment": pl.Int8})
    )
    counted = analysis.opinions.group_by("text_index").len("opinions")
    voices = (
        keyed.join(felt, on="text_index", how="left")
        .join(counted, on="text_index", how="left")
        .with_columns(
            pl.col("opinions").fill_null(0).cast(pl.Int32),
            pl.col("language").fill_null("other"),
            pl.col("types").fill_null([]),
            pl.col("intents").fill_null([]),
            pl.col("sentiment").cast(pl.Int8),
        )
        .drop("text_index")
    )
    return Enriched(voices, opinions, _needs(analysis.needs, keyed))


def _needs(found: pl.DataFrame, keyed: pl.DataFrame) -> pl.DataFrame:
    """Add the dimensions, and the words of each span, so that needs are merged and shown without reading texts again."""
    length = pl.col("end_offset") - pl.col("start_offset")
    return (
        found.join(keyed.select("text_index", "text", *_DIMENSIONS), on="text_index", how="left")
        .with_columns(span=pl.col("text").str.slice(pl.col("start_offset"), length))
        .select(*_DIMENSIONS, *_NEED_COLUMNS)
        .cast({"ordinal": pl.Int16, "start_offset": pl.Int32, "end_offset": pl.Int32})
    )
