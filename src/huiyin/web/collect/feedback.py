"""Pushing feedback in batches."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Response
from pydantic import BaseModel, Field

from huiyin import collect
from huiyin.web.deps import Agent, App, WriteConnection

router = APIRouter(tags=["collect"])


class FeedbackBatchIn(BaseModel):
    """Voices of one source; each item is checked alone so that one bad item refuses only itself."""

    source: str = Field(description="Name of the source; made on first use.")
    channel: collect.Channel
    taxonomy: str | None = Field(None, description="Taxonomy of a new source; the default one when left out.")
    items: list[dict[str, Any]] = Field(
        max_length=10_000,
        description="Objects with external_id, text, occurred_at, rating, rating_scale, author, customer "
        "{external_id, name, segment, region}, product, answers, url, parent_external_id, metadata.",
    )


class RejectedOut(BaseModel):
    """A refused item: its place in the batch, the field, why, and what would be right."""

    row: int
    field: str
    reason: str
    expected: str


class IntakeOut(BaseModel):
    """What became of a batch."""

    accepted: int
    duplicates: int
    rejected: list[RejectedOut]


@router.post(
    "/feedback",
    summary="Accept a batch of feedback",
    responses={207: {"model": IntakeOut, "description": "Some items were refused; the others are accepted."}},
)
def post_feedback(
    body: FeedbackBatchIn,
    response: Response,
    app: App,
    connection: WriteConnection,
    _user: Agent,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> IntakeOut:
    """Accept voices; the reply is sent after they are committed to disk."""
    result = collect.accept_batch(
        connection,
        app.settings,
        source=body.source,
        channel=body.channel,
        taxonomy=collect.taxonomy_for(
            connection, body.source, wanted=body.taxonomy, default=app.settings.default_taxonomy
        ),
        items=[_flat(item) for item in body.items],
        clock=app.clock,
        idempotency_key=idempotency_key,
    )
    if result["rejected"]:
        response.status_code = 207
    return IntakeOut.model_validate(result)


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """Lay the nested customer out as the flat fields that files use too."""
    customer = item.get("customer")
    if not isinstance(customer, dict):
        return item
    named = {
        "customer_id": customer.get("external_id"),
        "customer_name": customer.get("name"),
        "segment": customer.get("segment"),
        "region": customer.get("region"),
    }
    return {name: value for name, value in item.items() if name != "customer"} | named
