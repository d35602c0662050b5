"""What stands in place of a token, an address or an id: it is found again by it, and cannot be read from it."""

from __future__ import annotations

import hashlib


def digest_of(text: str) -> str:
    """Return the SHA-256 of any text in hexadecimal digits.

    >>> digest_of("回音")[:8]
    'f0761446'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
