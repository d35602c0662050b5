"""User accounts, for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from huiyin import access
from huiyin.collect import check_channels
from huiyin.web.access.schemas import AccountOut, LimitsOut
from huiyin.web.deps import Admin, App, ReadConnection

router = APIRouter(prefix="/users", tags=["access"])


class UserIn(BaseModel):
    """A person to give an account to."""

    username: str = Field(max_length=64)
    display_name: str = Field("", max_length=128)
    role: access.Role
    password: str = Field(max_length=256)
    limits: LimitsOut = LimitsOut()


class UserChangeIn(BaseModel):
    """What to change in an account; a new password signs the person out everywhere."""

    display_name: str | None = Field(None, min_length=1, max_length=128)
    role: access.Role | None = None
    enabled: bool | None = None
    password: str | None = Field(None, max_length=256)
    limits: LimitsOut | None = None


class UsersOut(BaseModel):
    """Every account, by name."""

    items: list[AccountOut]


@router.get("", summary="User accounts")
def get_users(connection: ReadConnection, _admin: Admin) -> UsersOut:
    """Return every account."""
    return UsersOut(items=[AccountOut.model_validate(user) for user in access.list_users(connection)])


@router.post("", status_code=201, summary="Create a user account")
def post_user(body: UserIn, app: App, admin: Admin) -> AccountOut:
    """Create an account with a first password."""
    check_channels(body.limits.channel)
    password_hash = access.hash_password(body.password)
    with app.ledger.write() as connection:
        user = access.create_user(
            connection,
            username=body.username,
            display_name=body.display_name,
            role=body.role,
            password_hash=password_hash,
            limits=access.limits_from(body.limits.model_dump()),
            clock=app.clock,
        )
        access.record(
            connection,
            "user.created",
            clock=app.clock,
            by=admin,
            object_kind="app_user",
            object_id=user.id,
            detail={"username": user.username, "role": user.role, "limits": user.limits.as_dict()},
        )
    return AccountOut.model_validate(user)


@router.patch("/{user_id}", summary="Change a user account")
def patch_user(
    user_id: Annotated[int, Path(ge=1, le=2**31 - 1)], body: UserChangeIn, app: App, admin: Admin
) -> AccountOut:
    """Change role, name, password, or switch the account off; the last admin stays."""
    check_channels(body.limits.channel if body.limits else ())
    password_hash = None if body.password is None else access.hash_password(body.password)
    with app.ledger.write() as connection:
        user = access.update_user(
            connection,
            user_id,
            display_name=body.display_name,
            role=body.role,
            enabled=body.enabled,
            limits=None if body.limits is None else access.limits_from(body.limits.model_dump()),
            clock=app.clock,
        )
        if password_hash is not None:
            access.change_password(connection, user_id, password_hash=password_hash, clock=app.clock)
        changed = body.model_dump(exclude_none=True, exclude={"password"}, mode="json")
        access.record(
            connection,
            "user.changed",
            clock=app.clock,
            by=admin,
            object_kind="app_user",
            object_id=user_id,
            detail=changed | ({"password": "changed"} if password_hash else {}),
        )
    return AccountOut.model_validate(user)
