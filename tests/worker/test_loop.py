"""A loop goes on, whatever happens in one of its rounds."""

from __future__ import annotations

import logging
import threading

import pytest

from huiyin.worker.loop import Loop


def test_failed_round_is_logged_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    rounds: list[int] = []
    third = threading.Event()

    def work() -> bool:
        rounds.append(len(rounds))
        if len(rounds) == 3:
            third.set()
        if len(rounds) == 2:
            raise RuntimeError("once")
        return True

    loop = Loop("test", work, pause_s=0.001)
    with caplog.at_level(logging.ERROR):
        loop.start()
        assert third.wait(10)
        loop.stop()
    assert "a round of huiyin-test failed" in caplog.text


def test_stop_waits_for_the_round_under_way() -> None:
    began, finish, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> bool:
        began.set()
        finish.wait(10)
        ended.set()
        return False

    loop = Loop("test", work, pause_s=10)
    loop.start()
    assert began.wait(10)
    finish.set()
    loop.stop()
    assert ended.is_set()
