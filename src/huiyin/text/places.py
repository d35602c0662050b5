"""Words that only say where one sits, or what is alike, give way to whatever else their clause names.

后排嫌颠 is about comfort, 同配置便宜一万 about the price.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from huiyin.text.arrays import Bools, Ints
from huiyin.text.lexicon import Role
from huiyin.text.matching import Matches, Tree
from huiyin.text.normalise import Batch

# 内饰和后排都好: in a list a place is a topic of its own.
_LINKS = np.array([ord(letter) for letter in "和与跟及、"], dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class GivenWay:
    """The clauses in which a place gave way, and the aspect it would have named."""

    clause: Ints
    aspect: Ints


def without_places(
    batch: Batch, matches: Matches, clause: Ints, clauses: int, tree: Tree
) -> tuple[Matches, GivenWay]:
    """Return the matches without the aspects of the places that give way, and which these are."""
    places = np.flatnonzero(matches.having(Role.PLACE) & (matches.aspect >= 0))
    if len(places):
        yields = _beside_others(matches, clause, clauses, tree, places)
        places = places[yields & ~_measured(matches, clause, places) & ~_listed(batch, matches, places)]
    given = GivenWay(clause.take(places), matches.aspect.take(places))
    if not len(places):
        return matches, given
    aspect = matches.aspect.copy()
    aspect[places] = -1
    return replace(matches, aspect=aspect), given


def _beside_others(matches: Matches, clause: Ints, clauses: int, tree: Tree, places: Ints) -> Bools:
    """Tell which places share their clause with a word for another first-level aspect, the overall one left out."""
    here = np.zeros(clauses, dtype=np.bool_)
    here[clause.take(places)] = True
    named = np.flatnonzero(here.take(clause) & (matches.aspect >= 0) & ~matches.having(Role.PLACE))
    named = named[tree.tops.take(matches.aspect.take(named)) != tree.tops[tree.general]]
    top = tree.tops.take(matches.aspect.take(named))
    low, high = np.full(clauses, len(tree.tops)), np.full(clauses, -1)
    np.minimum.at(low, clause.take(named), top)
    np.maximum.at(high, clause.take(named), top)
    home, own = clause.take(places), tree.tops.take(matches.aspect.take(places))
    return np.asarray((high.take(home) >= 0) & ((low.take(home) != own) | (high.take(home) != own)))


def _measured(matches: Matches, clause: Ints, places: Ints) -> Bools:
    """Tell which places are measured before anything else is named: 后排大不颠 speaks of both."""
    telling = np.flatnonzero((matches.aspect >= 0) & ~matches.having(Role.PLACE) | (matches.dimension != 0))
    after = telling.take(np.searchsorted(telling, places), mode="clip")
    same = (after > places) & (clause.take(after) == clause.take(places))
    return np.asarray(same & (matches.dimension.take(after) != 0) & (matches.aspect.take(after) < 0))


def _listed(batch: Batch, matches: Matches, places: Ints) -> Bools:
    beside = (batch.codes.take(matches.start.take(places) - 1), batch.codes.take(matches.end.take(places)))
    return np.asarray(np.isin(beside[0], _LINKS) | np.isin(beside[1], _LINKS))
