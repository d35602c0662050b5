"""The packaged taxonomies agree with themselves and with the sentiment lexicon, in both languages."""

from __future__ import annotations

from collections import defaultdict

import pytest

from huiyin.text import KernelAnalyser, available_taxonomies, load_taxonomy
from huiyin.text.lexicon import Role, base_entries
from huiyin.text.taxonomy import Taxonomy, TaxonomyNode

# The two oldest packs name some faults as aspects (投诉, 抖动): their models were trained on them.
LENIENT = {"automotive", "retail"}
PACKS = available_taxonomies()
STRICT = [name for name in PACKS if name not in LENIENT]


def _words(node: TaxonomyNode) -> set[str]:
    return {*node.seeds, *node.implied, *node.positive, *node.negative}


def _leaves(taxonomy: Taxonomy) -> list[TaxonomyNode]:
    parents = {node.parent for node in taxonomy.nodes}
    return [node for node in taxonomy.nodes if node.id not in parents]


def test_six_packs_are_packaged() -> None:
    assert {"app", "automotive", "electronics", "hotel", "restaurant", "retail"} == set(PACKS)


@pytest.mark.parametrize("name", PACKS)
def test_every_leaf_has_words_in_both_languages(name: str) -> None:
    for leaf in _leaves(load_taxonomy(name)):
        latin = [word for word in leaf.seeds if word.isascii()]
        assert len(leaf.seeds) - len(latin) >= 3, leaf.id
        assert latin, leaf.id


@pytest.mark.parametrize("name", STRICT)
def test_a_word_that_names_an_aspect_judges_nothing(name: str) -> None:
    base = base_entries()
    for node in load_taxonomy(name).nodes:
        for word in node.seeds:
            entry = base.get(word.replace("_", " "))
            steers = entry and entry.roles & (Role.NEGATOR | Role.DEGREE)
            assert not (entry and (entry.polarity or entry.dimension or steers)), (node.id, word)


@pytest.mark.parametrize("name", PACKS)
def test_no_praise_is_blame_elsewhere(name: str) -> None:
    base = base_entries()
    for node in load_taxonomy(name).nodes:
        for words, side in ((node.positive, -1), (node.negative, 1)):
            assert not [word for word in words if word in base and base[word].polarity * side > 0], node.id
        assert not set(node.positive) & set(node.negative), node.id


@pytest.mark.parametrize("name", STRICT)
def test_a_word_belongs_to_one_aspect(name: str) -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for node in load_taxonomy(name).nodes:
        for word in _words(node):
            homes[word].add(node.id)
    assert not {word: found for word, found in homes.items() if len(found) > 1}


@pytest.mark.parametrize("name", PACKS)
def test_words_are_written_as_texts_are_read(name: str) -> None:
    for node in load_taxonomy(name).nodes:
        for word in _words(node):
            assert word == word.lower(), (node.id, word)


@pytest.mark.parametrize("name", STRICT)
def test_every_judging_word_is_heard_at_its_aspect(name: str) -> None:
    taxonomy = load_taxonomy(name)
    judging = [(node, word.replace("_", " ")) for node in taxonomy.nodes for word in node.negative]
    said = [f"昨天{word}。" for _, word in judging]
    opinions = KernelAnalyser().analyze_batch(said, taxonomy).opinions
    heard = defaultdict(set)
    for place, aspect in opinions.select("text_index", "aspect").iter_rows():
        heard[place].add(aspect)
    elsewhere = [
        word
        for place, (node, word) in enumerate(judging)
        if heard[place]
        and not heard[place] & {taxonomy.general, *(each.id for each in taxonomy.path(node.id))}
    ]
    assert elsewhere == []


@pytest.mark.parametrize(
    ("name", "text", "aspect", "side"),
    [
        ("restaurant", "上菜太慢了，等了一个小时", "restaurant.service.serving", -1),
        ("restaurant", "烤鸭外酥里嫩", "restaurant.food", 1),
        ("restaurant", "汤洒了一半", "restaurant.delivery", -1),
        ("restaurant", "停车很方便", "restaurant.service.parking", 1),
        ("electronics", "电池续航太差，半天就没电", "electronics.battery", -1),
        ("electronics", "拍夜景很清晰", "electronics.camera.night", 1),
        ("electronics", "打游戏烫手", "electronics.performance", -1),
        ("app", "每次打开都闪退", "app.stability", -1),
        ("app", "广告太多了", "app.advertising", -1),
        ("app", "客服回复及时", "app.support", 1),
        ("hotel", "隔音很差，吵得睡不着", "hotel.room.noise", -1),
        ("hotel", "早餐很丰富", "hotel.dining.breakfast", 1),
        ("hotel", "the mattress is comfortable", "hotel.room.bed", 1),
        ("restaurant", "the waiter was rude", "restaurant.service.staff", -1),
        ("electronics", "battery life is terrible", "electronics.battery", -1),
        ("app", "too many ads", "app.advertising", -1),
    ],
)
def test_plain_sentences_land_where_they_belong(name: str, text: str, aspect: str, side: int) -> None:
    opinions = KernelAnalyser().analyze_batch([text], load_taxonomy(name)).opinions
    found = {
        (row["aspect"], row["sentiment"])
        for row in opinions.iter_rows(named=True)
        if row["aspect"].startswith(aspect)
    }
    assert side in {each for _, each in found}, opinions.select("aspect", "sentiment", "term")
