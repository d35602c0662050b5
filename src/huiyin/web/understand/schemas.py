"""The shapes of this room's answers; the client's types are generated from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from huiyin.stats import Direction, Verdict
from huiyin.understand import AnecdoteReach, DriverKind, Outcome


class Out(BaseModel):
    """Reads the room's dataclasses by attribute."""

    model_config = ConfigDict(from_attributes=True)


class EstimateOut(Out):
    """A value with its interval and the number of customers behind it; insufficient reads 证据不足."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    level: float
    method: str
    verdict: Verdict


class CountedOut(EstimateOut):
    """A share of customers that also says how many customers that is."""

    count: int


class WindowOut(Out):
    """The days covered, both inclusive, in the installation's zone."""

    start: date = Field(serialization_alias="from")
    end: date = Field(serialization_alias="to")


class DatedOut(Out):
    """Every figure says which days it covers, how new the newest voice is, and when it was projected."""

    window: WindowOut
    as_of: datetime | None
    projected_at: datetime | None


class ClauseOut(Out):
    """A part of a sentence and the figure it rests on."""

    zh: str
    en: str
    link: str | None


class SentenceOut(Out):
    """One finding in plain words."""

    text_zh: str
    text_en: str
    link: str | None
    clauses: list[ClauseOut]


class TableOut(Out):
    """A chart's table twin."""

    columns: list[str]
    rows: list[list[str | float | int | None]]


class WeekOut(Out):
    """Distinct customers of one week: all heard, about the aspect, negative about it."""

    week: date
    base: int
    customers: int
    negative: int


class TrendOut(Out):
    """The weekly series and what its test allows to be said."""

    weeks: list[WeekOut]
    direction: Direction
    change: EstimateOut
    p_value: float | None
    adjusted_p_value: float | None


class AuditMarkOut(Out):
    """Which audit speaks, its agreement with the machine, and the change since the audit before."""

    id: int
    drawn_at: datetime
    kappa: EstimateOut
    drift: EstimateOut | None


class CorrectedOut(Out):
    """A fact's shares as people would have found them, by a random audit of `audited` customers."""

    customers: EstimateOut
    negative_customers: EstimateOut
    check: EstimateOut | None
    audited: int
    assumed: bool
    audit: AuditMarkOut


class FactOut(Out):
    """What is known about one aspect."""

    aspect: str
    zh: str
    en: str
    path_zh: list[str]
    path_en: list[str]
    customers: CountedOut
    negative_customers: CountedOut
    messages: int
    share_negative: EstimateOut
    intensity: EstimateOut
    trend: TrendOut
    link: str
    corrected: CorrectedOut | None


class BaseOut(Out):
    """Everyone who spoke within the filters."""

    customers: int
    voices: int


class FactGroupOut(Out):
    """One channel, product, segment or type of a fact."""

    id: str
    zh: str
    en: str
    customers: CountedOut
    negative_customers: CountedOut | None
    share_negative: EstimateOut | None
    difference: EstimateOut | None
    unusual: bool
    link: str


class NameOut(Out):
    """A text in both languages."""

    zh: str
    en: str


class OpinionOut(Out):
    """One aspect, one polarity, one span; offsets count Unicode code points."""

    aspect: str
    zh: str
    en: str
    path_zh: list[str]
    polarity: float
    sentiment: int
    intensity: float
    type: str
    start: int
    end: int
    term: str | None
    term_start: int | None
    term_end: int | None
    confidence: float
    judged_by: str | None = Field(
        None,
        description="The language model that gave a second opinion here; null where the machine alone did.",
    )


class NeedOut(Out):
    """One stated need; offsets count Unicode code points, the aspect is null where none is named."""

    kind: str
    aspect: str | None
    start: int
    end: int
    confidence: float


class PersonOut(Out):
    """The customer behind a voice."""

    id: int
    external_id: str
    name: str | None
    segment: str | None
    region: str | None


class VoiceOut(Out):
    """One voice as people read it; the rating is on its source's own scale."""

    id: int
    text: str
    occurred_at: datetime
    received_at: datetime
    channel: str
    source: str
    product: str | None
    customer: PersonOut | None
    author: str | None
    rating: float | None
    rating_scale: float | None
    language: str
    types: list[str]
    sentiment: int | None
    url: str | None
    opinions: list[OpinionOut]
    intents: list[str]
    needs: list[NeedOut]
    emotion: str | None = Field(
        description="anger, disappointment, worry, delight or satisfaction, where the voice says so."
    )


class VoicePageOut(DatedOut):
    """A page of voices, newest first; `next` is the cursor of the following one."""

    items: list[VoiceOut]
    next: str | None
    total: int


class FactsOut(DatedOut):
    """The facts table with its sentences and its picture."""

    base: BaseOut
    facts: list[FactOut]
    plane_chart: dict[str, Any]
    plane_table: TableOut
    summary: list[SentenceOut]


