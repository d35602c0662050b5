import pytest

from huiyin import access
from huiyin.kit.errors import InvalidInputError


def make(connection, clock, password_hash, username="li.na", role=access.Role.ANALYST):
    return access.create_user(
        connection,
        username=username,
        display_name="李娜",
        role=role,
        password_hash=password_hash,
        clock=clock,
    )


def test_setup_is_required_until_the_first_admin(connection, clock, password_hash):
    assert access.setup_required(connection)
    access.create_first_admin(
        connection, username="boss", display_name="", password_hash=password_hash, clock=clock
    )
    assert not access.setup_required(connection)


def test_first_admin_is_created_once(connection, clock, admin, password_hash):
    with pytest.raises(access.SetupDoneError):
        access.create_first_admin(
            connection, username="other", display_name="", password_hash=password_hash, clock=clock
        )


def test_username_is_kept_in_lower_case_and_unique(connection, clock, admin, password_hash):
    assert admin.username == "boss"
    with pytest.raises(access.UsernameTakenError):
        make(connection, clock, password_hash, username=" BOSS ")


def test_chinese_usernames_are_allowed(connection, clock, password_hash):
    assert make(connection, clock, password_hash, username="王小明").username == "王小明"


@pytest.mark.parametrize("username", ["", "a", "two words", "x" * 65, "semi;colon", "<b>"])
def test_malformed_username_names_the_field(connection, clock, password_hash, username):
    with pytest.raises(InvalidInputError) as caught:
        make(connection, clock, password_hash, username=username)
    assert caught.value.field == "username"


def test_right_password_returns_the_user(connection, admin):
    assert access.check_password(connection, username="BOSS", password="correct horse") == admin


@pytest.mark.parametrize(("username", "password"), [("boss", "wrong horse"), ("nobody", "correct horse")])
def test_wrong_sign_ins_are_told_apart_by_nobody(connection, admin, username, password):
    with pytest.raises(access.WrongPasswordError, match="the username or the password is wrong"):
        access.check_password(connection, username=username, password=password)


def test_nobodys_password_signs_nobody_in(connection):
    with pytest.raises(access.WrongPasswordError):
        access.check_password(connection, username="nobody", password="nobody's password")


def test_disabled_user_cannot_sign_in(connection, clock, admin, password_hash):
    user = make(connection, clock, password_hash)
    access.update_user(connection, user.id, clock=clock, enabled=False)
    with pytest.raises(access.WrongPasswordError):
        access.check_password(connection, username=user.username, password="correct horse")


@pytest.mark.parametrize("change", [{"enabled": False}, {"role": access.Role.VIEWER}])
def test_last_admin_stays(connection, clock, admin, change):
    with pytest.raises(access.LastAdminError):
        access.update_user(connection, admin.id, clock=clock, **change)


def test_admin_may_step_down_when_another_stands(connection, clock, admin, password_hash):
    make(connection, clock, password_hash, role=access.Role.ADMIN)
    changed = access.update_user(connection, admin.id, clock=clock, role=access.Role.AGENT)
    assert changed.role is access.Role.AGENT


def test_unknown_user_is_not_found(connection, clock):
    with pytest.raises(access.UserNotFoundError):
        access.update_user(connection, 404, clock=clock, display_name="x")


@pytest.mark.parametrize("password", ["short", "x" * 257])
def test_password_length_is_bounded(password):
    with pytest.raises(InvalidInputError) as caught:
        access.hash_password(password)
    assert caught.value.field == "password"


def test_hash_is_argon2id_and_salted():
    first, second = access.hash_password("correct horse"), access.hash_password("correct horse")
    assert first.startswith("$argon2id$")
    assert first != second


def test_users_are_listed_by_name(connection, clock, admin, password_hash):
    make(connection, clock, password_hash, username="anna")
    assert [user.username for user in access.list_users(connection)] == ["anna", "boss"]
