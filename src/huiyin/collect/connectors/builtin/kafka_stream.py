"""A Kafka topic: each partition from the offset that stands in the ledger beside the records."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Any

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

WAIT_S = 0.5


class KafkaConfig(Config):
    """Which topic to read, how to sign in, and how its messages are laid out."""

    servers: str = Field(description="Bootstrap servers, e.g. host1:9092,host2:9092.")
    topic: str = Field(description="Name of the topic.")
    group: str = Field(
        "huiyin", description="Group under which the place reached is also committed, for Kafka's own tools."
    )
    user: str = Field("", description="SASL user; empty for none.")
    password: SecretStr = Field(SecretStr(""), description="SASL password; env:NAME reads the environment.")
    tls: bool = Field(False, description="Encrypt the connection.")
    mapping: dict[str, str] = Field(
        default_factory=lambda: {"external_id": "id", "text": "text", "occurred_at": "created_at"},
        description="Field → dotted path in the message's JSON.",
    )
    defaults: dict[str, Any] = Field(default_factory=dict, description="Field → value for every record.")
    stay_s: float = Field(
        20.0, ge=0, le=600, description="Seconds a run keeps listening; messages then take milliseconds."
    )


def fetch(config: KafkaConfig, watermark: Watermark, ground: Ground) -> Iterator[Haul]:
    """Yield messages from the offsets of the watermark on; a partition never seen is read from its beginning."""
    del ground
    kafka = _client()
    consumer = kafka.Consumer(_settings(config))
    try:
        consumer.assign(_places(kafka, consumer, config, watermark))
        yield from _listen(kafka, consumer, config, dict(watermark))
    except kafka.KafkaException as error:
        raise SourceDownError(f"the topic {config.topic} gives nothing: {error}") from error
    finally:
        consumer.close()


def read(config: KafkaConfig, payload: bytes, ground: Ground) -> Reading:
    """Read a message by the mapping; topic, partition and offset stand in for a missing id."""
    del ground
    record = read_message(payload, config.mapping, config.defaults, place="place")
    return Reading(records=(record,))


def _client() -> Any:
    try:
        return import_module("confluent_kafka")
    except ImportError as error:
        raise SourceDownError("Kafka needs its client: pip install 'huiyin[kafka]'") from error


def _settings(config: KafkaConfig) -> dict[str, Any]:
    signed = {"sasl.mechanism": "PLAIN", "sasl.username": config.user, "sasl.password": config.password.get_secret_value()}  # fmt: skip
    protocol = ("SASL_" if config.user else "") + ("SSL" if config.tls else "PLAINTEXT")
    return {
        "bootstrap.servers": config.servers,
        "group.id": config.group,
        "security.protocol": protocol,
        "enable.auto.commit": False,
        "auto.offset.reset": "earliest",
        "socket.timeout.ms": int(TIMEOUT_S * 1000),
        "log_level": 0,
    } | (signed if config.user else {})


def _places(kafka: Any, consumer: Any, config: KafkaConfig, watermark: Watermark) -> list[Any]:
    """Return each partition with the offset to begin at."""
    topic = consumer.list_topics(config.topic, timeout=TIMEOUT_S).topics[config.topic]
    if topic.error is not None:
        raise SourceDownError(f"the topic {config.topic} gives nothing: {topic.error}")
    return [
        kafka.TopicPartition(config.topic, number, watermark.get(str(number), kafka.OFFSET_BEGINNING))
        for number in sorted(topic.partitions)
    ]


def _listen(kafka: Any, consumer: Any, config: KafkaConfig, marks: dict[str, Any]) -> Iterator[Haul]:
    until = time.monotonic() + config.stay_s
    while True:
        messages = _usable(kafka, consumer.consume(MOST_PAYLOADS, WAIT_S))
        if messages:
            for message in messages:
                marks[str(message.partition())] = message.offset() + 1
            yield Haul(
                tuple(_payload(message) for message in messages),
                dict(marks),
                settle=partial(_tell, kafka, consumer, config, dict(marks)),
            )
        elif time.monotonic() >= until:
            return
        else:
            yield Haul((), dict(marks))


def _usable(kafka: Any, messages: Sequence[Any]) -> list[Any]:
    """Return the messages; a broker's complaint is an outage. The end of a partition is no complaint."""
    for message in messages:
        error = message.error()
        if error is not None and error.code() != kafka.KafkaError._PARTITION_EOF:
            raise SourceDownError(f"the topic gives nothing: {error}")
    return [message for message in messages if message.error() is None]


def _payload(message: Any) -> bytes:
    place = f"{message.topic()}-{message.partition()}-{message.offset()}"
    return to_payload({"place": place, "message": (message.value() or b"").decode("utf-8", "replace")})


def _tell(kafka: Any, consumer: Any, config: KafkaConfig, marks: dict[str, Any]) -> None:
    """Commit the place reached to the group as well, where lag is watched; the ledger's own place is what counts."""
    places = [kafka.TopicPartition(config.topic, int(number), offset) for number, offset in marks.items()]
    consumer.commit(offsets=places, asynchronous=True)


CONNECTOR = Connector(
    kind="kafka",
    zh="Kafka 消息流",
    en="Kafka",
    about_zh="按分区位点读取，位点与原声在同一事务里落账。",
    about_en="Reads by partition offset, kept in the same transaction as the records.",
    channel=Channel.REVIEW,
    config=KafkaConfig,
    read=read,
    fetch=fetch,
    every_s=1,
)
