"""Sending reports when their time has come, each edition once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from huiyin.act.actions.actions import Action, list_actions
from huiyin.act.alerts.messages import Letterhead
from huiyin.act.effects.judging import ActionEffect, effects_of
from huiyin.act.reports.composing import Brief, compose
from huiyin.act.reports.digest import Digest, digest_of
from huiyin.act.reports.news import news_page, read_news
from huiyin.act.reports.page import Page, Report
from huiyin.act.reports.saved import SavedReport, list_reports, mark_run
from huiyin.act.sending.outbox import enqueue
from huiyin.act.sending.targets import Target
from huiyin.act.stored_filters import parse_filters
from huiyin.kit.clock import Clock
from huiyin.understand import Context, Filters, freshness, windowed

ConnectionFactory = Callable[[], AbstractContextManager[Connection]]


def send_due_reports(
    connection_factory: ConnectionFactory, context: Context, clock: Clock, *, letterhead: Letterhead
) -> list[SavedReport]:
    """Put every due report into the outbox; return those that were sent.

    An edition is composed while no transaction is open; moving the report to its next time and queueing its
    messages is one transaction, so that a crash or a second process sends no edition twice and loses none.
    """
    with connection_factory() as connection:
        due = list_reports(connection, due_at=clock())
    return [
        each for each in due if _send(connection_factory, context, each, clock, letterhead, scheduled=True)
    ]


def send_report(
    connection_factory: ConnectionFactory,
    context: Context,
    saved: SavedReport,
    clock: Clock,
    *,
    letterhead: Letterhead,
) -> int:
    """Send a report now, beside its schedule; return to how many targets."""
    _send(connection_factory, context, saved, clock, letterhead, scheduled=False)
    return len(saved.targets)


def edition(
    connection_factory: ConnectionFactory,
    context: Context,
    saved: SavedReport,
    clock: Clock,
    *,
    letterhead: Letterhead,
    since: datetime | None = None,
) -> Report:
    """Return a saved report as it reads now; with `since` it opens with what is new."""
    now = clock()
    today = now.astimezone(letterhead.zone).date()
    filters = windowed(parse_filters(saved.filters), freshness(context.facts), today)
    with connection_factory() as connection:
        actions = actions_with_effects(connection)
        news = _news(context, connection, filters, saved, since, letterhead)
    brief = Brief(saved.name, filters, saved.language, actions, news)
    return compose(context, brief, now=now, zone=letterhead.zone)


def actions_with_effects(connection: Connection) -> Sequence[tuple[Action, ActionEffect | None]]:
    """Return the board's actions with their verdicts, what was decided last first."""
    found = sorted(list_actions(connection), key=lambda each: each.created_at, reverse=True)
    effects = effects_of(connection, [each.id for each in found])
    return [(each, effects.get(each.id)) for each in found]


def _news(
    context: Context,
    connection: Connection,
    filters: Filters,
    saved: SavedReport,
    since: datetime | None,
    letterhead: Letterhead,
) -> Page | None:
    if since is None:
        return None
    open_window = replace(filters, start=None, end=None)
    news = read_news(context, connection, open_window, since=since.astimezone(letterhead.zone))
    return news_page(news, language=saved.language)


def _send(
    connection_factory: ConnectionFactory,
    context: Context,
    saved: SavedReport,
    clock: Clock,
    letterhead: Letterhead,
    *,
    scheduled: bool,
) -> bool:
    report = edition(
        connection_factory, context, saved, clock, letterhead=letterhead, since=saved.last_run_at
    )
    digest = digest_of(report, letterhead, report_id=saved.id)
    with connection_factory() as connection:
        if scheduled and not mark_run(connection, saved, clock=clock, zone=letterhead.zone):
            return False
        _queue(connection, saved.targets, digest, clock)
    return True


def _queue(connection: Connection, targets: Sequence[Target], digest: Digest, clock: Clock) -> None:
    for target in targets:
        enqueue(connection, target, digest.content_for(target.kind), clock=clock)
