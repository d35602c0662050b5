"""What the access endpoints say about people."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from huiyin import access


class UserOut(BaseModel):
    """A signed-in person, or one named to others."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    username: str
    display_name: str
    role: access.Role


class AccountOut(UserOut):
    """A user as admins see one."""

    enabled: bool
    created_at: datetime


def user_of(principal: access.Principal) -> UserOut:
    """Return the person behind a request."""
    return UserOut(
        id=principal.user_id,
        username=principal.username,
        display_name=principal.display_name,
        role=principal.role,
    )
