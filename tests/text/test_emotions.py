"""Emotions: what a voice says it feels, and what it does not."""

from __future__ import annotations

import polars as pl
import pytest

from huiyin.text import KernelAnalyser, load_taxonomy
from huiyin.text.emotions import EMOTIONS, emotions_of


def felt(text: str, taxonomy: str = "retail") -> str | None:
    voices = KernelAnalyser().analyze_batch([text], load_taxonomy(taxonomy)).voices
    found: str | None = emotions_of([text], voices).item()
    return found


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("客服推来推去，气死我了，质量太垃圾", "anger"),
        ("用了两天就坏了，很失望", "disappointment"),
        ("充电口有焦味，很担心会烧起来", "worry"),
        ("比想象中好太多了，收到很惊喜，质量很棒", "delight"),
        ("包装精致，用着很舒服，非常满意", "satisfaction"),
    ],
)
def test_a_feeling_is_read_where_it_is_voiced(text: str, emotion: str) -> None:
    assert felt(text) == emotion


@pytest.mark.parametrize("text", ["屏幕分辨率是两千乘一千", "袖口起球", "今天收到货"])
def test_a_fault_or_a_fact_alone_is_no_feeling(text: str) -> None:
    assert felt(text) is None


def test_what_is_denied_is_not_felt() -> None:
    voices = pl.DataFrame({"language": ["zh"], "sentiment": [-1], "types": [["complaint"]]})
    assert emotions_of(["这个没让人失望"], voices).item() is None


def test_content_with_a_complaint_in_it_is_not_called_satisfaction() -> None:
    voices = pl.DataFrame({"language": ["zh"], "sentiment": [1], "types": [["complaint", "praise"]]})
    assert emotions_of(["手感不错，就是重"], voices).item() is None


def test_other_languages_show_no_feeling() -> None:
    voices = pl.DataFrame({"language": ["en"], "sentiment": [-1], "types": [["complaint"]]})
    assert emotions_of(["so 失望"], voices).item() is None


def test_every_text_gets_one_answer_of_the_known_names() -> None:
    texts = ["", "\x00", "哈哈哈" * 9_000, "😀", "垃圾！！！", "失望"]
    voices = KernelAnalyser().analyze_batch(texts, load_taxonomy("retail")).voices
    found = emotions_of(texts, voices)
    assert len(found) == len(texts)
    assert set(found.drop_nulls()) <= set(EMOTIONS)
