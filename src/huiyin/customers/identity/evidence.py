"""Evidence between two accounts: what links them for certain, what makes it likely, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from huiyin.linkage import Score

# More likely than not.
LINK_FROM = 0.5
REVIEW_FROM = 0.3
# So many bits say that they are two persons.
APART_BELOW = -6.0
# A certain link outweighs any score when clusters are grown from the strongest link down.
CERTAIN_BITS = 100.0
_ALIKE = frozenset({"same", "sound", "incomplete", "near"})


class How(StrEnum):
    """Where a link comes from."""

    DETERMINISTIC = "deterministic"
    PROBABILISTIC = "probabilistic"
    MANUAL = "manual"


class LinkState(StrEnum):
    """What became of a link."""

    LINKED = "linked"
    REVIEW = "review"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two accounts that may be one person, and the evidence for it; `one` has the smaller id."""

    one: int
    other: int
    score: Score
    how: How
    state: LinkState


def state_of(probability: float) -> LinkState | None:
    """Return what becomes of a likely link."""
    if probability >= LINK_FROM:
        return LinkState.LINKED
    return LinkState.REVIEW if probability >= REVIEW_FROM else None


def is_certain(findings: Mapping[str, str]) -> bool:
    """Tell whether the findings link two accounts whatever else is known, by the strength of the handle.

    An open id or device is one person's; a vehicle, plate, address or telephone needs a name that agrees,
    for families and firms share them.

    >>> is_certain({"phone": "same", "name": "sound"}), is_certain({"phone": "same", "name": "different"})
    (True, False)
    """
    name = findings.get("name", "unknown")
    if findings.get("openid") == "same":
        return True
    if findings.get("device") == "same" and name != "different":
        return True
    shared = any(findings.get(kind) == "same" for kind in ("phone", "email", "vin", "plate"))
    return shared and name in _ALIKE
