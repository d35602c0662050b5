from __future__ import annotations

import pytest

from huiyin.text import RuleAnalyser, load_taxonomy


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("空间很大", "zh"),
        ("The seats are great", "en"),
        ("iPhone手机很好用", "zh"),
        ("666 👍", "other"),
        ("", "other"),
    ],
)
def test_language_follows_the_share_of_han_characters(text: str, language: str) -> None:
    voices = RuleAnalyser().analyze_batch([text], load_taxonomy("retail")).voices
    assert voices["language"].to_list() == [language]
