"""What a connector is: payloads as the source sent them, how each is read, and how far one has come.

A payload stays bytes until `read`, so that one that cannot be read waits as a dead letter and is read again,
by the same function, when the source or the mapping has been mended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

from huiyin.collect.channel import Channel
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError, NotSignedInError, UnavailableError

MOST_PAYLOADS = 500
LARGEST_PAYLOAD = 25 << 20
TIMEOUT_S = 30.0

Watermark = Mapping[str, Any]
Record = Mapping[str, Any]


class SourceDownError(UnavailableError):
    """The source gives no usable answer now; it is asked again after a growing pause."""

    code = "source_down"


class WrongSignatureError(NotSignedInError):
    """A pushed request is not signed with the connector's secret."""

    code = "wrong_signature"


class Config(BaseModel):
    """Root of the connectors' settings: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a connector may use of the world around it; `listen` turns a recording into a transcript."""

    zone: tzinfo
    clock: Clock
    listen: Callable[[Path], bytes] | None = None


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A payload that fetching itself found unreadable."""

    payload: bytes
    reason: str
    field: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Haul:
    """Some payloads, and the watermark that holds once they are in the ledger.

    `settle` runs after the commit: streams acknowledge there, so a kill before it only brings known records again.
    """

    payloads: tuple[bytes, ...]
    watermark: Watermark
    spoiled: tuple[Spoiled, ...] = ()
    settle: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class BehaviourEvent:
    """Something a person did on a page or in an app."""

    external_id: str
    name: str
    at: datetime
    properties: Mapping[str, Any]
    customer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Identified:
    """What a source knows of a customer now; None leaves what was known."""

    external_id: str
    name: str | None = None
    segment: str | None = None
    region: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """Something a customer bought; `amount` in the shop's own currency."""

    external_id: str
    customer_id: str
    amount: float
    at: datetime
    product: str | None = None
    kind: str = "order"


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A mail of ours that will never arrive, by its delivery id, and the RFC 3463 status that says why."""

    delivery_id: str
    status: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a payload says: flat raw records as `parse_feedback` takes them, events, orders, people, lost mails."""

    records: tuple[Record, ...] = ()
    events: tuple[BehaviourEvent, ...] = ()
    orders: tuple[Order, ...] = ()
    people: tuple[Identified, ...] = ()
    undelivered: tuple[Undelivered, ...] = ()


@dataclass(frozen=True, slots=True)
class Pushed:
    """A request that a source sent: header names in lower case."""

    headers: Mapping[str, str]
    body: bytes


class Fetch(Protocol):
    """Yields hauls from the watermark on; raises SourceDownError. Everything may come twice, nothing may be left out."""

    def __call__(self, config: Any, watermark: Watermark, ground: Ground) -> Iterator[Haul]: ...


class Split(Protocol):
    """Checks a pushed request and splits it into payloads; raises WrongSignatureError, InvalidInputError."""

    def __call__(self, config: Any, pushed: Pushed, ground: Ground) -> tuple[bytes, ...]: ...


class Read(Protocol):
    """Reads one payload; raises InvalidInputError naming the field and what would be right, never anything else."""

    def __call__(self, config: Any, payload: bytes, ground: Ground) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Connector:
    """A kind of source, registered in the entry-point group `huiyin.connectors` under its kind.

    One of `fetch` (pulled on a schedule) and `split` (pushed by the source) is given.
    """

    kind: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    channel: Channel
    config: type[Config]
    read: Read
    fetch: Fetch | None = None
    split: Split | None = None
    every_s: int = 300


def refuse(message: str, *, field: str, expected: str) -> InvalidInputError:
    """Return the error for a payload that cannot be read."""
    return InvalidInputError(message, field=field, expected=expected)
