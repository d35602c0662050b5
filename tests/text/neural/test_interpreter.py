"""How texts are cut into windows."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from huiyin.text.neural.interpreter import MOST_WINDOWS, WINDOW, Windows


@given(st.lists(st.integers(0, 3 * WINDOW), min_size=1, max_size=20))
def test_windows_cover_each_text_once(sizes):
    ends = np.cumsum(np.array(sizes) + 1) - 1
    starts = ends - sizes
    windows = Windows.of(starts, ends)
    seen = np.zeros(int(ends[-1]) + 1, dtype=int)
    for text, start, length in zip(windows.text, windows.start, windows.length, strict=True):
        assert 0 < length <= WINDOW
        assert starts[text] <= start
        assert start + length <= ends[text]
        seen[start : start + length] += 1
    wanted = np.ones_like(seen)
    wanted[ends] = 0
    assert (seen == wanted).all()


def test_a_very_long_text_is_read_at_its_beginning():
    windows = Windows.of(np.array([0]), np.array([1_000_000]))
    assert len(windows.text) == MOST_WINDOWS
    assert windows.length.max() == WINDOW


def test_batches_hold_every_window_longest_first():
    ends = np.array([3, 200, 260, 300])
    windows = Windows.of(np.array([0, 4, 201, 261]), ends)
    batches = list(windows.batches())
    assert sorted(np.concatenate(batches)) == list(range(len(windows.text)))
    assert all((np.diff(windows.length[batch]) <= 0).all() for batch in batches)
