"""Run our streaming detector and its rivals on benchmark series: python bench/nab <series.jsonl.gz>.

Prints the normalised score of each profile, and for our detector the score on each group of series at the
threshold that the other groups choose, so that one can see what of the figure is tuning.
"""

from __future__ import annotations

import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rivals import at_random, windowed_gaussian
from scoring import FEWER_FALSE_ALARMS, FEWER_MISSES, STANDARD, Series, at_threshold, benchmark, read_series

from huiyin.stats.detection import StreamingDetector

Floats = NDArray[np.float64]
Detector = Callable[[Series], Floats]


def ours(series: Series, *, alarm: float = 4.0) -> Floats:
    """Return our alarms as scores between 0 and 1."""
    step = float(np.median(np.diff(series.seconds)))
    detector = StreamingDetector(round(86_400 / step), alarm=alarm)
    return np.array([detector.update(value) for value in series.values.tolist()]) / 20


def main(path: Path) -> None:
    corpus = read_series(path)
    print(f"{len(corpus)} series, {sum(len(s.values) for s in corpus)} values")
    print("detector               standard  low FP  low FN  windows found  outside      s")
    for name, detector in _DETECTORS.items():
        started = time.perf_counter()
        scores = [detector(series) for series in corpus]
        spent = time.perf_counter() - started
        by_profile = [benchmark(corpus, scores, p) for p in (STANDARD, FEWER_FALSE_ALARMS, FEWER_MISSES)]
        figures = "  ".join(f"{max(result.score, 0):6.1f}" for result in by_profile)
        best = by_profile[0]
        total = best.found + best.missed
        print(f"{name:22} {figures}   {best.found:4} of {total:3}    {best.outside:6}  {spent:5.1f}")
    held_out(corpus)


def held_out(corpus: list[Series]) -> None:
    """Print the score when each group's alarm level is the one that serves the other groups best."""
    levels = [3.0, 3.25, 3.5, 3.75, 4.0, 4.25, 4.5, 5.0]
    groups = [series.name.split("/")[0] for series in corpus]
    scored = {level: [ours(series, alarm=level) for series in corpus] for level in levels}
    total = windows = 0.0
    for group in sorted(set(groups)):
        inside = [place for place, name in enumerate(groups) if name == group]
        outside = [place for place, name in enumerate(groups) if name != group]
        chosen = max(levels, key=lambda level: _raw(corpus, scored[level], outside)[0])
        raw, here = _raw(corpus, scored[chosen], inside)
        total, windows = total + raw, windows + here
        print(f"  {group:22} alarm level {chosen:4} from the others, raw {raw:6.2f} of {here}")
    print(f"held-out alarm level: {100 * (total + windows) / (2 * windows):.1f}")


def _raw(corpus: list[Series], scores: list[Floats], places: list[int]) -> tuple[float, int]:
    return at_threshold([corpus[p] for p in places], [scores[p] for p in places], 1e-9)


_DETECTORS: dict[str, Detector] = {
    "null": lambda series: np.zeros(len(series.values)),
    "random": lambda series: at_random(series.values, zlib.crc32(series.name.encode())),
    "windowedGaussian": lambda series: windowed_gaussian(series.values),
    "huiyin streaming": ours,
}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
