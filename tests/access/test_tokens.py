from datetime import timedelta

import pytest
from sqlalchemy import select

from huiyin import access
from huiyin.kit.errors import AccessDeniedError, InvalidInputError
from huiyin.store.ledger.tables_access import api_token

READ, WRITE, ADMIN = access.Scope.READ, access.Scope.WRITE, access.Scope.ADMIN


def create(connection, clock, owner, *scopes, expires_at=None):
    return access.create_token(
        connection, owner, name="脚本", scopes=scopes, expires_at=expires_at, clock=clock
    )


def test_token_has_the_prefix_and_is_stored_hashed(connection, clock, signed_in):
    created = create(connection, clock, signed_in, READ)
    assert created.secret.startswith("hy_")
    assert connection.scalar(select(api_token.c.token_hash)) not in created.secret
    assert created.secret.startswith(created.token.hint)


@pytest.mark.parametrize(
    ("scopes", "role", "read_only"),
    [
        ([READ], access.Role.VIEWER, True),
        ([WRITE], access.Role.ANALYST, False),
        ([READ, WRITE], access.Role.ANALYST, False),
        ([ADMIN], access.Role.ADMIN, False),
    ],
)
def test_token_acts_in_no_more_than_its_scopes(connection, clock, signed_in, scopes, role, read_only):
    created = create(connection, clock, signed_in, *scopes)
    principal = access.resolve_session(connection, created.secret, clock)
    assert principal is not None
    assert (principal.role, principal.read_only) == (role, read_only)


def test_read_only_token_may_not_change_anything(connection, clock, signed_in):
    created = create(connection, clock, signed_in, READ)
    principal = access.resolve_session(connection, created.secret, clock)
    assert principal is not None
    access.check_method(principal, "GET")
    with pytest.raises(AccessDeniedError):
        access.check_method(principal, "POST")


def test_token_never_exceeds_its_owner(connection, clock, signed_in, admin, password_hash):
    created = create(connection, clock, signed_in, ADMIN)
    access.create_user(
        connection,
        username="second",
        display_name="",
        role=access.Role.ADMIN,
        password_hash=password_hash,
        clock=clock,
    )
    access.update_user(connection, admin.id, clock=clock, role=access.Role.VIEWER)
    principal = access.resolve_session(connection, created.secret, clock)
    assert principal is not None
    with pytest.raises(AccessDeniedError):
        access.check_role(principal, access.Role.AGENT)


def test_token_ends_at_its_time(connection, clock, signed_in):
    end = clock() + timedelta(hours=1)
    created = create(connection, clock, signed_in, READ, expires_at=end)
    clock.move(hours=1)
    assert access.resolve_session(connection, created.secret, clock) is None


def test_revoked_token_is_dead_and_unlisted(connection, clock, signed_in):
    created = create(connection, clock, signed_in, READ)
    access.revoke_token(connection, signed_in.user_id, created.token.id, clock=clock)
    assert access.resolve_session(connection, created.secret, clock) is None
    assert access.list_tokens(connection, signed_in.user_id) == []


def test_nobody_revokes_anothers_token(connection, clock, signed_in):
    created = create(connection, clock, signed_in, READ)
    with pytest.raises(access.TokenNotFoundError):
        access.revoke_token(connection, signed_in.user_id + 1, created.token.id, clock=clock)


def test_token_of_a_disabled_user_is_dead(connection, clock, signed_in, password_hash):
    user = access.create_user(
        connection,
        username="temp",
        display_name="",
        role=access.Role.AGENT,
        password_hash=password_hash,
        clock=clock,
    )
    opened = access.open_session(connection, user, lifetime=timedelta(days=1), clock=clock)
    principal = access.resolve_session(connection, opened.secret, clock)
    assert principal is not None
    created = create(connection, clock, principal, READ)
    access.update_user(connection, user.id, clock=clock, enabled=False)
    assert access.resolve_session(connection, created.secret, clock) is None


def test_token_without_scope_names_the_field(connection, clock, signed_in):
    with pytest.raises(InvalidInputError) as caught:
        create(connection, clock, signed_in)
    assert caught.value.field == "scopes"


def test_token_with_a_past_end_names_the_field(connection, clock, signed_in):
    with pytest.raises(InvalidInputError) as caught:
        create(connection, clock, signed_in, READ, expires_at=clock())
    assert caught.value.field == "expires_at"


def test_a_narrow_token_cannot_create_tokens(connection, clock, signed_in):
    created = create(connection, clock, signed_in, WRITE)
    principal = access.resolve_session(connection, created.secret, clock)
    assert principal is not None
    with pytest.raises(AccessDeniedError):
        create(connection, clock, principal, READ)


def test_use_is_noted_at_most_hourly(connection, clock, signed_in):
    created = create(connection, clock, signed_in, READ)
    first = access.resolve_session(connection, created.secret, clock)
    assert first is not None
    assert first.touch_due
    access.touch(connection, first, lifetime=timedelta(days=1), clock=clock)
    again = access.resolve_session(connection, created.secret, clock)
    assert again is not None
    assert not again.touch_due
    assert access.list_tokens(connection, signed_in.user_id)[0].last_used_at == clock()
