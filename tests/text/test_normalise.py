from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.text.any_text import ANY_TEXT

from huiyin.text.normalise import normalise


@given(st.lists(ANY_TEXT, max_size=5))
def test_every_text_keeps_its_length_and_place(texts: list[str]) -> None:
    batch = normalise(texts)
    assert [batch.shown[a:b] for a, b in zip(batch.starts, batch.ends, strict=True)] == [
        "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 else c for c in text) for text in texts
    ]
    assert len(batch.text) == len(batch.codes) == sum(map(len, texts)) + max(1, len(texts))


def test_full_width_traditional_and_upper_case_become_one_form() -> None:
    assert normalise(["ＢＭＷ空間寬敞！"]).text == "bmw空间宽敞!\x00"


def test_control_characters_become_spaces() -> None:
    assert normalise(["好\x00\u200b\u3000看"]).text == "好   看\x00"
