"""A portrait in two or three sentences that can be said on the telephone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from huiyin.customers.portrait import Portrait
from huiyin.customers.wording import CLASSES, STAGES

Sentence = tuple[str, str]
MOST_CONCERNS = 2


def headline(found: Portrait, today: date) -> list[Sentence]:
    """Return the sentences, in Chinese and English: where they stand and what they are worth, what they say, the risk."""
    return [
        sentence for part in (_standing(found), _said(found, today), _risk(found, today)) for sentence in part
    ]


def _standing(found: Portrait) -> Iterable[Sentence]:
    stage = STAGES[found.standing.stage]
    if found.value is None:
        yield f"{stage[0]}，还没有购买记录。", f"{stage[1].capitalize()}, no order yet."
        return
    rfm = CLASSES[found.standing.rfm_class] if found.standing.rfm_class else ("", "")
    zh = f"{stage[0]}的{rfm[0]}，累计 {found.value.orders} 单 {found.value.amount:,.0f} 元"
    en = f"{stage[1].capitalize()}, {rfm[1]}: {found.value.orders} orders, {found.value.amount:,.0f} yuan"
    ahead = found.lifetime.value if found.lifetime else None
    if ahead is not None and ahead.low is not None and ahead.high is not None:
        zh += f"，未来一年约 {ahead.value:,.0f} 元（八成可能在 {ahead.low:,.0f}–{ahead.high:,.0f} 元）"
        en += f", about {ahead.value:,.0f} in the year ahead (eight in ten chances of {ahead.low:,.0f}–{ahead.high:,.0f})"
    yield f"{zh}。", f"{en}."


def _said(found: Portrait, today: date) -> Iterable[Sentence]:
    if not found.voices or found.last_at is None:
        yield "还没有说过什么。", "Has not said anything yet."
        return
    negative = sum(month.negative for month in found.months)
    days = max((today - found.last_at.date()).days, 0)
    topics = [each for each in found.concerns if not each.aspect.endswith(".general")][:MOST_CONCERNS]
    zh = f"说过 {found.voices} 条，其中负面 {negative} 条，最近一次在 {days} 天前"
    en = f"{found.voices} voices, {negative} of them negative, the last {days} days ago"
    if topics:
        zh += f"；最在意{'、'.join(each.zh for each in topics)}"
        en += f"; mostly about {' and '.join(each.en for each in topics)}"
    yield f"{zh}。", f"{en}."


def _risk(found: Portrait, today: date) -> Iterable[Sentence]:
    if found.risk is None:
        return
    days = (found.risk.due - today).days
    when = (
        (f"还有 {days} 天到期", f"ends in {days} days")
        if days >= 0
        else (f"已到期 {-days} 天", f"ended {-days} days ago")
    )
    share = f"{found.risk.risk:.0%}（{found.risk.low:.0%}–{found.risk.high:.0%}）"
    yield (
        f"合同{when[0]}，流失风险 {share}。",
        f"The contract {when[1]}, risk of leaving {found.risk.risk:.0%} ({found.risk.low:.0%}–{found.risk.high:.0%}).",
    )
