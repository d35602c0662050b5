"""Service clocks: when people work, and how fast each priority must move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from huiyin.act.cases.working_hours import WorkingHours


class CasePriority(StrEnum):
    """How fast a case must move."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """Working time until the first answer and until the resolution."""

    respond: timedelta
    resolve: timedelta


@dataclass(frozen=True, slots=True)
class ServicePolicy:
    """The clocks of an installation: when people work, and how fast each priority must move."""

    hours: WorkingHours
    levels: Mapping[CasePriority, ServiceLevel]


# A working day has nine hours.
DEFAULT_LEVELS: Mapping[CasePriority, ServiceLevel] = {
    CasePriority.URGENT: ServiceLevel(timedelta(hours=1), timedelta(hours=9)),
    CasePriority.HIGH: ServiceLevel(timedelta(hours=4), timedelta(hours=18)),
    CasePriority.NORMAL: ServiceLevel(timedelta(hours=9), timedelta(hours=45)),
    CasePriority.LOW: ServiceLevel(timedelta(hours=18), timedelta(hours=90)),
}


def usual_policy(zone: ZoneInfo) -> ServicePolicy:
    """Return the clocks of an installation in a zone: the usual working hours and levels."""
    return ServicePolicy(WorkingHours(zone), DEFAULT_LEVELS)
