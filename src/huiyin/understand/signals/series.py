"""Series to watch: complaints per aspect × product × channel by the hour, each with the volume it comes out of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

Sums = NDArray[np.float64]

# One person's repeats within this time count once: a signal is about people, not about posts.
_REPEAT = timedelta(days=28)
_LEAST_EVENTS = 6


class Kind(StrEnum):
    """What a series counts."""

    COMPLAINTS = "complaints"
    VOLUME = "volume"
    MOOD = "mood"
    TERM = "term"


class Key(NamedTuple):
    """Which series: None stands for all of a dimension."""

    kind: str
    taxonomy: str
    aspect: str | None
    product: str | None
    channel: str | None


@dataclass(frozen=True, slots=True)
class SeriesSet:
    """Running sums by the hour since `start`: `events` (n, hours + 1) and what they come out of, `volume`."""

    start: datetime
    keys: tuple[Key, ...]
    events: Sums
    volume: Sums

    @property
    def hours(self) -> int:
        """How many hours the series cover."""
        return int(self.events.shape[1]) - 1

    def hour_of(self, moment: datetime) -> int:
        """Return the number of whole hours from the start to a moment, inside the series."""
        return max(0, min(int((moment - self.start).total_seconds() // 3600), self.hours))


def build_series(voices: pl.DataFrame, opinions: pl.DataFrame, start: datetime, end: datetime) -> SeriesSet:
    """Return the series of voices and opinions between two naive UTC times.

    `voices` needs feedback_id, taxonomy, channel, product, occurred_at, speaker, sentiment; `opinions` needs
    aspect too. A complaint is a negative opinion; its volume is all voices of the same product and channel.
    The volume series of a product comes out of all voices; the mood series counts its negative voices.
    """
    hours = int((end - start) / timedelta(hours=1)) + 1
    said = _timed(voices, start, hours)
    complaints = _timed(opinions.filter(pl.col("sentiment") == -1), start, hours)
    people = _first_mentions(complaints, "aspect", "product")
    parts = [
        *(_counted(people, Kind.COMPLAINTS, ("aspect", *extra)) for extra in _CUBE),
        _counted(_first_mentions(said, "product"), Kind.VOLUME, ("product",)),
        _counted(_first_mentions(said.filter(pl.col("sentiment") == -1), "product"), Kind.MOOD, ("product",)),
    ]
    counted = pl.concat(parts)
    keys, events = _dense(counted, hours)
    return SeriesSet(start, keys, events, _volumes(said, keys, hours))


_CUBE = ((), ("product",), ("channel",), ("product", "channel"))
_NAMES = ("kind", "taxonomy", "aspect", "product", "channel")


def _timed(rows: pl.DataFrame, start: datetime, hours: int) -> pl.DataFrame:
    hour = (pl.col("occurred_at") - start).dt.total_hours().cast(pl.Int32)
    inside = rows.filter(pl.col("occurred_at") >= start).with_columns(hour=hour)
    return inside.filter(pl.col("hour") < hours)


def _first_mentions(rows: pl.DataFrame, *same: str) -> pl.DataFrame:
    """Drop what a speaker repeats about the same thing within four weeks."""
    ordered = rows.unique(["feedback_id", *same], maintain_order=True).sort("occurred_at")
    gap = pl.col("occurred_at") - pl.col("occurred_at").shift(1).over("speaker", *same)
    return ordered.filter(gap.is_null() | (gap > _REPEAT))


def _counted(rows: pl.DataFrame, kind: Kind, dimensions: tuple[str, ...]) -> pl.DataFrame:
    kept = rows.drop_nulls([name for name in dimensions if name == "product"])
    counted = kept.group_by("taxonomy", *dimensions, "hour").agg(events=pl.len())
    absent = [name for name in ("aspect", "product", "channel") if name not in dimensions]
    return counted.with_columns(
        pl.lit(kind.value).alias("kind"), *(pl.lit(None, pl.String).alias(name) for name in absent)
    ).select(*_NAMES, "hour", "events")


def _dense(counted: pl.DataFrame, hours: int) -> tuple[tuple[Key, ...], Sums]:
    series = (
        counted.group_by(_NAMES)
        .agg(pl.col("events").sum())
        .filter(pl.col("events") >= _LEAST_EVENTS)
        .sort(_NAMES)
        .drop("events")
        .with_row_index("series")
    )
    placed = counted.join(series, on=list(_NAMES), nulls_equal=True)
    sums = _running(series.height, hours, placed, "series", "events")
    return tuple(Key(*row) for row in series.select(_NAMES).iter_rows()), sums


def _volumes(said: pl.DataFrame, keys: tuple[Key, ...], hours: int) -> Sums:
    """Return for each key the running number of voices that it comes out of."""
    cells = said.group_by("taxonomy", "product", "channel", "hour").agg(events=pl.len())
    names = cells.select("taxonomy", "product", "channel").unique(maintain_order=True).with_row_index("cell")
    placed = cells.join(names, on=["taxonomy", "product", "channel"], nulls_equal=True)
    sums = _running(names.height, hours, placed, "cell", "events")
    wanted = {_base(key): None for key in keys}
    found: dict[tuple[str, str | None, str | None], Sums] = {}
    for taxonomy, product, channel in wanted:
        match = pl.col("taxonomy") == taxonomy
        if product is not None:
            match &= pl.col("product") == product
        if channel is not None:
            match &= pl.col("channel") == channel
        found[taxonomy, product, channel] = sums[names.filter(match)["cell"].to_numpy()].sum(axis=0)
    if not keys:
        return np.zeros((0, hours + 1))
    return np.stack([found[_base(key)] for key in keys])


def _base(key: Key) -> tuple[str, str | None, str | None]:
    return (key.taxonomy, None if key.kind == Kind.VOLUME else key.product, key.channel)


def _running(rows: int, hours: int, placed: pl.DataFrame, row: str, value: str) -> Sums:
    counts = np.zeros((rows, hours + 1))
    places = (placed[row].to_numpy(), placed["hour"].to_numpy() + 1)
    np.add.at(counts, places, placed[value].to_numpy())
    return counts.cumsum(axis=1)
