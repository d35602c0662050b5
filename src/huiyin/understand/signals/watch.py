"""One look at everything: from recent voices and opinions to assessed findings."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

import polars as pl

from huiyin.understand.signals import scan as scanning
from huiyin.understand.signals import terms as wording
from huiyin.understand.signals.assessment import Assessment, AttributesOf, assess
from huiyin.understand.signals.evidence import Candidate, Material, of_alarm, of_term
from huiyin.understand.signals.merging import Finding, merge
from huiyin.understand.signals.scan import Sensitivity
from huiyin.understand.signals.series import SeriesSet, build_series
from huiyin.understand.signals.terms import TermIndex, Vogue

MEMORY = timedelta(days=120)


def look(
    material: Material,
    at: datetime,
    attributes_of: AttributesOf,
    *,
    known: Collection[str] = (),
    sensitivity: Sensitivity = scanning.DEFAULT,
    vogue: Vogue = wording.DEFAULT,
) -> list[Assessment]:
    """Return what is unusual at a naive UTC time, the gravest first; nothing after it is read."""
    past = Material(*(_until(rows, at) for rows in (material.voices, material.opinions)))
    if past.voices.is_empty():
        return []
    series = build_series(past.voices, past.opinions, at - MEMORY, at)
    recent = past.voices.filter(pl.col("occurred_at") >= at - vogue.window - vogue.memory)
    found = find(past, series, TermIndex(recent), at, known, sensitivity, vogue)
    assessed = [assess(past, finding, attributes_of) for finding in found]
    return sorted(assessed, key=lambda each: -each.crisis.score)


def find(
    material: Material,
    series: SeriesSet,
    index: TermIndex,
    at: datetime,
    known: Collection[str] = (),
    sensitivity: Sensitivity = scanning.DEFAULT,
    vogue: Vogue = wording.DEFAULT,
) -> list[Finding]:
    """Return the merged findings of one moment from series and terms prepared before."""
    alarms = scanning.scan(series, series.hour_of(at), sensitivity)
    candidates: list[Candidate] = [of_alarm(material, alarm, at) for alarm in alarms]
    candidates += [of_term(term, at, vogue.window) for term in index.bursts(at, known, vogue)]
    return merge(candidates)


def _until(rows: pl.DataFrame, at: datetime) -> pl.DataFrame:
    return rows.filter(pl.col("occurred_at").is_between(at - MEMORY, at, closed="left"))
