"""An analyser that adds what the heads of a taxonomy find to what another analyser finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from huiyin.text.analysis import OPINION_SCHEMA, Analyser, Analysis
from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.aspect_head import AspectHead
from huiyin.text.few_shot.pieces import Pieces, gram_counts, gram_id, pieces_of
from huiyin.text.moods import sentiment_of
from huiyin.text.taxonomy import Taxonomy, level1_of

BY_WORD, BY_GRAMS = 0.6, 0.45


@dataclass(frozen=True)
class FewShotAnalyser:
    """Passes a taxonomy without heads on as it is; the heads belong to the taxonomy's version, not to the analyser."""

    inner: Analyser

    @property
    def name(self) -> str:
        """The name of the analyser within."""
        return self.inner.name

    @property
    def version(self) -> str:
        """The version of the analyser within."""
        return self.inner.version

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        """Analyse any number of texts."""
        analysis = self.inner.analyze_batch(texts, taxonomy)
        heads = [head for head in taxonomy.heads if head.aspect in taxonomy]
        if not heads or not texts:
            return analysis
        found = self._found(pieces_of(texts), heads, analysis.opinions, taxonomy)
        return analysis if found.is_empty() else _joined(analysis, found, taxonomy)

    def _found(
        self, pieces: Pieces, heads: Sequence[AspectHead], opinions: pl.DataFrame, taxonomy: Taxonomy
    ) -> pl.DataFrame:
        parts = []
        for head in heads:
            rows, confidence = caught(pieces, head)
            parts.append(_places(pieces, rows, confidence, head.aspect))
        places = pl.concat(parts)
        here = opinions.select("text_index", "aspect", "start_offset", "end_offset")
        known = places.join(here, on=["text_index", "aspect"], suffix="_known").filter(
            (pl.col("start_offset_known") < pl.col("end_offset"))
            & (pl.col("end_offset_known") > pl.col("start_offset"))
        )
        fresh = places.join(known, on=["text_index", "aspect", "start_offset"], how="anti")
        return fresh if fresh.is_empty() else self._judged(fresh, pieces, taxonomy)

    def _judged(self, places: pl.DataFrame, pieces: Pieces, taxonomy: Taxonomy) -> pl.DataFrame:
        """Judge each caught clause as if it stood alone."""
        base = pieces.batch.starts[places["text_index"].to_numpy()]
        spans = zip(places["start_offset"].to_list(), places["end_offset"].to_list(), base, strict=True)
        clauses = [pieces.batch.shown[at + start : at + end] for start, end, at in spans]
        alone = self.inner.analyze_batch(clauses, taxonomy).opinions
        strongest = (
            alone.sort(pl.col("polarity").abs(), descending=True)
            .group_by("text_index", maintain_order=True)
            .agg(pl.col("polarity").sum().clip(-1, 1), pl.col("intensity").first(), pl.col("type").first())
        )
        joined = places.with_row_index("place").join(
            strongest.rename({"text_index": "place"}), on="place", how="left"
        )
        value = joined["polarity"].fill_null(0.0).to_numpy()
        return joined.with_columns(
            pl.Series("polarity", value),
            pl.Series("sentiment", sentiment_of(value)),
            pl.col("intensity").fill_null(0.0),
            pl.col("type").fill_null("statement"),
            pl.Series("term", clauses, dtype=pl.String),
            term_start=pl.col("start_offset"),
            term_end=pl.col("end_offset"),
            aspect1=pl.lit(level1_of(str(places["aspect"][0])))
            if places["aspect"].n_unique() == 1
            else pl.col("aspect").str.extract(r"^([^.]*[.][^.]*)"),
            ordinal=pl.lit(0),
        ).select(OPINION_SCHEMA.names())


def caught(pieces: Pieces, head: AspectHead) -> tuple[Ints, Floats]:
    """Return the clauses that a head takes for its aspect, with how sure it is of each."""
    by_word = pieces.holding(head.words)
    by_grams = _by_grams(pieces, head)
    rows = np.flatnonzero(by_word | by_grams)
    return rows, np.where(by_word[rows], BY_WORD, BY_GRAMS)


def _by_grams(pieces: Pieces, head: AspectHead) -> Bools:
    if not head.grams or not len(pieces):
        return np.zeros(len(pieces), dtype=np.bool_)
    ids = np.array([gram_id(gram) for gram, _ in head.grams], dtype=np.int64)
    vocabulary, first = np.unique(ids, return_index=True)
    weights = np.array([weight for _, weight in head.grams])[first]
    counts, sizes = gram_counts(pieces, vocabulary)
    return np.asarray((counts @ weights) / np.sqrt(sizes) >= head.threshold)


def _places(pieces: Pieces, rows: Ints, confidence: Floats, aspect: str) -> pl.DataFrame:
    text = pieces.text[rows]
    base = pieces.batch.starts[text]
    columns = {
        "text_index": text,
        "aspect": pl.Series([aspect], dtype=pl.String).new_from_index(0, len(rows)),
        "start_offset": pieces.start[rows] - base,
        "end_offset": pieces.end[rows] - base,
        "confidence": confidence,
    }
    return pl.DataFrame(columns).cast(
        {name: OPINION_SCHEMA[name] for name in ("text_index", "start_offset", "end_offset", "confidence")}
    )


def _joined(analysis: Analysis, found: pl.DataFrame, taxonomy: Taxonomy) -> Analysis:
    """Add the found rows in text order; they take the place of 整体 and of broader aspects in the same clause."""
    found = found.cast(OPINION_SCHEMA)
    above = {
        aspect: [taxonomy.general, *(node.id for node in taxonomy.path(aspect)[:-1])]
        for aspect in found["aspect"].unique()
    }
    covers = pl.DataFrame(
        {
            "found": [aspect for aspect, broad in above.items() for _ in broad],
            "aspect": [each for broad in above.values() for each in broad],
        }
    )
    spans = found.select(
        "text_index", pl.col("aspect").alias("found"), from_=pl.col("start_offset"), to=pl.col("end_offset")
    )
    numbered = analysis.opinions.with_row_index("row")
    covered = (
        numbered.join(covers, on="aspect")
        .join(spans, on=["text_index", "found"])
        .filter((pl.col("start_offset") >= pl.col("from_")) & (pl.col("end_offset") <= pl.col("to")))
    )
    kept = numbered.join(covered.select("row").unique(), on="row", how="anti").drop("row")
    rows = pl.concat([kept.select(OPINION_SCHEMA.names()), found]).sort(
        "text_index", "start_offset", "aspect", maintain_order=True
    )
    ordinal = pl.int_range(pl.len()).over("text_index").clip(0, 65535).cast(pl.UInt16)
    return replace(analysis, opinions=rows.with_columns(ordinal=ordinal))
