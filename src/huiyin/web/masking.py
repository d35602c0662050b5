"""Personal data blotted out of JSON answers to readers below the role that may see it.

The facts are masked where they are read; this catches what the ledger keeps of customers' words: frozen
evidence, samples of alerts and signals, cases, portraits.
"""

from __future__ import annotations

import json
from typing import Any

from fastapi import Request, Response

from huiyin.text.masking import masked

# What a person types about their own account and their own colleagues is not a customer's.
_OWN = ("/api/v1/auth/",)


async def masked_answer(request: Request, response: Response) -> Response:
    """Return the answer, masked where the reader may not see personal data."""
    if not _is_masked(request, response):
        return response
    body = b"".join([chunk async for chunk in response.body_iterator])  # type: ignore[attr-defined]
    text = json.dumps(blotted(json.loads(body)), ensure_ascii=False, separators=(",", ":")) if body else ""
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    return Response(text, response.status_code, headers, media_type="application/json")


def blotted(value: Any) -> Any:
    """Return a JSON value whose strings carry no personal data.

    >>> blotted({"text": "打 13812345678 给我", "n": 13812345678})
    {'text': '打 ＊＊＊＊＊＊＊＊＊＊＊ 给我', 'n': 13812345678}
    """
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, list):
        return [blotted(each) for each in value]
    if isinstance(value, dict):
        return {name: blotted(each) for name, each in value.items()}
    return value


def _is_masked(request: Request, response: Response) -> bool:
    if not getattr(request.state, "masked", False) or request.url.path.startswith(_OWN):
        return False
    return response.headers.get("content-type", "").startswith("application/json")
