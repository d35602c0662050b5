"""Redis Streams through a consumer group: read, commit, then acknowledge."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from typing import Any

import redis
from pydantic import Field, SecretStr

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.builtin.stream_message import read_message
from huiyin.collect.connectors.port import (
    MOST_PAYLOADS,
    TIMEOUT_S,
    Config,
    Connector,
    Ground,
    Haul,
    Reading,
    SourceDownError,
    Watermark,
)
from huiyin.collect.documents import to_payload

WAIT_MS = 500


class RedisConfig(Config):
    """Which stream to read, and how its messages are laid out."""

    url: SecretStr = Field(
        description="Address, e.g. redis://:password@host:6379/0; env:NAME reads the environment."
    )
    stream: str = Field(description="Name of the stream.")
    group: str = Field(
        "huiyin", description="Consumer group; made on first use, from the stream's beginning."
    )
    consumer: str = Field(
        "huiyin-1", description="Name in the group; after a crash it takes up what it had not acknowledged."
    )
    field: str = Field(
        "", description="Entry field that holds JSON; empty when the entry's fields are the record."
    )
    mapping: dict[str, str] = Field(
        default_factory=lambda: {"external_id": "id", "text": "text", "occurred_at": "created_at"},
        description="Field → dotted path in the record.",
    )
    defaults: dict[str, Any] = Field(default_factory=dict, description="Field → value for every record.")
    stay_s: float = Field(
        20.0, ge=0, le=600, description="Seconds a run keeps listening; messages then take milliseconds."
    )


def fetch(config: RedisConfig, watermark: Watermark, ground: Ground) -> Iterator[Haul]:
    """Yield first what was read but never acknowledged, then what is new."""
    del ground
    client = redis.Redis.from_url(config.url.get_secret_value(), socket_timeout=TIMEOUT_S)
    try:
        _ensure_group(client, config)
        yield from _listen(client, config, watermark)
    except (redis.RedisError, OSError) as error:
        raise SourceDownError(f"the stream {config.stream} gives nothing: {error}") from error
    finally:
        client.close()


def read(config: RedisConfig, payload: bytes, ground: Ground) -> Reading:
    """Read a message by the mapping; its stream id stands in for a missing id."""
    del ground
    record = read_message(payload, config.mapping, config.defaults, place="stream_id")
    return Reading(records=(record,))


def _listen(client: Any, config: RedisConfig, watermark: Watermark) -> Iterator[Haul]:
    until, start, mark = time.monotonic() + config.stay_s, "0", watermark.get("last")
    while True:
        entries = _next(client, config, start)
        if entries:
            ids = [entry_id for entry_id, _ in entries]
            mark = ids[-1].decode()
            payloads = tuple(_payload(entry_id, fields, config) for entry_id, fields in entries)
            yield Haul(
                payloads, {"last": mark}, settle=partial(client.xack, config.stream, config.group, *ids)
            )
        elif start == "0":
            start = ">"
        elif time.monotonic() >= until:
            return
        else:
            yield Haul((), {"last": mark} if mark else watermark)


def _next(client: Any, config: RedisConfig, start: str) -> list[tuple[bytes, dict[bytes, bytes]]]:
    answer = client.xreadgroup(
        config.group, config.consumer, {config.stream: start}, count=MOST_PAYLOADS, block=WAIT_MS
    )
    rows = answer.values() if isinstance(answer, dict) else [entries for _, entries in answer or ()]
    found: list[tuple[bytes, dict[bytes, bytes]]] = []
    for entries in rows:
        flat = entries[0] if entries and isinstance(entries[0], list) else entries
        # An entry that was trimmed from the stream while pending has no fields any more.
        found += [(entry_id, fields or {}) for entry_id, fields in flat]
    return found


def _payload(entry_id: bytes, fields: dict[bytes, bytes], config: RedisConfig) -> bytes:
    message: Any
    if config.field:
        message = fields.get(config.field.encode(), b"").decode("utf-8", "replace")
    else:
        message = {k.decode("utf-8", "replace"): v.decode("utf-8", "replace") for k, v in fields.items()}
    return to_payload({"stream_id": entry_id.decode(), "message": message})


def _ensure_group(client: Any, config: RedisConfig) -> None:
    try:
        client.xgroup_create(config.stream, config.group, id="0", mkstream=True)
    except redis.ResponseError as error:
        if "BUSYGROUP" not in str(error):
            raise


CONNECTOR = Connector(
    kind="redis",
    zh="Redis Streams 消息流",
    en="Redis Streams",
    about_zh="消费者组读取，提交之后才确认。",
    about_en="Reads in a consumer group; acknowledges after the commit.",
    channel=Channel.REVIEW,
    config=RedisConfig,
    read=read,
    fetch=fetch,
    every_s=1,
)
