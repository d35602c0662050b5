"""The act room over HTTP: actions, cases, alert rules, alerts, reports and what was sent."""

from fastapi import APIRouter

from huiyin.web.act import (
    action_plans,
    actions,
    alerts,
    cases,
    crises,
    notifications,
    programme,
    reports,
    rules,
    steering,
    talk,
    teams,
    telling,
)

router = APIRouter()
for part in (
    action_plans,
    actions,
    telling,
    cases,
    crises,
    talk,
    teams,
    rules,
    alerts,
    notifications,
    reports,
    steering,
    programme,
):
    router.include_router(part.router)

__all__ = ["router"]
