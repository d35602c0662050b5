"""Messages of a stream in an envelope that says where they stood, for those that bring no id of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from huiyin.collect.connectors.builtin.webhook import mapped
from huiyin.collect.documents import parse_object, to_payload


def read_message(
    payload: bytes, mapping: Mapping[str, str], defaults: Mapping[str, Any], *, place: str
) -> dict[str, Any]:
    """Return the record in an envelope's `message`; what stands under `place` takes the place of a missing id."""
    envelope = parse_object(payload)
    inner = envelope.get("message")
    body = inner.encode("utf-8", "surrogatepass") if isinstance(inner, str) else to_payload(inner)
    record = mapped(body, mapping, defaults)
    if str(record["external_id"]).startswith("digest-") and isinstance(envelope.get(place), str):
        record["external_id"] = envelope[place]
    return record
