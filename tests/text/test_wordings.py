"""Words that say something else than they look like, and judgements without a judging word."""

from __future__ import annotations

import pytest

from huiyin.text import KernelAnalyser, RuleAnalyser, load_taxonomy


def sides_of(text: str, taxonomy: str) -> dict[str, int]:
    opinions = RuleAnalyser().analyze_batch([text], load_taxonomy(taxonomy)).opinions
    judged = opinions.filter(opinions["sentiment"] != 0)
    return dict(zip(judged["aspect1"], judged["sentiment"], strict=True))


@pytest.mark.parametrize("text", ["麻烦了", "麻烦客服处理一下", "麻烦您尽快发货", "麻烦帮我查一下"])
def test_thanks_and_requests_blame_nobody(text: str) -> None:
    assert not any(side < 0 for side in sides_of(text, "retail").values())


@pytest.mark.parametrize("text", ["太麻烦了", "退货很麻烦"])
def test_trouble_is_still_blame(text: str) -> None:
    assert -1 in sides_of(text, "retail").values()


@pytest.mark.parametrize("text", ["后排嫌颠", "后排颠", "坐后排颠得慌"])
def test_a_bumpy_back_seat_is_a_matter_of_comfort(text: str) -> None:
    assert sides_of(text, "automotive") == {"automotive.comfort": -1}


@pytest.mark.parametrize("text", ["后排嫌颠", "后排家人嫌颠", "过减速带颠，后排家人嫌颠"])
def test_the_kernel_too_lets_a_place_give_way(text: str) -> None:
    opinions = KernelAnalyser().analyze_batch([text], load_taxonomy("automotive")).opinions
    assert set(opinions["aspect1"]) == {"automotive.comfort"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("后排真大", {"automotive.space": 1}),
        ("后排大不颠", {"automotive.space": 1, "automotive.comfort": 1}),
        ("内饰和后排都不错", {"automotive.interior": 1, "automotive.space": 1}),
        ("这车后排真不错", {"automotive.space": 1}),
        ("后排空调不凉", {"automotive.comfort": -1}),
    ],
)
def test_a_place_gives_way_only_to_what_its_clause_is_about(text: str, sides: dict[str, int]) -> None:
    assert sides_of(text, "automotive") == sides


@pytest.mark.parametrize(
    ("text", "aspect", "side"),
    [
        ("停车时方向打不动", "automotive.handling", -1),
        ("减震有点东西", "automotive.handling", 1),
        ("同配置比别家便宜一万多", "automotive.price", 1),
        ("首销权益给得足", "automotive.price", 1),
        ("尾门关不严", "automotive.quality", -1),
        ("仪表闪了三次", "automotive.quality", -1),
        ("品控还得练", "automotive.quality", -1),
        ("内饰塑料感重", "automotive.interior", -1),
        ("内饰跟别家差一档", "automotive.interior", -1),
        ("坐进去就不走了", "automotive.comfort", 1),
        ("空间也不错", "automotive.space", 1),
    ],
)
def test_wordings_are_filed_with_their_side(text: str, aspect: str, side: int) -> None:
    assert sides_of(text, "automotive") == {aspect: side}


@pytest.mark.parametrize("text", ["还帮忙把旧包装带走", "旧手机顺便带走了", "盒子里有点东西"])
def test_what_is_old_or_somewhere_is_not_judged(text: str) -> None:
    assert not any(side < 0 for side in sides_of(text, "retail").values())


def test_a_smooth_back_seat_is_praise_of_comfort() -> None:
    assert sides_of("后排不颠", "automotive") == {"automotive.comfort": 1}


def test_quick_answers_are_no_quick_parcels() -> None:
    assert sides_of("客服响应快", "retail") == {"retail.service": 1}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("戴上就舍不得摘", 1),
        ("提前三天就到了", 1),
        ("只跑了三百公里就没电", -1),
        ("一天比一天慢", -1),
        ("跑不了三百公里", -1),
    ],
)
def test_judgements_need_no_judging_word(text: str, side: int) -> None:
    assert RuleAnalyser().analyze_batch([text], load_taxonomy("automotive")).voices["sentiment"][0] == side
