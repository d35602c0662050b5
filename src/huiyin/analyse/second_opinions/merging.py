"""Second opinions in the facts: they stand where the machine's opinion stood, as codes that people gave do."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from huiyin.analyse.coding import FIRST_LEVEL, side_as_opinion, with_counts
from huiyin.analyse.second_opinions.repository import SecondOpinion, SecondOpinionState

_PLACE = ("feedback_id", "aspect", "start_offset", "end_offset")
_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "feedback_id": pl.Int64,
    "aspect": pl.String,
    "start_offset": pl.Int32,
    "end_offset": pl.Int32,
    "given_aspect": pl.String,
    "given_sentiment": pl.Int8,
    "sure": pl.Boolean,
}


def with_second_opinions(
    voices: pl.DataFrame, opinions: pl.DataFrame, judged: Sequence[SecondOpinion]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return voices and opinions with the second opinions in force in them.

    Span and strength stay the machine's, and so does the confidence until a person agrees: nobody has measured how
    often the language model is right. Where the machine no longer reads an opinion so, its second opinion waits.
    """
    if not judged or opinions.is_empty():
        return voices, opinions
    about = pl.col("feedback_id").is_in([each.unsure.feedback_id for each in judged])
    changed = _changed(opinions.filter(about), _as_rows(judged))
    merged = pl.concat([opinions.filter(~about), changed]).sort("feedback_id", "ordinal")
    return with_counts(voices, merged), merged


def _changed(opinions: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    beside = opinions.join(told, on=list(_PLACE), how="left", maintain_order="left")
    aspect, side = pl.coalesce("given_aspect", "aspect"), pl.coalesce("given_sentiment", "sentiment")
    fresh = side_as_opinion(pl.col("given_sentiment"))
    turned = pl.col("given_sentiment").is_not_null() & (pl.col("given_sentiment") != pl.col("sentiment"))
    asks = pl.col("type").is_in(["suggestion", "question"])
    return (
        beside.with_columns(
            aspect=aspect,
            aspect1=aspect.str.extract(FIRST_LEVEL),
            sentiment=side,
            polarity=pl.when(turned).then(fresh["polarity"]).otherwise("polarity"),
            intensity=pl.when(turned).then(fresh["intensity"]).otherwise("intensity"),
            type=pl.when(turned & ~asks).then(fresh["type"]).otherwise("type"),
            confidence=pl.when(pl.col("sure")).then(1.0).otherwise("confidence"),
        )
        .select(opinions.columns)
        .cast(dict(opinions.schema))  # type: ignore[arg-type]
        # Two opinions of one passage may now be the same.
        .unique(list(_PLACE), keep="first", maintain_order=True)
        .with_columns(ordinal=pl.int_range(pl.len(), dtype=pl.Int16).over("feedback_id"))
    )


def _as_rows(judged: Sequence[SecondOpinion]) -> pl.DataFrame:
    rows = [
        (
            each.unsure.feedback_id,
            each.unsure.aspect,
            each.unsure.start,
            each.unsure.end,
            each.verdict.aspect,
            each.verdict.sentiment,
            each.state is SecondOpinionState.ACCEPTED,
        )
        for each in judged
        if each.verdict
    ]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")
