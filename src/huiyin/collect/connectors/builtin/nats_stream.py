"""NATS JetStream through a durable pull consumer: read, commit, then acknowledge."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from functools import partial
from typing import Any

import nats
import nats.errors
import nats.js.errors
from nats.aio.client import Client
from nats.js.api import ConsumerConfig
from pydantic import Field, SecretStr

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.builtin.webhook import mapped
from huiyin.collect.connectors.port import (
    Config,
    Connector,
    Ground,
    Haul,
    Reading,
    SourceDownError,
    Watermark,
)
from huiyin.collect.documents import parse_object

WAIT_S = 0.5
CONNECT_S = 10
BATCH = 200


class NatsConfig(Config):
    """Which subject to read, and how its messages are laid out."""

    url: SecretStr = Field(
        description="Address, e.g. nats://token@host:4222; env:NAME reads the environment."
    )
    stream: str = Field(description="Name of the JetStream stream; it must exist.")
    subject: str = Field(description="Subject in the stream, e.g. feedback.>")
    durable: str = Field("huiyin", description="Name of the durable consumer; made on first use.")
    mapping: dict[str, str] = Field(
        default_factory=lambda: {"external_id": "id", "text": "text", "occurred_at": "created_at"},
        description="Field → dotted path in the JSON message.",
    )
    defaults: dict[str, Any] = Field(default_factory=dict, description="Field → value for every message.")
    ack_wait_s: float = Field(
        30.0,
        ge=1,
        le=3600,
        description="Seconds after which the server sends again what was not acknowledged.",
    )
    stay_s: float = Field(
        20.0, ge=0, le=600, description="Seconds a run keeps listening; messages then take milliseconds."
    )


def fetch(config: NatsConfig, watermark: Watermark, ground: Ground) -> Iterator[Haul]:
    """Yield what the durable consumer has not acknowledged yet."""
    del ground
    with asyncio.Runner() as runner:
        try:
            yield from _listen(runner, config, watermark)
        except (nats.errors.Error, OSError, TimeoutError) as error:
            raise SourceDownError(
                f"the stream {config.stream} gives nothing: {error or type(error).__name__}"
            ) from error


def read(config: NatsConfig, payload: bytes, ground: Ground) -> Reading:
    """Read a JSON message by the mapping."""
    del ground
    parse_object(payload)
    return Reading(records=(mapped(payload, config.mapping, config.defaults),))


def _listen(runner: asyncio.Runner, config: NatsConfig, watermark: Watermark) -> Iterator[Haul]:
    until, mark = time.monotonic() + config.stay_s, dict(watermark)
    client = runner.run(_connect(config))
    try:
        consumer = runner.run(_subscribe(client, config))
        while True:
            messages = runner.run(_next(consumer))
            if messages:
                mark = {"last": messages[-1].metadata.sequence.stream}
                payloads = tuple(message.data for message in messages)
                yield Haul(payloads, mark, settle=partial(_settle, runner, messages))
            elif time.monotonic() >= until:
                return
            else:
                yield Haul((), mark)
    finally:
        runner.run(client.close())


async def _connect(config: NatsConfig) -> Any:
    client = Client()
    try:
        await client.connect(
            config.url.get_secret_value(),
            connect_timeout=CONNECT_S,
            allow_reconnect=False,
            error_cb=_ignore,
        )
    except BaseException:
        # A server that hangs up in the greeting leaves an open socket behind.
        await client.close()
        raise
    return client


async def _subscribe(client: Any, config: NatsConfig) -> Any:
    return await client.jetstream().pull_subscribe(
        config.subject,
        durable=config.durable,
        stream=config.stream,
        config=ConsumerConfig(ack_wait=config.ack_wait_s),
    )


async def _next(consumer: Any) -> list[Any]:
    try:
        return list(await consumer.fetch(BATCH, timeout=WAIT_S))
    except TimeoutError:
        return []


async def _acknowledge(messages: list[Any]) -> None:
    # The server must have it before the next batch, else a quick second run gets the same messages.
    for message in messages[:-1]:
        await message.ack()
    await messages[-1].ack_sync()


async def _ignore(_error: Exception) -> None:
    """Errors end the run where they are raised; the client need not print them too."""


def _settle(runner: asyncio.Runner, messages: list[Any]) -> None:
    runner.run(_acknowledge(messages))


CONNECTOR = Connector(
    kind="nats",
    zh="NATS JetStream 消息流",
    en="NATS JetStream",
    about_zh="持久消费者读取，提交之后才确认。",
    about_en="Reads through a durable consumer; acknowledges after the commit.",
    channel=Channel.REVIEW,
    config=NatsConfig,
    read=read,
    fetch=fetch,
    every_s=1,
)
