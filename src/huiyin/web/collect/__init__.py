"""The collect room over HTTP: pushed feedback, file imports, connectors, sources."""

from fastapi import APIRouter

from huiyin.web.collect import (
    connectors,
    feedback,
    imports,
    interviews,
    plan,
    quality,
    questions,
    sources,
    surveys,
    webhooks,
)
from huiyin.web.collect.segment import router as tracking
from huiyin.web.collect.survey_page import public
from huiyin.web.collect.survey_page import router as pages

router = APIRouter()
for part in (feedback, imports, connectors, webhooks, sources, questions, surveys, interviews, plan, quality):
    router.include_router(part.router)

__all__ = ["pages", "public", "router", "tracking"]
