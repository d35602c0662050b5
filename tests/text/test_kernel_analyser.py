from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.any_text import ANY_TEXT, WORDS, assert_valid

from huiyin.text import Analysis, KernelAnalyser, available_taxonomies, load_taxonomy
from huiyin.text.kernel import NONE, GramTable, JointTable, evidence_of, gram_ids
from huiyin.text.normalise import normalise


def analysis_of(*texts: str, taxonomy: str = "automotive") -> Analysis:
    return KernelAnalyser().analyze_batch(texts, load_taxonomy(taxonomy))


@settings(deadline=None)
@given(st.lists(ANY_TEXT | WORDS, max_size=6), st.sampled_from(available_taxonomies()))
def test_any_text_gives_valid_columns(texts: list[str], taxonomy: str) -> None:
    assert_valid(texts, analysis_of(*texts, taxonomy=taxonomy))


@pytest.mark.parametrize("text", ["好" * 1_000_000, "\n" * 10_000, "空间大，" * 50_000, "😡" * 1000, ""])
def test_extreme_texts_are_read(text: str) -> None:
    assert_valid([text], analysis_of(text))


def test_texts_do_not_influence_each_other() -> None:
    texts = ["空间很大，就是油耗有点高", "不", "买回来就扔了，再也不来", "希望", "油耗高吗？", ""] * 400
    together = analysis_of(*texts)
    for index in (0, 1, 2, 2047, 2048, 2049, 2399):
        part = together.opinions.filter(pl.col("text_index") == index).drop("text_index")
        alone = analysis_of(texts[index]).opinions.drop("text_index")
        assert part.drop(pl.selectors.float()).equals(alone.drop(pl.selectors.float()))
        assert np.allclose(part.select(pl.selectors.float()), alone.select(pl.selectors.float()), atol=1e-5)


def test_rules_and_models_agree_on_plain_statements() -> None:
    opinions = analysis_of("空间很大，油耗不高，但是隔音真的差").opinions
    sides = dict(zip(opinions["aspect1"], opinions["sentiment"], strict=True))
    assert sides == {"automotive.space": 1, "automotive.fuel": 1, "automotive.comfort": -1}


def test_implicit_complaint_is_filed_as_overall() -> None:
    row = analysis_of("用了三天就不想再用了，扔了", taxonomy="retail").opinions.row(-1, named=True)
    assert row["sentiment"] == -1


def test_empty_batch_has_empty_columns() -> None:
    analysis = analysis_of()
    assert len(analysis.voices) == len(analysis.opinions) == 0


def test_grams_do_not_cross_texts() -> None:
    ids = gram_ids(normalise(["好看", "好"]).codes)
    assert (ids[1, 1:] == NONE).all()
    assert ids[0, 0] == ids[3, 0] != NONE


def test_text_sums_count_each_gram_once_and_clause_sums_each_occurrence() -> None:
    evidence = evidence_of(["好好好", "好"], load_taxonomy("retail"))
    vocabulary = np.unique(evidence.ids[evidence.ids < NONE])
    table = GramTable(vocabulary, np.ones((len(vocabulary), 1), dtype=np.float32))
    other = GramTable(vocabulary[:1], np.full((1, 2), 2.0, dtype=np.float32))
    first, second = JointTable([table, other]).sums(evidence)
    assert first.clause[:, 0].tolist() == first.clause_count[:, 0].tolist() == [6, 1]
    assert first.text[:, 0].tolist() == first.text_count[:, 0].tolist() == [3, 1]
    assert (second.text[:, 0] == 2 * second.text_count[:, 0]).all()
    assert (second.text_count <= first.text_count).all()


def test_a_word_said_thousands_of_times_leaves_no_rounding_error() -> None:
    evidence = evidence_of(["空间大", "好" * 20_000], load_taxonomy("retail"))
    vocabulary = np.unique(evidence.ids[evidence.ids < NONE])
    table = GramTable(vocabulary, np.full((len(vocabulary), 1), 0.1, dtype=np.float32))
    (sums,) = JointTable([table]).sums(evidence)
    assert sums.text[:, 0] == pytest.approx(0.1 * sums.text_count[:, 0])
