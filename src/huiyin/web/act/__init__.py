"""The act room over HTTP: actions, cases, alert rules, alerts and what was sent."""

from fastapi import APIRouter

from huiyin.web.act import actions, alerts, cases, notifications, rules

router = APIRouter()
for part in (actions, cases, rules, alerts, notifications):
    router.include_router(part.router)

__all__ = ["router"]
