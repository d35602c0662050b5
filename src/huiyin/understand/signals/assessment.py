"""What is told of a finding: since when, how unusual, who, where it began, why perhaps, and in whose words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import polars as pl

from huiyin.stats.detection import cusum, dispersion_of, negative_binomial, onset
from huiyin.understand.signals.causes import Attributes, Cause, contrast
from huiyin.understand.signals.crisis import Crisis, crisis_of
from huiyin.understand.signals.evidence import Candidate, Material, about
from huiyin.understand.signals.merging import Finding
from huiyin.understand.signals.series import Kind

AttributesOf = Callable[[Sequence[int]], Mapping[int, Attributes]]

_SHOWN_DAYS = 60
_BASELINE_DAYS = 42
_LEAST_BASELINE_DAYS = 14
_SAMPLES = 6
_MOST_COMPARED = 4000
_MOSTLY = 0.5
_WHO = ("channel", "product", "region", "segment")


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day of the series with the band of what was expected at that day's volume."""

    day: date
    observed: int
    expected: float | None
    low: float | None
    high: float | None

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON shape."""
        bounds = {"expected": self.expected, "low": self.low, "high": self.high}
        return {"day": self.day.isoformat(), "observed": self.observed, **bounds}


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything told of a finding; times naive UTC."""

    finding: Finding
    since: datetime
    people: int
    voices: int
    crisis: Crisis
    days: tuple[DayCount, ...]
    who: Mapping[str, Sequence[Mapping[str, Any]]]
    origin: Sequence[Mapping[str, Any]]
    causes: tuple[Cause, ...]
    verbatims: tuple[int, ...]


def assess(material: Material, finding: Finding, attributes_of: AttributesOf) -> Assessment:
    """Return the assessment of a finding from its material and the attributes of voices."""
    leader = finding.leader
    rows = about(material, leader.key, leader.term).unique("feedback_id").sort("occurred_at")
    rows = rows.filter(pl.col("occurred_at") < leader.window_to)
    days = _days(material, leader, rows)
    since = _since(leader, rows, days)
    recent = rows.filter(pl.col("occurred_at") >= since)
    window = rows.filter(pl.col("occurred_at") >= leader.window_from)
    channels = {each["value"]: int(each["people"]) for each in _shares(window, "channel")}
    return Assessment(
        finding=finding,
        since=since,
        people=recent["speaker"].n_unique(),
        voices=recent.height,
        crisis=crisis_of(leader.surprise, _intensity(material, window), channels),
        days=days,
        who={name: _shares(recent, name)[:5] for name in _WHO},
        origin=recent.head(3).select("feedback_id", "occurred_at", "channel", "product").to_dicts(),
        causes=tuple(_causes(material, leader, since, attributes_of)),
        verbatims=tuple(
            recent.unique("speaker", keep="last").sort("occurred_at")["feedback_id"].to_list()[-_SAMPLES:]
        ),
    )


def _since(leader: Candidate, rows: pl.DataFrame, days: Sequence[DayCount]) -> datetime:
    """Return when it began: the first voice of the run of evidence that still lasts."""
    known = [day for day in days if day.expected is not None]
    begun = onset(cusum([d.observed for d in known], [d.expected or 0.0 for d in known])) if known else None
    first = leader.window_from
    if begun is not None:
        lasting = rows.filter(pl.col("day") >= known[begun].day)
        first = min(first, lasting["occurred_at"][0]) if lasting.height else first
    inside = rows.filter(pl.col("occurred_at") >= first)
    return inside["occurred_at"][0] if inside.height else first


def _days(material: Material, leader: Candidate, rows: pl.DataFrame) -> tuple[DayCount, ...]:
    """Return the newest days with their band; the baseline ends a week before the window."""
    said = _volume(material, leader).filter(pl.col("occurred_at") < leader.window_to)
    volumes = dict(said.group_by("day").len().iter_rows())
    counts = dict(rows.group_by("day").len().iter_rows())
    if not volumes:
        return ()
    last = max(volumes)
    shown = [last - timedelta(days=back) for back in range(_SHOWN_DAYS - 1, -1, -1)]
    edge = leader.window_from.date() - timedelta(days=7)
    past = [day for day in volumes if edge - timedelta(days=_BASELINE_DAYS) <= day < edge]
    rate, spread = _habit(past, counts, volumes)
    return tuple(_day(day, counts.get(day, 0), rate, spread, volumes.get(day, 0)) for day in shown)


