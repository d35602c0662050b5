from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.any_text import ANY_TEXT

from huiyin.text.masking import BLOT, PersonalKind, mask_batch, masked, personal_spans

PIECES = [
    "13812345678",
    "a@b.cn",
    "京A12345",
    "订单号",
    "7",
    "０",
    "路",
    "号",
    "-",
    "\ud800",
    "1M8GDM9AXKP042788",
]


@pytest.mark.parametrize(
    ("text", "kind", "hidden"),
    [
        ("打我手机13912345678吧", PersonalKind.PHONE, "13912345678"),
        ("手机 139 1234 5678", PersonalKind.PHONE, "139 1234 5678"),
        ("+86 13912345678 打不通", PersonalKind.PHONE, "+86 13912345678"),
        ("全角１３９１２３４５６７８也算", PersonalKind.PHONE, "１３９１２３４５６７８"),
        ("座机021-61234567没人接", PersonalKind.PHONE, "021-61234567"),
        ("身份证11010519491231002X", PersonalKind.ID_CARD, "11010519491231002X"),
        ("车牌粤B·12345", PersonalKind.PLATE, "粤B·12345"),
        ("沪AD12345的绿牌", PersonalKind.PLATE, "沪AD12345"),
        ("1M8GDM9AXKP042788这台车", PersonalKind.VIN, "1M8GDM9AXKP042788"),
        ("车架号LSVAU2180N2183294", PersonalKind.VIN, "LSVAU2180N2183294"),
        ("发到zhang.san@example.com.cn", PersonalKind.EMAIL, "zhang.san@example.com.cn"),
        ("订单号：JD20261122001234一直没发", PersonalKind.ORDER, "JD20261122001234"),
        ("寄到文一西路969号3号楼", PersonalKind.ADDRESS, None),
        ("住阳光花园12栋2单元301", PersonalKind.ADDRESS, None),
    ],
)
def test_personal_data_is_found(text: str, kind: PersonalKind, hidden: str | None) -> None:
    (span,) = personal_spans(text)
    assert span.kind is kind
    assert hidden is None or text[span.start : span.end] == hidden
    assert masked(text).count(BLOT) == span.end - span.start


@pytest.mark.parametrize(
    "text",
    [
        "油耗7.8，开了12000公里",
        "身份证号码110105194912310021校验不对",
        "价格138123456元",
        "2026年11月22日提车，跑了13812345678901公里",
        "京东自营很快，5折",
        "这路2号线很堵",
        "",
    ],
)
def test_plain_numbers_stay(text: str) -> None:
    assert masked(text) == text


@given(ANY_TEXT | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_masking_keeps_every_offset_and_is_final(text: str) -> None:
    once = masked(text)
    assert len(once) == len(text)
    spans = personal_spans(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for span in spans:
        assert once[span.start : span.end] == BLOT * (span.end - span.start)


def test_batch_masks_each_text() -> None:
    assert mask_batch(["好", "13812345678"]) == ["好", BLOT * 11]


@pytest.mark.parametrize(
    "text", ["省" * 200_000 + "1", "1" * 200_000, "路1号栋" * 50_000, "a." * 100_000 + "@1"]
)
def test_long_hostile_texts_end(text: str) -> None:
    assert len(masked(text)) == len(text)
