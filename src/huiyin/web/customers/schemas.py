"""The shapes of this room's answers."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import BaseModel, Field

from huiyin.customers import ChangeKind, ConsentOrigin, CrossSide, Ground, How, LinkState, MomentKind
from huiyin.customers.profile import RfmClass, Stage
from huiyin.linkage import HandleKind
from huiyin.web.understand.schemas import EstimateOut, Out, WindowOut


class FoundOut(Out):
    """A person that a search found, and by which handle."""

    person: int
    label: str
    kind: HandleKind
    value: str
    accounts: int
    known_customer: bool


class FiguresOut(Out):
    """What the last round of resolution found."""

    accounts: int
    persons: int
    customers: int
    authors: int
    contacts: int
    crowds: int
    linked_authors: int
    deterministic: int
    probabilistic: int
    review: int
    moved: int


class SearchOut(Out):
    """Persons found, and how far identities are known."""

    items: list[FoundOut]
    figures: FiguresOut | None
    resolved_at: datetime | None


class SomebodyOut(Out):
    """A person to look at, why, and the words that put them on the list."""

    person: int
    label: str
    why_zh: str
    why_en: str
    text: str | None
    channel: str | None
    at: datetime | None


class WatchOut(Out):
    """One list: the first of `total` persons, the most pressing first; counted over so many days."""

    ground: Ground
    days: int | None
    total: int
    people: list[SomebodyOut]


class AttentionOut(Out):
    """Who needs somebody's attention today."""

    today: date
    lists: list[WatchOut]


class HandleOut(Out):
    """A handle; `noted` by a clerk rather than recorded, `shared_with` so many other persons."""

    kind: HandleKind
    value: str
    noted: bool
    seen: int
    shared_with: int


class CustomerAccountOut(Out):
    """One account: a customer record, an author of a source, or a caller."""

    id: int
    kind: str
    label: str
    source: str | None
    customer: str | None
    crowd: bool = Field(description="The name stands for several people at its source.")
    handles: list[HandleOut]


class EvidenceStepOut(Out):
    """One bar of the waterfall, in bits."""

    field: str
    finding: str
    weight: float


class LinkOut(Out):
    """Why two accounts are one person, or may be."""

    id: int
    one: int
    other: int
    weight: float
    probability: float
    how: How
    state: LinkState
    explanation: list[EvidenceStepOut]
    decided_by: str | None


class CustomerValueOut(Out):
    """RFM: the figures, and each as a fifth of all buyers, 5 the best."""

    recency_days: int
    orders: int
    amount: float
    recency: int
    frequency: int
    monetary: int
    buyers: int


class ConcernOut(Out):
    """An aspect this person speaks of, in voices."""

    aspect: str
    zh: str
    en: str
    voices: int
    negative: int
    suggestions: int


class MonthOut(Out):
    """How a person sounded in a month, in voices."""

    month: str
    voices: int
    negative: int
    positive: int


class WantOut(Out):
    """A need, pain point, expectation, motive, workaround or effort in the person's own words."""

    kind: str
    words: str
    aspect: str | None
    zh: str | None
    en: str | None
    day: date
    ref: int


class PurposeOut(Out):
    """One purpose of a person's data: allowed or not, from the record, a later decision or an opt-out."""

    purpose: str
    allowed: bool
    origin: ConsentOrigin
    at: datetime | None


class PersonSaidOut(Out):
    """One sentence in both languages."""

    zh: str
    en: str


class ProfileStandingOut(Out):
    """Stage of life, RFM class, and the learnt segment with how far segments hold."""

    stage: Stage
    stage_zh: str
    stage_en: str
    rfm_class: RfmClass | None
    rfm_zh: str | None
    rfm_en: str | None
    group: int | None
    group_zh: str | None
    group_en: str | None
    stability: EstimateOut | None


class LifetimeOut(Out):
    """The year ahead: chance of still being a customer, orders, and yuan with the 80 % range of what comes."""

    alive: float
    orders: float
    value: EstimateOut
    kinds: list[str]


class PersonRiskOut(Out):
    """The risk that the contract ends, with its interval."""

    due: date
    risk: float
    low: float
    high: float


