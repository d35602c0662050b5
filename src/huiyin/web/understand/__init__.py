"""The understand room over HTTP: first page, facts, voices, signals, choices."""

from fastapi import APIRouter

from huiyin.web.understand import (
    audits,
    explorer,
    facts,
    meta,
    overview,
    priorities,
    recent,
    roadmap,
    signals,
    verbatims,
)

router = APIRouter()
for part in (overview, audits, explorer, facts, verbatims, priorities, roadmap, meta, recent, signals):
    router.include_router(part.router)

__all__ = ["router"]
