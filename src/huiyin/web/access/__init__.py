"""The access room over HTTP: sign-in, API tokens, users and the audit log."""

from fastapi import APIRouter

from huiyin.web.access import audit, auth, oidc, tokens, users

router = APIRouter()
for part in (auth, oidc, tokens, users, audit):
    router.include_router(part.router)

__all__ = ["router"]
