"""Scoring pairs of records: blocking, EM and Fellegi–Sunter weights by splink on an engine that is handed in."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI
from splink.blocking_rule_library import CustomRule

from huiyin.linkage.comparisons import Comparison, Level, MatchModel
from huiyin.linkage.fellegi_sunter import Score, Step, prior_weight

SAMPLED_PAIRS = 2_000_000
SEED = 7
# Up to here all pairs are looked at sooner than whether a part of them would do.
_FEW_RECORDS = 500
_FLOOR_M = 1e-4


@dataclass(frozen=True, slots=True)
class Matches:
    """Scored pairs of one run.

    `frame` has the columns one, other, weight (bits, prior included), probability, and for each field
    `finding_<field>` and `weight_<field>`; `trained` is the model with its estimates, to score more records alike.
    """

    frame: pl.DataFrame
    model: MatchModel
    prior: float
    trained: Mapping[str, Any]

    def scores(self) -> Iterator[tuple[Any, Any, Score]]:
        """Yield (one, other, waterfall) for each pair; equal steps of millions of pairs are one object."""
        fields = [comparison.field for comparison in self.model.comparisons]
        first = Step("prior", "two accounts at random", prior_weight(self.prior))
        step = cache(Step)
        for row in self.frame.iter_rows(named=True):
            steps = [
                step(name, row[f"finding_{name}"], row[f"weight_{name}"])
                for name in fields
                if row[f"finding_{name}"] != "unknown"
            ]
            yield row["one"], row["other"], Score((first, *steps))


def match(
    engine: Any,
    records: pl.DataFrame,
    model: MatchModel,
    *,
    prior: float,
    floor: float = -20.0,
    frequencies: Mapping[str, pl.DataFrame] | None = None,
    trained: Mapping[str, Any] | None = None,
) -> Matches:
    """Score every pair of records that share a block; pairs below `floor` bits are dropped.

    `engine` is an open DuckDB connection, used as scratch paper; `records` has the key column `record`
    and the columns the model names, empty values as null; `prior` is the chance that two records drawn at
    random match. `frequencies` says how common the values of a column are (its own name, and tf_ before it)
    where that is known better than by counting. u is estimated from random pairs, m by EM inside each
    training block, both without labels; with the `trained` model of an earlier run neither is.
    """
    with _quiet():
        api = DuckDBAPI(engine)
        settings = dict(trained) if trained else _settings(model, prior)
        # The model is ours and tested; looking through its columns takes as long as scoring a few records.
        linker = Linker(api.register(records.to_arrow()), settings, log_level=None, validate_settings=False)
        for column, table in (frequencies or {}).items():
            linker.table_management.register_term_frequency_lookup(api.register(table.to_arrow()), column)
        if not trained:
            _train(linker, model, num_chunks=1 if records.height < _FEW_RECORDS else 10)
        found = linker.inference.predict(threshold_match_weight=floor)
        rows = pl.DataFrame(engine.sql(f"SELECT * FROM {found.physical_name}").to_arrow_table())  # noqa: S608 splink's own table name
        learnt = linker.misc.save_model_to_json()
    return Matches(_named(rows, model), model, float(learnt["probability_two_random_records_match"]), learnt)


def _train(linker: Linker, model: MatchModel, *, num_chunks: int) -> None:
    linker.training.estimate_u_using_random_sampling(
        max_pairs=SAMPLED_PAIRS, seed=SEED, num_chunks=num_chunks
    )
    for block in model.training:
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(*block), max_pairs=SAMPLED_PAIRS
        )


def _settings(model: MatchModel, prior: float) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_comparison(each) for each in model.comparisons],
        blocking_rules_to_generate_predictions=_rules(model),
        probability_two_random_records_match=prior,
        unique_id_column_name="record",
        retain_intermediate_calculation_columns=True,
    )


def _rules(model: MatchModel) -> list[Any]:
    crossed = [
        CustomRule(f"l.{one} = r.{other}") for pair in model.crossed for one, other in (pair, pair[::-1])
    ]
    return [*(block_on(*block) for block in model.blocks), *crossed]


def _comparison(comparison: Comparison) -> Any:
    rest = max(1.0 - sum(level.m for level in comparison.levels), _FLOOR_M)
    return comparisons.CustomComparison(
        output_column_name=comparison.field,
        comparison_levels=[
            levels.CustomLevel(comparison.silent, "unknown").configure(is_null_level=True),
            *(_level(level) for level in comparison.levels),
            levels.ElseLevel().configure(m_probability=rest),
        ],
    )


def _level(level: Level) -> Any:
    made = levels.CustomLevel(level.condition, level.finding)
    if level.by_frequency is None:
        return made.configure(m_probability=level.m)
    return made.configure(
        m_probability=level.m,
        tf_adjustment_column=level.by_frequency,
        disable_tf_exact_match_detection=True,
    )


def _named(rows: pl.DataFrame, model: MatchModel) -> pl.DataFrame:
    columns = [
        pl.col("record_l").alias("one"),
        pl.col("record_r").alias("other"),
        pl.col("match_weight").alias("weight"),
        pl.col("match_probability").alias("probability"),
    ]
    for comparison in model.comparisons:
        columns += _findings(comparison, rows.columns)
    return rows.select(columns)


def _findings(comparison: Comparison, given: list[str]) -> list[pl.Expr]:
    name, findings = comparison.field, comparison.findings
    numbers = dict(enumerate(findings[:-1])) | {-1: findings[-1]}
    parts = [part for part in (f"mw_{name}", f"mw_tf_adj_{name}") if part in given]
    return [
        pl.col(f"gamma_{name}").cast(pl.Int64).replace_strict(numbers).alias(f"finding_{name}"),
        pl.sum_horizontal(pl.col(part).fill_null(0.0) for part in parts).alias(f"weight_{name}"),
    ]


@contextmanager
def _quiet() -> Iterator[None]:
    """Splink reports its progress on a logger of its own; a pure function does not talk."""
    logger = logging.getLogger("splink")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)
