"""Where an author or caller fits several customers, each of these counts against the others."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from huiyin.customers.identity.evidence import CERTAIN_BITS
from huiyin.customers.identity.known import Known

Pair = tuple[int, int]


def rival_bits(
    pairs: Iterable[tuple[int, int, float]], same: Set[Pair], accounts: Mapping[int, Known]
) -> dict[Pair, float]:
    """Return the bits, below 0, that rivals take from each pair (one, other, bits) that has some.

    One of several customers at most is the right one: odds against nobody become odds against nobody and all
    others. Customers who may well be one person themselves (`same`) are no rivals.
    """
    rivals: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for one, other, weight in pairs:
        if pair := stranger_and_customer(one, other, accounts):
            rivals[pair[0]].append((pair[1], 2 ** min(weight, CERTAIN_BITS)))
    taken: dict[Pair, float] = {}
    for stranger, customers in rivals.items():
        for customer, _ in customers:
            odds = sum(
                each
                for rival, each in customers
                if rival != customer and (min(rival, customer), max(rival, customer)) not in same
            )
            if odds:
                taken[min(stranger, customer), max(stranger, customer)] = -math.log2(1 + odds)
    return taken


def stranger_and_customer(one: int, other: int, accounts: Mapping[int, Known]) -> Pair | None:
    """Return the author or caller and the customer record of a pair, None for a pair of likes."""
    if (accounts[one].kind == "customer") == (accounts[other].kind == "customer"):
        return None
    return (other, one) if accounts[one].kind == "customer" else (one, other)