class FactDetailOut(FactOut, DatedOut):
    """One fact opened."""

    base: BaseOut
    summary: list[SentenceOut]
    trend_chart: dict[str, Any]
    trend_table: TableOut
    by_channel: list[FactGroupOut]
    by_product: list[FactGroupOut]
    by_segment: list[FactGroupOut]
    types: list[FactGroupOut]
    how: NameOut
    verbatims: list[VoiceOut]


class ChangeOut(Out):
    """Now − before, tested as one difference."""

    value: float | None
    low: float | None
    high: float | None
    significant: bool


class KpiOut(Out):
    """One figure of the first page; `unit` is count, share or score."""

    id: str
    zh: str
    en: str
    unit: str
    estimate: EstimateOut
    previous: EstimateOut | None
    change: ChangeOut | None
    link: str


class ChannelRowOut(Out):
    """What one channel contributed."""

    channel: str
    zh: str
    en: str
    voices: int
    customers: int
    share_negative: EstimateOut
    link: str


class ActionCountsOut(Out):
    """Actions under way and those past their day."""

    open: int
    overdue: int


class AlertNoteOut(Out):
    """An alert as the first page names it."""

    id: int
    rule_id: int
    name: str
    metric: str
    value: float | None
    threshold: float
    window_hours: float
    state: str
    useful: bool | None
    fired_at: datetime
    link: str


class OverviewOut(DatedOut):
    """The first page."""

    headline: list[SentenceOut]
    kpis: list[KpiOut]
    volume_chart: dict[str, Any]
    volume_table: TableOut
    sentiment_chart: dict[str, Any]
    sentiment_table: TableOut
    top_issues: list[FactOut]
    channels: list[ChannelRowOut]
    actions: ActionCountsOut
    alerts: list[AlertNoteOut]


class ChoiceOut(Out):
    """One value of a filter."""

    id: str
    zh: str
    en: str


class NodeOut(Out):
    """One aspect of a taxonomy."""

    id: str
    parent: str | None
    zh: str
    en: str
    level: int


class TaxonomyOut(Out):
    """A tree of aspects, parents before children."""

    name: str
    version: str
    zh: str
    en: str
    nodes: list[NodeOut]


class SourceOut(Out):
    """One source and how much it has said."""

    id: int
    name: str
    channel: str
    taxonomy: str
    terms_note: str
    voices: int
    last_at: datetime | None


class MetaOut(Out):
    """What the filters offer."""

    channels: list[ChoiceOut]
    types: list[ChoiceOut]
    taxonomies: list[TaxonomyOut]
    products: list[str]
    segments: list[str]
    regions: list[str]
    sources: list[SourceOut]
    extent: WindowOut | None
    default_window: WindowOut | None
    minimum_n: int
    timezone: str
    version: str
    analyser: str
    demo: bool
    summaries: bool = Field(description="Whether a language model is named that sums voices up.")


class LiveVoiceOut(Out):
    """One voice as the live feed shows it."""

    id: int
    text: str
    channel: str
    source: str
    product: str | None
    occurred_at: datetime | None
    received_at: datetime | None
    sentiment: int | None
    aspects: list[str]
    aspects_zh: list[str]
    aspects_en: list[str]


class SharedIssueOut(Out):
    """One issue of a story and how many customers share it."""

    opinions: list[OpinionOut]
    fact: FactOut
    reach: AnecdoteReach
    typical: float | None
    verdict: SentenceOut


class AnecdoteOut(DatedOut):
    """A story beside the group."""

    text: str
    opinions: list[OpinionOut]
    issues: list[SharedIssueOut]
    base: BaseOut
    summary: SentenceOut


class RankedOut(Out):
    """One issue in the ranking, with the probability of being among the first three."""

    rank: int
    fact: FactOut
    score: float
    p_top: float
    has_action: bool


class LoudComplaintOut(Out):
    """A complaint that few customers write again and again."""

    aspect: str
    zh: str
    en: str
    term: str
    customers: CountedOut
    messages: int
    per_customer: EstimateOut
    intensity: EstimateOut
    link: str


class PrioritiesOut(DatedOut):
    """The ranking, and the quiet-but-common and loud-but-rare issues."""

    base: BaseOut
    severity_weight: float
    ranking: list[RankedOut]
    quiet: list[FactOut]
    loud: list[FactOut]
    repeated: list[LoudComplaintOut]
    typical_share: float | None
    mild_intensity: float | None
    fierce_intensity: float | None
    formula: NameOut


class DriverOut(Out):
    """One aspect beside an outcome."""

    aspect: str
    zh: str
    en: str
    customers: int
    importance: EstimateOut
    penalty: EstimateOut
    reward: EstimateOut
    kind: DriverKind
    link: str


class DriversOut(DatedOut):
    """What goes together with an outcome; the importances sum to R²."""

    outcome: Outcome
    voices: int
    customers: int
    r_squared: EstimateOut
    drivers: list[DriverOut]
    caution: NameOut
