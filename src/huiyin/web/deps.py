"""What an endpoint may ask for: the installation, a transaction, and who is asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Connection

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.kit.errors import NotSignedInError

READERS = 8


def _whole(request: Request) -> Installation:
    app: Installation = request.app.state.installation
    return app


def optional_user(request: Request, app: Annotated[Installation, Depends(_whole)]) -> access.Principal | None:
    """Return who is asking, None for nobody."""
    credential = access.credential_of(
        authorization=request.headers.get("authorization"), cookie=request.cookies.get(access.COOKIE_NAME)
    )
    if credential is None:
        return None
    with app.ledger.read() as connection:
        principal = access.resolve_session(connection, credential, app.clock)
    if principal is None:
        return None
    if principal.touch_due:
        _touch(app, principal)
    return replace(principal, masked=not principal.role.covers(access.Role(app.settings.personal_data_from)))


OptionalUser = Annotated[access.Principal | None, Depends(optional_user)]


def get_app(
    request: Request, whole: Annotated[Installation, Depends(_whole)], user: OptionalUser
) -> Installation:
    """Return the opened installation as the reader sees it: what they may not read is not in its stores."""
    sight = access.sight_of(user)
    request.state.masked = sight.masked
    if sight.whole:
        return whole
    return replace(
        whole,
        facts=access.NarrowedFacts(whole.facts, sight),
        ledger=access.NarrowedLedger(whole.ledger, sight),
    )


App = Annotated[Installation, Depends(get_app)]


def _write(app: App) -> Iterator[Connection]:
    # Who is asking was settled with the installation: prolonging a session needs the writer's place for itself.
    with app.ledger.write() as connection:
        yield connection


def _read(app: App) -> Iterator[Connection]:
    with app.ledger.read() as connection:
        yield connection


# The reply goes out after the commit, so what a caller was told is what a crash keeps.
# A crowd waits without holding a thread, or those who hold a connection would find no thread to end with.
WriteConnection = Annotated[Connection, Depends(_write, scope="function", max_concurrency=1)]
ReadConnection = Annotated[Connection, Depends(_read, scope="function", max_concurrency=READERS)]


def require_user(request: Request, user: OptionalUser) -> access.Principal:
    """Return who is asking. Raises NotSignedInError for nobody, AccessDeniedError for a read-only token."""
    if user is None:
        raise NotSignedInError("sign in, or send an API token as Authorization: Bearer hy_…")
    access.check_method(user, request.method)
    return user


User = Annotated[access.Principal, Depends(require_user)]


def require_role(role: str) -> Callable[[access.Principal], access.Principal]:
    """Return a dependency that lets only `role` and the roles above it through."""
    needed = access.Role(role)

    def check(user: User) -> access.Principal:
        access.check_role(user, needed)
        return user

    return check


Analyst = Annotated[access.Principal, Depends(require_role("analyst"))]
Agent = Annotated[access.Principal, Depends(require_role("agent"))]
Admin = Annotated[access.Principal, Depends(require_role("admin"))]


def _touch(app: Installation, principal: access.Principal) -> None:
    with app.ledger.write() as connection:
        lifetime = timedelta(days=app.settings.session_days)
        access.touch(connection, principal, lifetime=lifetime, clock=app.clock)
