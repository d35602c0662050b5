"""From scored pairs to persons, guarded against chains of weak links."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Record = TypeVar("Record", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Link(Generic[Record]):
    """A pair of records that belong together, with its weight in bits."""

    one: Record
    other: Record
    weight: float


@dataclass(slots=True)
class _Forest(Generic[Record]):
    """Clusters under construction: each record's root, and the members of each root."""

    root: dict[Record, Record] = field(default_factory=dict)
    members: dict[Record, list[Record]] = field(default_factory=dict)

    def find(self, record: Record) -> Record:
        return self.root.get(record, record)

    def of(self, root: Record) -> list[Record]:
        return self.members.get(root, [root])

    def join(self, one: Record, other: Record) -> None:
        large, small = sorted((one, other), key=lambda root: -len(self.of(root)))
        self.members[large] = self.of(large) + self.of(small)
        for record in self.members[large]:
            self.root[record] = large
        self.members.pop(small, None)


def cluster(
    records: Iterable[Record],
    links: Iterable[Link[Record]],
    *,
    apart: Iterable[tuple[Record, Record]] = (),
    largest: int = 40,
) -> dict[Record, Record]:
    """Return each record's cluster, named by one of its members.

    Links are followed from the strongest down. A link is refused when any member of one side is known to
    be `apart` from any member of the other, or when the union would exceed `largest`: A–B and B–C never
    join A to C against what is known of A and C.

    >>> links = [Link("a", "b", 9.0), Link("b", "c", 5.0)]
    >>> cluster("abc", links), cluster("abc", links, apart=[("a", "c")])
    ({'a': 'a', 'b': 'a', 'c': 'a'}, {'a': 'a', 'b': 'a', 'c': 'c'})
    """
    strongest_first = sorted(links, key=lambda each: -each.weight)
    against = _against(strongest_first, apart)
    forest: _Forest[Record] = _Forest()
    for link in strongest_first:
        one, other = forest.find(link.one), forest.find(link.other)
        if one != other and _may_join(forest.of(one), forest.of(other), against, largest):
            forest.join(one, other)
    return {record: forest.find(record) for record in records}


def _against(
    links: Iterable[Link[Record]], apart: Iterable[tuple[Record, Record]]
) -> dict[Record, set[Record]]:
    """Return whom each record must not meet, of those whom links could bring together at all."""
    parents: dict[Record, Record] = {}
    for link in links:
        parents[_root(parents, link.one)] = _root(parents, link.other)
    against: dict[Record, set[Record]] = {}
    for one, other in apart:
        if one in parents and other in parents and _root(parents, one) == _root(parents, other):
            against.setdefault(one, set()).add(other)
            against.setdefault(other, set()).add(one)
    return against


def _root(parents: dict[Record, Record], record: Record) -> Record:
    """Return what stands for all that a record is joined to; ways there are halved as they are gone."""
    parents.setdefault(record, record)
    while parents[record] != record:
        parents[record] = record = parents[parents[record]]
    return record


def _may_join(
    one: list[Record], other: list[Record], against: dict[Record, set[Record]], largest: int
) -> bool:
    if len(one) + len(other) > largest:
        return False
    foreign = set(other)
    return not any(foreign & against.get(record, set()) for record in one)
