"""People who come with the company's own account."""

from __future__ import annotations

from sqlalchemy import Connection, select

from huiyin.access.errors import WrongPasswordError
from huiyin.access.limits import EVERYTHING
from huiyin.access.oidc import OutsidePerson
from huiyin.access.roles import Role
from huiyin.access.secrets import digest
from huiyin.access.users import User, create_user, get_user, update_user
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_access import app_user

# No hash has this form, so that no password opens the account.
NO_PASSWORD = "!"  # noqa: S105
_LONGEST_NAME = 64


def admit(connection: Connection, person: OutsidePerson, *, clock: Clock) -> User:
    """Return the account of somebody whom the provider vouches for; the first time it is made.

    Name and role follow the provider at each sign-in. A local account of the same name is never taken over.
    Raises `WrongPasswordError` for an account that is switched off.
    """
    known = connection.scalar(select(app_user.c.id).where(app_user.c.subject == person.subject))
    if known is None:
        return create_user(
            connection,
            username=_free_name(connection, person),
            display_name=person.display_name[:128],
            role=person.role,
            password_hash=NO_PASSWORD,
            subject=person.subject,
            clock=clock,
        )
    if not get_user(connection, known).enabled:
        raise WrongPasswordError("the account is switched off")
    limits = EVERYTHING if person.role is Role.ADMIN else None
    return update_user(
        connection,
        known,
        display_name=person.display_name[:128],
        role=person.role,
        limits=limits,
        clock=clock,
    )


def _free_name(connection: Connection, person: OutsidePerson) -> str:
    letters = "".join(each if each.isalnum() or each in ".@+-_" else "-" for each in person.username)
    name = letters.casefold()[: _LONGEST_NAME - 9]
    taken = connection.scalar(select(app_user.c.id).where(app_user.c.username == name))
    return name if taken is None and len(name) > 1 else f"{name}-{digest(person.subject)[:8]}"
