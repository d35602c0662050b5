"""The customers room over HTTP: search, portrait, review of identities, and reports over whole customers."""

from fastapi import APIRouter

from huiyin.web.customers import churn, identity, people, privacy, reports, segments

router = APIRouter()
# Fixed paths come before /customers/{id}.
for part in (identity, reports, churn, segments, privacy, people):
    router.include_router(part.router)

__all__ = ["router"]
