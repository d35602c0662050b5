"""Handles: one written form for each, whatever the source made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.linkage import HandleKind, kinds_of, normalise


@pytest.mark.parametrize(
    "written",
    [
        "13800001234",
        "138-0000-1234",
        "+86 138 0000 1234",
        "0086-13800001234",
        "１３８００００１２３４",
        "(86)13800001234",
    ],
)
def test_mobile_number_has_one_form(written: str) -> None:
    assert normalise(HandleKind.PHONE, written) == "+8613800001234"


@pytest.mark.parametrize(
    ("kind", "written", "normal"),
    [
        (HandleKind.PHONE, "021-6000 0000", "+8602160000000"),
        (HandleKind.PHONE, "400-000-0000", "+864000000000"),
        (HandleKind.PHONE, "+49 30 123456", "+4930123456"),
        (HandleKind.EMAIL, "U1@Example.COM", "u1@example.com"),
        (HandleKind.PLATE, "粤b·D12345", "粤BD12345"),
        (HandleKind.PLATE, "京A12345", "京A12345"),
        (HandleKind.VIN, "lcy8e6cu03f000000", "LCY8E6CU03F000000"),
        (HandleKind.CUSTOMER, " cy-000 123 ", "CY000123"),
        (HandleKind.NICKNAME, "  MoMo ", "momo"),
        (HandleKind.OPENID, " oAbC ", "oAbC"),
    ],
)
def test_each_kind_has_one_form(kind: HandleKind, written: str, normal: str) -> None:
    assert normalise(kind, written) == normal


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (HandleKind.PHONE, "12345"),
        (HandleKind.PHONE, "23800001234"),
        (HandleKind.EMAIL, "nobody"),
        (HandleKind.PLATE, "沪A1"),
        (HandleKind.VIN, "LCY8E6CU03F00000O"),
        (HandleKind.NAME, "  "),
    ],
)
def test_what_is_no_handle_is_none(kind: HandleKind, written: str) -> None:
    assert normalise(kind, written) is None


@given(kind=st.sampled_from(HandleKind), text=st.text(max_size=40))
def test_normalising_twice_changes_nothing(kind: HandleKind, text: str) -> None:
    once = normalise(kind, text)
    assert once is None or normalise(kind, once) == once


def test_search_text_is_read_as_every_kind_it_could_be() -> None:
    assert kinds_of("lcy8e6cu03f000000")[HandleKind.VIN] == "LCY8E6CU03F000000"
    assert HandleKind.PHONE not in kinds_of("追风少年")
