"""Where an author or caller fits several customers, each of these counts against the others."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from huiyin.customers.identity.evidence import CERTAIN_BITS, Candidate, How, state_of
from huiyin.customers.identity.known import Known
from huiyin.linkage import Score, Step

# A rival with fewer bits takes less than a 250th from the odds.
_HOPELESS = -8.0
Pair = tuple[int, int]


def settle_rivals(candidates: Sequence[Candidate], accounts: Mapping[int, Known]) -> Iterator[Candidate]:
    """Yield the candidates, those with rivals with less weight.

    One of several customers at most is the right one: odds against nobody become odds against nobody and all
    others. Customers who may well be one person themselves are no rivals.
    """
    same = {(each.one, each.other) for each in candidates if each.state is not None}
    rivals: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for each in candidates:
        pair = stranger_and_customer(each, accounts)
        if pair and each.score.weight > _HOPELESS:
            rivals[pair[0]].append((pair[1], each.score.weight))
    for each in candidates:
        pair = stranger_and_customer(each, accounts)
        yield _against(each, _others(pair, rivals, same)) if pair else each


def stranger_and_customer(candidate: Candidate, accounts: Mapping[int, Known]) -> Pair | None:
    """Return the author or caller and the customer record of a pair, None for a pair of likes."""
    one, other = accounts[candidate.one], accounts[candidate.other]
    if (one.kind == "customer") == (other.kind == "customer"):
        return None
    return (other.id, one.id) if one.kind == "customer" else (one.id, other.id)


def _others(pair: Pair, rivals: Mapping[int, Sequence[tuple[int, float]]], same: Set[Pair]) -> list[float]:
    stranger, customer = pair
    return [
        weight
        for rival, weight in rivals.get(stranger, ())
        if rival != customer and (min(rival, customer), max(rival, customer)) not in same
    ]


def _against(candidate: Candidate, others: Iterable[float]) -> Candidate:
    total = sum(2 ** min(each, CERTAIN_BITS) for each in others)
    if not total or candidate.how is How.DETERMINISTIC:
        return candidate
    whole = Score((*candidate.score.steps, Step("rivals", "others", -math.log2(1 + total))))
    return replace(candidate, score=whole, state=state_of(whole.probability))
