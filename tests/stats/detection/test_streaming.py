"""The streaming detector: what it finds, what it leaves alone, and that it never looks ahead."""

from __future__ import annotations

import numpy as np

from huiyin.stats.detection import StreamingDetector

HOURS = 24 * 40


def _daily(rng: np.random.Generator) -> list[float]:
    hour = np.arange(HOURS)
    values: list[float] = (100 + 20 * np.sin(hour * 2 * np.pi / 24) + rng.normal(0, 2, HOURS)).tolist()
    return values


def _alarms(values: list[float]) -> list[int]:
    detector = StreamingDetector(24)
    return [place for place, value in enumerate(values) if detector.update(value) > 0]


def test_a_quiet_season_raises_few_alarms() -> None:
    found = [len(_alarms(_daily(np.random.default_rng(seed)))) for seed in range(5)]
    assert np.mean(found) <= 2


def test_a_value_ordinary_for_the_day_but_not_for_the_hour_is_found() -> None:
    values = _daily(np.random.default_rng(1))
    values[610:616] = [120.0 - (value - 100) for value in values[610:616]]
    assert any(610 <= place < 616 + 24 for place in _alarms(values))


def test_one_event_is_one_alarm() -> None:
    values = _daily(np.random.default_rng(2))
    values[700:760] = [value + 80 for value in values[700:760]]
    assert len([place for place in _alarms(values) if 700 <= place < 780]) == 1


def test_the_future_changes_nothing() -> None:
    values = _daily(np.random.default_rng(3))
    values[500] += 90
    early = [each for each in _alarms(values) if each < 600]
    values[600:] = [0.0] * (HOURS - 600)
    assert [each for each in _alarms(values) if each < 600] == early


def test_unit_and_origin_do_not_matter() -> None:
    values = _daily(np.random.default_rng(4))
    values[800] += 90
    assert _alarms(values) == _alarms([value * 1000 - 7 for value in values])
