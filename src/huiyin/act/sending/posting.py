"""The one way in which messages leave over HTTP."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from huiyin.act.errors import DeliveryError, UndeliverableError

TIMEOUT_S = 10.0
_GONE = 410


def post(
    address: str, body: bytes, *, headers: Mapping[str, str] | None = None, timeout_s: float = TIMEOUT_S
) -> httpx.Response:
    """Post JSON and return the answer once it is a 2xx.

    Redirects are not followed: an address that moved is for a person to change. Raises `UndeliverableError`
    for 410 Gone, `DeliveryError` for anything else that is no success.
    """
    try:
        answer = httpx.post(
            address,
            content=body,
            headers={"Content-Type": "application/json; charset=utf-8"} | dict(headers or {}),
            timeout=timeout_s,
            trust_env=False,
        )
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DeliveryError(f"{type(error).__name__}: {error}") from error
    if answer.status_code == _GONE:
        raise UndeliverableError("the receiver answered 410 Gone")
    if not answer.is_success:
        raise DeliveryError(f"the receiver answered {answer.status_code}")
    return answer
