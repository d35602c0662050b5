"""Signing in and out."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.kit.settings import Settings
from huiyin.web.access.schemas import UserOut, user_of
from huiyin.web.deps import App, OptionalUser, ReadConnection, User

router = APIRouter(prefix="/auth", tags=["access"])

# The server decides when a session ends; the cookie only must not end before it.
_COOKIE_SECONDS = 400 * 24 * 3600
# Guesses at the set-up code are counted under a name that nobody can have.
_SETUP = "the set-up"


class CredentialsIn(BaseModel):
    """A name and a password."""

    username: str = Field(max_length=64)
    password: str = Field(max_length=256)


class SetupIn(CredentialsIn):
    """The first admin of a fresh installation."""

    display_name: str = Field("", max_length=128)
    setup_code: str = Field("", max_length=32)


class PasswordIn(BaseModel):
    """One's own new password, with the old one as proof."""

    old: str = Field(max_length=256)
    new: str = Field(max_length=256)


class AuthStateOut(BaseModel):
    """What the page must show first: the set-up, the sign-in, or the product."""

    setup_required: bool
    setup_code_required: bool
    oidc: str | None
    user: UserOut | None
    demo: bool


@router.get("/state", summary="Who am I, and is anybody set up")
def get_state(request: Request, app: App, connection: ReadConnection, user: OptionalUser) -> AuthStateOut:
    """Return what the page needs before anybody signs in; needs no sign-in."""
    required = access.setup_required(connection)
    return AuthStateOut(
        setup_required=required,
        setup_code_required=required and request.app.state.setup_code is not None,
        oidc=_oidc_label(app),
        user=None if user is None else user_of(user),
        demo=app.settings.demo,
    )


@router.post("/setup", summary="Create the first admin")
def post_setup(body: SetupIn, app: App, request: Request, response: Response) -> AuthStateOut:
    """Create the admin of a fresh installation and sign them in; refused ever after.

    Where the server printed a set-up code, it must come along.
    """
    _check_setup_code(request, body.setup_code)
    password_hash = access.hash_password(body.password)
    with app.ledger.write() as connection:
        admin = access.create_first_admin(
            connection,
            username=body.username,
            display_name=body.display_name,
            password_hash=password_hash,
            clock=app.clock,
        )
        access.record(connection, "installation.set_up", clock=app.clock, by=admin.username)
    return _sign_in(app, admin, response)


@router.post("/login", summary="Sign in")
def post_login(body: CredentialsIn, app: App, request: Request, response: Response) -> AuthStateOut:
    """Sign in with a cookie; too many failures from one place must wait."""
    throttle, address = _throttle(request), _address(request)
    throttle.check(username=body.username, address=address)
    try:
        # Checking takes tens of milliseconds on purpose, so it must not hold the writer.
        with app.ledger.read() as connection:
            user = access.check_password(connection, username=body.username, password=body.password)
    except access.WrongPasswordError:
        throttle.failed(username=body.username, address=address)
        _note_failure(app, body.username, address)
        raise
    throttle.succeeded(username=body.username, address=address)
    return _sign_in(app, user, response)


@router.post("/logout", status_code=204, summary="Sign out")
def post_logout(app: App, request: Request, response: Response) -> None:
    """End this browser's session; harmless without one."""
    secret = request.cookies.get(access.COOKIE_NAME)
    if secret:
        with app.ledger.write() as connection:
            access.close_session(connection, secret)
    response.delete_cookie(access.COOKIE_NAME, path="/")


@router.get("/me", summary="Who am I")
def get_me(user: User) -> UserOut:
    """Return the signed-in person; the role is lowered to the token's scopes."""
    return user_of(user)


@router.post("/password", summary="Change one's own password")
def post_password(body: PasswordIn, app: App, user: User, response: Response) -> AuthStateOut:
    """Change the password; every other session of the person ends."""
    with app.ledger.read() as connection:
        person = access.check_password(connection, username=user.username, password=body.old)
    password_hash = access.hash_password(body.new)
    with app.ledger.write() as connection:
        access.change_password(connection, person.id, password_hash=password_hash, clock=app.clock)
        access.record(connection, "user.password_changed", clock=app.clock, by=user)
    return _sign_in(app, person, response)


def _sign_in(app: Installation, user: access.User, response: Response) -> AuthStateOut:
    with app.ledger.write() as connection:
        lifetime = timedelta(days=app.settings.session_days)
        opened = access.open_session(connection, user, lifetime=lifetime, clock=app.clock)
        access.record(connection, "session.opened", clock=app.clock, by=user.username)
    set_session_cookie(response, opened.secret, app.settings)
    return AuthStateOut(
        setup_required=False,
        setup_code_required=False,
        oidc=_oidc_label(app),
        user=UserOut.model_validate(user),
        demo=app.settings.demo,
    )


def set_session_cookie(response: Response, secret: str, settings: Settings) -> None:
    """Give the browser its session, out of reach of scripts and other sites."""
    response.set_cookie(
        access.COOKIE_NAME,
        secret,
        max_age=_COOKIE_SECONDS,
        httponly=True,
        samesite="lax",
        secure=settings.secure_cookies,
        path="/",
    )


def _oidc_label(app: Installation) -> str | None:
    return app.settings.oidc_label if app.settings.oidc_issuer else None


def _check_setup_code(request: Request, given: str) -> None:
    expected = request.app.state.setup_code
    if expected is None:
        return
    throttle, address = _throttle(request), _address(request)
    throttle.check(username=_SETUP, address=address)
    try:
        access.check_setup_code(given, expected)
    except access.WrongSetupCodeError:
        throttle.failed(username=_SETUP, address=address)
        raise


def _note_failure(app: Installation, username: str, address: str) -> None:
    with app.ledger.write() as connection:
        access.record(
            connection,
            "session.refused",
            clock=app.clock,
            by=username[:64],
            detail={"address": address},
        )


def _throttle(request: Request) -> access.LoginThrottle:
    state = request.app.state
    if not hasattr(state, "login_throttle"):
        state.login_throttle = access.LoginThrottle()
    throttle: access.LoginThrottle = state.login_throttle
    return throttle


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
