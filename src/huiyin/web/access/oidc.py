"""Signing in with the company's own accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated
from urllib.parse import urlencode

import httpx
from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.kit.errors import HuiyinError, NotFoundError
from huiyin.kit.settings import Settings
from huiyin.web.access.auth import set_session_cookie
from huiyin.web.deps import App

router = APIRouter(prefix="/auth/oidc", tags=["access"])
_COOKIE = "huiyin_oidc"
_MINUTES = 10
_TIMEOUT_S = 10.0
_HERE = "/api/v1/auth/oidc"


class OidcOffError(NotFoundError):
    """No sign-in service is set."""

    code = "oidc_off"


def oidc_client(settings: Settings) -> access.OidcClient:
    """Return this installation as the provider knows it; raises `OidcOffError` where none is set."""
    if not settings.oidc_issuer:
        raise OidcOffError("no sign-in service is set")
    return access.OidcClient(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret.get_secret_value(),
        role_claim=settings.oidc_role_claim,
        roles={name: access.Role(role) for name, role in settings.oidc_roles.items()},
        default_role=access.Role(settings.oidc_default_role) if settings.oidc_default_role else None,
    )


@router.get(
    "/start", status_code=303, response_class=RedirectResponse, summary="Sign in with the company's account"
)
def get_start(
    request: Request, app: App, target: Annotated[str, Query(alias="next", max_length=2000)] = "/"
) -> RedirectResponse:
    """Send the browser to the sign-in service; what it must bring back is kept in a cookie of ten minutes."""
    client, attempt = oidc_client(app.settings), access.new_attempt()
    try:
        with httpx.Client(timeout=_TIMEOUT_S) as http:
            uri = _redirect_uri(request, app)
            url = access.authorization_url(client, attempt, redirect_uri=uri, http=http)
    except HuiyinError as error:
        return _back(error)
    answer = RedirectResponse(url, 303)
    kept = "|".join((attempt.state, attempt.nonce, attempt.verifier, _own_path(target)))
    answer.set_cookie(
        _COOKIE,
        kept,
        max_age=_MINUTES * 60,
        httponly=True,
        samesite="lax",
        secure=app.settings.secure_cookies,
        path=_HERE,
    )
    return answer


@router.get(
    "/callback",
    status_code=303,
    response_class=RedirectResponse,
    summary="Come back from the sign-in service",
)
def get_callback(
    request: Request,
    app: App,
    state: Annotated[str, Query(max_length=500)] = "",
    code: Annotated[str, Query(max_length=4000)] = "",
) -> RedirectResponse:
    """Check what the browser brings back, sign the person in, and go on to the page they wanted."""
    try:
        attempt, target = _attempt(request, state)
        client = oidc_client(app.settings)
        with httpx.Client(timeout=_TIMEOUT_S) as http:
            person = access.redeem(
                client,
                attempt,
                code=code,
                redirect_uri=_redirect_uri(request, app),
                http=http,
                now=int(app.clock().timestamp()),
            )
        answer = _signed_in(app, person, target)
    except HuiyinError as error:
        answer = _back(error)
    answer.delete_cookie(_COOKIE, path=_HERE)
    return answer


def _attempt(request: Request, state: str) -> tuple[access.Attempt, str]:
    parts = (request.cookies.get(_COOKIE) or "").split("|", 3)
    if len(parts) != 4 or not access.same_secret(parts[0], state):
        raise access.OidcRefusedError("this sign-in was not begun in this browser, or too long ago")
    return access.Attempt(*parts[:3]), _own_path(parts[3])


def _signed_in(app: Installation, person: access.OutsidePerson, target: str) -> RedirectResponse:
    with app.ledger.write() as connection:
        user = access.admit(connection, person, clock=app.clock)
        lifetime = timedelta(days=app.settings.session_days)
        opened = access.open_session(connection, user, lifetime=lifetime, clock=app.clock)
        access.record(connection, "session.opened", clock=app.clock, by=user.username, detail={"how": "oidc"})
    answer = RedirectResponse(target, 303)
    set_session_cookie(answer, opened.secret, app.settings)
    return answer


def _redirect_uri(request: Request, app: Installation) -> str:
    base = app.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}{_HERE}/callback"


def _own_path(target: str) -> str:
    own = target.startswith("/") and not target.startswith(("//", "/\\")) and "|" not in target
    return target if own and target.isprintable() else "/"


def _back(error: HuiyinError) -> RedirectResponse:
    return RedirectResponse("/login?" + urlencode({"refused": error.code}), 303)
