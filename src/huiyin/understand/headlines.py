"""The first sentences of a page: answer first, nothing said more surely than it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyin.stats import Direction
from huiyin.understand.facts.breakdown import Group
from huiyin.understand.facts.fact import Fact
from huiyin.understand.facts.table import Context, FactsTable
from huiyin.understand.filters import Filters
from huiyin.understand.kpis import Kpi
from huiyin.understand.links import fact_link, voices_link
from huiyin.understand.sentences import (
    Clause,
    Sentence,
    change_words,
    count_zh,
    score_words,
    sentence,
    share_words,
)

PERIOD = ("较上期", "on the period before")
WINDOW = ("期内", "over the window")
POINTS = ("个百分点", "points")


def overview_headline(
    context: Context,
    filters: Filters,
    kpis: Sequence[Kpi],
    facts: Sequence[Fact],
    issues: Sequence[Fact],
    groups: Mapping[str, Sequence[Group]],
) -> tuple[Sentence, ...]:
    """Return one to three sentences: who was heard, the largest issue, and what is rising."""
    by_id = {kpi.id: kpi for kpi in kpis}
    if by_id["voices"].estimate.n == 0:
        return (_nothing_yet(),)
    found = [_heard(filters, by_id)]
    if by_id["customers"].estimate.n < context.minimum_n:
        return (*found, _too_few(context.minimum_n))
    if issues:
        found.append(_issue(issues[0], filters, groups))
    if rising := _rising(facts, issues[:1], context):
        found.append(_risen(rising, filters))
    elif by_id["nps"].estimate.sufficient:
        found.append(_nps(by_id["nps"]))
    return tuple(found)


def worst_first(context: Context, facts: Sequence[Fact]) -> list[Fact]:
    """Order what makes customers unhappy by their share, so that every page names the same issue first.

    What is filed at a broad aspect only comes after what names something that one could mend; the
    catch-all is no issue.
    """
    issues = [f for f in facts if f.negative_customers.count and not context.names.is_general(f.aspect)]
    return sorted(issues, key=lambda fact: (context.names.is_unspecified(fact.aspect), *_smallness(fact)))


def _smallness(fact: Fact) -> tuple[bool, float, int]:
    share = fact.negative_customers
    return not share.sufficient, -(share.value or 0.0), -share.count


def facts_summary(context: Context, filters: Filters, table: FactsTable) -> tuple[Sentence, ...]:
    """Return the sentences above the facts table."""
    if table.base.voices == 0:
        return (_nothing_yet(),)
    if table.base.customers < context.minimum_n:
        return (_too_few(context.minimum_n),)
    issues = worst_first(context, table.facts)
    found = [_issue(issue, filters, {}) for issue in issues[:1]]
    if rising := _rising(table.facts, issues[:1], context):
        found.append(_risen(rising, filters))
    strong = [f for f in issues if f.intensity.sufficient]
    if strong:
        found.append(_strongest(max(strong, key=lambda f: f.intensity.low or 0.0), filters))
    return tuple(found)


def fact_summary(fact: Fact, filters: Filters, groups: Mapping[str, Sequence[Group]]) -> tuple[Sentence, ...]:
    """Return the sentence that opens the page of one fact."""
    if fact.customers.count == 0:
        zh, en = f"所选范围内没有客户提到“{fact.zh}”。", f"Nobody in this selection spoke of “{fact.en}”."
        return (sentence(Clause(zh, en)),)
    return (_issue(fact, filters, groups),)


def _nothing_yet() -> Sentence:
    return sentence(
        Clause("所选范围内还没有原声：", "There are no voices in this selection yet: "),
        Clause(
            "导入文件、放宽筛选，或载入演示数据，结论会出现在这里。",
            "import a file, widen the filters or load the demo data, and findings will appear here.",
            "/collect/import",
        ),
    )


def _too_few(minimum_n: int) -> Sentence:
    zh = f"客户不足 {minimum_n} 位，证据不足，暂不下结论。"
    return sentence(Clause(zh, f"Fewer than {minimum_n} customers: not enough evidence for any finding."))


def _heard(filters: Filters, kpis: Mapping[str, Kpi]) -> Sentence:
    voices, customers, negative = kpis["voices"], kpis["customers"], kpis["negative_share"]
    heard = Clause(
        f"{_span(filters)[0]}收到 {count_zh(voices.estimate.n)} 条原声，来自 {count_zh(customers.estimate.n)} 位客户",
        f"{_span(filters)[1]}: {voices.estimate.n:,} voices from {customers.estimate.n:,} customers",
        voices.link,
    )
    if not negative.estimate.sufficient:
        return sentence(heard, Clause("。", "."))
    share_zh, share_en = share_words(negative.estimate)
    said = Clause(f"；其中 {share_zh}的客户表达了不满", f"; {share_en} spoke negatively", negative.link)
    if negative.difference is None:
        return sentence(heard, said, Clause("。", "."))
    zh, en = change_words(negative.difference, versus=PERIOD, factor=100, unit=POINTS)
    return sentence(heard, said, Clause(f"，{zh}。", f", {en}."))


def _issue(fact: Fact, filters: Filters, groups: Mapping[str, Sequence[Group]]) -> Sentence:
    link = voices_link(filters.about(fact.aspect, -1))
    share_zh, share_en = share_words(fact.negative_customers)
    many = fact.negative_customers.count
    named = Clause(f"“{fact.zh}”：", f"“{fact.en}”: ", fact.link)
    touched = Clause(
        f"{count_zh(many)} 位客户不满，占 {share_zh}", f"{many:,} customers are unhappy, {share_en}", link
    )
    trend_zh, trend_en = trend_words(fact)
    trend = Clause(f"，{trend_zh}", f", {trend_en}", fact.link)
    return sentence(named, touched, _by_audit(fact), trend, _mostly_from(groups), Clause("。", "."))


def _by_audit(fact: Fact) -> Clause | None:
    """Say what the share becomes once people's reading counts, where an audit tells enough."""
    if fact.corrected is None or not fact.corrected.negative_customers.sufficient:
        return None
    zh, en = share_words(fact.corrected.negative_customers)
    link = f"/understand/audit?audit={fact.corrected.audit.id}"
    return Clause(f"，按抽检校正为 {zh}", f", corrected by audit to {en}", link)


