"""What signing in can refuse.

HuiyinError
├── NotSignedInError
│   └── WrongPasswordError     401  unknown user, wrong password or a disabled account: never says which
├── AccessDeniedError
│   ├── ForgeryError           403  an unsafe request that may come from a foreign page
│   ├── WrongSetupCodeError    403  not the code that the server printed
│   └── OidcRefusedError       403  the sign-in service's word does not hold, or gives no role here
├── UnavailableError
│   └── OidcUnavailableError   503  the sign-in service does not answer
├── ConflictError
│   ├── SetupDoneError         409  the first admin exists already
│   ├── UsernameTakenError     409  another user has this name
│   └── LastAdminError         409  nobody could manage the installation any more
├── TooManyRequestsError
│   └── TooManyLoginsError     429  too many failed sign-ins from this name or address
└── NotFoundError
    ├── UserNotFoundError      404
    └── TokenNotFoundError     404
"""

from __future__ import annotations

from huiyin.kit.errors import (
    AccessDeniedError,
    ConflictError,
    NotFoundError,
    NotSignedInError,
    TooManyRequestsError,
    UnavailableError,
)


class WrongPasswordError(NotSignedInError):
    """Unknown user, wrong password or disabled account; the three are never told apart."""

    code = "wrong_password"


class ForgeryError(AccessDeniedError):
    """An unsafe request with a cookie that a foreign page could have sent."""

    code = "csrf"


class WrongSetupCodeError(AccessDeniedError):
    """Not the code that the server printed when it started."""

    code = "wrong_setup_code"


class OidcRefusedError(AccessDeniedError):
    """The sign-in service's word does not hold, or gives no role here."""

    code = "oidc_refused"


class OidcUnavailableError(UnavailableError):
    """The sign-in service does not answer, or not as it should."""

    code = "oidc_unavailable"


class SetupDoneError(ConflictError):
    """The first admin exists already."""

    code = "setup_done"


class UsernameTakenError(ConflictError):
    """Another user has this name."""

    code = "username_taken"


class LastAdminError(ConflictError):
    """The change would leave the installation without an enabled admin."""

    code = "last_admin"


class TooManyLoginsError(TooManyRequestsError):
    """Too many failed sign-ins for this name or from this address."""

    code = "too_many_logins"


class UserNotFoundError(NotFoundError):
    """No user has this id."""

    code = "user_not_found"


class TokenNotFoundError(NotFoundError):
    """No token of this user has this id."""

    code = "token_not_found"
