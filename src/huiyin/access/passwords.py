"""Passwords: a length rule, Argon2id hashes, and a check that takes as long for nobody as for somebody."""

from __future__ import annotations

import functools

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from huiyin.kit.errors import InvalidInputError

MINIMUM_LENGTH = 8
MAXIMUM_LENGTH = 256
# An account without a password carries something else in the hash's place.
_ARGON2 = "$argon2"


def hash_password(password: str) -> str:
    """Return the Argon2id hash of `password` (RFC 9106).

    Raises `InvalidInputError` outside 8–256 characters. Takes tens of milliseconds on purpose:
    call it before a write transaction begins, not inside.
    """
    if not MINIMUM_LENGTH <= len(password) <= MAXIMUM_LENGTH:
        raise InvalidInputError(
            "the password is too short or too long",
            field="password",
            expected=f"{MINIMUM_LENGTH} to {MAXIMUM_LENGTH} characters",
        )
    return _hasher().hash(password)


def password_matches(password: str, password_hash: str | None) -> bool:
    """Return whether `password` has this hash; without a hash it works as long and says no."""
    known = password_hash if password_hash and password_hash.startswith(_ARGON2) else None
    matches = _hasher().verify(password[: MAXIMUM_LENGTH + 1], known or _nobodys_hash())
    return matches and known is not None


@functools.cache
def _hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(),))


@functools.cache
def _nobodys_hash() -> str:
    return _hasher().hash("nobody's password")
