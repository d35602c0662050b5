"""Opportunities are looked for ahead, once for each state of the facts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from huiyin.bootstrap import Installation, installation
from huiyin.demo.seeding import accept_voices
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.understand import opportunities
from huiyin.worker.hunting import Hunting

WISH = "希望下一代能加一个外放电接口"


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    with installation(settings, clock=clock) as opened:
        yield opened


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many opportunities each look has found."""
    found: list[int] = []
    find = opportunities.find_opportunities

    def counted(*asked):
        answer = find(*asked)
        found.append(len(answer.items))
        return answer

    monkeypatch.setattr(opportunities, "find_opportunities", counted)
    return found


def _say(app: Installation, names: range) -> None:
    common = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "text": WISH}
    missing = dict.fromkeys(("answers", "metadata", "customer_external_id"))
    rows = [
        common | missing | {"external_id": f"{name}", "author": f"车主{name}", "occurred_at": app.clock()}
        for name in names
    ]
    list(accept_voices(app.ledger, app.settings.zone, rows, received_at=app.clock()))
    app.projector.catch_up()


def test_looks_again_only_when_the_facts_have_moved(app: Installation, looks: list[int]) -> None:
    hunting = Hunting(app, rest=0.0)
    assert not hunting.step()
    assert looks == []
    _say(app, range(3))
    hunting.step()
    hunting.step()
    assert looks == [0]
    _say(app, range(3, 8))
    hunting.step()
    assert looks == [0, 1]


def test_rests_after_a_look(app: Installation, looks: list[int]) -> None:
    hunting = Hunting(app, rest=1e9)
    _say(app, range(3))
    hunting.step()
    _say(app, range(3, 8))
    hunting.step()
    assert looks == [0]
