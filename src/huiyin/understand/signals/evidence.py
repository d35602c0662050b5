"""The voices that an alarm counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import polars as pl

from huiyin.stats.detection import Surprise
from huiyin.understand.signals.scan import Alarm
from huiyin.understand.signals.series import Key, Kind
from huiyin.understand.signals.terms import NewTerm


@dataclass(frozen=True, slots=True)
class Material:
    """What signals are read from: recent voices and opinions, times naive UTC."""

    voices: pl.DataFrame
    opinions: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Candidate:
    """An alarm with its voices, before overlapping ones are merged; times are naive UTC."""

    key: Key
    term: str | None
    window_from: datetime
    window_to: datetime
    surprise: Surprise
    adjusted_p: float
    voices: frozenset[int]
    alarm: Alarm | None = None

    @property
    def name(self) -> str:
        """What the same finding is called at every look, whatever product or channel leads it."""
        what = self.term or self.key.aspect or self.key.product or ""
        return f"{self.key.kind}:{self.key.taxonomy}:{what}"


def of_alarm(material: Material, alarm: Alarm, at: datetime) -> Candidate:
    """Return the candidate of a series' alarm at a time."""
    start = at - timedelta(hours=alarm.hours)
    rows = about(material, alarm.key).filter(pl.col("occurred_at").is_between(start, at, closed="left"))
    ids = frozenset(rows["feedback_id"].to_list())
    return Candidate(alarm.key, None, start, at, alarm.surprise, alarm.adjusted_p, ids, alarm)


def of_term(term: NewTerm, at: datetime, window: timedelta) -> Candidate:
    """Return the candidate of a new term."""
    key = Key(Kind.TERM, term.taxonomy, None, None, None)
    return Candidate(key, term.term, at - window, at, term.surprise, term.adjusted_p, term.voices)


def about(material: Material, key: Key, term: str | None = None) -> pl.DataFrame:
    """Return the rows that a series counts, over all time: opinions for complaints, else voices."""
    if term is not None:
        rows = material.voices.filter(pl.col("text").str.contains(term, literal=True))
        return rows.filter(pl.col("taxonomy") == key.taxonomy)
    if key.kind == Kind.COMPLAINTS:
        rows = material.opinions.filter((pl.col("aspect") == key.aspect) & (pl.col("sentiment") == -1))
    else:
        rows = material.voices.filter(pl.col("taxonomy") == key.taxonomy)
        if key.kind == Kind.MOOD:
            rows = rows.filter(pl.col("sentiment") == -1)
    for name in ("product", "channel"):
        if (value := getattr(key, name)) is not None:
            rows = rows.filter(pl.col(name) == value)
    return rows
