"""The common filters as query parameters, parsed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from huiyin import access
from huiyin.charts import Language
from huiyin.collect import check_channels
from huiyin.understand import (
    Context,
    Filters,
    Freshness,
    LedgerAudits,
    Window,
    freshness,
    window_of,
    windowed,
)
from huiyin.web.deps import App, OptionalUser


class FilterQuery(BaseModel):
    """Filters; repeat a parameter for several values. Days are local and inclusive."""

    model_config = ConfigDict(populate_by_name=True)

    start: date | None = Field(
        None, alias="from", description="First day; left out: 90 days up to the newest voice."
    )
    end: date | None = Field(None, alias="to", description="Last day.")
    channel: list[str] = Field([], description="Channels.")
    product: list[str] = Field([], description="Products.")
    aspect: list[str] = Field([], description="Aspect ids; each stands for its whole subtree.")
    sentiment: list[int] = Field([], description="-1, 0 or 1.")
    type: list[str] = Field([], description="complaint, suggestion, question, praise, statement.")
    segment: list[str] = Field([], description="Customer segments.")
    region: list[str] = Field([], description="Customer regions.")
    source: list[str] = Field([], description="Names of sources.")
    taxonomy: list[str] = Field([], description="Taxonomies; shares are of those heard there.")
    need: list[str] = Field(
        [], description="Kinds of needs: need, expectation, pain_point, motive, workaround, effort."
    )
    intent: list[str] = Field([], description="churn_intent, purchase_intent, recommend_repurchase, advice.")
    emotion: list[str] = Field([], description="anger, disappointment, worry, delight, satisfaction.")
    q: str = Field("", max_length=200, description="Words the text must contain.")
    lang: Language = Field(Language.ZH, description="Language of the words inside charts.")

    def filters(self) -> Filters:
        """Return the room's filters; raises InvalidInputError for an unknown channel or an impossible combination."""
        check_channels(self.channel)
        return Filters(
            start=self.start,
            end=self.end,
            channels=tuple(self.channel),
            products=tuple(self.product),
            aspects=tuple(self.aspect),
            sentiments=tuple(self.sentiment),
            types=tuple(self.type),
            segments=tuple(self.segment),
            regions=tuple(self.region),
            sources=tuple(self.source),
            taxonomies=tuple(self.taxonomy),
            needs=tuple(self.need),
            intents=tuple(self.intent),
            emotions=tuple(self.emotion),
            text=self.q.strip(),
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request wants to know: the filters with a closed window, and how fresh the facts are."""

    context: Context
    filters: Filters
    fresh: Freshness
    language: Language

    @property
    def window(self) -> Window:
        return window_of(self.filters)

    @property
    def dated(self) -> dict[str, object]:
        """Return the fields that every figure answer carries."""
        return {"window": self.window, "as_of": self.fresh.as_of, "projected_at": self.fresh.projected_at}


def context_of(app: App) -> Context:
    """Return what the room's computations need."""
    minimum = app.settings.minimum_n
    return Context(app.facts, app.names, minimum, LedgerAudits(app.ledger.read, minimum))


def _asked(app: App, user: OptionalUser, query: Annotated[FilterQuery, Query()]) -> Asked:
    access.check_search(access.sight_of(user), query.q)
    context = context_of(app)
    fresh = freshness(context.facts)
    today = app.clock().astimezone(app.settings.zone).date()
    return Asked(context, windowed(query.filters(), fresh, today), fresh, query.lang)


Question = Annotated[Asked, Depends(_asked)]
RoomContext = Annotated[Context, Depends(context_of)]
