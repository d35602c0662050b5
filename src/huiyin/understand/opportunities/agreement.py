"""Whether a group wants the same thing: a name that many people say is no wish that many people share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from huiyin.understand.opportunities.merging import Group
from huiyin.understand.opportunities.words import parts

# So many of a group must mean what somebody else of it means too; more where no phrase holds it together.
LEAST, LEAST_UNNAMED = 0.4, 0.6


def agreeing(group: Group, known: Sequence[str]) -> Group | None:
    """Return the group, those first who mean what others of it mean too; None where they are too few.

    `known` are words that all of the group share and that tell nothing apart: its phrase, the names of its aspect.
    """
    said = [parts(words, known) for words in group.contents]
    people: dict[str, set[int]] = defaultdict(set)
    for member, pieces in zip(group.members, said, strict=True):
        for piece in pieces:
            people[piece].add(member.who)
    agreed = [any(len(people[each]) > 1 for each in pieces) for pieces in said]
    if sum(agreed) < (LEAST if group.phrase else LEAST_UNNAMED) * len(agreed):
        return None
    order = sorted(range(len(agreed)), key=lambda row: not agreed[row])
    return replace(
        group,
        members=tuple(group.members[row] for row in order),
        contents=tuple(group.contents[row] for row in order),
        typical=sum(agreed),
    )
