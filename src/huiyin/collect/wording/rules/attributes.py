"""Judging attributes in front of the thing that is to be judged, found with the analyser's own sentiment words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.question import Question, Span
from huiyin.collect.wording.rules.tidying import tidy
from huiyin.text.lexicon import base_entries

STRONG = 0.5
FRAME = re.compile(
    r"(?:对|给|(?<![作认])为|评价(?:一下)?|看待|觉得|认为|接受|支持|取消)(?:于)?(?:我们|我司|本店|某些|那些|这些|这种|那种|这[家款位个套]|那[家款位个套]|某家)?"
    r"(?P<attribute>[^，。？?的您对]{2,8})的(?=[^，。？?]{2})"
)
NEUTRAL = re.compile(
    r"(满意|程度|清楚|是否|使用|提供|购买|今天|本次|最|想|希望|更|不同|异味|投诉|维修|故障|噪音|异响|延误|问题|损坏|退货|拥堵|漏水|污染|自己|总体|整体|附近|目前|现在)"
)


@cache
def judging_words() -> frozenset[str]:
    """Return Chinese words of two characters and more that praise or blame whatever they describe."""
    return frozenset(
        word for word, entry in base_entries().items() if len(word) >= 2 and abs(entry.polarity) >= STRONG
    )


def find_judging_attributes(question: Question) -> Iterator[Finding]:
    """Yield an attribute that praises or blames what is being asked about."""
    if question.language != "zh":
        return
    stem = question.asked
    for match in FRAME.finditer(stem):
        attribute = match.group("attribute")
        if NEUTRAL.search(attribute) or not _judges(attribute):
            continue
        span = Span(match.start("attribute"), match.end("attribute") + 1)
        rewrite = question.with_stem(tidy(stem[: span.start] + stem[span.end :], "zh"))
        yield Finding(Rule.LOADED, span.shifted(question.stem.start), rewrite)


def _judges(attribute: str) -> bool:
    """Tell whether the attribute ends in a word of praise or blame."""
    return any(attribute[at:] in judging_words() for at in range(len(attribute) - 1))
