from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from huiyin import access
from huiyin.store.ledger.tables_access import session

LIFETIME = timedelta(days=14)


def open_one(connection, clock, user):
    return access.open_session(connection, user, lifetime=LIFETIME, clock=clock)


def test_session_resolves_to_its_user(connection, clock, admin):
    opened = open_one(connection, clock, admin)
    principal = access.resolve_session(connection, opened.secret, clock)
    assert principal is not None
    assert (principal.user_id, principal.role) == (admin.id, access.Role.ADMIN)


def test_ledger_never_holds_the_secret(connection, clock, admin):
    opened = open_one(connection, clock, admin)
    stored = connection.execute(select(session.c.token_hash)).scalar_one()
    assert opened.secret not in stored
    assert len(stored) == 64


def test_session_ends_at_its_time(connection, clock, admin):
    opened = open_one(connection, clock, admin)
    clock.now += LIFETIME - timedelta(seconds=1)
    assert access.resolve_session(connection, opened.secret, clock)
    clock.move(seconds=1)
    assert access.resolve_session(connection, opened.secret, clock) is None


def test_touching_slides_the_end(connection, clock, admin):
    opened = open_one(connection, clock, admin)
    clock.move(days=13)
    principal = access.resolve_session(connection, opened.secret, clock)
    assert principal is not None
    assert principal.touch_due
    access.touch(connection, principal, lifetime=LIFETIME, clock=clock)
    clock.move(days=13)
    assert access.resolve_session(connection, opened.secret, clock)


def test_fresh_session_needs_no_touch(connection, clock, admin):
    opened = open_one(connection, clock, admin)
    clock.move(minutes=5)
    principal = access.resolve_session(connection, opened.secret, clock)
    assert principal is not None
    assert not principal.touch_due


def test_closing_ends_one_session_only(connection, clock, admin):
    first, second = open_one(connection, clock, admin), open_one(connection, clock, admin)
    access.close_session(connection, first.secret)
    assert access.resolve_session(connection, first.secret, clock) is None
    assert access.resolve_session(connection, second.secret, clock)


def test_changing_the_password_ends_every_session(connection, clock, admin, password_hash):
    opened = open_one(connection, clock, admin)
    access.change_password(connection, admin.id, password_hash=password_hash, clock=clock)
    assert access.resolve_session(connection, opened.secret, clock) is None


def test_opening_sweeps_ended_sessions(connection, clock, admin):
    open_one(connection, clock, admin)
    clock.now += LIFETIME
    open_one(connection, clock, admin)
    assert connection.scalar(select(func.count()).select_from(session)) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(st.text())
def test_no_made_up_secret_resolves(connection, clock, admin, secret):
    open_one(connection, clock, admin)
    assert access.resolve_session(connection, secret, clock) is None
