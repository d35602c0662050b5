"""Are we hearing people: coverage, coding, freshness, repeated complaints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sqlalchemy import Connection, func, select

from huiyin import stats
from huiyin.act.programme.figure import HealthFigure, LoopStage, Unit
from huiyin.act.programme.quantiles import quantile
from huiyin.stats import Estimate
from huiyin.store.ledger.tables import customer
from huiyin.store.ledger.tables_surveys import survey_invitation, survey_response
from huiyin.understand import FactsReader, Window

REPEAT_DAYS = 30
UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class SegmentCoverage:
    """How many of a segment's known customers were heard; an empty name is a segment nobody filled in."""

    segment: str
    heard: Estimate


def hearing_figures(
    facts: FactsReader, connection: Connection, window: Window, minimum_n: int, *, zone: tzinfo
) -> list[HealthFigure]:
    """Return the figures about collecting and analysing within the window."""
    known = _known_customers(connection)
    heard = _heard_customers(facts, window)
    total = sum(known.values())
    covered = min(sum(heard.values()), total)
    return [
        HealthFigure(
            "coverage",
            LoopStage.COLLECT,
            "客户覆盖率",
            "Customer coverage",
            Unit.SHARE,
            stats.wilson(covered, total).guarded(minimum_n),
            "期内发过声的已知客户 ÷ 全部已知客户。",
            "Known customers who spoke in the window ÷ all known customers.",
            "up",
            "/collect/sources",
        ),
        HealthFigure(
            "response_rate",
            LoopStage.COLLECT,
            "调查应答率",
            "Survey response rate",
            Unit.SHARE,
            _responded(connection, window, zone).guarded(minimum_n),
            "期内受邀请的人中完整作答的占比（AAPOR RR1；没有受邀名单的公开链接不计入）。",
            "Complete answers among the people invited in the window (AAPOR RR1); open links have no list.",
            "up",
            "/collect/surveys",
        ),
        HealthFigure(
            "freshness_p95",
            LoopStage.COLLECT,
            "新鲜度（95 分位）",
            "Freshness, 95th percentile",
            Unit.HOURS,
            quantile(_delays(facts, window), 0.95),
            "从客户说出到系统收到的时间，95% 的原声不超过此值；批量补录的历史也计入。",
            "From the moment a customer spoke to its acceptance; 95 % are faster. Imported history counts too.",
            "down",
            "/understand/live",
        ),
        HealthFigure(
            "coded",
            LoopStage.ANALYSE,
            "已归类占比",
            "Share coded",
            Unit.SHARE,
            _coded(facts, window).guarded(minimum_n),
            "至少归入一个具体维度（不含“整体”）的原声占比。",
            "Voices with at least one opinion about a named aspect, “overall” not counted.",
            "up",
            "/analyse/taxonomy",
        ),
        HealthFigure(
            "repeat_complaints",
            LoopStage.UNDERSTAND,
            "重复抱怨率",
            "Repeat complaints",
            Unit.SHARE,
            _repeated(facts, window).guarded(minimum_n),
            f"抱怨后 {REPEAT_DAYS} 天内又为同一大类问题抱怨的客户占比；只看有满 {REPEAT_DAYS} 天可观察的客户。",
            f"Customers who complain about the same broad aspect again within {REPEAT_DAYS} days, "
            "among those who could be watched that long.",
            "down",
            "/understand/facts",
        ),
        HealthFigure(
            "service_contacts",
            LoopStage.UNDERSTAND,
            "每客户每季服务联系次数",
            "Service contacts per customer and quarter",
            Unit.RATIO,
            _contacts(facts, window).guarded(minimum_n),
            "最近 91 天内联系过客服的客户，平均联系次数。",
            "Mean number of service contacts of those who contacted service in the last 91 days.",
            "down",
        ),
    ]


def segment_coverage(
    facts: FactsReader, connection: Connection, window: Window, minimum_n: int
) -> list[SegmentCoverage]:
    """Return the coverage of each segment, the least heard first."""
    known, heard = _known_customers(connection), _heard_customers(facts, window)
    rows = [
        SegmentCoverage(segment, stats.wilson(min(heard.get(segment, 0), count), count).guarded(minimum_n))
        for segment, count in known.items()
    ]
    return sorted(rows, key=lambda row: (row.heard.value or 0.0, row.segment))


