"""Detectors: each tells how unusual the newest steps of a series are, given its past and the total volume."""

from huiyin.stats.detection.change_points import change_points
from huiyin.stats.detection.cusum import cusum, onset
from huiyin.stats.detection.ears import ears_c1, ears_c2, ears_c3
from huiyin.stats.detection.exact_poisson import exact_poisson
from huiyin.stats.detection.farrington import farrington
from huiyin.stats.detection.negative_binomial import (
    dispersion_of,
    negative_binomial,
    predictive,
    predictive_tails,
)
from huiyin.stats.detection.streaming import StreamingDetector
from huiyin.stats.detection.surprise import Surprise

__all__ = [
    "StreamingDetector",
    "Surprise",
    "change_points",
    "cusum",
    "dispersion_of",
    "ears_c1",
    "ears_c2",
    "ears_c3",
    "exact_poisson",
    "farrington",
    "negative_binomial",
    "onset",
    "predictive",
    "predictive_tails",
]
