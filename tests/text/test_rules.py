from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.any_text import ANY_TEXT, WORDS, assert_valid

from huiyin.text import Analysis, RuleAnalyser, available_taxonomies, load_taxonomy


def analysis_of(*texts: str, taxonomy: str = "automotive") -> Analysis:
    return RuleAnalyser().analyze_batch(texts, load_taxonomy(taxonomy))


def assert_read(texts: list[str], analysis: Analysis) -> None:
    assert_valid(texts, analysis)
    for row in analysis.opinions.iter_rows(named=True):
        assert len(row["term"]) == row["term_end"] - row["term_start"]


@given(st.lists(ANY_TEXT | WORDS, max_size=6), st.sampled_from(available_taxonomies()))
def test_any_text_gives_valid_columns(texts: list[str], taxonomy: str) -> None:
    assert_read(texts, analysis_of(*texts, taxonomy=taxonomy))


@pytest.mark.parametrize(
    "text", ["好" * 1_000_000, "\n" * 10_000, "\ud800\udc00" * 5, "空间大，" * 100_000, "😡" * 1000]
)
def test_extreme_texts_are_read(text: str) -> None:
    assert_read([text], analysis_of(text))


def test_texts_do_not_influence_each_other() -> None:
    texts = ["空间很大", "不", "没有异味", "希望", "油耗高", ""] * 900
    together = analysis_of(*texts)
    alone = [analysis_of(text).opinions for text in texts[:6]]
    for index, expected in enumerate(alone * 900):
        if index in (0, 1, 2, 2047, 2048, 2049, 5399):
            part = together.opinions.filter(pl.col("text_index") == index).drop("text_index")
            assert part.equals(expected.drop("text_index"))


def test_offsets_count_characters_of_the_original() -> None:
    text = "😀😀，ＡＢ 後備箱太小"
    row = analysis_of(text).opinions.row(-1, named=True)
    assert text[row["start_offset"] : row["end_offset"]] == "ＡＢ 後備箱太小"
    assert text[row["term_start"] : row["term_end"]] == row["term"] == "太小"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("希望增加座椅加热", ["suggestion"]),
        ("油耗高吗？", ["question"]),
        ("异响严重，要投诉", ["complaint"]),
        ("空间很大", ["praise"]),
        ("今天提车", ["statement"]),
        ("外观漂亮但是油耗高", ["complaint", "praise"]),
    ],
)
def test_types_follow_mood_and_judgement(text: str, types: list[str]) -> None:
    assert analysis_of(text).voices["types"].to_list() == [types]


def test_evaluation_without_aspect_is_filed_as_overall() -> None:
    rows = analysis_of("太失望了").opinions
    assert rows["aspect"].to_list() == ["automotive.general"]
    assert rows["sentiment"].to_list() == [-1]


def test_text_without_opinion_has_no_sentiment() -> None:
    assert analysis_of("2024年3月5日").voices["sentiment"].to_list() == [None]


def test_bare_mention_is_a_neutral_statement() -> None:
    row = analysis_of("昨天去换了机油").opinions.row(0, named=True)
    assert (row["aspect"], row["sentiment"], row["type"]) == ("automotive.power.engine.oil", 0, "statement")


def test_empty_batch_has_empty_columns() -> None:
    analysis = analysis_of()
    assert len(analysis.voices) == len(analysis.opinions) == 0
