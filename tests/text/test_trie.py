"""Words found by a trie, against the plainest reading of the same rule."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from huiyin.text.arrays import Codes
from huiyin.text.trie import Trie

LETTERS = "甲乙😀a"
TEXTS = st.text(LETTERS + "丙", max_size=30)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=5), min_size=1, max_size=8, unique=True)


def codes(text: str) -> Codes:
    return np.array([ord(letter) for letter in text] + [0], dtype=np.uint32)


def picked(words: list[str], text: str) -> list[tuple[str, int]]:
    found, at = [], 0
    while at < len(text):
        here = [word for word in words if text.startswith(word, at)]
        longest = max(here, key=len, default="")
        if longest:
            found.append((longest, at))
        at += max(len(longest), 1)
    return found


@given(WORDS, TEXTS)
def test_picks_the_longest_words_from_left_to_right(words: list[str], text: str) -> None:
    found = Trie(words).longest(codes(text))
    told = [(words[word], start) for word, start in zip(found.word, found.start, strict=True)]
    assert told == picked(words, text)
    assert all(
        text[a:b] == words[word] for word, a, b in zip(found.word, found.start, found.end, strict=True)
    )


@given(WORDS, TEXTS)
def test_finds_every_occurrence(words: list[str], text: str) -> None:
    found = Trie(words).every(codes(text))
    told = {(words[word], start) for word, start in zip(found.word, found.start, strict=True)}
    assert told == {(word, at) for word in words for at in range(len(text)) if text.startswith(word, at)}


def test_a_tangle_of_a_million_letters_ends() -> None:
    found = Trie(["aba", "bab"]).longest(codes("ab" * 500_000))
    assert len(found.start) == 333_333
