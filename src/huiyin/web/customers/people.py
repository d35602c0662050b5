"""Finding a person, and the portrait."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from huiyin import access, customers
from huiyin.web.customers.schemas import AttentionOut, ChangedOut, PortraitOut, SearchOut
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection

router = APIRouter(prefix="/customers", tags=["customers"])
PersonId = Annotated[int, Path(ge=1, le=2**62)]


class MergeIn(BaseModel):
    """The other person, and why they are one."""

    other: int = Field(ge=1, le=2**62)
    reason: str = Field("", max_length=400)


@router.get("", summary="Find somebody by any handle", response_model=SearchOut)
def get_customers(
    connection: ReadConnection,
    user: User,
    q: Annotated[
        str,
        Query(
            max_length=200,
            description="Telephone, e-mail, member id, open id, nickname, name, plate, VIN or order.",
        ),
    ] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> dict[str, object]:
    """Return persons with a handle that equals or begins with the text."""
    found = customers.search(connection, q.strip(), limit=limit) if q.strip() else []
    figures = customers.latest_figures(connection)
    return {
        "items": [
            asdict(each) | {"label": shown(each.label, user) if each.known_customer else each.label}
            for each in found
        ],
        "figures": figures[0] if figures else None,
        "resolved_at": figures[1] if figures else None,
    }


@router.get("/attention", summary="Who needs somebody's attention today", response_model=AttentionOut)
def get_attention(app: App, connection: ReadConnection, user: User) -> dict[str, object]:
    """Return customers at risk, valuable ones who complained this week, who asks again, and who was heard last."""
    today = _today(app)
    lists = customers.who_needs_attention(connection, app.facts, today=today)
    named = [
        asdict(each) | {"people": [asdict(one) | {"label": shown(one.label, user)} for one in each.people]}
        for each in lists
    ]
    return {"today": today, "lists": named}


@router.get("/{person}", summary="The portrait of a person", response_model=PortraitOut)
def get_customer(person: PersonId, app: App, connection: ReadConnection, user: User) -> dict[str, object]:
    """Return accounts and why they are one, value, concerns, sentiment by month, and the timeline."""
    masked = is_masked(user)
    found = customers.portray(connection, app.facts, app.names, person, now=app.clock(), masked=masked)
    changes = customers.list_changes(connection, person=person, limit=20)
    return {name: getattr(found, name) for name in found.__dataclass_fields__} | {
        "headline": [{"zh": zh, "en": en} for zh, en in customers.headline(found, _today(app))],
        "standing": _standing(found.standing),
        "changes": changes,
        "masked": masked,
    }


def _today(app: App) -> date:
    return app.clock().astimezone(app.settings.zone).date()


def _standing(found: customers.Standing) -> dict[str, object]:
    stage = customers.STAGES[found.stage]
    rfm = customers.CLASSES[found.rfm_class] if found.rfm_class else (None, None)
    words = {"stage_zh": stage[0], "stage_en": stage[1], "rfm_zh": rfm[0], "rfm_en": rfm[1]}
    return {name: getattr(found, name) for name in found.__dataclass_fields__} | words


@router.post("/{person}/merge", summary="Two persons are one")
def post_merge(
    person: PersonId, body: MergeIn, app: App, connection: WriteConnection, user: Analyst
) -> ChangedOut:
    """Move the other person's accounts here; the change can be undone."""
    change = customers.merge(
        connection, person, body.other, by=user.username, reason=body.reason, now=app.clock()
    )
    access.record(connection, "person.merged", clock=app.clock, by=user, object_kind="person", object_id=person, detail={"other": body.other, "change": change})  # fmt: skip
    return ChangedOut(change=change, person=person)


def is_masked(user: access.Principal) -> bool:
    """Tell whether handles are hidden from this reader."""
    return user.masked


def shown(label: str, user: access.Principal) -> str:
    """Return a customer's name as this reader may see it."""
    return customers.mask_name(label) if is_masked(user) else label
