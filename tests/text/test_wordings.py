"""Words that say something else than they look like, and judgements without a judging word."""

from __future__ import annotations

import pytest

from huiyin.text import RuleAnalyser, load_taxonomy


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
