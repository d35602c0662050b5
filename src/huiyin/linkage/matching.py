"""Scoring pairs of records: blocking, EM and Fellegi–Sunter weights by splink on an engine that is handed in."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
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

    `frame` has the columns one, other, weight (bits, prior included), probability, and for each field `finding_<field>` and
    `weight_<field>`; `trained` is the model with its estimates, to score more records alike.
    """

    frame: pl.DataFrame
    model: MatchModel
    prior: float
    trained: Mapping[str, Any]

    def scores(self) -> Iterator[tuple[Any, Any, Score]]:
        """Yield (one, other, waterfall) for each pair."""
        prior = pl.lit("two accounts at random"), pl.lit(prior_weight(self.prior))
        whole = self.frame.with_columns(finding_prior=prior[0], weight_prior=prior[1])
        fields = ["prior", *(comparison.field for comparison in self.model.comparisons)]
        pairs = self.frame.select("one", "other").iter_rows()
        return ((*pair, score) for pair, score in zip(pairs, waterfalls(whole, fields), strict=True))


def waterfalls(frame: pl.DataFrame, fields: Sequence[str]) -> Iterator[Score]:
    """Yield the waterfall of each row over its columns `finding_<field>` and `weight_<field>`.

    What nothing is known of is left out; equal steps of many rows are one object.
    """
    step = cache(Step)
    columns = [f"{part}_{field}" for field in fields for part in ("finding", "weight")]
    for row in frame.select(columns).iter_rows():
        found = zip(fields, row[::2], row[1::2], strict=True)
        yield Score(tuple(step(*each) for each in found if each[1] not in (None, "unknown")))


def match(
    engine: Any,
    records: pl.DataFrame | str,
    model: MatchModel,
    *,
    prior: float,
    floor: float = -20.0,
    frequencies: Mapping[str, pl.DataFrame] | None = None,
    trained: Mapping[str, Any] | None = None,
) -> Matches:
    """Score every pair of records that share a block; pairs below `floor` bits are dropped.

    `engine` is an open DuckDB connection, used as scratch paper; `records` (or a table of the engine's, which may
    be larger than memory) has the key column `record` and the columns the model names, empty values as null; `prior` is the chance that two records drawn at
    random match. `frequencies` says how common the values of a column are (its own name, and tf_ before it)
    where that is known better than by counting. u is estimated from random pairs, m by EM inside each
    training block, both without labels; with the `trained` model of an earlier run neither is.
    """
    with _quiet():
        api = DuckDBAPI(engine)
        settings = dict(trained) if trained else _settings(model, prior)
        # The model is ours and tested; looking through its columns takes as long as scoring a few records.
        laid_out = api.register(records if isinstance(records, str) else records.to_arrow())
        linker = Linker(laid_out, settings, log_level=None, validate_settings=False)
        for column, table in (frequencies or {}).items():
            linker.table_management.register_term_frequency_lookup(api.register(table.to_arrow()), column)
        if not trained:
            _train(linker, model, num_chunks=10 if _are_many(engine, laid_out.physical_name) else 1)
        found = linker.inference.predict(threshold_match_weight=floor)
        rows = _read(engine, found.physical_name, model)
        learnt = linker.misc.save_model_to_json()
    return Matches(rows, model, float(learnt["probability_two_random_records_match"]), learnt)


def _are_many(engine: Any, table: str) -> bool:
    found = engine.sql(f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT {_FEW_RECORDS})")  # noqa: S608 splink's own table name
    return bool(found.fetchall()[0][0] == _FEW_RECORDS)


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


def _read(engine: Any, table: str, model: MatchModel) -> pl.DataFrame:
    """Read what splink found: numbers alone, for there are millions of pairs."""
    given = set(engine.table(table).columns)
    columns = [
        "record_l AS one",
        "record_r AS other",
        "match_weight AS weight",
        "match_probability AS probability",
    ]
    for comparison in model.comparisons:
        columns += _columns(comparison.field, given)
    rows = pl.DataFrame(engine.sql(f"SELECT {', '.join(columns)} FROM {table}").to_arrow_table())  # noqa: S608 names of splink and of the model
    return rows.with_columns(_finding(comparison) for comparison in model.comparisons)


def _columns(field: str, given: Collection[str]) -> tuple[str, str]:
    parts = [part for part in (f"mw_{field}", f"mw_tf_adj_{field}") if part in given]
    weight = " + ".join(f"coalesce({part}, 0)" for part in parts)
    return f"gamma_{field}::TINYINT AS finding_{field}", f"({weight})::DOUBLE AS weight_{field}"


def _finding(comparison: Comparison) -> pl.Expr:
    findings = comparison.findings
    numbers = dict(enumerate(findings[:-1])) | {-1: findings[-1]}
    return pl.col(f"finding_{comparison.field}").replace_strict(numbers, return_dtype=pl.Enum(findings))


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
