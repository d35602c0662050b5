"""Which series are unusual at a moment: several windows at once, corrected over everything looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from huiyin.stats import adjusted_p_values
from huiyin.stats.detection import Surprise, farrington, predictive, predictive_tails
from huiyin.understand.signals.series import Key, SeriesSet

Floats = NDArray[np.float64]

DAY = 24


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """When a series is a signal.

    `alpha` is the false discovery rate over all series and windows of one look; `least` people and `ratio`
    times the expectation keep the significant but small out; `guard` days before the window stay out of the
    baseline of `memory` days, so that a slow start does not become its own yardstick.
    """

    alpha: float = 0.05
    least: int = 5
    ratio: float = 1.6
    windows: tuple[int, ...] = (DAY, 3 * DAY, 7 * DAY, 14 * DAY)
    guard: int = 7
    memory: int = 84
    shortest_memory: int = 42


DEFAULT = Sensitivity()


@dataclass(frozen=True, slots=True)
class Alarm:
    """One series that is unusual over the `hours` that end at hour `at` of its set."""

    key: Key
    place: int
    at: int
    hours: int
    surprise: Surprise
    adjusted_p: float


@dataclass(frozen=True, slots=True)
class _Look:
    observed: Floats
    exposure: Floats
    baseline: Floats
    baseline_exposure: Floats
    dispersion: Floats


def scan(series: SeriesSet, at: int, sensitivity: Sensitivity = DEFAULT) -> list[Alarm]:
    """Return the alarms at hour `at`, most unusual first; nothing while the past is too short."""
    looks = {hours: _look(series, at, hours, sensitivity) for hours in sensitivity.windows}
    made = {hours: look for hours, look in looks.items() if look is not None}
    if not made or not series.keys:
        return []
    p_values = np.stack([_p_values(look, sensitivity) for look in made.values()])
    adjusted = adjusted_p_values(p_values.ravel()).reshape(p_values.shape)
    alarms = []
    for place in np.flatnonzero(np.nanmin(np.nan_to_num(adjusted, nan=2.0), axis=0) <= sensitivity.alpha):
        best = int(np.nanargmin(np.nan_to_num(adjusted[:, place], nan=2.0)))
        hours = list(made)[best]
        alarms.append(_alarm(series, int(place), at, hours, list(made.values())[best], adjusted[best, place]))
    confirmed = [alarm for alarm in alarms if _confirmed(series, alarm, sensitivity)]
    return sorted(confirmed, key=lambda alarm: alarm.surprise.p_value)


def _look(series: SeriesSet, at: int, hours: int, sensitivity: Sensitivity) -> _Look | None:
    last = at - hours - sensitivity.guard * DAY
    blocks = min(last, sensitivity.memory * DAY) // hours
    if blocks * hours < sensitivity.shortest_memory * DAY:
        return None
    edges = last - hours * np.arange(blocks + 1)
    events, volume = series.events, series.volume
    parts, sizes = -np.diff(events[:, edges], axis=1), -np.diff(volume[:, edges], axis=1)
    baseline, size = parts.sum(axis=1), sizes.sum(axis=1)
    mean = sizes * (baseline / np.maximum(size, 1e-9))[:, None]
    # Where less than half an event is expected a block says little of the spread.
    spread = ((parts - mean) ** 2 / np.maximum(mean, 0.5)).sum(axis=1) / max(blocks - 1, 1)
    return _Look(
        events[:, at] - events[:, at - hours],
        volume[:, at] - volume[:, at - hours],
        baseline,
        size,
        np.maximum(spread, 1.0),
    )


def _p_values(look: _Look, sensitivity: Sensitivity) -> Floats:
    """Return P of every series; one too small or not raised enough is looked at and found usual."""
    p = predictive_tails(look.observed, look.exposure, look.baseline, look.baseline_exposure, look.dispersion)
    expected = look.baseline / np.maximum(look.baseline_exposure, 1e-9) * look.exposure
    small = (look.observed < sensitivity.least) | (
        look.observed < sensitivity.ratio * np.maximum(expected, 0.5)
    )
    p = np.where(small, 1.0, p)
    # A series without a past to compare with is no test: what is new to the product comes as a volume.
    return np.where((look.observed <= 0) | (look.baseline_exposure < 20), np.nan, p)


def _alarm(series: SeriesSet, place: int, at: int, hours: int, look: _Look, adjusted: float) -> Alarm:
    surprise = predictive(
        int(look.observed[place]),
        float(look.exposure[place]),
        int(look.baseline[place]),
        float(look.baseline_exposure[place]),
        float(look.dispersion[place]),
    )
    return Alarm(series.keys[place], place, at, hours, surprise, float(adjusted))


def _confirmed(series: SeriesSet, alarm: Alarm, sensitivity: Sensitivity) -> bool:
    """Ask Farrington's regression, which knows weekdays, a trend and past outbreaks, unless it is beyond doubt."""
    if alarm.adjusted_p < _BEYOND_DOUBT:
        return True
    found = forecast(series, alarm.place, alarm.at, alarm.hours, sensitivity)
    return found is None or found.p_value < _CONFIRMATION


_CONFIRMATION = 0.005
_BEYOND_DOUBT = 1e-6


def forecast(
    series: SeriesSet, place: int, at: int, hours: int, sensitivity: Sensitivity = DEFAULT
) -> Surprise | None:
    """Return Farrington's surprise over the window, None where the past is too short for it."""
    blocks = min(at // hours, (sensitivity.memory + sensitivity.guard) * DAY // hours + 1)
    edges = at - hours * np.arange(blocks + 1)[::-1]
    counts, volume = np.diff(series.events[place, edges]), np.diff(series.volume[place, edges])
    guard = max(1, sensitivity.guard * DAY // hours)
    period = 7 if hours == DAY else 1
    if np.count_nonzero(volume[: -1 - guard]) < max(2 * period, 6):
        return None
    return farrington(counts, volume, period=period, guard=guard)
