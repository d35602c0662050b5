"""The shapes in which taxonomies, their versions and previews leave and enter."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from huiyin.analyse.taxonomies import StoredExample
from huiyin.text.editing import AspectDraft
from huiyin.web.understand.schemas import EstimateOut, Out


class AspectExampleIn(BaseModel):
    """A span of a voice, or pasted text; `holds` is false for a look-alike that is not of the aspect."""

    feedback_id: int | None = None
    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=0)
    text: str | None = Field(None, max_length=500)
    holds: bool = True

    def stored(self) -> StoredExample:
        """Return it as it is kept; raises InvalidInputError for one that names nothing."""
        return StoredExample.of(self.model_dump())


class AspectIn(BaseModel):
    """A new aspect, with a few seed words, examples, or both."""

    zh: str = Field(min_length=1, max_length=60)
    en: str = Field("", max_length=60)
    parent: str | None = Field(None, description="The aspect above; none for a broad one.")
    key: str = Field("", max_length=40, description="Last part of the id; made from a name when empty.")
    more: str | None = Field(None, description="What a high degree means: good, bad or neither.")
    seeds: list[str] = Field(default_factory=list, max_length=200)
    examples: list[AspectExampleIn] = Field(default_factory=list, max_length=200)

    def draft(self) -> AspectDraft:
        """Return the aspect without its examples."""
        return AspectDraft(self.zh, self.en, self.parent, self.key, tuple(self.seeds), self.more)


class AspectPatch(BaseModel):
    """What to change; what is left out stays."""

    zh: str | None = Field(None, min_length=1, max_length=60)
    en: str | None = Field(None, min_length=1, max_length=60)
    more: str | None = None
    seeds: list[str] | None = Field(None, max_length=200)
    examples: list[AspectExampleIn] | None = Field(None, max_length=200)


class AspectPreviewIn(BaseModel):
    """A draft to try: a new aspect, or a change of `aspect`."""

    aspect: str | None = Field(None, description="The aspect to change; none for a new one.")
    draft: AspectIn
    days: int = Field(90, ge=1, le=3650)


class TaxonomyRestoreIn(BaseModel):
    """Which version to put in force again; 0 is the packaged one."""

    version_id: int = Field(ge=0)


class TaxonomyDocumentIn(BaseModel):
    """A taxonomy's YAML, as an export writes it."""

    document: str = Field(min_length=1, max_length=2_000_000)


class TaxonomySummaryOut(Out):
    """One taxonomy in force; `edited` tells whether it differs from the packaged one."""

    name: str
    zh: str
    en: str
    version: str
    packaged: str | None = Field(description="Version that ships; none for an imported taxonomy.")
    edited: bool
    aspects: int


class AspectExampleOut(Out):
    """An example with its text as far as the ledger still holds it."""

    feedback_id: int | None
    start: int | None
    end: int | None
    text: str
    holds: bool


class AspectNodeOut(Out):
    """One aspect with its words; `learned` are those that its examples taught."""

    id: str
    parent: str | None
    zh: str
    en: str
    level: int
    more: str
    seeds: list[str]
    implied: list[str]
    positive: list[str]
    negative: list[str]
    learned: list[str]
    grams: int = Field(description="Weighted n-grams learned from examples; 0 when words are enough.")
    examples: list[AspectExampleOut]


class TaxonomyDetailOut(TaxonomySummaryOut):
    """A taxonomy with all its aspects, parents before children."""

    nodes: list[AspectNodeOut]


class TaxonomyVersionOut(Out):
    """One version: what changed, when, by whom; id 0 is the packaged one."""

    id: int
    version: str
    change: dict[str, Any]
    aspects: int
    created_at: datetime | None
    created_by: str


class TaxonomySavedOut(Out):
    """A version that is now in force, the aspect it is about, and the words that others gave up for it."""

    version: str
    aspect: str
    moved: dict[str, str]


class AspectPreviewedOut(Out):
    """A clause that would be filed there, and where it is filed today."""

    feedback_id: int
    text: str
    start: int
    end: int
    sentiment: int
    filed: list[str]


class AspectTakenOut(Out):
    """How many of the opinions are filed under this aspect today; an empty id is nowhere."""

    aspect: str
    zh: str
    en: str
    opinions: int


class AspectPreviewOut(Out):
    """What the aspect would catch; `voices` of `population` were read."""

    aspect: str
    days: int
    voices: int
    population: int
    customers: EstimateOut
    count: int
    opinions: int
    negative: EstimateOut
    learned: list[str]
    moved: dict[str, str]
    taken_from: list[AspectTakenOut]
    shown: list[AspectPreviewedOut]


class RenewalOut(Out):
    """Whether history is being read anew: `share` of it is done."""

    state: str = Field(description="current, waiting or running")
    share: float | None
    voices: int
    started_at: datetime | None
