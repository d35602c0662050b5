"""Refusing requests that a foreign page makes a signed-in browser send.

The session cookie is SameSite=Lax; this is the second wall, for old browsers and sibling sites.
Source: Fetch Metadata (W3C) and OWASP's custom request header.
"""

from __future__ import annotations

from collections.abc import Mapping

from huiyin.access.errors import ForgeryError
from huiyin.access.principal import SAFE_METHODS
from huiyin.access.sessions import COOKIE_NAME

CSRF_HEADER = "x-huiyin-csrf"
_OWN_SITES = frozenset({"same-origin", "none"})


def check_csrf(headers: Mapping[str, str], method: str) -> None:
    """Raise `ForgeryError` when an unsafe request with the session cookie may come from a foreign page.

    A bearer token is never attached by a browser on its own, so it proves intent. `headers` may have
    names in any case.

    >>> check_csrf({"Cookie": "huiyin_session=s_1", "X-Huiyin-CSRF": "1"}, "POST")
    >>> check_csrf({"Cookie": "huiyin_session=s_1"}, "POST")
    Traceback (most recent call last):
    ...
    huiyin.access.errors.ForgeryError: send the header X-Huiyin-CSRF: 1 with a cookie sign-in
    """
    if method.upper() in SAFE_METHODS:
        return
    lower = {name.lower(): value for name, value in headers.items()}
    if lower.get("authorization", "").lower().startswith("bearer "):
        return
    site = lower.get("sec-fetch-site")
    if site == "cross-site":
        raise ForgeryError("this request comes from another site")
    if not _has_session_cookie(lower.get("cookie", "")):
        return
    if site not in _OWN_SITES and lower.get(CSRF_HEADER) != "1":
        raise ForgeryError("send the header X-Huiyin-CSRF: 1 with a cookie sign-in")


def _has_session_cookie(cookies: str) -> bool:
    return any(part.strip().startswith(f"{COOKIE_NAME}=") for part in cookies.split(";"))