class MomentOut(Out):
    """One thing that happened."""

    kind: MomentKind
    at: datetime
    title: str
    detail: str
    channel: str | None
    sentiment: int | None
    amount: float | None
    ref: int | None


class IdentityChangeOut(Out):
    """A decision about who is who; moves are (account, from person, to person)."""

    id: int
    kind: ChangeKind
    at: datetime
    by: str
    reason: str
    moves: list[list[int]]
    undone_at: datetime | None


class PortraitOut(Out):
    """One person whole."""

    id: int
    label: str
    segment: str | None
    region: str | None
    accounts: list[CustomerAccountOut]
    links: list[LinkOut]
    voices: int
    first_at: datetime | None
    last_at: datetime | None
    value: CustomerValueOut | None
    concerns: list[ConcernOut]
    months: list[MonthOut]
    wants: list[WantOut] = Field(
        description="Needs, pain points, expectations … in their own words, newest first."
    )
    behaviour: dict[str, int]
    purposes: list[PurposeOut] = Field(description="What may be done, and where that comes from.")
    contacted_at: datetime | None = Field(description="When last contacted about a contract.")
    headline: list[PersonSaidOut] = Field(description="The portrait in two or three sentences.")
    standing: ProfileStandingOut
    lifetime: LifetimeOut | None = Field(
        description="Null without orders of a kind that repeats, or before the first round."
    )
    risk: PersonRiskOut | None = Field(description="Where a contract is about to end.")
    consents: dict[str, bool] = Field(
        description="What may be done with it, by purpose; empty: not recorded."
    )
    timeline: list[MomentOut]
    changes: list[IdentityChangeOut]
    masked: bool


class LinkQuestionOut(Out):
    """Are these two accounts one person? So many voices would change hands."""

    link: LinkOut
    one: CustomerAccountOut
    other: CustomerAccountOut
    one_person: int
    other_person: int
    voices: int


class QueueOut(Out):
    """Open questions, those first whose answer changes most; the first `pressing` of all are worth the time."""

    items: list[LinkQuestionOut]
    total: int
    pressing: int


class ChangedOut(BaseModel):
    """The entry of the log that undoes this, and the person to look at."""

    change: int
    person: int


class MatchRateOut(Out):
    """The share of speakers known as customers, and what follows from it."""

    share: EstimateOut
    caveat_zh: str
    caveat_en: str


class BuyersOut(Out):
    """What a group bought in the window: yuan per customer, and the share that bought at all."""

    customers: int
    spend: EstimateOut
    buying: EstimateOut


class BuyingPowerOut(Out):
    """What the socially active buy."""

    window: WindowOut
    active_from: int
    active: BuyersOut
    others: BuyersOut
    spend_difference: EstimateOut
    buying_difference: EstimateOut
    match: MatchRateOut
    sentence_zh: str
    sentence_en: str


class ProblemOut(Out):
    """A problem of frequent help-seekers; the comparison with others is by contact."""

    aspect: str
    zh: str
    en: str
    path_zh: list[str]
    customers: int
    share: EstimateOut
    by_contact: EstimateOut
    by_contact_others: EstimateOut
    difference: EstimateOut
    significant: bool


class HelpSeekersOut(Out):
    """What frequent help-seekers run into."""

    window: WindowOut
    frequent_from: int
    customers: int
    others: int
    problems: list[ProblemOut]
    match: MatchRateOut
    sentence_zh: str
    sentence_en: str


class CrossCellOut(Out):
    """Customers with both values, and their share of the row."""

    row: str
    column: str
    customers: int
    share: EstimateOut


class CrossValueOut(Out):
    """A value of a side, and what it is called."""

    id: str
    zh: str
    en: str


class CrossTestOut(Out):
    """Whether the sides depend on each other at all: p, and Cramér's V from 0 to 1."""

    method: str
    p_value: float
    strength: float
    n: int


class CrossingOut(Out):
    """Customers by two sides; `tested` is null where there is nothing to test."""

    window: WindowOut
    row: CrossSide
    column: CrossSide
    rows: list[CrossValueOut]
    columns: list[CrossValueOut]
    cells: list[CrossCellOut]
    customers: int
    tested: CrossTestOut | None
    match: MatchRateOut
