"""What is new since a reader last looked: voices, alarms, decisions and verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy import Table as LedgerTable

from huiyin.act.effects.verdict import EffectVerdict
from huiyin.act.reports.page import Page
from huiyin.charts import Language
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_act import action, action_effect, alert, customer_case
from huiyin.store.ledger.tables_reports import reader_visit
from huiyin.understand import Clause, Context, Filters, Sentence
from huiyin.understand.sentences import count_zh


@dataclass(frozen=True, slots=True)
class News:
    """Counts of what happened after `since`, and the sentences that say so."""

    since: datetime
    voices: int
    customers: int
    alerts: int
    cases_opened: int
    cases_resolved: int
    actions_opened: int
    actions_done: int
    effective: int
    judged: int

    @property
    def quiet(self) -> bool:
        return not any(
            (
                self.voices,
                self.alerts,
                self.cases_opened,
                self.cases_resolved,
                self.actions_opened,
                self.judged,
            )
        )


def read_news(context: Context, connection: Connection, filters: Filters, *, since: datetime) -> News:
    """Return what happened after `since` (aware); the filters narrow the voices only."""
    voices, customers = _voices(context, filters, since)
    judged = _judged(connection, since)
    return News(
        since=since,
        voices=voices,
        customers=customers,
        alerts=_count(connection, alert, "fired_at", since),
        cases_opened=_count(connection, customer_case, "created_at", since),
        cases_resolved=_count(connection, customer_case, "resolved_at", since),
        actions_opened=_count(connection, action, "created_at", since),
        actions_done=_count(connection, action, "closed_at", since),
        effective=judged.get(EffectVerdict.EFFECTIVE.value, 0),
        judged=sum(judged.values()),
    )


def news_sentences(news: News) -> tuple[Sentence, ...]:
    """Return at most four sentences; nothing new is said as such."""
    if news.quiet:
        return (Sentence((Clause("上次查看以来没有新的变化。", "Nothing new since you last looked."),)),)
    told = [
        Sentence(
            (
                Clause(
                    f"新增 {count_zh(news.voices)} 条原声，来自 {count_zh(news.customers)} 位客户。",
                    f"{news.voices:,} new voices from {news.customers:,} customers.",
                    "/understand/live",
                ),
            )
        )
    ]
    if news.alerts:
        told.append(_said(f"触发 {news.alerts} 次预警。", f"{news.alerts} alerts fired.", "/act/alerts"))
    if news.cases_opened or news.cases_resolved:
        zh = f"新开 {news.cases_opened} 个工单，解决 {news.cases_resolved} 个。"
        told.append(
            _said(zh, f"{news.cases_opened} cases opened, {news.cases_resolved} resolved.", "/act/cases")
        )
    if news.actions_opened or news.actions_done or news.judged:
        zh = f"新建 {news.actions_opened} 项行动，关闭 {news.actions_done} 项；检验 {news.judged} 项，{news.effective} 项有效。"
        en = (
            f"{news.actions_opened} actions opened, {news.actions_done} closed; "
            f"{news.judged} tested, {news.effective} effective."
        )
        told.append(_said(zh, en, "/act/actions"))
    return tuple(told)


def news_page(news: News, *, language: Language) -> Page:
    """Return the news as the first page of a digest."""
    zh = language is Language.ZH
    title, *body = news_sentences(news)
    eyebrow = f"自 {news.since:%m-%d %H:%M} 以来" if zh else f"Since {news.since:%Y-%m-%d %H:%M}"
    return Page(key="news", eyebrow=eyebrow, title=title, body=tuple(body))


def last_visit(connection: Connection, username: str, place: str) -> datetime | None:
    """Return when a reader last marked a place as seen."""
    query = select(reader_visit.c.at).where(
        reader_visit.c.username == username, reader_visit.c.place == place
    )
    return connection.scalar(query)


def mark_visit(connection: Connection, username: str, place: str, *, clock: Clock) -> None:
    """Remember that a reader has seen everything up to now."""
    where = (reader_visit.c.username == username) & (reader_visit.c.place == place)
    if connection.execute(update(reader_visit).where(where).values(at=clock())).rowcount == 0:
        connection.execute(insert(reader_visit).values(username=username, place=place, at=clock()))


def _voices(context: Context, filters: Filters, since: datetime) -> tuple[int, int]:
    where = filters.voice_where()
    sql = f"SELECT count(*), count(DISTINCT speaker) FROM voice WHERE received_at > $since AND ({where.sql})"  # noqa: S608 compiled conditions
    since_naive = since.astimezone(UTC).replace(tzinfo=None)
    voices, customers = context.facts.query(sql, {**where.params, "since": since_naive}).row(0)
    return int(voices), int(customers)


def _count(connection: Connection, table: LedgerTable, column: str, since: datetime) -> int:
    query = select(func.count()).select_from(table).where(table.c[column] > since)
    return connection.scalar(query) or 0


def _judged(connection: Connection, since: datetime) -> dict[str, int]:
    query = (
        select(action_effect.c.verdict, func.count())
        .where(action_effect.c.judged_at > since)
        .group_by(action_effect.c.verdict)
    )
    rows: Any = connection.execute(query)
    return {row[0]: row[1] for row in rows}


def _said(zh: str, en: str, link: str) -> Sentence:
    return Sentence((Clause(zh, en, link),))
