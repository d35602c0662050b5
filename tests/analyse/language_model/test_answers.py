"""What a language model may be believed."""

from __future__ import annotations

import pytest

from huiyin.analyse.language_model import LanguageModelError, excerpt_of, listed, made_of


def test_a_quote_is_found_where_it_stands_in_the_whole_text() -> None:
    text = "好" * 300 + "空调有异味，座椅也有异味" + "啊" * 300
    shown = excerpt_of(text, 306, 312)
    place = shown.place_of("有异味")
    assert place is not None
    assert text[slice(*place)] == "有异味"
    assert place[0] > 306


@pytest.mark.parametrize("quote", ["车漆", "", "异", None, 3, ["异味"]])
def test_what_was_not_said_has_no_place(quote: object) -> None:
    assert excerpt_of("空调有异味", 0, 2).place_of(quote) is None


def test_numbers_are_blotted_out_before_the_text_is_cut() -> None:
    text = "啊" * 95 + "13812345678" + "空调有异味"
    shown = excerpt_of(text, 106, 111)
    assert "1381" not in shown.words
    assert "5678" not in shown.words
    assert shown.asked == "空调有异味"


def test_line_breaks_keep_offsets() -> None:
    text = "空调\n有异味\t很重"
    place = excerpt_of(text, 0, 2).place_of("空调 有异味")
    assert place == (0, 6)


@pytest.mark.parametrize("answer", ["", "[]", "{}", '{"names": 3}', "{", '{"names": [' * 3])
def test_what_is_no_list_is_told(answer: str) -> None:
    with pytest.raises(LanguageModelError):
        listed(answer, "names")


@pytest.mark.parametrize(
    ("name", "is_made"),
    [
        ("座椅异响", True),
        ("座椅的异响", True),
        ("座异", False),
        ("座椅松动", False),
        ("的", False),
        ("OTA 升级", True),
        ("OT 升级", False),
    ],
)
def test_a_name_is_made_of_what_was_said(name: str, is_made: bool) -> None:
    assert made_of(name, ["座椅有点硬", "后排异响", "ota之后升级失败"]) is is_made
