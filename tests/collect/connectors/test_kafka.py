"""Kafka by the client's own mock cluster: offsets in the ledger, nothing twice, an outage named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.collect.connectors.conftest import Bench

kafka = pytest.importorskip("confluent_kafka", reason="needs confluent-kafka (pip install 'huiyin[kafka]')")

TOPIC = "voices"
WAIT_S = 20


class Cluster:
    """A producer, and the brokers that live in it."""

    def __init__(self) -> None:
        self._producer: Any = kafka.Producer(
            {"bootstrap.servers": "127.0.0.1:1", "test.mock.num.brokers": 3, "log_level": 0}
        )
        self.send([{"id": "k-first", "text": "第一条，空调有异味"}])

    @property
    def servers(self) -> str:
        brokers = self._producer.list_topics(timeout=WAIT_S).brokers.values()
        return ",".join(f"{broker.host}:{broker.port}" for broker in brokers)

    def send(self, messages: list[Any]) -> None:
        for message in messages:
            raw = message if isinstance(message, bytes) else json.dumps(message).encode()
            self._producer.produce(TOPIC, raw)
        assert self._producer.flush(WAIT_S) == 0


@pytest.fixture
def cluster() -> Cluster:
    return Cluster()


def test_a_topic_is_read_on_from_the_offsets_in_the_ledger(bench: Bench, cluster: Cluster) -> None:
    cluster.send([{"id": f"k{n}", "text": f"第{n}条，车机卡顿"} for n in range(700)])
    cluster.send([b"\xff no json", {"text": "没有编号的一条"}])
    made = bench.connect("kafka", {"servers": cluster.servers, "topic": TOPIC, "stay_s": 5})
    assert bench.run(made).arrival.accepted == 702
    assert len(bench.letters()) == 1
    ids = {voice["external_id"] for voice in bench.voices()}
    assert len(ids) == 702
    assert any(each.startswith(f"{TOPIC}-") for each in ids)
    assert bench.run(made).arrival.payloads == 0
    cluster.send([{"id": "late", "text": "座椅舒服"}])
    assert bench.run(made).arrival.accepted == 1


def test_no_cluster_is_an_outage_in_words(bench: Bench) -> None:
    made = bench.connect("kafka", {"servers": "127.0.0.1:1", "topic": TOPIC, "stay_s": 0})
    run = bench.run(made)
    assert run.error is not None
    assert TOPIC in run.error
