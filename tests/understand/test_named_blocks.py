"""Every named query runs with something in its slots: the cluster test asks all of them of two servers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.processes.named_blocks import answer, blocks


@pytest.mark.parametrize("block", list(blocks()))
def test_a_named_query_answers(block: str, world: Any, open_facts: Callable[..., Any]) -> None:
    for person in range(6):
        world.say(f"c:{person}", person, [("automotive.comfort.odour", -1)], rating=0.2, nps=person)
    facts = open_facts(world)
    assert answer(facts, block).equals(answer(facts, block))
