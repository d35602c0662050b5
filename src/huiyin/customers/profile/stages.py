"""Where somebody stands with the company: rules that a reader can check on the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NEW_DAYS, ACTIVE_DAYS, LOST_DAYS = 90, 180, 365


class Stage(StrEnum):
    """The stages of a customer's life, in their order."""

    PROSPECT = "prospect"
    NEW = "new"
    ACTIVE = "active"
    DORMANT = "dormant"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Dealings:
    """What the stage is read from: the first order, the last order, voice or visit, and a contract that was let end."""

    first_order: date | None
    last_contact: date | None
    contract_ended: bool


def stage_of(dealings: Dealings, today: date) -> Stage:
    """Return the stage; a contract that ended without renewal, or a silent year, is a customer lost.

    >>> stage_of(Dealings(date(2026, 1, 5), date(2026, 11, 2), False), date(2026, 11, 22)).value
    'active'
    """
    if dealings.first_order is None:
        return Stage.PROSPECT
    since = (today - (dealings.last_contact or dealings.first_order)).days
    if dealings.contract_ended or since > LOST_DAYS:
        return Stage.LOST
    if (today - dealings.first_order).days <= NEW_DAYS:
        return Stage.NEW
    return Stage.ACTIVE if since <= ACTIVE_DAYS else Stage.DORMANT
