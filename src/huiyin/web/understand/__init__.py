"""The understand room over HTTP: first page, facts, voices, signals, choices."""

from fastapi import APIRouter

from huiyin.web.understand import (
    audits,
    comparing,
    coverage,
    experience,
    explorer,
    facts,
    launches,
    meta,
    opportunities,
    overview,
    pictures,
    priorities,
    recent,
    roadmap,
    signals,
    suggestions,
    summaries,
    topics,
    verbatims,
    views,
    wall,
)

router = APIRouter()
for part in (
    overview,
    coverage,
    audits,
    explorer,
    facts,
    verbatims,
    priorities,
    roadmap,
    meta,
    recent,
    wall,
    signals,
    suggestions,
    summaries,
    topics,
    launches,
    opportunities,
    views,
    pictures,
    comparing,
    experience,
):
    router.include_router(part.router)

__all__ = ["router"]
