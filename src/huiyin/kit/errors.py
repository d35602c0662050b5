"""Every error Huiyin raises on purpose.

HuiyinError
├── InvalidInputError      422  the caller sent something wrong; names the row, the field and what would be right
├── NotSignedInError       401  no valid session or token
├── AccessDeniedError      403  signed in, but not allowed
├── NotFoundError          404  the thing asked for does not exist
├── ConflictError          409  the thing exists already, or is in a state that forbids this
├── TooManyRequestsError   429  slow down
└── UnavailableError       503  a part of the system is busy or owned by another process
"""

from __future__ import annotations

from typing import ClassVar


class HuiyinError(Exception):
    """Root of the tree; `code` is stable for programs, the message is for people."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500

    @property
    def message(self) -> str:
        return str(self)

    def details(self) -> dict[str, object]:
        """Return the machine-readable part of the error."""
        return {"code": self.code, "message": self.message}


class InvalidInputError(HuiyinError):
    """Something the caller sent is wrong: which row and field, and what would be right."""

    code = "invalid_input"
    status = 422

    def __init__(
        self, message: str, *, field: str | None = None, row: int | None = None, expected: str | None = None
    ) -> None:
        super().__init__(message)
        self.field = field
        self.row = row
        self.expected = expected

    def details(self) -> dict[str, object]:
        extra = {"field": self.field, "row": self.row, "expected": self.expected}
        return super().details() | {name: value for name, value in extra.items() if value is not None}


class NotSignedInError(HuiyinError):
    """No valid session or token came with the request."""

    code = "not_signed_in"
    status = 401


class AccessDeniedError(HuiyinError):
    """The caller is known but may not do this."""

    code = "access_denied"
    status = 403


class NotFoundError(HuiyinError):
    """The thing asked for does not exist."""

    code = "not_found"
    status = 404


class ConflictError(HuiyinError):
    """The thing exists already, or is in a state that forbids this."""

    code = "conflict"
    status = 409


class TooManyRequestsError(HuiyinError):
    """The caller should slow down."""

    code = "too_many_requests"
    status = 429


class UnavailableError(HuiyinError):
    """A part of the system is busy or owned by another process."""

    code = "unavailable"
    status = 503
