"""Who had how much of the talk at a table: a group that one person ran is one voice, not six."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from huiyin.collect.interviews.conversations import Turn, get_conversation, heard_turns, turns_of
from huiyin.collect.interviews.speakers import Speaker
from huiyin.stats import Estimate, cluster_bootstrap, evenness, gini, insufficient

# Twice an equal share is a common reading of running a discussion.
DOMINANT = 2.0


@dataclass(frozen=True, slots=True)
class Talk:
    """One participant's part of what the participants said, with an interval over turns drawn again."""

    speaker: Speaker
    turns: int
    characters: int
    share: Estimate
    is_dominant: bool


@dataclass(frozen=True, slots=True)
class Dominance:
    """How unevenly a conversation was shared out; `moderator` is their part of everything said."""

    conversation_id: int
    title: str
    people: tuple[Talk, ...]
    gini: float
    evenness: float
    moderator: float


def measure_dominance(connection: Connection, conversation_id: int) -> Dominance:
    """Return each heard participant's share of the talk, counted in letters and digits, the largest first."""
    found = get_conversation(connection, conversation_id)
    said = heard_turns(connection, conversation_id)
    everything = sum(_length(turn) for turn in turns_of(connection, conversation_id))
    people = {speaker.id: speaker for _, speaker in said}
    lengths = np.array([_length(turn) for turn, _ in said], dtype=float)
    owners = np.array([speaker.id for _, speaker in said], dtype=np.int64)
    amounts = {one: int(lengths[owners == one].sum()) for one in people}
    talks = [_talk(people[one], lengths, owners, amounts, len(people)) for one in people]
    return Dominance(
        conversation_id=conversation_id,
        title=found.title,
        people=tuple(sorted(talks, key=lambda talk: -talk.characters)),
        gini=gini(list(amounts.values())),
        evenness=evenness(list(amounts.values())),
        moderator=1 - float(lengths.sum()) / everything if everything else 0.0,
    )


def _talk(
    speaker: Speaker,
    lengths: NDArray[np.float64],
    owners: NDArray[np.int64],
    amounts: dict[int, int],
    count: int,
) -> Talk:
    mine = owners == speaker.id
    share = _share(lengths, mine)
    fair = 1 / count
    return Talk(
        speaker=speaker,
        turns=int(mine.sum()),
        characters=amounts[speaker.id],
        share=share,
        # The whole interval above an equal share, or one long turn would make somebody dominant.
        is_dominant=count > 2
        and share.value is not None
        and share.value >= DOMINANT * fair
        and share.low is not None
        and share.low > fair,
    )


def _share(lengths: NDArray[np.float64], mine: NDArray[np.bool_]) -> Estimate:
    if lengths.size < 2 or not lengths.sum():
        return insufficient(int(lengths.size), "turn-bootstrap")
    table = np.column_stack([lengths * mine, lengths])
    found = cluster_bootstrap(table, np.arange(lengths.size), _ratio, rng=np.random.default_rng(0), draws=400)
    return Estimate(found.value, found.low, found.high, found.n, "turn-bootstrap")


def _ratio(table: NDArray[np.float64]) -> float:
    sums = table.sum(axis=0)
    return float(sums[0] / sums[1])


def _length(turn: Turn) -> int:
    return sum(mark.isalnum() for mark in turn.text)
