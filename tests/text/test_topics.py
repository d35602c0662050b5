"""Topics are found the same way every time, and keep their names when more is said."""

from __future__ import annotations

import random

import polars as pl
import pytest

from huiyin.text import KernelAnalyser, load_taxonomy
from huiyin.text.topics import Clause, KnownTopic, discover, leftovers
from huiyin.text.topics.terms import vocabulary

SUBJECTS = {
    "书籍": ("作者", "故事", "章节", "书中人物", "插图", "译文"),
    "充电": ("充电桩", "超充站", "预约充电", "电桩排队", "扫码充电", "充电卡"),
    "宠物": ("猫咪", "狗狗", "猫砂", "牵引绳", "宠物笼", "猫粮"),
}
TAILS = (
    "昨天才说起",
    "早就有人提",
    "邻居也问过",
    "群里都在聊",
    "周末又聊到",
    "大伙聊半天",
    "去年也这样",
    "路过瞧见",
)


def _said(count: int, seed: int = 5) -> list[Clause]:
    chance = random.Random(seed)  # noqa: S311 a test's dice
    clauses = []
    for voice in range(count):
        words = SUBJECTS[list(SUBJECTS)[voice % len(SUBJECTS)]]
        spoken = [f"{word}{chance.choice(TAILS)}" for word in chance.sample(words, 3)]
        clauses += [Clause(each, voice, voice) for each in spoken]
    return clauses


@pytest.fixture(scope="module")
def clauses() -> list[Clause]:
    return _said(600)


def test_subjects_come_apart(clauses: list[Clause]) -> None:
    found = discover(clauses)
    for words in SUBJECTS.values():
        best = max(found.topics, key=lambda topic: len(set(topic.profile) & set(words)))
        spoken = [clauses[place].words for place in best.clauses]
        assert sum(any(word in clause for word in words) for clause in spoken) >= 0.95 * len(spoken)
    assert found.unassigned < 0.2 * found.clauses


def test_the_same_clauses_give_the_same_topics(clauses: list[Clause]) -> None:
    assert discover(clauses) == discover(list(clauses))


def test_a_second_look_finds_nothing_else(clauses: list[Clause]) -> None:
    first = discover(clauses)
    known = [KnownTopic(place, each.name, each.profile) for place, each in enumerate(first.topics)]
    again = discover(clauses, known)
    assert [each.name for each in again.topics] == [each.name for each in first.topics]
    assert all(each.known is not None for each in again.topics)
    assert [each.clauses for each in again.topics] == [each.clauses for each in first.topics]


def test_a_tenth_more_renames_nothing(clauses: list[Clause]) -> None:
    first = discover(clauses)
    known = [KnownTopic(place, each.name, each.profile) for place, each in enumerate(first.topics)]
    more = discover(_said(660), known)
    assert {each.name for each in first.topics} <= {each.name for each in more.topics}


def test_few_clauses_give_no_topic() -> None:
    assert discover([]).topics == ()
    assert discover([Clause("路过看看", 1, 1)]).topics == ()


def test_words_hold_together_and_stand_apart(clauses: list[Clause]) -> None:
    words = vocabulary([clause.words for clause in clauses], known=["插图"])
    assert {"作者", "故事", "猫咪"} <= set(words)
    assert "插图" not in words
    assert not {"感觉", "不错", "的时候"} & set(words)


def test_leftovers_are_what_no_aspect_touches() -> None:
    taxonomy = load_taxonomy("automotive")
    texts = ["油耗太高，隔壁老王家的狗", "总的来说一般般吧，昨天路过展厅附近的公园", ""]
    opinions = KernelAnalyser().analyze_batch(texts, taxonomy).opinions
    left = leftovers(texts, opinions, taxonomy)
    assert "隔壁老王家的狗" in left.words
    assert not any("油耗" in words for words in left.words)
    for words, text, start, end in zip(left.words, left.text, left.start, left.end, strict=True):
        assert texts[text][start:end] == words
    nothing = leftovers(texts, opinions.filter(pl.lit(value=False)), taxonomy)
    assert nothing.clauses == left.clauses == len(nothing.words)


def test_hashtags_and_addresses_are_not_said() -> None:
    tree = load_taxonomy("automotive")
    texts = ["昨天去城里看灯 #某某车主真实日记#", "@某某汽车官方账号 昨天去城里看灯"]
    found = leftovers(texts, KernelAnalyser().analyze_batch(texts, tree).opinions, tree)
    assert found.words == ["昨天去城里看灯", "昨天去城里看灯"]
