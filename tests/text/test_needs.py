"""Needs and intents: what is read in our own sentences, and that nothing breaks it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyin.text import KernelAnalyser, available_taxonomies, load_taxonomy
from huiyin.text.analysis import NEED_SCHEMA
from huiyin.text.needs import INTENTS, NEED_KINDS
from huiyin.text.slicing import MOST_TEXTS


def read(text: str, taxonomy: str = "automotive") -> list[tuple[str, str]]:
    """Return the (kind, words) of one text's needs."""
    needs = KernelAnalyser().analyze_batch([text], load_taxonomy(taxonomy)).needs
    return [
        (row["kind"], text[row["start_offset"] : row["end_offset"]]) for row in needs.iter_rows(named=True)
    ]


def voice(text: str, taxonomy: str = "retail") -> dict[str, Any]:
    return KernelAnalyser().analyze_batch([text], load_taxonomy(taxonomy)).voices.row(0, named=True)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("天幕晒得烫，只能拿毛巾夹着挡一挡", "workaround", "只能拿毛巾夹着挡一挡"),
        ("屏幕有点花，但是将就着用吧", "workaround", "将就着用吧"),
        ("后备箱盖总响，自己垫了一层毛毡", "workaround", "自己垫了一层毛毡"),
        ("车机导航太旧，现在干脆用手机导航了", "workaround", "现在干脆用手机导航了"),
        ("坏了也不给换，只能自认倒霉", "workaround", "只能自认倒霉"),
        ("说明书看不懂，装了一下午才装好", "effort", "装了一下午才装好"),
        ("快递点太远，最后我自己跑去取的", "effort", "最后我自己跑去取的"),
        ("客服让我找厂家，厂家又叫我找客服", "effort", "厂家又叫我找客服"),
        ("接口太紧，插了七八次才插进去", "effort", "插了七八次才插进去"),
        ("希望下一代能加一个外放电接口", "expectation", "希望下一代能加一个外放电接口"),
        ("大小正好，要是再轻一点就完美了", "expectation", "要是再轻一点就完美了"),
    ],
)
def test_a_need_is_read_with_its_span(text: str, kind: str, words: str) -> None:
    assert (kind, words) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "安装一点不麻烦",
        "麻烦您帮忙看看",
        "有希望了",
        "价格还凑合",
        "只能说非常好用",
        "没有把手，麻烦",
        "听说换电池很麻烦",
        "就不给店家添麻烦了",
        "照片拍糊了，大家将就看",
    ],
)
def test_words_alone_make_no_need(text: str) -> None:
    assert [kind for kind, _ in read(text) if kind in ("workaround", "effort", "expectation")] == []


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("质量太差，再也不来买了", "churn_intent"),
        ("已经第三次购买了，一直在用", "recommend_repurchase"),
    ],
)
def test_an_intent_is_read_of_the_whole_text(text: str, intent: str) -> None:
    assert intent in voice(text)["intents"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("颜色挺好，要是再送个收纳袋就更好了", "suggestion"),
        ("希望厂家以后把盖子做得紧一点", "suggestion"),
        ("水杯漏水，卖家发货前能检查一下吗", "suggestion"),
        ("背带再长一点就完美了", "suggestion"),
        ("说好有赠品却没有，请客服给个解释", "suggestion"),
        ("请问这款能装进小号背包吗", "question"),
        ("求推荐一款静音的键盘", "question"),
        ("同一款的，大家的盖子也会响吗", "question"),
    ],
)
def test_one_clause_speaks_for_its_text(text: str, kind: str) -> None:
    assert kind in voice(text)["types"]


@pytest.mark.parametrize("text", ["希望能用得久一点", "祝生意兴隆，越做越好", "希望这款对掉头发有效果"])
def test_hopes_of_ones_own_suggest_nothing(text: str) -> None:
    assert "suggestion" not in voice(text)["types"]


@pytest.mark.parametrize("text", ["刚到手，不知道效果怎么样", "给老人买的，不知道好不好用"])
def test_who_waits_and_sees_asks_nothing(text: str) -> None:
    assert "question" not in voice(text)["types"]


def test_a_plain_statement_intends_nothing() -> None:
    assert voice("今天收到货")["intents"] == []


def test_a_need_takes_the_aspect_of_its_clause() -> None:
    needs = KernelAnalyser().analyze_batch(["希望空调出风再大一点"], load_taxonomy("automotive")).needs
    assert needs["aspect"][0].startswith("automotive.")


def test_other_languages_show_neither_needs_nor_intents() -> None:
    analysis = KernelAnalyser().analyze_batch(
        ["I hope they add a socket, never again"], load_taxonomy("retail")
    )
    assert analysis.needs.is_empty()
    assert analysis.voices["intents"][0].is_empty()


@pytest.mark.parametrize("taxonomy", available_taxonomies())
def test_every_packaged_taxonomy_reads_needs(taxonomy: str) -> None:
    assert ("workaround", "只好凑合用着") in read("坏了没人修，只好凑合用着", taxonomy)


def test_text_indices_count_on_over_slices() -> None:
    texts = ["good"] * MOST_TEXTS + ["只好凑合用着"]
    needs = KernelAnalyser().analyze_batch(texts, load_taxonomy("retail")).needs
    assert needs["text_index"].to_list() == [MOST_TEXTS]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.characters() | st.sampled_from("希望只能凑合麻烦？，。\ud800"), max_size=40),
        max_size=4,
    )
)
def test_any_text_is_read_and_spans_stay_inside(texts: list[str]) -> None:
    needs = KernelAnalyser().analyze_batch(texts, load_taxonomy("retail")).needs
    assert needs.schema == NEED_SCHEMA
    for row in needs.iter_rows(named=True):
        assert 0 <= row["start_offset"] < row["end_offset"] <= len(texts[row["text_index"]])
        assert row["kind"] in NEED_KINDS
        assert 0.0 <= row["confidence"] <= 1.0


def test_intents_have_the_guidelines_names() -> None:
    assert set(INTENTS) == {"churn_intent", "purchase_intent", "recommend_repurchase", "advice"}
