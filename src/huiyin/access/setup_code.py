"""The one-time code that proves that the first visitor of a fresh installation is the one who started it."""

from __future__ import annotations

import secrets

from huiyin.access.errors import WrongSetupCodeError

# Without letters that look like others, for it is read off a terminal.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_PART = 4


def new_setup_code() -> str:
    """Return a code of two times four letters: 39 random bits, behind a limit of tries.

    >>> len(new_setup_code())
    9
    """
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_PART)) for _ in range(2))


def check_setup_code(given: str, expected: str) -> None:
    """Raise `WrongSetupCodeError` unless the codes agree; case and dashes do not count.

    >>> check_setup_code("k7qx9m2t", "K7QX-9M2T")
    """
    if not secrets.compare_digest(_plain(given), _plain(expected)):
        raise WrongSetupCodeError("the set-up code is the one that the server printed when it started")


def _plain(code: str) -> bytes:
    return "".join(each for each in code.upper() if each.isalnum()).encode()
