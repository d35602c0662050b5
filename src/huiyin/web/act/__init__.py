"""The act room over HTTP: actions, cases, alert rules, alerts, reports and what was sent."""

from fastapi import APIRouter

from huiyin.web.act import actions, alerts, cases, notifications, reports, rules

router = APIRouter()
for part in (actions, cases, rules, alerts, notifications, reports):
    router.include_router(part.router)

__all__ = ["router"]
