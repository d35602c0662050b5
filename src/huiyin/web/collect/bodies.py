"""Bodies that strangers send: never larger than allowed, gzip opened with care."""

from __future__ import annotations

import zlib
from typing import Annotated

from fastapi import Depends, Request

from huiyin.kit.errors import InvalidInputError

LARGEST = 10 << 20


async def _received(request: Request) -> bytes:
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > LARGEST:
            raise _too_large()
        pieces.append(piece)
    body = b"".join(pieces)
    return gunzip(body) if request.headers.get("content-encoding", "").lower() == "gzip" else body


ReceivedBody = Annotated[bytes, Depends(_received)]


def gunzip(body: bytes) -> bytes:
    """Return what is packed. Raises InvalidInputError when it is no gzip or unpacks too large."""
    packed = zlib.decompressobj(wbits=31)
    try:
        found = packed.decompress(body, LARGEST + 1)
    except zlib.error as error:
        raise InvalidInputError(
            "the body is no gzip", field="body", expected="gzip, or no Content-Encoding"
        ) from error
    if len(found) > LARGEST:
        raise _too_large()
    return found


def _too_large() -> InvalidInputError:
    return InvalidInputError("the body is too large", field="body", expected=f"at most {LARGEST >> 20} MiB")
