"""Texts of any characters and of words that mean something, and what every analysis of them must hold."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from huiyin.text import Analysis
from huiyin.text.analysis import OPINION_SCHEMA, VOICE_SCHEMA

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
PIECES = (
    "空间", "很", "大", "不", "没有", "异味", "發動機", "油耗", "高", "但是", "希望", "，", "？", "👍", "\ud800", "\n", " ", "a",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def assert_valid(texts: Sequence[str], analysis: Analysis) -> None:
    """Check columns, offsets and ranges."""
    assert analysis.voices["text_index"].to_list() == list(range(len(texts)))
    assert analysis.voices.schema == VOICE_SCHEMA
    assert analysis.opinions.schema == OPINION_SCHEMA
    for row in analysis.opinions.iter_rows(named=True):
        size = len(texts[row["text_index"]])
        assert 0 <= row["start_offset"] < row["end_offset"] <= size
        assert 0 <= row["term_start"] < row["term_end"] <= size
        assert -1 <= row["polarity"] <= 1
        assert 0 <= row["intensity"] <= 1
        assert 0 <= row["confidence"] <= 1
