"""The report hours after a launch, as pages: who speaks, beside whom, in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from huiyin.act.reports.page import Page, Quote, Report
from huiyin.charts import Language, Table
from huiyin.stats import Estimate
from huiyin.understand.launches import ComparedAspect, LaunchReport, LaunchSpeaker, LaunchStanding, Rivalry
from huiyin.understand.sentences import Sentence

_STANDINGS = {
    LaunchStanding.BETTER: ("更好", "better"),
    LaunchStanding.WORSE: ("更差", "worse"),
    LaunchStanding.ALIKE: ("无可分辨差别", "alike"),
    LaunchStanding.INSUFFICIENT: ("证据不足", "not enough evidence"),
}
_QUOTE_LENGTH = 90


def compose_launch(found: LaunchReport, *, language: Language, now: datetime, zone: tzinfo) -> Report:
    """Return the report of a watched event at the hour it was asked for; `now` is aware."""
    event, zh = found.event, language is Language.ZH
    hours = f"T+{found.hours:g} {'小时' if zh else 'h'}"
    sentences = list(found.summary)
    pages = [
        _people(found, sentences[:2], zh=zh),
        *(
            _beside(rivalry, told, zh=zh)
            for rivalry, told in zip(found.rivalries, sentences[2:], strict=False)
        ),
        _voices(found, zh=zh),
    ]
    return Report(
        name=f"{event.name} · {hours}",
        language=language,
        start=event.starts_at.astimezone(zone).date(),
        end=found.until.astimezone(zone).date(),
        as_of=found.until,
        made_at=now.astimezone(zone),
        scope=" · ".join([part for part in (event.product, *event.terms) if part]),
        pages=tuple(page for page in pages if page is not None),
    )


def _people(found: LaunchReport, told: Sequence[Sentence], *, zh: bool) -> Page:
    head = ("谁在说话", "人数") if zh else ("Who speaks", "People")
    rows = [((role.zh if zh else role.en), found.people.get(role.value, 0)) for role in LaunchSpeaker]
    figures = [
        ("首批用户净情感" if zh else "First users' net sentiment", _signed(found.net, zh=zh)),
        ("首批用户占比" if zh else "Share of first users", _share(found.user_share, zh=zh)),
    ]
    return Page(
        key="people",
        eyebrow="谁在说话" if zh else "Who speaks",
        title=told[0],
        body=tuple(told[1:]),
        figure=found.chart,
        table=Table(head, (*rows, *figures)),
        note=_note(zh),
    )


def _beside(rivalry: Rivalry, told: Sentence, *, zh: bool) -> Page | None:
    if not rivalry.aspects:
        return None
    head = (
        ("维度", "本品净情感", f"{rivalry.rival}", "相差", "结论")
        if zh
        else ("Aspect", "Net sentiment", rivalry.rival, "Difference", "Verdict")
    )
    rows = tuple(_row(each, zh=zh) for each in rivalry.aspects)
    eyebrow = f"与{rivalry.rival}相比（对方用户 {rivalry.people:,} 位）" if zh else f"Beside {rivalry.rival} ({rivalry.people:,} users)"  # fmt: skip
    return Page(f"beside-{rivalry.rival}", eyebrow, told, table=Table(head, rows), note=_note(zh))


def _row(each: ComparedAspect, *, zh: bool) -> tuple[str, ...]:
    standing = _STANDINGS[each.side][0 if zh else 1]
    early = each.early and each.side is not LaunchStanding.INSUFFICIENT
    mark = ("（早期，人数少）" if zh else " (early, few people)") if early else ""
    if each.needed is not None:
        mark += f"；每边约需 {each.needed:,} 位" if zh else f"; about {each.needed:,} a side needed"
    figures = (_signed(figure, zh=zh) for figure in (each.net, each.rival, each.difference))
    return (each.zh if zh else each.en, *figures, standing + mark)


def _voices(found: LaunchReport, *, zh: bool) -> Page | None:
    users = [each for each in found.samples if each.role is LaunchSpeaker.USER]
    if not users:
        return None
    quotes = tuple(
        Quote(each.text[:_QUOTE_LENGTH], each.role.zh if zh else each.role.en, each.occurred_at.date())
        for each in users
    )
    title = found.summary[1] if len(found.summary) > 1 else found.summary[0]
    return Page("voices", "首批用户怎么说" if zh else "In first users' words", title, quotes=quotes)


def _signed(figure: Estimate, *, zh: bool) -> str:
    if not figure.sufficient or figure.value is None or figure.low is None or figure.high is None:
        return f"证据不足（n = {figure.n}）" if zh else f"not enough evidence (n = {figure.n})"
    value, low, high = (
        f"{100 * each:+.0f}".replace("-", "−") for each in (figure.value, figure.low, figure.high)
    )
    return f"{value}（{low} – {high}，n = {figure.n}）" if zh else f"{value} ({low} – {high}, n = {figure.n})"


def _share(figure: Estimate, *, zh: bool) -> str:
    if not figure.sufficient or figure.value is None:
        return f"证据不足（n = {figure.n}）" if zh else f"not enough evidence (n = {figure.n})"
    return f"{100 * figure.value:.0f}% ({100 * (figure.low or 0):.0f}–{100 * (figure.high or 0):.0f}%)"


def _note(zh: bool) -> str:
    if zh:
        return "净情感 = 谈到该维度的人中好评占比 − 差评占比（百分点），每人一次；推广、复制与围观不计入。区间 95%，差别经整表多重检验校正。"
    return (
        "Net sentiment: people who praise less people who complain, in points, each once; promotion, copies and onlookers "
        "are left out. 95% intervals; differences are corrected over the table."
    )
