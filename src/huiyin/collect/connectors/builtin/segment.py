"""Segment's tracking specification: what people do on pages and in apps, as `track`, `identify`, `page` and so on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any

from pydantic import Field

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.port import (
    BehaviourEvent,
    Config,
    Connector,
    Ground,
    Identified,
    Pushed,
    Reading,
    refuse,
)
from huiyin.collect.documents import parse_document, parse_object, text_of, to_payload
from huiyin.collect.moment import EXPECTED, parse_moment

TYPE_HEADER = "x-huiyin-segment-type"
TYPES = ("track", "identify", "page", "screen", "group", "alias")
MOST_MESSAGES = 2_000
SKEW = timedelta(minutes=1)
_FIRST_DAY = datetime(1990, 1, 1, tzinfo=UTC)
_PEOPLE_TRAITS = ("name", "segment", "region")


class SegmentConfig(Config):
    """What of the events is a voice."""

    voice_property: str = Field(
        "feedback", description="Property of a track event that holds words of the person; empty for none."
    )
    product: str = Field("", description="Product that the page or app is about; empty for none.")


def split(config: SegmentConfig, pushed: Pushed, ground: Ground) -> tuple[bytes, ...]:
    """Split a call or a batch into messages, each with its type, its context, and when it was received."""
    del config
    body = parse_document(pushed.body)
    if not isinstance(body, dict):
        raise refuse("the body is no object", field="body", expected="a Segment message or batch")
    batch = body.get("batch", [body])
    if not isinstance(batch, list) or len(batch) > MOST_MESSAGES:
        raise refuse("batch is no list", field="batch", expected=f"at most {MOST_MESSAGES:,} messages")
    added = {"sentAt": body.get("sentAt"), "receivedAt": ground.clock().isoformat()}
    kind = pushed.headers.get(TYPE_HEADER, "batch")
    if kind != "batch":
        added["type"] = kind
    return tuple(to_payload(_laid_out(message, added)) for message in batch)


def read(config: SegmentConfig, payload: bytes, ground: Ground) -> Reading:
    """Read one message: an event always, a customer from `identify`, a voice where the person left words."""
    message = parse_object(payload)
    kind = text_of(message, "type")
    if kind not in TYPES:
        raise refuse(f"type {kind[:40]!r} is unknown", field="type", expected=", ".join(TYPES))
    event = _event(message, kind, ground)
    return Reading(
        records=_voices(config, message, event),
        events=(event,),
        people=(_person(message, event.customer_id),) if kind == "identify" and event.customer_id else (),
    )


def _laid_out(message: Any, added: Mapping[str, Any]) -> Any:
    if not isinstance(message, dict):
        return message
    return {name: value for name, value in message.items() if name != "writeKey"} | {
        name: value for name, value in added.items() if value is not None
    }


def _event(message: Mapping[str, Any], kind: str, ground: Ground) -> BehaviourEvent:
    user, anonymous = _id(message, "userId", 120), _id(message, "anonymousId", 120)
    if not user and not anonymous:
        raise refuse("nobody is named", field="userId", expected="userId or anonymousId")
    name = text_of(message, "event") if kind == "track" else kind
    if not _is_word(name, 120):
        raise refuse("event has no usable name", field="event", expected="1 to 120 characters")
    properties = _properties(message, kind) | ({"anonymous_id": anonymous} if anonymous else {})
    return BehaviourEvent(
        external_id=_id(message, "messageId", 200) or f"digest-{_digest(message)}",
        name=name,
        at=_moment(message, ground),
        properties=properties,
        customer_id=user or None,
    )


def _properties(message: Mapping[str, Any], kind: str) -> dict[str, Any]:
    told = message.get("traits" if kind in ("identify", "group") else "properties")
    found = dict(told) if isinstance(told, dict) else {}
    for name, path in (
        ("name", "name"),
        ("previous_id", "previousId"),
        ("group_id", "groupId"),
        ("path", "context.page.path"),
        ("app_version", "context.app.version"),
    ):
        if value := text_of(message, path):
            found.setdefault(name, value)
    return found


def _voices(
    config: SegmentConfig, message: Mapping[str, Any], event: BehaviourEvent
) -> tuple[dict[str, Any], ...]:
    words = text_of(message, f"properties.{config.voice_property}") if config.voice_property else ""
    if not words:
        return ()
    return (
        {
            "external_id": event.external_id,
            "text": words,
            "occurred_at": event.at,
            "author": text_of(event.properties, "anonymous_id") or None,
            "customer_id": event.customer_id,
            "product": config.product or None,
            "metadata": {"event": event.name, "page": text_of(event.properties, "path")},
        },
    )


def _person(message: Mapping[str, Any], user: str | None) -> Identified:
    traits = message.get("traits")
    told = dict(traits) if isinstance(traits, dict) else {}
    words = {name: text_of(told, name) for name in _PEOPLE_TRAITS}
    return Identified(
        external_id=user or "",
        name=words["name"][:120] or None,
        segment=words["segment"][:60] or None,
        region=words["region"][:60] or None,
        attributes={name: value for name, value in told.items() if name not in _PEOPLE_TRAITS},
    )


def _moment(message: Mapping[str, Any], ground: Ground) -> datetime:
    received = _parsed(message.get("receivedAt"), ground) or ground.clock()
    said = message.get("timestamp") or message.get("originalTimestamp")
    at = _parsed(said, ground) or received
    sent = _parsed(message.get("sentAt"), ground)
    # A wrong clock is wrong by the same amount when it writes and when it sends.
    if sent is not None and abs(received - sent) > SKEW and at <= sent + SKEW:
        at += received - sent
    if not _FIRST_DAY <= at <= received + timedelta(days=1):
        raise refuse("timestamp is out of range", field="timestamp", expected="a time between 1990 and today")
    return at


def _parsed(value: object, ground: Ground) -> datetime | None:
    if value in (None, ""):
        return None
    try:
        return parse_moment(value, ground.zone)
    except (ValueError, OverflowError, OSError) as error:
        raise refuse(f"{str(value)[:60]!r} is no time", field="timestamp", expected=EXPECTED) from error


def _id(message: Mapping[str, Any], name: str, longest: int) -> str:
    value = text_of(message, name)
    if value and not _is_word(value, longest):
        raise refuse(f"{name} is not usable", field=name, expected=f"1 to {longest} printable characters")
    return value


def _is_word(value: str, longest: int) -> bool:
    return 0 < len(value) <= longest and value.isprintable()


def _digest(message: Mapping[str, Any]) -> str:
    stable = {name: value for name, value in message.items() if name not in ("receivedAt", "sentAt")}
    return blake2b(to_payload(stable), digest_size=12).hexdigest()


CONNECTOR = Connector(
    kind="segment",
    zh="网站与 App 行为",
    en="Page and app behaviour",
    about_zh="Segment 规范的埋点接口与网页片段；放弃、连点、重试成为行为反馈。",
    about_en="Segment-spec tracking and a page snippet; abandon, rage and retry become feedback.",
    channel=Channel.BEHAVIOUR,
    config=SegmentConfig,
    read=read,
    split=split,
)
