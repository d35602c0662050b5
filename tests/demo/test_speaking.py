"""The live stream goes on for ever in the shape of the world's voices."""

from __future__ import annotations

from itertools import islice

import numpy as np

from huiyin.demo import World, speak
from huiyin.kit.clock import Clock


def test_stream_has_the_shape_of_the_voices(small: World, clock: Clock) -> None:
    voice = next(speak(small, np.random.default_rng(1), clock))
    assert set(small.voices.columns) | {"channel", "taxonomy"} == set(voice)


def test_stream_takes_its_time_from_the_clock(small: World, clock: Clock) -> None:
    said = list(islice(speak(small, np.random.default_rng(1), clock), 5))
    assert {voice["occurred_at"] for voice in said} == {clock()}


def test_stream_never_reuses_an_id(small: World, clock: Clock) -> None:
    said = list(islice(speak(small, np.random.default_rng(1), clock), 200))
    ids = {(voice["source"], voice["external_id"]) for voice in said}
    assert len(ids) == 200
    assert not ids & set(small.voices.select("source", "external_id").iter_rows())


def test_stream_is_the_same_for_the_same_seed(small: World, clock: Clock) -> None:
    first, second = (list(islice(speak(small, np.random.default_rng(9), clock), 70)) for _ in range(2))
    assert first == second
