"""Alerts that fired."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from huiyin import act
from huiyin.bootstrap import Installation
from huiyin.understand.links import voices_link
from huiyin.web.act.schemas import RowId, SpanOut, VoiceSampleOut
from huiyin.web.deps import Agent, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import EstimateOut

router = APIRouter(prefix="/alerts", tags=["act"])


class AlertOut(BaseModel):
    """An alert as it was when it fired; `link` opens the voices it counted."""

    id: int
    rule_id: int
    name: str
    state: act.AlertState
    metric: act.AlertMetric
    threshold: float
    value: float
    estimate: EstimateOut
    headline: str
    filters: dict[str, Any]
    window: SpanOut
    window_hours: int
    verbatims: list[VoiceSampleOut]
    fired_at: datetime
    useful: bool | None
    updated_at: datetime
    updated_by: str | None
    team: str
    escalated_at: datetime | None
    link: str


class AlertsOut(BaseModel):
    """Alerts, newest first."""

    items: list[AlertOut]


class AlertChangeIn(BaseModel):
    """Where an alert stands, and whether it was worth the time; `useful: null` takes the answer back."""

    state: act.AlertState | None = None
    useful: bool | None = None


@router.get("", summary="Fired alerts")
def get_alerts(
    app: App,
    connection: ReadConnection,
    _user: User,
    state: Annotated[list[act.AlertState] | None, Query()] = None,
    rule_id: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> AlertsOut:
    """Return what fired, newest first."""
    alerts = act.list_alerts(connection, states=state or (), rule_id=rule_id, limit=limit)
    return AlertsOut(items=[alert_out(alert, app) for alert in alerts])


@router.get("/{alert_id}", summary="One alert")
def get_alert(alert_id: RowId, app: App, connection: ReadConnection, _user: User) -> AlertOut:
    """Return one alert."""
    return alert_out(act.get_alert(connection, alert_id), app)


@router.patch("/{alert_id}", summary="Acknowledge, resolve or judge an alert")
def patch_alert(
    alert_id: RowId, body: AlertChangeIn, app: App, connection: WriteConnection, user: Agent
) -> AlertOut:
    """Move an alert on, or say whether it was useful: the answers make the rule's precision."""
    alert = act.change_alert(
        connection,
        alert_id,
        by=user,
        clock=app.clock,
        state=body.state,
        useful=body.useful,
        forget_useful="useful" in body.model_fields_set and body.useful is None,
    )
    return alert_out(alert, app)


def alert_out(alert: act.Alert, app: Installation) -> AlertOut:
    """Return an alert as the API shows it."""
    same = ("id", "rule_id", "state", "metric", "threshold", "filters", "fired_at", "useful")
    return AlertOut(
        **{
            name: getattr(alert, name) for name in (*same, "updated_at", "updated_by", "team", "escalated_at")
        },
        name=alert.rule_name,
        value=alert.estimate.value or 0.0,
        estimate=EstimateOut.model_validate(alert.estimate),
        headline=act.headline(alert),
        window=SpanOut(from_=alert.window_from, to=alert.window_to),
        window_hours=round((alert.window_to - alert.window_from).total_seconds() / 3600),
        verbatims=[VoiceSampleOut.model_validate(verbatim) for verbatim in alert.verbatims],
        link=_link(alert, app),
    )


def _link(alert: act.Alert, app: Installation) -> str:
    """Return the page with the voices of the alert's days; pages filter by day, so it may show more."""
    zone = app.settings.zone
    filters = replace(
        act.parse_filters(alert.filters),
        start=alert.window_from.astimezone(zone).date(),
        end=alert.window_to.astimezone(zone).date(),
    )
    if alert.metric is not act.AlertMetric.VOICES:
        filters = replace(filters, sentiments=(-1,))
    return voices_link(filters)
