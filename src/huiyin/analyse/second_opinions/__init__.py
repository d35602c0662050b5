"""Second opinions: what a language model says where the machine was unsure, kept beside the machine's answer.

Facts take a second opinion as they take a code that people gave. Nothing is overwritten: an opinion that people refuse,
or whose place the machine no longer reads so, is the machine's again.
"""

from huiyin.analyse.second_opinions.merging import with_second_opinions
from huiyin.analyse.second_opinions.repository import (
    SecondOpinion,
    SecondOpinionDroppedError,
    SecondOpinionNotFoundError,
    SecondOpinionState,
    UnsureOpinion,
    Verdict,
    asked_places,
    asked_since,
    counted,
    decide,
    keep_verdicts,
    list_second_opinions,
    read_second_opinion,
    second_opinions_of,
)

__all__ = [
    "SecondOpinion",
    "SecondOpinionDroppedError",
    "SecondOpinionNotFoundError",
    "SecondOpinionState",
    "UnsureOpinion",
    "Verdict",
    "asked_places",
    "asked_since",
    "counted",
    "decide",
    "keep_verdicts",
    "list_second_opinions",
    "read_second_opinion",
    "second_opinions_of",
    "with_second_opinions",
]
