"""Where teams are reached, for escalations and discontented customers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from huiyin import access, act
from huiyin.web.act.schemas import RowId
from huiyin.web.deps import Analyst, App, ReadConnection, WriteConnection

router = APIRouter(prefix="/teams", tags=["act"])


class TeamTargetIn(BaseModel):
    """A way to reach a team; `secret` signs messages where the receiver checks signatures."""

    team: str = Field(min_length=1, max_length=128)
    kind: act.TargetKind
    address: str = Field(min_length=3, max_length=2000)
    secret: str | None = Field(None, max_length=200)


class TeamTargetOut(BaseModel):
    """A way to reach a team; its secret is never shown again."""

    id: int
    team: str
    kind: act.TargetKind
    address: str
    has_secret: bool
    created_by: str
    created_at: datetime


class TeamTargetsOut(BaseModel):
    """Every way to reach a team, by team."""

    items: list[TeamTargetOut]


@router.get("", summary="Where teams are reached")
def get_teams(connection: ReadConnection, _user: Analyst) -> TeamTargetsOut:
    """Return chat groups, mail boxes and hooks by team."""
    return TeamTargetsOut(items=[_out(each) for each in act.list_team_targets(connection)])


@router.post("", status_code=201, summary="Reach a team in one more way")
def post_team(body: TeamTargetIn, app: App, connection: WriteConnection, user: Analyst) -> TeamTargetOut:
    """Keep a target of a team."""
    target = act.Target(body.kind, body.address.strip(), body.secret)
    made = act.add_team_target(connection, body.team, target, by=user, clock=app.clock)
    access.record(
        connection,
        "team_target.added",
        clock=app.clock,
        by=user,
        object_kind="team_target",
        object_id=made.id,
        detail={"team": made.team, "kind": body.kind},
    )
    return _out(made)


@router.delete("/{target_id}", status_code=204, summary="Forget a way to reach a team")
def delete_team(target_id: RowId, app: App, connection: WriteConnection, user: Analyst) -> None:
    """Remove one target; messages already queued still go out."""
    act.remove_team_target(connection, target_id)
    access.record(
        connection,
        "team_target.removed",
        clock=app.clock,
        by=user,
        object_kind="team_target",
        object_id=target_id,
    )


@router.post("/{target_id}/test", status_code=202, summary="Send a test message")
def post_test(target_id: RowId, app: App, connection: WriteConnection, _user: Analyst) -> dict[str, Any]:
    """Queue a message that says only that this target works."""
    found = [each for each in act.list_team_targets(connection) if each.id == target_id]
    if not found:
        raise act.TeamTargetNotFoundError(f"no team target has the id {target_id}")
    text = f"这是一条测试消息：{found[0].team} 的通知可以送达。"
    content = act.Content("team.test", "[回音] 测试消息", {}, text, text, f"<p>{text}</p>")
    act.enqueue(connection, found[0].target, content, clock=app.clock)
    return {"queued": True}


def _out(found: act.TeamTarget) -> TeamTargetOut:
    return TeamTargetOut(
        id=found.id,
        team=found.team,
        kind=found.target.kind,
        address=act.shown_address(found.target),
        has_secret=found.target.secret is not None,
        created_by=found.created_by,
        created_at=found.created_at,
    )
