"""A handful of examples makes an aspect that works at once, and harms nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.text import KernelAnalyser, Taxonomy, load_taxonomy, parse_taxonomy
from huiyin.text.editing import AspectDraft, add_aspect, packaged_document
from huiyin.text.few_shot import AspectHead, Example, FewShotAnalyser, fit_head

ASPECT = "automotive.comfort.scent"
EXAMPLES = [
    Example(text)
    for text in (
        "香薰味道太冲了",
        "车载香薰闻着头晕",
        "香薰可以调三档",
        "自带香薰很高级",
        "香薰片用一个月就没了",
        "香氛系统有点鸡肋",
        "香氛太浓",
        "香薰补充装太贵",
        "晚上开香薰很放松",
        "香薰的开关藏得深",
    )
]
BACKGROUND = [
    f"{subject}{verdict}"
    for subject in ("空间", "油耗", "车机", "座椅", "底盘", "刹车", "外观", "价格", "后备箱", "音响")
    for verdict in ("很不错", "太差了", "一般", "还可以", "让人失望", "比想象的好", "有点小问题", "我很喜欢")
]


@pytest.fixture(scope="module")
def head() -> AspectHead:
    return fit_head(ASPECT, [], EXAMPLES, BACKGROUND)


@pytest.fixture(scope="module")
def taxonomy(head: AspectHead) -> Taxonomy:
    edited = add_aspect(
        packaged_document("automotive"),
        AspectDraft("香薰", "Scent", parent="automotive.comfort", key="scent"),
    )
    return replace(parse_taxonomy(edited.document), heads=(head,))


def test_examples_teach_the_words_they_share(head: AspectHead) -> None:
    assert head.words[0] == "香薰"
    assert not {"不错", "太差"} & set(head.words)


def test_fitting_twice_gives_the_same_head(head: AspectHead) -> None:
    assert fit_head(ASPECT, [], EXAMPLES, BACKGROUND) == head


def test_no_examples_teach_nothing() -> None:
    assert fit_head(ASPECT, ["香薰"], [], BACKGROUND).words == ()
    assert fit_head(ASPECT, ["香薰"], EXAMPLES, []).words == ()


def test_long_examples_teach_by_what_they_share() -> None:
    around = ("空间很大", "油耗还行", "车机总卡", "座椅舒服", "底盘扎实", "刹车偏软")
    long = [
        Example(f"{around[n % 6]}，{text.text}，{around[(n + 2) % 6]}") for n, text in enumerate(EXAMPLES)
    ]
    assert fit_head(ASPECT, [], long, BACKGROUND).words[0] == "香薰"


def test_a_counter_example_keeps_its_word_out() -> None:
    shared = [Example("续航虚标严重"), Example("续航打对折"), Example("冬天续航腰斩"), Example("续航不准")]
    assert "续航" in fit_head("a.b", [], shared, BACKGROUND).words
    counter = [*shared, Example("音响续航时间很长", holds=False)]
    assert "续航" not in fit_head("a.b", [], counter, BACKGROUND).words


def test_a_caught_clause_is_judged_and_keeps_its_place(taxonomy: Taxonomy) -> None:
    text = "空间很大，香薰难闻死了"
    opinions = FewShotAnalyser(KernelAnalyser()).analyze_batch([text], taxonomy).opinions
    row = next(row for row in opinions.iter_rows(named=True) if row["aspect"] == ASPECT)
    assert (row["sentiment"], row["aspect1"]) == (-1, "automotive.comfort")
    assert text[row["start_offset"] : row["end_offset"]] == "香薰难闻死了"
    assert opinions["ordinal"].to_list() == list(range(len(opinions)))
    assert "automotive.space" in opinions["aspect"].to_list()


def test_what_no_head_catches_is_as_before(taxonomy: Taxonomy) -> None:
    texts = ["空间很大，油耗有点高", "", "刹车软"]
    bare = replace(taxonomy, heads=())
    analyser = FewShotAnalyser(KernelAnalyser())
    with_heads = analyser.analyze_batch(texts, taxonomy)
    assert with_heads.opinions.equals(analyser.analyze_batch(texts, bare).opinions)
    assert (analyser.name, analyser.version) == (KernelAnalyser().name, KernelAnalyser().version)


def test_a_head_of_a_retired_aspect_is_ignored(head: AspectHead) -> None:
    tree = replace(load_taxonomy("automotive"), heads=(head,))
    opinions = FewShotAnalyser(KernelAnalyser()).analyze_batch(["香薰难闻"], tree).opinions
    assert ASPECT not in opinions["aspect"].to_list()


@given(st.lists(st.text(max_size=40) | st.sampled_from(["香薰", "香薰很好，难闻", "\ud800香薰"]), max_size=5))
def test_any_text_keeps_valid_offsets(taxonomy: Taxonomy, texts: list[str]) -> None:
    analysis = FewShotAnalyser(KernelAnalyser()).analyze_batch(texts, taxonomy)
    assert len(analysis.voices) == len(texts)
    for row in analysis.opinions.iter_rows(named=True):
        size = len(texts[row["text_index"]])
        assert 0 <= row["start_offset"] < row["end_offset"] <= size
        assert row["start_offset"] <= row["term_start"] <= row["term_end"] <= size
