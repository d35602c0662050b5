"""The first analyser: lexicons and rules, no training; every stage works on whole columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from huiyin.text.analysis import Analysis, joined_analysis
from huiyin.text.arrays import Bools, Ints
from huiyin.text.assembly import (
    OpinionRows,
    opinion_frame,
    overall_totals,
    shown_sentiment,
    type_masks,
    voice_frame,
)
from huiyin.text.clauses import Clauses, break_marks, split_clauses
from huiyin.text.judgements import Judgements, judge, modifiers, share_lists
from huiyin.text.language import languages
from huiyin.text.lexicon import Role
from huiyin.text.matching import Matches, matcher_of, tree_of
from huiyin.text.moods import SCORNED, Moods, moods, tempered, types_of
from huiyin.text.normalise import Batch, normalise
from huiyin.text.places import GivenWay, without_places
from huiyin.text.slicing import slices
from huiyin.text.taxonomy import Taxonomy

Columns: TypeAlias = dict[str, npt.NDArray[Any]]

DIRECT, INHERITED, MENTIONED, OVERALL = 0.85, 0.6, 0.5, 0.65


@dataclass(frozen=True, slots=True)
class RuleAnalyser:
    """Finds aspects by their words and judges them by rules for negation, degree, contrast, wish and question."""

    name: str = "rules"
    version: str = "1"

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        """Analyse any number of texts; memory stays bounded because they are taken in slices."""
        return joined_analysis(
            analyse_slice(texts[start:end], taxonomy, start) for start, end in slices(texts)
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A slice of texts as the rules read it."""

    batch: Batch
    matches: Matches
    clauses: Clauses
    mood: Moods
    given_way: GivenWay


def read(texts: Sequence[str], taxonomy: Taxonomy) -> Reading:
    """Normalise, find the words, cut the clauses and read their moods."""
    batch = normalise(texts)
    matches = matcher_of(taxonomy).find(batch)
    splits = matches.start[matches.having(Role.CONTRAST | Role.CONCESSION)]
    clauses = split_clauses(batch, break_marks(batch), splits)
    tree, clause = tree_of(taxonomy), clauses.of_char.take(matches.start)
    matches, given_way = without_places(batch, matches, clause, len(clauses), tree)
    return Reading(batch, matches, clauses, moods(batch, matches, clauses, tree.tops), given_way)


def analyse_slice(texts: Sequence[str], taxonomy: Taxonomy, offset: int) -> Analysis:
    """Run every stage on one slice that begins at text `offset` of its batch."""
    reading = read(texts, taxonomy)
    rows = opinion_rows(reading, taxonomy)
    opinions = opinion_frame(reading.batch, reading.clauses, rows, taxonomy, offset)
    clauses, mood = reading.clauses, reading.mood
    sentiment = shown_sentiment(overall_totals(len(texts), clauses, mood, rows), clauses, rows)
    types = type_masks(len(texts), clauses, mood, rows)
    return Analysis(voice_frame(languages(reading.batch), types, sentiment, offset=offset), opinions)


def opinion_rows(reading: Reading, taxonomy: Taxonomy) -> OpinionRows:
    """Join judgements and bare mentions into one row per clause and aspect."""
    tree, matches = tree_of(taxonomy), reading.matches
    clause = reading.clauses.of_char[matches.start]
    chain = modifiers(matches, clause)
    judgements = judge(matches, reading.clauses, clause, chain.factor, tree)
    found = share_lists(matches, clause, judgements)
    judged = _judged_rows(reading, found, chain.opening, tree.general)
    mentioned = _mention_rows(reading, tree.general)
    merged = _without_headings(_merge(judged, mentioned, len(taxonomy.nodes)), tree.below)
    return OpinionRows(**merged, type=types_of(merged["value"], merged["clause"], reading.mood))


def _judged_rows(reading: Reading, found: Judgements, opening: Ints, general: int) -> Columns:
    matches = reading.matches
    overall = found.aspect < 0
    base = np.where(overall, OVERALL, np.where(found.direct, DIRECT, INHERITED))
    return {
        "clause": found.clause,
        "aspect": np.where(overall, general, found.aspect),
        "value": tempered(found.value, found.clause, reading.mood),
        "term_start": opening[found.match],
        "term_end": matches.end[found.match],
        "confidence": base,
    }


def _mention_rows(reading: Reading, general: int) -> Columns:
    matches = reading.matches
    rows = np.flatnonzero((matches.aspect >= 0) & ~matches.having(Role.IMPLIED) & (matches.aspect != general))
    clause = reading.clauses.of_char[matches.start[rows]]
    return {
        "clause": clause,
        "aspect": matches.aspect[rows],
        # 这也算客服？ blames what it only names.
        "value": np.where(reading.mood.scorn[clause], -SCORNED, 0.0),
        "term_start": matches.start[rows],
        "term_end": matches.end[rows],
        "confidence": np.full(len(rows), MENTIONED),
    }


def _without_headings(rows: Columns, below: Bools) -> Columns:
    """Drop a bare mention beside a judgement of something below it in the same clause (车机 in 车机黑屏)."""
    bare = np.flatnonzero(rows["value"] == 0)
    judged = np.flatnonzero(rows["value"] != 0)
    clause, aspect = rows["clause"], rows["aspect"]
    order = judged[np.argsort(clause[judged], kind="stable")]
    first = np.searchsorted(clause[order], clause[bare], side="left")
    stop = np.searchsorted(clause[order], clause[bare], side="right")
    drop = np.zeros(len(clause), dtype=np.bool_)
    for step in range(int((stop - first).max(initial=0))):
        at = np.minimum(first + step, len(order) - 1)
        drop[bare] |= (first + step < stop) & below[aspect[order[at]], aspect[bare]]
    return {name: column[~drop] for name, column in rows.items()}


def _merge(judged: Columns, mentioned: Columns, nodes: int) -> Columns:
    """Sum the judgements of each (clause, aspect); the strongest one lends its term."""
    joined = {name: np.concatenate([judged[name], mentioned[name]]) for name in judged}
    key = joined["clause"] * nodes + joined["aspect"]
    order = np.lexsort((joined["term_start"], -np.abs(joined["value"]), key))
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    if not len(first):
        return {**{name: column[:0] for name, column in joined.items()}, "intensity": np.zeros(0)}
    merged = {name: column[order][first] for name, column in joined.items()}
    merged["value"] = np.clip(np.add.reduceat(joined["value"][order], first), -1.0, 1.0)
    return {**merged, "intensity": np.abs(merged["value"])}
