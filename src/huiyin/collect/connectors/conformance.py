"""The conformance kit: one list that runs on our connectors and on everybody's."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from huiyin.collect.connectors.port import Config, Connector, Ground, Pushed
from huiyin.kit.errors import HuiyinError, InvalidInputError

ROUNDS = 300


def problems(
    connector: Connector, config: Config, ground: Ground, *, sample: bytes = b"", seed: int = 1
) -> list[str]:
    """Return what is wrong with a connector, empty when it conforms.

    `sample` is a payload that it reads; mutations of it must be read or refused by name.
    """
    return [found for check in _CHECKS for found in check(connector, config, ground, sample, seed)]


Check = Callable[[Connector, Config, Ground, bytes, int], Iterator[str]]


def _is_named(connector: Connector, *_: object) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,39}", connector.kind):
        yield f"kind {connector.kind!r} is not a lower-case word"
    if not all((connector.zh, connector.en, connector.about_zh, connector.about_en)):
        yield "it is not named and explained in both languages"


def _goes_one_way(connector: Connector, *_: object) -> Iterator[str]:
    if (connector.fetch is None) == (connector.split is None):
        yield "exactly one of fetch and split must be given"
    if connector.fetch is not None and connector.every_s < 1:
        yield "a pulled connector needs a pause of at least a second"


def _config_is_strict(connector: Connector, config: Config, *_: object) -> Iterator[str]:
    if not isinstance(config, connector.config) or not issubclass(connector.config, BaseModel):
        yield "the config is not of the connector's own type"
    if connector.config.model_config.get("extra") != "forbid" or not connector.config.model_config.get(
        "frozen"
    ):
        yield "the config must be frozen and refuse unknown keys"
    if any(not each.description for each in connector.config.model_fields.values()):
        yield "every setting needs a description"


def _reads_its_sample(
    connector: Connector, config: Config, ground: Ground, sample: bytes, _seed: int
) -> Iterator[str]:
    if not sample:
        return
    reading = connector.read(config, sample, ground)
    if connector.read(config, sample, ground) != reading:
        yield "the same payload is read in two ways, so a second delivery would double it"
    elif any("external_id" not in record for record in reading.records):
        yield "a record has no external_id, so a second delivery would double it"


def _survives_mutations(
    connector: Connector, config: Config, ground: Ground, sample: bytes, seed: int
) -> Iterator[str]:
    rng = random.Random(seed)  # noqa: S311 repeatable, not secret
    for _ in range(ROUNDS):
        payload = mutate(sample, rng)
        try:
            connector.read(config, payload, ground)
        except InvalidInputError as error:
            if not error.message:
                yield f"a refusal without a reason for {payload[:80]!r}"
        except Exception as error:  # noqa: BLE001 the kit reports whatever a plugin lets through
            yield f"{type(error).__name__}: {error} for {payload[:80]!r}"
            return


def _refuses_strange_requests(
    connector: Connector, config: Config, ground: Ground, sample: bytes, seed: int
) -> Iterator[str]:
    if connector.split is None:
        return
    rng = random.Random(seed)  # noqa: S311 repeatable, not secret
    for _ in range(ROUNDS):
        pushed = Pushed({"x-signature": "\x00", "content-type": "?"}, mutate(sample, rng))
        try:
            connector.split(config, pushed, ground)
        except HuiyinError:
            continue
        except Exception as error:  # noqa: BLE001 the kit reports whatever a plugin lets through
            yield f"split raises {type(error).__name__}: {error}"
            return


_CHECKS: tuple[Check, ...] = (
    _is_named,
    _goes_one_way,
    _config_is_strict,
    _reads_its_sample,
    _survives_mutations,
    _refuses_strange_requests,
)

_PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"{", b"}", b"[", b"]", b'"', b"\\ud800", b"\\u0000", b"null", b"-1e999", b"NaN",
    b"\r\n\r\n", b"=?gb2312?b?", b"?=", b"<", b"<!DOCTYPE", b"&#x110000;", b"&lt;", b"-->", b"9" * 400, b"\xd6\xd0\xce\xc4",
    "客服：".encode(), b"Content-Type: text/plain; charset=unknown-8bit\r\n", b"Content-Transfer-Encoding: base64\r\n",
)  # fmt: skip


_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**400, 1e308, 1.5, "", " ", "\x00", "\ud800", "\U0010ffff\u202e", "x" * 300, "9" * 400, "１２",
    "2026-99-99", "99999-01-01T00:00:00Z", "0001-01-01", "9999999999999", "NaN", "<p>", "..", [], {}, [None], [[]], ["a", 1],
    {"": ""}, {"id": {}}, [{}] * 3,
)  # fmt: skip


def mutate(payload: bytes, rng: random.Random) -> bytes:
    """Return the payload wounded at random: its bytes, or where it is JSON every other time its values."""
    document = _document(payload) if rng.random() < 0.5 else None
    return _mutated_bytes(payload, rng) if document is None else _mutated_values(document, rng)


def _document(payload: bytes) -> Any:
    try:
        found = json.loads(payload)
    except ValueError:
        return None
    return found if isinstance(found, dict | list) and found else None


def _mutated_values(document: Any, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 3)):
        holder, key = rng.choice(list(_places(document)) or [([None], 0)])
        match rng.randint(0, 3):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[str(rng.choice(_ODD))] = holder.pop(key)
            case _:
                holder[key] = deepcopy(rng.choice(_ODD))
    return json.dumps(document).encode()


def _places(document: Any) -> Iterator[tuple[Any, Any]]:
    keys = (
        document if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    )
    for key in keys:
        yield document, key
        yield from _places(document[key])


def _mutated_bytes(payload: bytes, rng: random.Random) -> bytes:
    found = bytearray(payload or b"{}")
    for _ in range(rng.randint(1, 6)):
        place, length = rng.randint(0, len(found)), rng.randint(1, 24)
        match rng.randint(0, 5):
            case 0 if found:
                found[place % len(found)] = rng.randint(0, 255)
            case 1:
                del found[place : place + length]
            case 2:
                found[place:place] = found[place : place + length] * rng.randint(1, 40)
            case 3:
                found[place:place] = rng.choice(_PIECES)
            case 4:
                found[place : place + length] = rng.choice(_PIECES)
            case _:
                del found[max(place, 1) :]
    return bytes(found)