def _known_customers(connection: Connection) -> Mapping[str, int]:
    segment = func.coalesce(customer.c.segment, UNKNOWN)
    rows = connection.execute(select(segment, func.count()).group_by(segment))
    return {row[0]: row[1] for row in rows}


def _heard_customers(facts: FactsReader, window: Window) -> Mapping[str, int]:
    sql = """
        SELECT coalesce(segment, ''), count(DISTINCT customer_id) FROM voice
        WHERE customer_id IS NOT NULL AND day BETWEEN $start AND $end_day GROUP BY 1
    """
    return dict(facts.query(sql, _days(window)).iter_rows())


def _responded(connection: Connection, window: Window, zone: tzinfo) -> Estimate:
    begin, end = (
        datetime.combine(day, time.min, zone).astimezone(UTC)
        for day in (window.start, window.end + timedelta(days=1))
    )
    invited = (survey_invitation.c.created_at >= begin, survey_invitation.c.created_at < end)
    answered = (
        select(func.count(survey_response.c.invitation_id.distinct()))
        .join(survey_invitation, survey_invitation.c.id == survey_response.c.invitation_id)
        .where(*invited, survey_response.c.state == "complete")
    )
    asked = select(func.count()).select_from(survey_invitation).where(*invited)
    return stats.wilson(connection.scalar(answered) or 0, connection.scalar(asked) or 0)


def _delays(facts: FactsReader, window: Window) -> list[float]:
    sql = """
        SELECT greatest(epoch(received_at) - epoch(occurred_at), 0) / 3600.0 AS hours
        FROM voice WHERE day BETWEEN $start AND $end_day
    """
    return facts.query(sql, _days(window)).get_column("hours").to_list()


def _coded(facts: FactsReader, window: Window) -> Estimate:
    sql = """
        SELECT count(*), count(*) FILTER (feedback_id IN (
            SELECT feedback_id FROM opinion
            WHERE day BETWEEN $start AND $end_day AND NOT ends_with(aspect, '.general')))
        FROM voice WHERE day BETWEEN $start AND $end_day AND length(trim(text)) > 0
    """
    voices, coded = facts.query(sql, _days(window)).row(0)
    return stats.wilson(int(coded), int(voices))


def _repeated(facts: FactsReader, window: Window) -> Estimate:
    """Return the share of complaining customers who complained again; everybody is followed equally long."""
    sql = """
        WITH said AS (
            SELECT DISTINCT speaker, aspect1, day FROM opinion
            WHERE sentiment < 0 AND day BETWEEN $start AND $end_day
        ),
        first AS (
            SELECT speaker, aspect1, min(day) AS day FROM said
            WHERE day <= $last_start GROUP BY 1, 2
        ),
        followed AS (
            SELECT first.speaker, bool_or(said.day IS NOT NULL) AS again
            FROM first LEFT JOIN said ON said.speaker = first.speaker AND said.aspect1 = first.aspect1
                AND said.day > first.day AND said.day <= first.day + CAST($follow AS integer)
            GROUP BY 1
        )
        SELECT count(*), count(*) FILTER (again) FROM followed
    """
    last_start: date = window.end - timedelta(days=REPEAT_DAYS)
    params = _days(window) | {"last_start": last_start, "follow": REPEAT_DAYS}
    customers, again = facts.query(sql, params).row(0)
    return stats.wilson(int(again), int(customers))


def _contacts(facts: FactsReader, window: Window) -> Estimate:
    sql = """
        SELECT count(*) AS n FROM voice
        WHERE channel = 'service' AND day BETWEEN $start AND $end_day GROUP BY speaker
    """
    quarter = {"start": window.end - timedelta(days=90), "end_day": window.end}
    counts = facts.query(sql, quarter).get_column("n").to_list()
    return stats.mean_interval(counts)


def _days(window: Window) -> dict[str, object]:
    return {"start": window.start, "end_day": window.end}
