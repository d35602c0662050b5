"""Making a sentence whole again after words were taken out of it."""

from __future__ import annotations

import re

CHINESE = (
    (re.compile(r"^[，,、。：:\s]+"), ""),
    (re.compile(r"[，,、]+(?=[？?。])"), ""),
    (re.compile(r"，{2,}"), "，"),
    (re.compile(r"是否(是否|有没有|会不会)"), "是否"),
    (re.compile(r"(您|你)(?=(您|你))"), ""),
    (re.compile(r"(是否[^？?。]*?)(吗|吧)(?=[？?])"), r"\1"),
    (re.compile(r"几次([^？?]*)吗(?=[？?])"), r"几次\1"),
)
ENGLISH = (
    (re.compile(r"\s{2,}"), " "),
    (re.compile(r"\s+(?=[,.?!])"), ""),
    (re.compile(r"^[\s,;:]+"), ""),
    (re.compile(r"\ba (?=[aeiou])", re.IGNORECASE), "an "),
)


def tidy(sentence: str, language: str) -> str:
    """Mend the joints of a sentence.

    >>> tidy("您是否觉得新版更清爽吗？", "zh")
    '您是否觉得新版更清爽？'
    >>> tidy(", do you like  our menu ?", "en")
    'Do you like our menu?'
    """
    for pattern, put in CHINESE if language == "zh" else ENGLISH:
        sentence = pattern.sub(put, sentence)
    sentence = sentence.strip()
    return sentence if language == "zh" else sentence[:1].upper() + sentence[1:]
