"""Who is not heard, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter

from huiyin.understand import map_coverage
from huiyin.web.deps import ReadConnection, User
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import DatedOut, EstimateOut, Out

router = APIRouter(tags=["understand"])


class GroupCoverageOut(Out):
    """A group of the customer base; a ratio below 1 means it is heard too little."""

    values: dict[str, str]
    customers: int
    heard: EstimateOut
    ratio: EstimateOut
    missing: int
    channels: dict[str, EstimateOut]


class GapOut(Out):
    """A group clearly heard too little: ask so many people, by so many invitations, through this channel."""

    group: GroupCoverageOut
    channel: str | None
    people: int
    invitations: int


class CoverageMapOut(DatedOut):
    """Who was heard in the window, of the whole customer base."""

    overall: EstimateOut
    customers: int
    channels: list[str]
    by_dimension: dict[str, list[GroupCoverageOut]]
    crossed: list[GroupCoverageOut]
    gaps: list[GapOut]


@router.get("/coverage", summary="Who is not heard")
def get_coverage(asked: Question, connection: ReadConnection, _user: User) -> CoverageMapOut:
    """Return the share heard of each group of the customer base; only the window of the filters is read."""
    found = map_coverage(asked.context.facts, connection, asked.window, asked.context.minimum_n)
    return CoverageMapOut.model_validate(
        {name: getattr(found, name) for name in CoverageMapOut.model_fields if hasattr(found, name)}
        | asked.dated
    )
