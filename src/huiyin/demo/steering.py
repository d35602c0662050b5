"""What the demo company decided about its own programme: goals, what it costs, and how mature it thinks itself."""

from __future__ import annotations

from datetime import date, timedelta

from huiyin import access
from huiyin.act import programme
from huiyin.bootstrap import Installation

# Figure, target, days until it is due, and why.
_GOALS = (
    ("coverage", 0.45, 40, "年底前让近一半的已知客户被听到"),
    ("closed_soon", 0.8, 70, "八成工单一周内解决"),
    ("response_rate", 0.4, 70, "问卷缩短到三分钟以内"),
)
_MONTHLY_COSTS = (86_000.0, 91_000.0, 88_500.0)
_STEPS = {"goals": 3, "channels": 4, "evidence": 3, "sharing": 2, "acting": 3, "culture": 2}


def steer_programme(app: Installation, by: access.Principal) -> None:
    """Set the demo's goals, note three months of cost, and keep one self-assessment of a month ago."""
    today = app.clock().astimezone(app.settings.zone).date()
    with app.ledger.write() as connection:
        for figure, target, days, note in _GOALS:
            programme.set_goal(
                connection,
                figure,
                target,
                today + timedelta(days=days),
                known=[figure],
                note=note,
                by=by,
                clock=app.clock,
            )
        for back, amount in enumerate(_MONTHLY_COSTS):
            programme.note_cost(
                connection, _month(today, back), amount, note="人力、访谈与软件", by=by, clock=app.clock
            )
        answers = {each.id: _STEPS.get(each.id, 3) for each in programme.QUESTIONS}
        programme.keep_check(
            connection,
            answers,
            note="季度自评：证据已成习惯，分享与参与还差一步。",
            by=by,
            clock=lambda: app.clock() - timedelta(days=30),
        )


def _month(today: date, back: int) -> date:
    months = today.year * 12 + today.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)
