"""The periodic review that writes itself: the figures of a month, and what changed since the last one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, insert, select

from huiyin.act.programme.figure import HealthFigure
from huiyin.act.programme.health import Health, read_health, written
from huiyin.kit.clock import Clock
from huiyin.kit.errors import NotFoundError
from huiyin.stats import Estimate
from huiyin.store.ledger.tables_programme import programme_review
from huiyin.understand import Clause, Context, Sentence, Window, freshness

ConnectionFactory = Callable[[], AbstractContextManager[Connection]]

WRITER = "huiyin"


class ReviewNotFoundError(NotFoundError):
    """No review has this id."""

    code = "review_not_found"


@dataclass(frozen=True, slots=True)
class Review:
    """One review as it was written; it is never rewritten."""

    id: int
    period_start: date
    period_end: date
    written_by: str
    written_at: datetime
    figures: list[dict[str, Any]]
    sentences: list[dict[str, Any]]


def last_month(today: date) -> Window:
    """Return the last complete month.

    >>> last_month(date(2026, 3, 2))
    Window(start=datetime.date(2026, 2, 1), end=datetime.date(2026, 2, 28))
    """
    end = today.replace(day=1) - timedelta(days=1)
    return Window(end.replace(day=1), end)


def write_due_review(
    connection_factory: ConnectionFactory, context: Context, clock: Clock, *, zone: ZoneInfo
) -> Review | None:
    """Write the review of the last complete month where the facts reach into it and none is there yet."""
    period = last_month(clock().astimezone(zone).date())
    fresh = freshness(context.facts)
    if fresh.first_day is None or fresh.first_day > period.end:
        return None
    with connection_factory() as connection:
        if _find(connection, period) is not None:
            return None
        health = read_health(context, connection, period, now=clock(), zone=zone)
        review_id = _write(connection, health, clock)
        return get_review(connection, review_id)


def list_reviews(connection: Connection) -> list[Review]:
    """Return every review, newest period first."""
    query = select(programme_review).order_by(programme_review.c.period_end.desc())
    return [_review(row) for row in connection.execute(query)]


def get_review(connection: Connection, review_id: int) -> Review:
    """Return one review; raises `ReviewNotFoundError`."""
    query = select(programme_review).where(programme_review.c.id == review_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise ReviewNotFoundError(f"no review has the id {review_id}")
    return _review(row)


def review_sentences(health: Health, before: Mapping[str, Estimate]) -> list[Sentence]:
    """Return the month's findings, then each figure that moved beyond its uncertainty since the last review."""
    moved = [
        sentence
        for figure in health.figures
        if (sentence := _moved(figure, before.get(figure.id))) is not None
    ]
    if not before:
        return [
            *health.sentences,
            _plain("这是第一份评估记录，下一份将与它比较。", "This is the first review."),
        ]
    calm = _plain("与上一份记录相比，没有指标的变化超出误差。", "No figure moved beyond its uncertainty.")
    return [*health.sentences, *(moved or [calm])]


def _moved(figure: HealthFigure, before: Estimate | None) -> Sentence | None:
    now = figure.estimate
    if before is None or not now.sufficient or not before.sufficient:
        return None
    if now.low is None or now.high is None or before.value is None or now.value is None:
        return None
    # Both intervals apart is a stricter test than that of the difference, which fits a long list of figures.
    apart = now.low > (before.high or 0.0) or now.high < (before.low or 0.0)
    if not apart:
        return None
    better = (now.value > before.value) == (figure.good == "up")
    zh, en = written(figure)
    word_zh, word_en = ("改善", "improved") if better else ("变差", "got worse")
    return Sentence((Clause(f"{figure.zh}{word_zh}：{zh}。", f"{figure.en} {word_en}: {en}.", figure.link),))


def _write(connection: Connection, health: Health, clock: Clock) -> int:
    period = health.window
    previous = _find_before(connection, period)
    before = (
        {each["id"]: Estimate.from_dict(each["estimate"]) for each in previous.figures} if previous else {}
    )
    values = {
        "period_start": period.start,
        "period_end": period.end,
        "written_by": WRITER,
        "written_at": clock(),
        "figures": [figure.as_dict() for figure in health.figures],
        "sentences": [_sentence_json(each) for each in review_sentences(health, before)],
    }
    written_id: int = connection.execute(
        insert(programme_review).values(values).returning(programme_review.c.id)
    ).scalar_one()
    return written_id


def _find(connection: Connection, period: Window) -> Review | None:
    query = select(programme_review).where(
        programme_review.c.period_start == period.start, programme_review.c.period_end == period.end
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else _review(row)


def _find_before(connection: Connection, period: Window) -> Review | None:
    query = (
        select(programme_review)
        .where(programme_review.c.period_end < period.start)
        .order_by(programme_review.c.period_end.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else _review(row)


def _plain(zh: str, en: str) -> Sentence:
    return Sentence((Clause(zh, en),))


def _sentence_json(sentence: Sentence) -> dict[str, Any]:
    return {
        "text_zh": sentence.text_zh,
        "text_en": sentence.text_en,
        "link": sentence.link,
        "clauses": [{"zh": each.zh, "en": each.en, "link": each.link} for each in sentence.clauses],
    }


def _review(row: Row[Any]) -> Review:
    return Review(**row._asdict())
