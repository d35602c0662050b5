"""Pushed batches are accepted once, whatever the sender repeats."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from huiyin.collect import accept_batch
from huiyin.collect.batches import IdempotencyKeyReusedError
from huiyin.collect.sources import SourceChannelError
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables

ITEMS = [
    {"external_id": "1", "text": "很好"},
    {"external_id": "2", "text": ""},
    {"external_id": "1", "text": "很好"},
]


def _push(ledger: Ledger, settings: Settings, clock: Clock, **changed: object) -> dict[str, object]:
    call = {"source": "App", "channel": "review", "taxonomy": "retail", "items": ITEMS} | changed
    with ledger.write() as connection:
        return accept_batch(connection, settings, clock=clock, **call)  # type: ignore[arg-type]


def test_bad_item_refuses_only_itself(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    result = _push(ledger, settings, clock)
    assert (result["accepted"], result["duplicates"]) == (1, 1)
    assert [row["row"] for row in result["rejected"]] == [1]  # type: ignore[attr-defined]


def test_same_key_gives_the_first_answer_again(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    first = _push(ledger, settings, clock, idempotency_key="k")
    assert _push(ledger, settings, clock, idempotency_key="k") == first
    with ledger.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.feedback)).scalar() == 1


def test_key_with_other_content_is_refused(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    _push(ledger, settings, clock, idempotency_key="k")
    with pytest.raises(IdempotencyKeyReusedError):
        _push(ledger, settings, clock, idempotency_key="k", items=ITEMS[:1])


def test_source_keeps_its_channel(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    _push(ledger, settings, clock)
    with pytest.raises(SourceChannelError):
        _push(ledger, settings, clock, channel="social")


def test_unknown_channel_is_refused(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    with pytest.raises(InvalidInputError, match="channel"):
        _push(ledger, settings, clock, channel="pigeon")


def test_revisions_have_no_gap(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    for place in range(5):
        _push(
            ledger, settings, clock, items=[{"external_id": f"{place}-{i}", "text": "好"} for i in range(3)]
        )
    with ledger.read() as connection:
        revisions = connection.execute(select(tables.feedback.c.revision).order_by("id")).scalars().all()
    assert revisions == list(range(1, 16))
