"""No bytes from outside crash or hang a parser, and every refusal says why."""

from __future__ import annotations

import random

import pytest
from tests.collect.connectors.payloads import GROUND, PAYLOADS, Parser, Tally, attack, config_of, parsers

from huiyin.collect import connectors
from huiyin.collect.connectors.conformance import problems

ROUNDS = 150


@pytest.mark.parametrize("kind", connectors.connector_kinds())
def test_connector_conforms(kind: str) -> None:
    connector = connectors.find_connector(kind)
    assert connector.kind == kind
    assert problems(connector, config_of(kind), GROUND, sample=PAYLOADS[kind][0]) == []


@pytest.mark.parametrize("parser", parsers(), ids=lambda parser: parser.name)
def test_mutated_bytes_are_read_or_refused_by_name(parser: Parser) -> None:
    tally = Tally()
    attack(parser, ROUNDS, random.Random(20261122), tally)  # noqa: S311 repeatable, not secret
    assert tally.inputs == ROUNDS
