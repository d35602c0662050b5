"""The web application: routers, error shape, guards, and the built client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.middleware.gzip import GZipMiddleware

from huiyin import __version__
from huiyin.access import check_csrf
from huiyin.bootstrap import Installation
from huiyin.kit.errors import HuiyinError
from huiyin.web import access, act, analyse, collect, customers, health, live, understand
from huiyin.web.client import install_client
from huiyin.web.errors import install_error_handlers
from huiyin.web.limits import WithinLimits
from huiyin.web.masking import masked_answer

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def api_router() -> APIRouter:
    """Return every endpoint under /api/v1."""
    router = APIRouter(prefix="/api/v1")
    # Routes are tried in turn: what a crowd asks for comes first, and nobody who answers is looked up.
    router.include_router(collect.public)
    for room in (access, collect, analyse, understand, customers, act, live, health):
        router.include_router(room.router, dependencies=[WithinLimits])
    return router


def create_app(
    app: Installation,
    *,
    background: Callable[[Installation], Any] | None = None,
    setup_code: str | None = None,
) -> FastAPI:
    """Return the application over an opened installation.

    `background` is a context manager that keeps work going while the server runs (the worker's loops).
    With a `setup_code` the first visitor must know it to become the first administrator.
    """
    api = FastAPI(
        title="Huiyin 回音",
        version=__version__,
        summary="Voice of the Customer: collect, analyse, understand, act.",
        lifespan=_lifespan(app, background),
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    api.state.installation = app
    api.state.setup_code = setup_code
    install_error_handlers(api)
    api.middleware("http")(_guard)
    api.add_middleware(GZipMiddleware, minimum_size=1024)
    # Routes are tried in turn: what a crowd asks for comes first.
    api.include_router(collect.pages)
    api.include_router(api_router())
    api.include_router(collect.tracking)
    install_client(api)
    return api


def _lifespan(app: Installation, background: Callable[[Installation], Any] | None) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_api: FastAPI) -> AsyncIterator[None]:
        if background is None:
            yield
            return
        with background(app):
            yield

    return lifespan


async def _guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse what a foreign page makes a browser send, and tell browsers to trust this page only."""
    try:
        # Events come from any site's pages; those addresses read no cookie.
        if not request.url.path.startswith(collect.tracking.prefix + "/"):
            check_csrf(request.headers, request.method)
    except HuiyinError as error:
        return JSONResponse({"error": error.details()}, status_code=error.status)
    response = await masked_answer(request, await call_next(request))
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("X-Frame-Options", "DENY")
    response.headers.setdefault(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    )
    return response
