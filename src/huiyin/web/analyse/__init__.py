"""The analyse room over HTTP: try the analyser on a text, edit what it files under."""

from fastapi import APIRouter

from huiyin.web.analyse import taxonomies, trial

router = APIRouter()
router.include_router(trial.router)
router.include_router(taxonomies.router)

__all__ = ["router"]
