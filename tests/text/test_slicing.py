"""Slices bound the memory and change no answer."""

from __future__ import annotations

import pytest
from polars.testing import assert_frame_equal

from huiyin.text import Analyser, KernelAnalyser, RuleAnalyser, load_taxonomy
from huiyin.text.slicing import MOST_CHARACTERS, MOST_TEXTS, slices


def test_slices_cover_every_text_once_and_stay_small() -> None:
    texts = ["短" * 10] * (2 * MOST_TEXTS) + ["长" * 300_000] * 3 + [""]
    cut = list(slices(texts))
    assert [start for start, _ in cut[1:]] == [end for _, end in cut[:-1]]
    assert (cut[0][0], cut[-1][1]) == (0, len(texts))
    assert all(0 < end - start <= MOST_TEXTS for start, end in cut)
    assert all(end - start == 1 or sum(map(len, texts[start:end])) <= MOST_CHARACTERS for start, end in cut)
    assert list(slices([])) == []


@pytest.mark.parametrize("analyser", [RuleAnalyser(), KernelAnalyser()], ids=["rules", "kernel"])
def test_a_text_is_read_the_same_in_any_slice(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["空间很大，就是油耗有点高", "希望降价", "", "停车时方向打不动，只能凑合开？"] * 5
    whole = analyser.analyze_batch(texts, load_taxonomy("automotive"))
    monkeypatch.setattr(slices, "__defaults__", (3, MOST_CHARACTERS))
    cut = analyser.analyze_batch(texts, load_taxonomy("automotive"))
    for name in ("voices", "opinions", "needs"):
        # Single precision rounds a little differently by a text's place in its slice.
        assert_frame_equal(getattr(cut, name), getattr(whole, name), rel_tol=1e-5)
