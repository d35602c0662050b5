"""The first page."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from sqlalchemy import Connection

from huiyin import act, understand
from huiyin.web.deps import App, ReadConnection, User
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import OverviewOut

router = APIRouter(tags=["understand"])
ALERTS = 3


@router.get(
    "/overview", summary="The first page: what to repeat, the picture, the issues", response_model=OverviewOut
)
def get_overview(asked: Question, app: App, connection: ReadConnection, _user: User) -> dict[str, object]:
    """Return the findings, figures and pictures of the window beside the period before it."""
    page = understand.overview(asked.context, asked.filters, language=asked.language)
    today = app.clock().astimezone(app.settings.zone).date()
    return asked.dated | {
        "headline": page.headline,
        "kpis": page.kpis,
        "volume_chart": page.volume_chart.option,
        "volume_table": page.volume_chart.table.as_dict(),
        "sentiment_chart": page.sentiment_chart.option,
        "sentiment_table": page.sentiment_chart.table.as_dict(),
        "top_issues": page.top_issues,
        "channels": page.channels,
        "actions": _actions(connection, today),
        "alerts": _alerts(connection),
    }


def _actions(connection: Connection, today: date) -> dict[str, int]:
    counts = act.count_actions(connection, today=today)
    return {"open": counts.open + counts.doing, "overdue": counts.overdue}


def _alerts(connection: Connection) -> list[dict[str, object]]:
    return [
        _alert(alert) for alert in act.list_alerts(connection, states=[act.AlertState.OPEN], limit=ALERTS)
    ]


def _alert(alert: act.Alert) -> dict[str, object]:
    return {
        "id": alert.id,
        "rule_id": alert.rule_id,
        "name": alert.rule_name,
        "metric": alert.metric,
        "value": alert.estimate.value,
        "threshold": alert.threshold,
        "window_hours": (alert.window_to - alert.window_from).total_seconds() / 3600,
        "state": alert.state,
        "useful": alert.useful,
        "fired_at": alert.fired_at,
        "link": f"/act/alerts?id={alert.id}",
    }
