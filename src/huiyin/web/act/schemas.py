"""Shapes that several endpoints of the act room share."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from huiyin import act
from huiyin.bootstrap import Installation

RowId = Annotated[int, Path(ge=1, le=2**31 - 1)]

# The filter names of the query string, each with one value or several.
StoredFilters = dict[str, str | int | list[str | int] | None]


class VoiceSampleOut(BaseModel):
    """A voice as it stood when it was frozen."""

    id: int
    text: str
    occurred_at: datetime
    channel: str
    source: str
    product: str | None


class SpanOut(BaseModel):
    """A span of time."""

    from_: datetime = Field(alias="from")
    to: datetime

    model_config = ConfigDict(populate_by_name=True)


def letterhead(app: Installation) -> act.Letterhead:
    """Return what messages say about this installation."""
    return act.Letterhead(zone=app.settings.zone, public_url=app.settings.public_url)


def today(app: Installation) -> date:
    """Return the local day."""
    return app.clock().astimezone(app.settings.zone).date()
