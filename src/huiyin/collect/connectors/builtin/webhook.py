"""Generic JSON webhook: any service that can POST JSON, by a mapping of fields to paths."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from pydantic import Field, SecretStr

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.port import Config, Connector, Ground, Pushed, Reading, refuse
from huiyin.collect.connectors.signatures import check_signature
from huiyin.collect.documents import find_value, map_record, parse_document, to_payload
from huiyin.collect.markup import plain_text


class WebhookConfig(Config):
    """How to check and read what is posted."""

    secret: SecretStr = Field(SecretStr(""), description="Key of the HMAC-SHA256 signature; empty for none.")
    signature_header: str = Field("X-Signature", description="Header with the signature in hex.")
    timestamp_header: str = Field(
        "X-Timestamp", description="Header with unix seconds, signed before the body."
    )
    items: str = Field(
        "", description="Path to the list of records; empty when the body is the record or list."
    )
    mapping: dict[str, str] = Field(
        default_factory=lambda: {"external_id": "id", "text": "text", "occurred_at": "created_at"},
        description="Field → dotted path in a record, e.g. text → data.content.",
    )
    defaults: dict[str, Any] = Field(default_factory=dict, description="Field → value for every record.")
    html: bool = Field(False, description="The text is HTML: take the visible words.")


def split(config: WebhookConfig, pushed: Pushed, ground: Ground) -> tuple[bytes, ...]:
    """Check the signature and split the body into its records."""
    check_signature(
        pushed,
        secret=config.secret.get_secret_value(),
        header=config.signature_header,
        timestamp_header=config.timestamp_header,
        now=ground.clock(),
    )
    found = find_value(parse_document(pushed.body), config.items)
    if found is None:
        raise refuse(f"nothing at {config.items!r}", field="items", expected="a path to the list of records")
    return tuple(to_payload(each) for each in (found if isinstance(found, list) else [found]))


def read(config: WebhookConfig, payload: bytes, ground: Ground) -> Reading:
    """Read one record by the mapping; one without an id gets the digest of its content."""
    del ground
    return Reading(records=(mapped(payload, config.mapping, config.defaults, html=config.html),))


def mapped(
    payload: bytes, mapping: Mapping[str, str], defaults: Mapping[str, Any], *, html: bool = False
) -> dict[str, Any]:
    """Return the record that a mapping finds in a JSON payload."""
    document = parse_document(payload)
    if not isinstance(document, dict):
        raise refuse("a record is no object", field="payload", expected="a JSON object")
    record = map_record(document, mapping, defaults)
    if html and isinstance(record.get("text"), str):
        record["text"] = plain_text(record["text"])
    if not record.get("external_id"):
        record["external_id"] = f"digest-{blake2b(to_payload(document), digest_size=12).hexdigest()}"
    return record


CONNECTOR = Connector(
    kind="webhook",
    zh="通用 Webhook",
    en="JSON webhook",
    about_zh="任何能 POST JSON 的系统：字段映射，HMAC 签名。",
    about_en="Any system that can POST JSON: mapped fields, HMAC signature.",
    channel=Channel.REVIEW,
    config=WebhookConfig,
    read=read,
    split=split,
)
