"""A signal as people handle it: what was found, and what was decided about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from huiyin.kit.errors import NotFoundError
from huiyin.understand.names import AspectNames, channel_name
from huiyin.understand.signals.series import Kind
from huiyin.understand.window import Window

_FADED_AFTER = timedelta(days=3)


class SignalNotFoundError(NotFoundError):
    """No signal has this id."""

    code = "signal_not_found"


class SignalState(StrEnum):
    """Where a signal stands."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    CLOSED = "closed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal; times are aware UTC, `days`, `who`, `origin` and `causes` the JSON shapes of the assessment."""

    id: int
    kind: Kind
    taxonomy: str
    aspect: str | None
    product: str | None
    channel: str | None
    term: str | None
    members: tuple[str, ...]
    since: datetime
    first_seen_at: datetime
    last_seen_at: datetime
    window_from: datetime
    window_to: datetime
    observed: int
    expected: float
    low: float
    high: float
    p_value: float
    adjusted_p: float
    people: int
    voices: int
    crisis: float
    crisis_parts: Mapping[str, float]
    days: Sequence[Mapping[str, Any]]
    who: Mapping[str, Sequence[Mapping[str, Any]]]
    origin: Sequence[Mapping[str, Any]]
    causes: Sequence[Mapping[str, Any]]
    verbatims: Sequence[int]
    state: SignalState
    snoozed_until: datetime | None
    owner: str | None
    useful: bool | None
    note: str
    merged_into: int | None
    updated_at: datetime
    updated_by: str | None

    @property
    def ratio(self) -> float:
        """How many times the expectation; half an event at least is expected."""
        return self.observed / max(self.expected, 0.5)

    def is_active(self, now: datetime) -> bool:
        """Whether it was still unusual within the last three days before an aware time."""
        return self.last_seen_at >= now - _FADED_AFTER


def title(signal: Signal, names: AspectNames) -> tuple[str, str]:
    """Return what the signal is, in Chinese and English."""
    product, channel = signal.product, channel_name(signal.channel) if signal.channel else None
    aspect = names.name(signal.aspect) if signal.aspect else None
    zh, en = {
        Kind.COMPLAINTS: (
            f"抱怨增多：{'·'.join(aspect.path_zh) if aspect else ''}",
            f"More complaints: {' · '.join(aspect.path_en) if aspect else ''}",
        ),
        Kind.VOLUME: ("声量突增", "A burst of voices"),
        Kind.MOOD: ("不满情绪上升", "The mood is turning"),
        Kind.TERM: (f"新词：“{signal.term}”", f"A new term: “{signal.term}”"),
    }[signal.kind]
    where_zh = [part for part in (product, channel.zh if channel else None) if part]
    where_en = [part for part in (product, channel.en if channel else None) if part]
    return " · ".join([*where_zh, zh]), " · ".join([*where_en, en])


def window_of_signal(signal: Signal) -> Window:
    """Return the days from the beginning of a signal to its newest look, UTC days."""
    return Window(signal.since.date(), signal.window_to.date())
