"""The understand room over HTTP: first page, facts, voices, choices."""

from fastapi import APIRouter

from huiyin.web.understand import facts, meta, overview, priorities, recent, verbatims

router = APIRouter()
for part in (overview, facts, verbatims, priorities, meta, recent):
    router.include_router(part.router)

__all__ = ["router"]
