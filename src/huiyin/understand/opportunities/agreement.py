"""Whether a group wants the same thing: a name that many people say is no wish that many people share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from huiyin.understand.opportunities.merging import Group
from huiyin.understand.opportunities.words import parts

# So many of a group must mean what somebody else of it means too; more where no phrase holds it together.
LEAST, LEAST_UNNAMED = 0.5, 0.6


def agreeing(group: Group, known: Sequence[str]) -> Group | None:
    """Return the group, those first who mean what most others of it mean; None where too few mean what anybody else does.

    `known` are words that all of the group share and that tell nothing apart: its phrase, the names of its aspect.
    """
    said = [parts(words, known) for words in group.contents]
    people: dict[str, set[int]] = defaultdict(set)
    for member, pieces in zip(group.members, said, strict=True):
        for piece in pieces:
            people[piece].add(member.who)
    agreed = [max(len(people[each]) for each in pieces) for pieces in said]
    typical = sum(each > 1 for each in agreed)
    if typical < (LEAST if group.phrase else LEAST_UNNAMED) * len(agreed):
        return None
    order = sorted(range(len(agreed)), key=lambda row: (-agreed[row], -group.members[row].day.toordinal()))
    return replace(
        group,
        members=tuple(group.members[row] for row in order),
        contents=tuple(group.contents[row] for row in order),
        typical=typical,
    )
