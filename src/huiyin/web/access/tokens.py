"""API tokens of the signed-in person."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from huiyin import access
from huiyin.web.deps import App, ReadConnection, User, WriteConnection

router = APIRouter(prefix="/auth/tokens", tags=["access"])


class TokenIn(BaseModel):
    """A token to create; without an end it lasts until it is revoked."""

    name: str = Field(min_length=1, max_length=128)
    scopes: list[access.Scope] = Field(default_factory=lambda: [access.Scope.READ], max_length=3)
    expires_at: AwareDatetime | None = None


class TokenOut(BaseModel):
    """A token as its owner sees it later."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    hint: str
    scopes: list[access.Scope]
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


class CreatedTokenOut(TokenOut):
    """A new token; `token` is shown here once and never again."""

    token: str


class TokensOut(BaseModel):
    """The person's tokens, newest first."""

    items: list[TokenOut]


@router.get("", summary="My API tokens")
def get_tokens(connection: ReadConnection, user: User) -> TokensOut:
    """Return the tokens that are not revoked."""
    tokens = access.list_tokens(connection, user.user_id)
    return TokensOut(items=[TokenOut.model_validate(token) for token in tokens])


@router.post("", status_code=201, summary="Create an API token")
def post_token(body: TokenIn, app: App, connection: WriteConnection, user: User) -> CreatedTokenOut:
    """Create a token that acts as oneself, within its scopes."""
    created = access.create_token(
        connection, user, name=body.name, scopes=body.scopes, expires_at=body.expires_at, clock=app.clock
    )
    access.record(
        connection,
        "token.created",
        clock=app.clock,
        by=user,
        object_kind="api_token",
        object_id=created.token.id,
        detail={"name": body.name, "scopes": list(body.scopes)},
    )
    shown = TokenOut.model_validate(created.token)
    return CreatedTokenOut(**shown.model_dump(), token=created.secret)


@router.delete("/{token_id}", status_code=204, summary="Revoke an API token")
def delete_token(
    token_id: Annotated[int, Path(ge=1, le=2**31 - 1)], app: App, connection: WriteConnection, user: User
) -> None:
    """End one of one's own tokens at once."""
    access.revoke_token(connection, user.user_id, token_id, clock=app.clock)
    access.record(
        connection, "token.revoked", clock=app.clock, by=user, object_kind="api_token", object_id=token_id
    )
