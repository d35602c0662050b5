"""Near-duplicates by signatures are those that comparing all pairs would find."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from huiyin.collect.quality import near_duplicates
from huiyin.collect.quality.minhash import SHORTEST, _likeness, _shingles, fold

WORDS = [
    "空调",
    "异味",
    "座椅",
    "屏幕",
    "卡顿",
    "续航",
    "充电",
    "排队",
    "服务",
    "态度",
    "噪音",
    "天幕",
    "杯架",
    "方向盘",
    "导航",
    "语音",
    "静谧",
    "底盘",
    "刹车",
    "漆面",
]


def _all_pairs(texts: list[str], threshold: float) -> set[tuple[int, int]]:
    shingles = [_shingles(fold(text)) for text in texts]
    return {
        (a, b)
        for a in range(len(texts))
        for b in range(a + 1, len(texts))
        if _likeness(shingles[a], shingles[b]) >= threshold
    }


def test_copies_are_found_among_many_others() -> None:
    dice = random.Random(3)  # noqa: S311 test data
    texts = ["".join(dice.choices(WORDS, k=18)) for _ in range(400)]
    copies = {}
    for place in range(0, 200, 10):
        copies[len(texts)] = place
        texts.append(texts[place][:-2] + "！" + dice.choice(WORDS))
    found = near_duplicates(texts, threshold=0.8)
    wanted = _all_pairs(texts, 0.8)
    assert {tuple(group) for group, _ in found} == wanted
    assert len(wanted) >= 15


def test_short_words_and_nothing_are_no_duplicates() -> None:
    assert near_duplicates(["很好"] * 5) == []
    assert near_duplicates([]) == []
    assert near_duplicates(["", "!!!", "\ud800" * 30, "\ud800" * 30]) == []


@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_texts_end_in_groups_of_two_or_more(texts: list[str]) -> None:
    for places, likeness in near_duplicates(texts):
        assert len(places) > 1
        assert likeness <= 1.0
        assert all(len(fold(texts[place])) >= SHORTEST for place in places)
