"""What is stated for oneself and to the maker counts; luck, advice, redress, limits and spared trouble do not."""

from __future__ import annotations

import pytest
from tests.understand.opportunities.test_merging import said

from huiyin.understand.opportunities.agreement import agreeing
from huiyin.understand.opportunities.genuine import is_genuine
from huiyin.understand.opportunities.merging import Group, merge
from huiyin.understand.opportunities.words import content, parts


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("expectation", "希望出一款小包装"),
        ("expectation", "要是带保护套就好了"),
        ("workaround", "只能拿胶带粘上"),
        ("effort", "后盖很难打开"),
        ("effort", "懒得退了"),
        ("effort", "给总部打了三次电话"),
        ("expectation", "希望多开几家门店"),
        ("workaround", "后来自己换了个接头"),
        ("workaround", "先凑合着用"),
    ],
)
def test_needs_that_could_be_met_count(kind: str, words: str) -> None:
    assert is_genuine(kind, words)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("expectation", "希望味道不错"),
        ("expectation", "希望能用得久一点"),
        ("expectation", "希望下次合作"),
        ("expectation", "建议大家先看尺码"),
        ("expectation", "希望国家加强管理"),
        ("expectation", "希望给我退款"),
        ("workaround", "只能用两个小时"),
        ("workaround", "只好申请换货"),
        ("workaround", "只能忍了"),
        ("effort", "省去了跑超市的麻烦"),
        ("effort", "麻烦你们回复一下"),
        ("effort", "一点也不麻烦"),
        ("effort", "听人说驱动很难装"),
        ("effort", "打开菜单等半天"),
        ("effort", "按键几次才有反应"),
        ("expectation", "希望下次还来光顾"),
        ("expectation", "希望我的头发快点长出来"),
        ("expectation", "希望差价补偿给我"),
        ("expectation", "适应一段时间就好了"),
        ("workaround", "包装盒是拿胶带粘上的"),
        ("workaround", "音质将就吧"),
        ("workaround", "只能用右边那只"),
    ],
)
def test_what_nobody_could_build_does_not(kind: str, words: str) -> None:
    assert not is_genuine(kind, words)


def _group(*words: str, phrase: str) -> Group:
    members = tuple(said(each, who).evidence for who, each in enumerate(words))
    return Group(None, phrase, members, tuple(content(each) for each in words))


def test_wishes_that_share_no_more_than_a_name_are_no_group() -> None:
    wishes = _group(
        "希望远山能把座椅加宽",
        "希望远山改用铝轮毂",
        "希望远山开放导航接口",
        "希望远山早点上市",
        phrase="远山",
    )
    assert agreeing(wishes, ["远山"]) is None


def test_who_means_what_others_mean_speaks_for_the_group() -> None:
    wishes = _group(
        "希望内存换新颜色", "希望内存升到双条", "要是内存有双条就好了", "内存双条就完美了", phrase="内存"
    )
    agreed = agreeing(wishes, ["内存"])
    assert agreed is not None
    assert agreed.typical == 3
    assert "双条" in agreed.members[0].words
    assert agreed.people == wishes.people


def test_labour_told_in_one_word_is_gathered() -> None:
    groups = merge([said(("懒得退了", "也懒得退")[who % 2], who) for who in range(6)])
    assert [(group.phrase, len(group.people)) for group in groups] == [("也懒得退", 6)]


def test_what_most_of_a_group_mean_is_quoted_first() -> None:
    wishes = _group(
        "希望内存升到双条",
        "希望内存换新颜色",
        "要是内存有双条就好了",
        "内存颜色多些",
        "内存双条就完美了",
        phrase="内存",
    )
    agreed = agreeing(wishes, ["内存"])
    assert agreed is not None
    assert all("双条" in member.words for member in agreed.members[:3])


def test_a_bare_wish_says_nothing_beside_its_thing() -> None:
    assert parts(content("希望包装改进一下"), ["包装"]) == {""}
