"""What the access endpoints say about people."""

from __future__ import annotations

from datetime import datetime

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from huiyin import access


class UserOut(BaseModel):
    """A signed-in person, or one named to others."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    username: str
    display_name: str
    role: access.Role


class LimitsOut(BaseModel):
    """What a person may read of each dimension; an empty list means all of it."""

    model_config = ConfigDict(from_attributes=True)

    product: list[str] = Field([], max_length=200, validation_alias=AliasChoices("product", "products"))
    region: list[str] = Field([], max_length=200, validation_alias=AliasChoices("region", "regions"))
    channel: list[str] = Field([], max_length=200, validation_alias=AliasChoices("channel", "channels"))


class AccountOut(UserOut):
    """A user as admins see one."""

    enabled: bool
    created_at: datetime
    limits: LimitsOut


def user_of(principal: access.Principal) -> UserOut:
    """Return the person behind a request."""
    return UserOut(
        id=principal.user_id,
        username=principal.username,
        display_name=principal.display_name,
        role=principal.role,
    )
