"""The collect room over HTTP: pushed feedback, file imports, sources."""

from fastapi import APIRouter

from huiyin.web.collect import feedback, imports, questions, sources

router = APIRouter()
for part in (feedback, imports, sources, questions):
    router.include_router(part.router)

__all__ = ["router"]
