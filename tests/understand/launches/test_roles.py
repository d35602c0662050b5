"""Who speaks about something new."""

from __future__ import annotations

import polars as pl
import pytest
from tests.conftest import NOON

from huiyin.understand.launches.roles import LaunchSpeaker, Said, role_of
from huiyin.understand.launches.voices import with_roles


@pytest.mark.parametrize(
    ("text", "judged", "role"),
    [
        ("提车一周，后备箱塞得下婴儿车，满意", True, LaunchSpeaker.USER),
        ("周末试驾回来，刹车偏软", True, LaunchSpeaker.USER),
        ("隔音做得一般，过隧道吵", True, LaunchSpeaker.USER),
        ("Test drove it on Sunday, the seats are great", True, LaunchSpeaker.USER),
        ("今晚直播公布价格，坐等", False, LaunchSpeaker.ONLOOKER),
        ("听说后排很大，有点心动", True, LaunchSpeaker.ONLOOKER),
        ("还行吧", False, LaunchSpeaker.ONLOOKER),
        ("【新品】限时补贴八千，私信领取底价", True, LaunchSpeaker.PROMOTION),
        ("关注并转发，抽3位送车模", False, LaunchSpeaker.PROMOTION),
        ("提车送礼盒啦，名额有限先到先得，点击链接预约试驾", True, LaunchSpeaker.PROMOTION),
    ],
)
def test_role_by_words(text: str, judged: bool, role: LaunchSpeaker) -> None:
    assert role_of(Said(text, judged, bought=False)) is role


def test_an_order_speaks_louder_than_words() -> None:
    assert role_of(Said("听说冬天续航掉得快，期待升级", True, bought=True)) is LaunchSpeaker.USER


def test_one_text_of_many_authors_counts_once() -> None:
    texts = ["后排空间真的很大，一家五口都说好！"] * 4 + ["后排空间真的很大，一家三口都说好"]
    voices = pl.DataFrame(
        {
            "feedback_id": range(5), "speaker": [f"a:{each}" for each in range(4)] + ["a:0"], "customer_id": [None] * 5,
            "occurred_at": [NOON.replace(tzinfo=None)] * 5, "text": texts, "judged": [True] * 5,
        },
        schema_overrides={"customer_id": pl.Int64},
    )  # fmt: skip
    assert with_roles(voices, [])["role"].to_list() == ["user", "duplicate", "duplicate", "duplicate", "user"]