def _habit(
    past: Sequence[date], counts: Mapping[date, int], volumes: Mapping[date, int]
) -> tuple[float | None, float]:
    if len(past) < _LEAST_BASELINE_DAYS:
        return None, 1.0
    observed = np.array([counts.get(day, 0) for day in past], dtype=float)
    volume = np.array([volumes[day] for day in past], dtype=float)
    rate = (float(observed.sum()) + 0.5) / float(volume.sum())
    return rate, dispersion_of(observed, rate * volume)


def _day(day: date, observed: int, rate: float | None, spread: float, volume: int) -> DayCount:
    if rate is None or volume == 0:
        return DayCount(day, observed, None, None, None)
    found = negative_binomial(observed, rate * volume, spread)
    return DayCount(day, observed, round(found.expected, 3), found.low, found.high)


def _volume(material: Material, leader: Candidate) -> pl.DataFrame:
    rows = material.voices.filter(pl.col("taxonomy") == leader.key.taxonomy)
    if leader.key.kind != Kind.VOLUME and leader.key.product is not None:
        rows = rows.filter(pl.col("product") == leader.key.product)
    return rows.filter(pl.col("channel") == leader.key.channel) if leader.key.channel else rows


def _intensity(material: Material, window: pl.DataFrame) -> float:
    ids = window["feedback_id"].implode()
    negative = material.opinions.filter(pl.col("feedback_id").is_in(ids) & (pl.col("sentiment") == -1))
    if negative.is_empty() or not window.height:
        return 0.1
    heat = float(negative["intensity"].mean() or 0.0)  # type: ignore[arg-type]
    return heat * negative["feedback_id"].n_unique() / window.height


def _shares(rows: pl.DataFrame, name: str) -> list[dict[str, Any]]:
    counted = rows.drop_nulls(name).group_by(name).agg(people=pl.col("speaker").n_unique())
    ordered = counted.sort(["people", name], descending=[True, False])
    return [{"value": value, "people": people} for value, people in ordered.iter_rows()]


def _causes(
    material: Material, leader: Candidate, since: datetime, attributes_of: AttributesOf
) -> list[Cause]:
    """Contrast one voice a person with the other voices of the same time.

    All channels are read, also where one of them led the way: what lies behind a complaint is often known to
    the service only. A product that explains most of it is where to look, not why: the contrast is made again
    among those who speak of it, and the product comes last.
    """
    wide = replace(leader, key=leader.key._replace(channel=None))
    found = _contrasted(material, wide, since, attributes_of)
    if not found or found[0].dimension != "product" or (found[0].explained.low or 0.0) < _MOSTLY:
        return found
    narrow = replace(wide, key=wide.key._replace(product=found[0].value))
    within = _contrasted(material, narrow, since, attributes_of)
    return [*within, found[0]] if within else found


def _contrasted(
    material: Material, leader: Candidate, since: datetime, attributes_of: AttributesOf
) -> list[Cause]:
    during = pl.col("occurred_at").is_between(since, leader.window_to, closed="left")
    rows = about(material, leader.key, leader.term)
    if leader.key.product is not None:
        rows = rows.filter(pl.col("product") == leader.key.product)
    own = rows.filter(during).unique("feedback_id").sort("occurred_at")
    others = (
        _volume(material, leader).filter(during).join(own.select("feedback_id"), on="feedback_id", how="anti")
    )
    fixed = {"product"} if leader.key.product is not None else set()
    return contrast(
        _attributed(own.unique("speaker", maintain_order=True), fixed, attributes_of),
        _attributed(others.tail(_MOST_COMPARED), fixed, attributes_of),
    )


def _attributed(rows: pl.DataFrame, fixed: Iterable[str], attributes_of: AttributesOf) -> list[Attributes]:
    known = attributes_of(rows["feedback_id"].to_list())
    left_out = set(fixed)
    return [
        {
            name: value
            for name, value in {**known.get(row["feedback_id"], {}), **_plain(row)}.items()
            if name not in left_out
        }
        for row in rows.select("feedback_id", *_WHO).iter_rows(named=True)
    ]


def _plain(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: row[name] for name in _WHO if row[name] is not None}
