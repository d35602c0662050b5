"""Random secrets that people or browsers carry; the ledger keeps only their SHA-256."""

from __future__ import annotations

import secrets

from huiyin.kit.digests import digest_of

API_TOKEN_PREFIX = "hy_"  # noqa: S105 - a public prefix, it lets scanners find leaked tokens


def new_session_secret() -> str:
    """Return a fresh 256-bit session secret; it never begins like an API token."""
    return "s_" + secrets.token_urlsafe(32)


def new_token_secret() -> str:
    """Return a fresh 256-bit API token."""
    return API_TOKEN_PREFIX + secrets.token_urlsafe(32)


def same_secret(one: str, other: str) -> bool:
    """Return whether two secrets agree, in a time that does not tell where they differ."""
    return secrets.compare_digest(
        one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass")
    )


def digest(secret: str) -> str:
    """Return the hex SHA-256 under which a secret is looked up; 256 random bits need no salt."""
    return digest_of(secret)
