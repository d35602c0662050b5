"""Users, roles, sessions, API tokens and the audit log."""

from huiyin.access.audit import AuditEntry, read_audit, record
from huiyin.access.credentials import credential_of, resolve_session, touch
from huiyin.access.csrf import check_csrf
from huiyin.access.errors import (
    ForgeryError,
    LastAdminError,
    OidcRefusedError,
    OidcUnavailableError,
    SetupDoneError,
    TokenNotFoundError,
    TooManyLoginsError,
    UsernameTakenError,
    UserNotFoundError,
    WrongPasswordError,
    WrongSetupCodeError,
)
from huiyin.access.limits import EVERYTHING, Limits, limits_from
from huiyin.access.narrowed_facts import NarrowedFacts
from huiyin.access.narrowed_ledger import NarrowedLedger
from huiyin.access.oidc import Attempt, OidcClient, OutsidePerson, authorization_url, new_attempt, redeem
from huiyin.access.outside import admit
from huiyin.access.passwords import hash_password
from huiyin.access.principal import Principal, check_method, check_role
from huiyin.access.roles import Role, Scope
from huiyin.access.secrets import same_secret
from huiyin.access.sessions import COOKIE_NAME, OpenedSession, close_session, open_session
from huiyin.access.setup_code import check_setup_code, new_setup_code
from huiyin.access.sight import Sight, check_search, sight_of
from huiyin.access.throttle import LoginThrottle
from huiyin.access.tokens import ApiToken, CreatedToken, create_token, list_tokens, revoke_token
from huiyin.access.users import (
    User,
    change_password,
    check_password,
    create_first_admin,
    create_user,
    display_names,
    get_user,
    list_users,
    setup_required,
    update_user,
)

__all__ = [
    "COOKIE_NAME",
    "EVERYTHING",
    "ApiToken",
    "Attempt",
    "AuditEntry",
    "CreatedToken",
    "ForgeryError",
    "LastAdminError",
    "Limits",
    "LoginThrottle",
    "NarrowedFacts",
    "NarrowedLedger",
    "OidcClient",
    "OidcRefusedError",
    "OidcUnavailableError",
    "OpenedSession",
    "OutsidePerson",
    "Principal",
    "Role",
    "Scope",
    "SetupDoneError",
    "Sight",
    "TokenNotFoundError",
    "TooManyLoginsError",
    "User",
    "UserNotFoundError",
    "UsernameTakenError",
    "WrongPasswordError",
    "WrongSetupCodeError",
    "admit",
    "authorization_url",
    "change_password",
    "check_csrf",
    "check_method",
    "check_password",
    "check_role",
    "check_search",
    "check_setup_code",
    "close_session",
    "create_first_admin",
    "create_token",
    "create_user",
    "credential_of",
    "display_names",
    "get_user",
    "hash_password",
    "limits_from",
    "list_tokens",
    "list_users",
    "new_attempt",
    "new_setup_code",
    "open_session",
    "read_audit",
    "record",
    "redeem",
    "resolve_session",
    "revoke_token",
    "same_secret",
    "setup_required",
    "sight_of",
    "touch",
    "update_user",
]
