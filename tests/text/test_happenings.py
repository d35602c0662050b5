"""Happenings that judge without a judging word, and where each taxonomy files them."""

from __future__ import annotations

import pytest

from huiyin.text import KernelAnalyser, RuleAnalyser, available_taxonomies, load_taxonomy
from huiyin.text.happenings import _document, happenings, homes


def sides_of(text: str, taxonomy: str) -> dict[str, int]:
    opinions = RuleAnalyser().analyze_batch([text], load_taxonomy(taxonomy)).opinions
    judged = opinions.filter(opinions["sentiment"] != 0)
    return dict(zip(judged["aspect1"], judged["sentiment"], strict=True))


def test_every_home_is_a_node_of_its_taxonomy() -> None:
    known = {node.id for name in available_taxonomies() for node in load_taxonomy(name).nodes}
    wanted = {node for nodes in _document()["homes"].values() for node in nodes.split()}
    assert wanted <= known


def test_no_happening_is_both_good_and_bad() -> None:
    sides: dict[str, set[int]] = {}
    for each in happenings():
        for words in each.words:
            sides.setdefault(words, set()).add(each.side)
    assert not [words for words, found in sides.items() if len(found) > 1]


def test_a_family_without_a_node_is_filed_under_none() -> None:
    assert homes(load_taxonomy("automotive"))["nagging"] == -1


@pytest.mark.parametrize(
    ("text", "taxonomy", "aspect", "side"),
    [
        ("用了两回就不亮了", "retail", "retail.quality", -1),
        ("装上没两天就翘边", "retail", "retail.quality", -1),
        ("到下午还没人回", "automotive", "automotive.after_sales", -1),
        ("前后换了两台", "electronics", "electronics.reliability", -1),
        ("拔下来再插才认", "electronics", "electronics.software", -1),
        ("打开一看少了个配件", "retail", "retail.packaging", -1),
        ("封条是开的", "retail", "retail.packaging", -1),
        ("收到货当天就降价", "electronics", "electronics.price", -1),
        ("一上午就得充两回", "electronics", "electronics.battery", -1),
        ("比那台宽一拳", "automotive", "automotive.space", 1),
        ("盘子都舔干净了", "restaurant", "restaurant.food", 1),
        ("前台头都不抬", "hotel", "hotel.service", -1),
        ("不充钱不让用", "app", "app.pricing", -1),
        ("掉地上五次都没碎", "electronics", "electronics.reliability", 1),
        ("没等开口就给续上了", "restaurant", "restaurant.service", 1),
    ],
)
def test_happenings_are_filed_with_their_side(text: str, taxonomy: str, aspect: str, side: int) -> None:
    assert sides_of(text, taxonomy) == {aspect: side}


@pytest.mark.parametrize("text", ["没两天就到了", "没几天就送到了"])
def test_a_short_while_turns_nothing_around(text: str) -> None:
    assert -1 not in sides_of(text, "retail").values()


@pytest.mark.parametrize(
    ("text", "side"),
    [("孩子抱着说什么也不撒手", 1), ("骑了三个冬天链条一次没掉过", 1), ("洗了三年水一直没漏过", 1)],
)
def test_the_kernel_hears_praise_in_a_happening_among_negators(text: str, side: int) -> None:
    voices = KernelAnalyser().analyze_batch([text], load_taxonomy("retail")).voices
    assert voices["sentiment"].to_list() == [side]