def trend_words(fact: Fact) -> tuple[str, str]:
    """Write a fact's trend in both languages; what only looks like a change among many aspects is called that."""
    zh, en = change_words(fact.trend.change, versus=WINDOW, factor=100, unit=POINTS)
    if fact.trend.direction is Direction.FLAT and fact.trend.change.excludes_zero:
        return (
            f"{zh.replace(WINDOW[0], f'{WINDOW[0]}疑似')}（众多维度中可能只是偶然）",
            f"possibly {en} (may be chance among many aspects)",
        )
    return zh, en


def _mostly_from(groups: Mapping[str, Sequence[Group]]) -> Clause | None:
    """Name the group whose customers complain significantly more than the rest, product before channel."""
    for dimension in ("product", "segment", "channel"):
        for group in groups.get(dimension, ()):
            difference = group.difference
            if group.unusual and difference is not None and (difference.value or 0) > 0:
                return Clause(f"，在“{group.zh}”中明显更高", f", clearly higher in “{group.en}”", group.link)
    return None


def _rising(facts: Sequence[Fact], told: Sequence[Fact], context: Context) -> Fact | None:
    known = {fact.aspect for fact in told}
    rising = [
        fact
        for fact in facts
        if fact.trend.direction is Direction.UP
        and fact.aspect not in known
        and not context.names.is_general(fact.aspect)
    ]
    return max(rising, key=lambda fact: fact.trend.change.low or 0.0, default=None)


def _risen(fact: Fact, filters: Filters) -> Sentence:
    zh, en = change_words(fact.trend.change, versus=WINDOW, factor=100, unit=POINTS)
    return sentence(
        Clause("上升最快的是", "Rising fastest: "),
        Clause(f"“{fact.zh}”", f"“{fact.en}”", fact_link(fact.aspect, filters)),
        Clause(f"：负面客户占比{zh}。", f": customers with a negative opinion are {en}."),
    )


def _strongest(fact: Fact, filters: Filters) -> Sentence:
    value = fact.intensity.value or 0.0
    return sentence(
        Clause("情绪最强烈的是", "Felt most strongly: "),
        Clause(f"“{fact.zh}”", f"“{fact.en}”", fact_link(fact.aspect, filters)),
        Clause(
            f"：强度 {value:.2f}（满分 1，来自 {count_zh(fact.intensity.n)} 位不满的客户）。",
            f": intensity {value:.2f} of 1, from {fact.intensity.n:,} unhappy customers.",
        ),
    )


def _nps(kpi: Kpi) -> Sentence:
    e = kpi.estimate
    value, low, high = (score_words(each or 0.0) for each in (e.value, e.low, e.high))
    zh = f"NPS 为 {value}（区间 {low} 至 {high}，n = {e.n:,}）"
    head = Clause(zh, f"NPS is {value} (interval {low} to {high}, n = {e.n:,})", kpi.link)
    if kpi.difference is None:
        return sentence(head, Clause("。", "."))
    change_zh, change_en = change_words(kpi.difference, versus=PERIOD, factor=1, unit=("分", "points"))
    return sentence(head, Clause(f"，{change_zh}。", f", {change_en}."))


def _span(filters: Filters) -> tuple[str, str]:
    start, end = filters.start, filters.end
    if start is None or end is None:
        return "全部时间", "All time"
    zh = f"{start.month}月{start.day}日至{end.month}月{end.day}日"
    if start.year != end.year:
        zh = f"{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日"
    return zh, f"{start.isoformat()} to {end.isoformat()}"
