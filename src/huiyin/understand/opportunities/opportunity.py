"""An opportunity: something many customers want, make do with or love, sized, valued and scored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from huiyin.kit.errors import NotFoundError
from huiyin.stats import Estimate
from huiyin.understand.drivers import DriverKind
from huiyin.understand.facts.fact import Counted
from huiyin.understand.names import Name


class OpportunityNotFoundError(NotFoundError):
    """No opportunity has this key in the window, and nobody ever took it up."""

    code = "opportunity_not_found"


class OpportunityKind(StrEnum):
    """What kind of treasure it is."""

    WISH = "wish"
    UNMET_NEED = "unmet_need"
    WORKAROUND = "workaround"
    EFFORT = "effort"
    SURPRISING_USE = "surprising_use"
    PRAISE = "praise"


KIND_NAMES = {
    OpportunityKind.WISH: Name("愿望", "Wish"),
    OpportunityKind.UNMET_NEED: Name("未被满足的需求", "Unmet need"),
    OpportunityKind.WORKAROUND: Name("将就", "Workaround"),
    OpportunityKind.EFFORT: Name("费力", "Effort"),
    OpportunityKind.SURPRISING_USE: Name("意外用法", "Surprising use"),
    OpportunityKind.PRAISE: Name("可放大的好评", "Praise to build on"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one customer says it; offsets count Unicode code points of the voice's text."""

    feedback_id: int
    start: int
    end: int
    words: str
    who: int
    customer_id: int | None
    product: str | None
    day: date


@dataclass(frozen=True, slots=True)
class Growth:
    """Newness: the first day it was ever said, and how its share of customers changed from the window's first half to
    its second."""

    first_day: date
    change: Estimate
    is_new: bool


@dataclass(frozen=True, slots=True)
class Value:
    """What the customers behind it have bought in the year before the window's end, as far as the ledger knows them.

    `per_customer` is the mean spend of a known customer, `total` their sum.
    """

    known: int
    total: float
    per_customer: Estimate


@dataclass(frozen=True, slots=True)
class Score:
    """Ulwick's score over voices: importance + max(importance − satisfaction, 0), each of 10."""

    importance: float
    satisfaction: float | None
    score: Estimate


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One opportunity; `customers` is a share of those heard in its taxonomy, with the count itself."""

    key: str
    kind: OpportunityKind
    taxonomy: str
    aspect: str | None
    phrase: str
    zh: str
    en: str
    customers: Counted
    messages: int
    kano: DriverKind
    score: Score
    growth: Growth
    value: Value
    products: tuple[tuple[str, int], ...]
    variants: tuple[tuple[str, int], ...]
    evidence: tuple[Evidence, ...]
    link: str
