"""The Numenta Anomaly Benchmark's scoring, written from its definition (Lavin & Ahmad 2015).

Every detection inside a labelled window earns by how early it comes, the best one counts; every one outside costs
by how far past the last window it is. The sum over all series is put on a scale where the null detector has 0 and
the perfect one 100, at the one threshold for all series that serves the detector best.
"""

from __future__ import annotations

import gzip
import json
import math
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_PROBATION_SHARE = 0.15
_PROBATION_MOST = 0.15 * 5000


@dataclass(frozen=True, slots=True)
class Profile:
    """What is gained and lost by right and wrong detections."""

    name: str
    true_positive: float
    false_positive: float
    false_negative: float


STANDARD = Profile("standard", 1.0, 0.11, 1.0)
FEWER_FALSE_ALARMS = Profile("reward low FP", 1.0, 0.22, 1.0)
FEWER_MISSES = Profile("reward low FN", 1.0, 0.11, 2.0)


@dataclass(frozen=True, slots=True)
class Series:
    """One series: `seconds` since 1970, `values`, and the window of each step (−1 outside)."""

    name: str
    seconds: Floats
    values: Floats
    window: Ints

    @property
    def probation(self) -> int:
        """How many first steps are not judged."""
        return int(min(math.floor(_PROBATION_SHARE * len(self.values)), _PROBATION_MOST))


@dataclass(frozen=True, slots=True)
class Result:
    """The normalised score, the threshold that gives it, windows found and missed, detections outside."""

    score: float
    threshold: float
    found: int
    missed: int
    outside: int


def read_series(path: Path) -> list[Series]:
    """Read the series of a JSON lines file with timestamps, values and anomaly windows."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_series(json.loads(line)) for line in lines]


def sigmoid(position: float) -> float:
    """Return 2/(1 + e^(5·position)) − 1, and −1 from three window widths behind a window on.

    >>> round(sigmoid(-1), 5), round(sigmoid(-0.5), 5), sigmoid(0), sigmoid(3)
    (0.98661, 0.84828, 0.0, -1.0)
    """
    return -1.0 if position >= 3 else 2 / (1 + math.exp(5 * position)) - 1


def worth(series: Series, profile: Profile = STANDARD) -> Floats:
    """Return what a detection at each step is worth."""
    result = np.empty(len(series.values))
    width, right = 0, -1
    for step, window in enumerate(series.window.tolist()):
        if window >= 0:
            steps = np.flatnonzero(series.window == window)
            width, right = len(steps), int(steps[-1])
            result[step] = sigmoid(-(right - step + 1) / width) * profile.true_positive / sigmoid(-1)
        else:
            position = 3.0 if right < 0 else (step - right) / max(width - 1, 1)
            result[step] = sigmoid(position) * profile.false_positive
    return result


def benchmark(corpus: list[Series], scores: list[Floats], profile: Profile = STANDARD) -> Result:
    """Return the result at the best common threshold."""
    windows = _count_windows(corpus)
    thresholds, totals, found, outside = sweep(corpus, scores, profile)
    best = int(np.argmax(totals))
    null, perfect = -profile.false_negative * windows, profile.true_positive * windows
    return Result(
        100 * (float(totals[best]) - null) / (perfect - null),
        float(thresholds[best]),
        int(found[best]),
        windows - int(found[best]),
        int(outside[best]),
    )


def at_threshold(corpus: list[Series], scores: list[Floats], threshold: float) -> tuple[float, int]:
    """Return the raw score of a fixed threshold, and how many windows there are."""
    thresholds, totals, _, _ = sweep(corpus, scores, STANDARD)
    reached = np.flatnonzero(thresholds >= threshold)
    return float(totals[reached[-1]]), _count_windows(corpus)


def sweep(corpus: list[Series], scores: list[Floats], profile: Profile) -> tuple[Floats, Floats, Ints, Ints]:
    """Return thresholds from high to low with the raw score, windows found and detections outside at each."""
    score, value, window = _pooled(corpus, scores, profile)
    order = np.argsort(-score, kind="stable")
    score, value, window = score[order], value[order], window[order]
    gain = np.where(window < 0, value, 0.0)
    first = np.zeros(len(gain), dtype=np.int64)
    for each in np.unique(window[window >= 0]):
        places = np.flatnonzero(window == each)
        best = np.maximum.accumulate(np.maximum(value[places], -profile.false_negative))
        gain[places] = np.diff(best, prepend=-profile.false_negative)
        first[places[0]] = 1
    ends = np.flatnonzero(np.r_[score[1:] != score[:-1], True])
    start = -profile.false_negative * _count_windows(corpus)
    totals = np.r_[start, start + np.cumsum(gain)[ends]]
    found = np.r_[0, np.cumsum(first)[ends]]
    outside = np.r_[0, np.cumsum(window < 0)[ends]]
    return np.r_[1.1, score[ends]], totals, found, outside


def _pooled(corpus: list[Series], scores: list[Floats], profile: Profile) -> tuple[Floats, Floats, Ints]:
    parts, offset = [], 0
    for series, score in zip(corpus, scores, strict=True):
        judged = slice(series.probation, None)
        window = np.where(series.window >= 0, series.window + offset, -1)
        parts.append((score[judged], worth(series, profile)[judged], window[judged]))
        offset += int(series.window.max()) + 1
    score, value, window = (np.concatenate(each) for each in zip(*parts, strict=True))
    return score, value, window


def _count_windows(corpus: list[Series]) -> int:
    return sum(len(np.unique(s.window[s.probation :][s.window[s.probation :] >= 0])) for s in corpus)


def _series(row: dict[str, list[str]]) -> Series:
    seconds = np.array([_seconds(each) for each in row["timestamps"]])
    window = np.full(len(seconds), -1, dtype=np.int64)
    for number, (first, last) in enumerate(row["anomaly_windows"]):
        window[(seconds >= _seconds(first)) & (seconds <= _seconds(last))] = number
    return Series(str(row["series"]), seconds, np.array(row["values"], dtype=float), window)


def _seconds(text: str) -> float:
    return datetime.fromisoformat(f"{text}+00:00").timestamp()
