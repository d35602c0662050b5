"""Terms are what the customer wrote, whatever characters stand around them."""

from __future__ import annotations

import pytest

from huiyin.text import RuleAnalyser, load_taxonomy
from huiyin.text.assembly import SEPARATOR


@pytest.mark.parametrize("around", ["", "🚗", "𠀀", "\ud800", "\x00", SEPARATOR])
def test_terms_are_cut_out_of_the_text(around: str) -> None:
    text = f"{around}空間很大{around}，{around}Ｖ6油耗高"
    opinions = RuleAnalyser().analyze_batch(["", text, text], load_taxonomy("automotive")).opinions
    assert opinions["term"].to_list() == ["很大", "油耗高"] * 2
    for term, start, end in opinions.select("term", "term_start", "term_end").iter_rows():
        assert text[start:end] == term
