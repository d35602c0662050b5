"""The act room over HTTP: actions, alert rules, alerts and what was sent."""

from fastapi import APIRouter

from huiyin.web.act import actions, alerts, notifications, rules

router = APIRouter()
for part in (actions, rules, alerts, notifications):
    router.include_router(part.router)

__all__ = ["router"]
