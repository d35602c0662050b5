"""The programme's own figures on one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from huiyin import charts
from huiyin.act.programme.acting import acting_figures, read_closing
from huiyin.act.programme.figure import HealthFigure, Unit
from huiyin.act.programme.hearing import SegmentCoverage, hearing_figures, segment_coverage
from huiyin.act.programme.latency import Leg, Way, legs_of, read_ways
from huiyin.charts import Bar, CurvePoint, Figure, Language
from huiyin.understand import Clause, Context, Sentence, Window
from huiyin.understand.sentences import count_zh

CURVE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Health:
    """Everything the programme page shows about a window."""

    window: Window
    sentences: tuple[Sentence, ...]
    figures: tuple[HealthFigure, ...]
    segments: tuple[SegmentCoverage, ...]
    coverage_chart: Figure
    closing_chart: Figure
    legs: tuple[Leg, ...]
    ways: tuple[Way, ...]


def read_health(
    context: Context,
    connection: Connection,
    window: Window,
    *,
    now: datetime,
    zone: ZoneInfo,
    language: Language = Language.ZH,
) -> Health:
    """Return the page; `now` is aware, the window's days are those of `zone`."""
    since = datetime.combine(window.start, time.min, zone).astimezone(UTC)
    until = min(now, datetime.combine(window.end, time.max, zone).astimezone(UTC))
    figures = (
        *hearing_figures(context.facts, connection, window, context.minimum_n, zone=zone),
        *acting_figures(connection, since=since, now=until),
    )
    segments = segment_coverage(context.facts, connection, window, context.minimum_n)
    closing = read_closing(connection, since=since, now=until)
    ways = read_ways(
        context.facts, connection, zone=zone, minimum_n=context.minimum_n, since=since, now=until
    )
    legs = legs_of(ways)
    shares = [(day, closing.share_by(day)) for day in range(CURVE_DAYS + 1)]
    points = [CurvePoint(day, share) for day, share in shares if share.sufficient]
    return Health(
        window=window,
        sentences=health_sentences(figures, segments, legs),
        figures=figures,
        segments=tuple(segments),
        coverage_chart=_coverage_chart(segments, language),
        closing_chart=charts.closing_chart(points, language=language),
        legs=tuple(legs),
        ways=tuple(ways),
    )


def health_sentences(
    figures: tuple[HealthFigure, ...], segments: list[SegmentCoverage], legs: list[Leg]
) -> tuple[Sentence, ...]:
    """Return what a manager should repeat: who is heard, who is not, whether acting works."""
    by_id = {figure.id: figure for figure in figures}
    told = [_covered(by_id["coverage"], segments), _closed(by_id), _acted(by_id, legs)]
    return tuple(sentence for sentence in told if sentence is not None)


def written(figure: HealthFigure) -> tuple[str, str]:
    """Return a figure's value with interval and n in both languages."""
    e = figure.estimate
    if not e.sufficient or e.value is None or e.low is None or e.high is None:
        return "证据不足", "not enough evidence"
    value, low, high = (_number(each, figure.unit) for each in (e.value, e.low, e.high))
    zh = {Unit.SHARE: "%", Unit.DAYS: " 天", Unit.HOURS: " 小时", Unit.RATIO: " 次"}[figure.unit]
    en = {Unit.SHARE: "%", Unit.DAYS: " days", Unit.HOURS: " hours", Unit.RATIO: ""}[figure.unit]
    return (
        f"{value}{zh}（区间 {low}–{high}{zh.strip()}，n = {e.n:,}）",
        f"{value}{en} (interval {low}–{high}, n = {e.n:,})",
    )


def _covered(coverage: HealthFigure, segments: list[SegmentCoverage]) -> Sentence | None:
    if not coverage.estimate.sufficient:
        few = Clause(
            "有记录的客户还太少，说不出期内听到了多少。",
            "Too few customers are on record to say how many were heard.",
            coverage.link,
        )
        return Sentence((few,))
    zh, en = written(coverage)
    clauses = [Clause(f"已知客户中期内被听到的占 {zh}", f"{en} of known customers were heard", coverage.link)]
    named = [each for each in segments if each.segment and each.heard.sufficient]
    if len(named) > 1:
        least, share = named[0], 100 * (named[0].heard.value or 0)
        clauses.append(
            Clause(
                f"；听到最少的是“{least.segment}”，{share:.1f}%",
                f"; least heard is “{least.segment}” at {share:.1f}%",
            )
        )
    return Sentence((*clauses, Clause("。", ".")))


def _closed(by_id: dict[str, HealthFigure]) -> Sentence:
    rate, median = by_id["close_rate"], by_id["time_to_close"]
    if rate.estimate.n == 0:
        return Sentence(
            (
                Clause(
                    "期内还没有工单：从一条原声或预警一步建立。",
                    "No cases in the window yet: open one from a voice or an alert.",
                    "/act/cases",
                ),
            )
        )
    zh, en = written(rate)
    median_zh, median_en = written(median)
    return Sentence(
        (
            Clause(f"工单已关闭 {zh}", f"Cases closed: {en}", rate.link),
            Clause(f"，中位关闭时长：{median_zh}。", f"; median time to close {median_en}."),
        )
    )


def _acted(by_id: dict[str, HealthFigure], legs: list[Leg]) -> Sentence:
    effective, done = by_id["actions_effective"], by_id["actions_done"]
    if done.estimate.n == 0:
        none = Clause(
            "还没有行动：从一个群体事实一步建立。", "No actions yet: open one from a fact.", done.link
        )
        return Sentence((none,))
    n = effective.estimate.n
    worked = round((effective.estimate.value or 0) * n)
    first = Clause(
        f"{count_zh(done.estimate.n)} 项行动中 {n} 项已到期检验，{worked} 项有效",
        f"Of {done.estimate.n:,} actions {n} were tested, {worked} worked",
        done.link,
    )
    leg = legs[0]
    if leg.estimate.sufficient and leg.estimate.value is not None:
        days = leg.estimate.value
        return Sentence(
            (
                first,
                Clause(
                    f"；从信号到决定的中位数是 {days:.0f} 天。", f"; signal to decision took {days:.0f} days."
                ),
            )
        )
    return Sentence((first, Clause("。", ".")))


def _coverage_chart(segments: list[SegmentCoverage], language: Language) -> Figure:
    zh = language is Language.ZH
    nameless = "未填写" if zh else "not filled in"
    bars = [Bar(each.segment or nameless, each.heard) for each in segments if each.heard.sufficient]
    return charts.bar_chart(bars, title="听到的客户占比" if zh else "Customers heard", language=language)


def _number(value: float, unit: Unit) -> str:
    return f"{100 * value:.1f}" if unit is Unit.SHARE else f"{value:,.1f}"
