"""From a single story to the group: how many customers share what one person said?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Any

from huiyin.stats import Direction
from huiyin.text import Analyser, Taxonomy
from huiyin.understand.facts.fact import Base, Fact
from huiyin.understand.facts.table import Context, FactsTable, Level, list_facts, one_fact
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.sentences import Clause, Sentence, count_zh, sentence, share_words
from huiyin.understand.verbatims import Opinion, opinion_of


class AnecdoteReach(StrEnum):
    """How far a single story carries."""

    COMMON = "common"
    RARE = "rare"
    ORDINARY = "ordinary"
    UNHEARD = "unheard"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class SharedIssue:
    """One issue of the story: what its teller said, and how many others say it.

    `others` counts the customers with the same polarity about the aspect; `typical` is the median share of
    negative customers over all issues, which the story is measured against.
    """

    opinions: tuple[Opinion, ...]
    fact: Fact
    reach: AnecdoteReach
    typical: float | None
    verdict: Sentence


@dataclass(frozen=True, slots=True)
class Anecdote:
    """A story, what was found in it, and what the group says."""

    text: str
    opinions: tuple[Opinion, ...]
    issues: tuple[SharedIssue, ...]
    base: Base
    summary: Sentence


def check_anecdote(
    context: Context, analyser: Analyser, taxonomy: Taxonomy, filters: Filters, text: str
) -> Anecdote:
    """Return, for each issue in `text`, how many customers share it within `filters` (a closed window).

    Nothing of the text is kept. Negative opinions are checked; a story without any is checked for all it names.
    """
    opinions = _opinions(context, analyser, taxonomy, text)
    told = [o for o in opinions if o.sentiment < 0] or list(opinions)
    aspects = list(dict.fromkeys(o.aspect for o in told if not context.names.is_general(o.aspect)))
    table = list_facts(context, filters, level=Level.FINE)
    typical = typical_share(context, table)
    issues = tuple(
        _shared(context, filters, [o for o in told if o.aspect == aspect], typical) for aspect in aspects
    )
    return Anecdote(text, opinions, issues, table.base, _summary(issues))


def typical_share(context: Context, table: FactsTable) -> float | None:
    """Return the median share of negative customers over the issues that have any, None without one."""
    shares = [
        fact.negative_customers.value
        for fact in table.facts
        if fact.negative_customers.count and fact.negative_customers.value is not None
        if not context.names.is_general(fact.aspect)
    ]
    return median(shares) if shares else None


def reach_of(fact: Fact, typical: float | None) -> AnecdoteReach:
    """Return where the interval of the negative share lies: wholly above the typical issue, wholly below, or on it."""
    share = fact.negative_customers
    if not share.sufficient or share.low is None or share.high is None or typical is None:
        return AnecdoteReach.INSUFFICIENT
    if share.count == 0:
        return AnecdoteReach.UNHEARD
    if share.low > typical:
        return AnecdoteReach.COMMON
    return AnecdoteReach.RARE if share.high < typical else AnecdoteReach.ORDINARY


def _opinions(context: Context, analyser: Analyser, taxonomy: Taxonomy, text: str) -> tuple[Opinion, ...]:
    rows: list[dict[str, Any]] = analyser.analyze_batch([text], taxonomy).opinions.to_dicts()
    return tuple(opinion_of(row, context.names) for row in rows)


def _shared(
    context: Context, filters: Filters, opinions: Sequence[Opinion], typical: float | None
) -> SharedIssue:
    _, fact = one_fact(context, filters, opinions[0].aspect)
    reach = reach_of(fact, typical)
    return SharedIssue(tuple(opinions), fact, reach, typical, _verdict(fact, reach, filters))


def _verdict(fact: Fact, reach: AnecdoteReach, filters: Filters) -> Sentence:
    zh, en = _JUDGED[reach]
    share_zh, share_en = share_words(fact.negative_customers)
    many = fact.negative_customers.count
    link = voices_link(filters.about(fact.aspect, -1))
    if reach is AnecdoteReach.INSUFFICIENT:
        return sentence(
            Clause(f"“{fact.zh}”：", f"“{fact.en}”: ", fact.link),
            Clause(
                f"发声客户只有 {fact.customers.n} 位，{zh}。",
                f"only {fact.customers.n} customers were heard, {en}.",
            ),
        )
    return sentence(
        Clause(f"“{fact.zh}”", f"“{fact.en}” ", fact.link),
        Clause(zh, en),
        Clause(
            f"：{count_zh(many)} 位客户有同样的不满，占 {share_zh}",
            f": {many:,} customers share the complaint, {share_en}",
            link,
        ),
        Clause(*_HEADING[fact.trend.direction]),
    )


def _summary(issues: Sequence[SharedIssue]) -> Sentence:
    if not issues:
        return sentence(
            Clause(
                "这段话里没有识别到可统计的具体问题，无法与其他客户对照。",
                "No specific issue was found in this text, so it cannot be compared with other customers.",
            )
        )
    return max(issues, key=lambda issue: issue.fact.negative_customers.count).verdict


_JUDGED = {
    AnecdoteReach.COMMON: (
        "不是个别故事，比多数问题更普遍",
        "is no single story; it is more common than most issues",
    ),
    AnecdoteReach.ORDINARY: ("普遍程度与一般问题相当", "is about as common as the typical issue"),
    AnecdoteReach.RARE: (
        "目前是少数人的问题，比多数问题更少见",
        "is a matter of few; it is rarer than most issues",
    ),
    AnecdoteReach.UNHEARD: (
        "在所选范围内没有第二位客户提出",
        "has been raised by nobody else in this selection",
    ),
    AnecdoteReach.INSUFFICIENT: (
        "证据不足，暂不能判断是否普遍",
        "not enough evidence to tell whether it is common",
    ),
}

_HEADING = {
    Direction.UP: ("，而且正在上升。", ", and it is rising."),
    Direction.DOWN: ("，正在下降。", ", and it is falling."),
    Direction.FLAT: ("，期内没有显著变化。", ", with no significant change over the window."),
    Direction.UNKNOWN: ("，趋势证据不足。", "; too little evidence of a trend."),
}
