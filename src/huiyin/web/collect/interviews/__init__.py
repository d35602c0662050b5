"""Interviews and focus groups over HTTP."""

from fastapi import APIRouter

from huiyin.web.collect.interviews import coding, findings, studies

router = APIRouter()
for part in (studies, coding, findings):
    router.include_router(part.router)

__all__ = ["router"]
