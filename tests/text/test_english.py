from __future__ import annotations

import pytest

from huiyin.text import KernelAnalyser, load_taxonomy
from huiyin.text.kernel import word_grams


def types_of(*texts: str) -> list[list[str]]:
    return KernelAnalyser().analyze_batch(texts, load_taxonomy("app")).voices["types"].to_list()


def test_complaints_in_english_are_told_by_their_words() -> None:
    unhappy, thankful = types_of(
        "My order still has not arrived and nobody answers my emails", "Thanks for the quick help yesterday"
    )
    assert "complaint" in unhappy
    assert "complaint" not in thankful


@pytest.mark.parametrize(
    "text",
    [
        "It would be great to have a dark mode",
        "Please allow users to sort the list",
        "You should add a widget",
    ],
)
def test_wishes_in_english_are_suggestions(text: str) -> None:
    (types,) = types_of(text)
    assert "suggestion" in types


def test_each_text_of_a_mixed_batch_keeps_its_own_language() -> None:
    mixed = types_of("客服态度太差了", "Nobody answers my emails, this is ridiculous", "物流很快")
    assert [types_of(text)[0] for text in ("客服态度太差了", "物流很快")] == [mixed[0], mixed[2]]
    assert "complaint" in mixed[1]


def test_word_grams_do_not_cross_texts() -> None:
    together, alone = word_grams(["it broke", "again"]), word_grams(["again"])
    assert together[[1]].indices.tolist() == alone.indices.tolist()


def test_words_are_the_same_in_any_case_and_spacing() -> None:
    first, second = word_grams(["It  BROKE", "it broke"]).toarray()
    assert (first == second).all()


@pytest.mark.parametrize("text", ["", "\x00", "a" * 100_000, "' ' '", "\ud800 why"])
def test_any_latin_text_is_read(text: str) -> None:
    assert len(types_of(text)) == 1
