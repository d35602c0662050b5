"""Surveys for those who make them: drafts, invitations, results, files."""

from fastapi import APIRouter

from huiyin.web.collect.surveys import findings, inviting, making

router = APIRouter(tags=["surveys"])
for part in (making, inviting, findings):
    router.include_router(part.router)

__all__ = ["router"]
