"""Do we act: alerts worth having, cases closed, actions owned, done and found effective."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from huiyin import stats
from huiyin.act.actions.actions import Action, ActionState, list_actions
from huiyin.act.effects.judging import effects_of
from huiyin.act.effects.verdict import EffectVerdict
from huiyin.act.programme.figure import HealthFigure, LoopStage, Unit
from huiyin.act.programme.survival import Closing
from huiyin.store.ledger.tables_act import alert, customer_case
from huiyin.store.ledger.tables_telling import told_customer

_DAY = timedelta(days=1)
SOON = 7


def read_closing(connection: Connection, *, since: datetime, now: datetime) -> Closing:
    """Return how fast the cases opened since then close; open ones are censored."""
    query = select(customer_case.c.created_at, customer_case.c.resolved_at).where(
        customer_case.c.created_at >= since, customer_case.c.created_at <= now
    )
    rows = [(row.created_at, row.resolved_at) for row in connection.execute(query)]
    durations = [((resolved or now) - created) / _DAY for created, resolved in rows]
    return Closing(durations, [resolved is not None for _, resolved in rows])


def acting_figures(connection: Connection, *, since: datetime, now: datetime) -> list[HealthFigure]:
    """Return the figures about alerts, cases and actions since then."""
    actions = actions_within(connection, since=since, now=now)
    return [
        _alerts(connection, since, now),
        *_cases(read_closing(connection, since=since, now=now)),
        *_actions(connection, actions),
        _told(connection, since, now),
    ]


def actions_within(connection: Connection, *, since: datetime, now: datetime) -> list[Action]:
    """Return the actions that were alive at some moment since then: still open, or closed or judged after it."""
    opened = [each for each in list_actions(connection) if each.created_at <= now]
    effects = effects_of(connection, [each.id for each in opened])
    return [
        each
        for each in opened
        if each.closed_at is None
        or each.closed_at >= since
        or (each.id in effects and effects[each.id].judged_at >= since)
    ]


def _alerts(connection: Connection, since: datetime, now: datetime) -> HealthFigure:
    query = select(func.count(), func.count().filter(alert.c.useful)).where(
        alert.c.useful.is_not(None), alert.c.fired_at.between(since, now)
    )
    judged, useful = connection.execute(query).one()
    return HealthFigure(
        "alert_precision",
        LoopStage.UNDERSTAND,
        "预警准确率",
        "Alert precision",
        Unit.SHARE,
        stats.wilson(useful, judged),
        "被评价的预警中，被认为有用的占比。",
        "Of the alerts somebody judged, those called useful.",
        "up",
        "/act/alerts",
    )


def _cases(closing: Closing) -> list[HealthFigure]:
    link = "/act/cases"
    return [
        HealthFigure(
            "close_rate",
            LoopStage.ACT,
            "工单关闭率",
            "Cases closed",
            Unit.SHARE,
            stats.wilson(closing.finished, closing.n),
            "期内建立的工单中，现在已解决的占比；刚建立的还来不及解决，见右侧曲线。",
            "Of the cases opened in the window, those resolved by now; the curve allows for young ones.",
            "up",
            link,
        ),
        HealthFigure(
            "time_to_close",
            LoopStage.ACT,
            "关闭时长（中位数）",
            "Time to close, median",
            Unit.DAYS,
            closing.median(),
            "Kaplan–Meier 估计：未关闭的工单按截尾计入，而不是被略去。",
            "Kaplan–Meier: open cases count as censored instead of being left out.",
            "down",
            link,
        ),
        HealthFigure(
            "closed_soon",
            LoopStage.ACT,
            f"{SOON} 天内关闭",
            f"Closed within {SOON} days",
            Unit.SHARE,
            closing.share_by(SOON),
            "同一条 Kaplan–Meier 曲线在第 7 天的值。",
            "The same Kaplan–Meier curve after seven days.",
            "up",
            link,
        ),
    ]


def _actions(connection: Connection, actions: Sequence[Action]) -> list[HealthFigure]:
    live = [each for each in actions if each.state is not ActionState.DROPPED]
    owned = sum(bool(each.owner.strip()) for each in live)
    done = sum(each.state is ActionState.DONE for each in live)
    verdicts = [effect.verdict for effect in effects_of(connection, [each.id for each in live]).values()]
    effective = verdicts.count(EffectVerdict.EFFECTIVE)
    link = "/act/actions"
    return [
        HealthFigure(
            "actions_owned",
            LoopStage.ACT,
            "有负责人的行动",
            "Actions with an owner",
            Unit.SHARE,
            stats.wilson(owned, len(live)),
            "未放弃的行动中有负责人的占比。",
            "Of the actions not dropped, those with an owner.",
            "up",
            link,
        ),
        HealthFigure(
            "actions_done",
            LoopStage.ACT,
            "完成的行动",
            "Actions done",
            Unit.SHARE,
            stats.wilson(done, len(live)),
            "未放弃的行动中已完成的占比。",
            "Of the actions not dropped, those done.",
            "up",
            link,
        ),
        HealthFigure(
            "actions_effective",
            LoopStage.ACT,
            "检验有效的行动",
            "Actions found effective",
            Unit.SHARE,
            stats.wilson(effective, len(verdicts)),
            "到期检验过的行动中判为有效的占比；“无法判断”计入分母。",
            "Of the actions tested on their day, those found effective; “cannot tell” stays in the base.",
            "up",
            link,
        ),
    ]


def _told(connection: Connection, since: datetime, now: datetime) -> HealthFigure:
    query = select(func.count(), func.count(told_customer.c.customer_id.distinct())).where(
        told_customer.c.sent_at.between(max(since, now - timedelta(days=91)), now)
    )
    messages, customers = connection.execute(query).one()
    return HealthFigure(
        "our_contacts",
        LoopStage.ACT,
        "每客户每季我方联系次数",
        "Our messages per customer and quarter",
        Unit.RATIO,
        stats.poisson_count(messages).scaled(1 / customers)
        if customers
        else stats.insufficient(0, "poisson"),
        "最近 91 天内我们回告过的客户，平均每人收到的条数；上限在回告时检查。",
        "Messages of ours per customer told in the last 91 days; the cap is checked before sending.",
        "down",
    )
