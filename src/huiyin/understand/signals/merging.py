"""One happening, one signal: alarms that count mostly the same voices are told together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from huiyin.understand.signals.evidence import Candidate
from huiyin.understand.signals.series import Kind

_OVERLAP = 0.5
# Several catchwords of one story share fewer voices than an aspect and its channel do.
_OVERLAP_OF_TERMS = 0.2


@dataclass(frozen=True, slots=True)
class Finding:
    """The most telling candidate and those merged into it, most unusual first."""

    leader: Candidate
    others: tuple[Candidate, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """The names of everything in it, the leader's first, each once."""
        return tuple(dict.fromkeys(each.name for each in (self.leader, *self.others)))

    @property
    def voices(self) -> frozenset[int]:
        """The voices of all of it."""
        return self.leader.voices.union(*(other.voices for other in self.others))


def merge(candidates: Iterable[Candidate]) -> list[Finding]:
    """Return the findings: a candidate joins the first whose voices hold half of its own, or the reverse.

    What is said (an aspect, a term) leads before how much is said and in which mood.
    """
    groups: list[list[Candidate]] = []
    for candidate in sorted(candidates, key=_precedence):
        home = next((group for group in groups if _same(group, candidate)), None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    return [Finding(group[0], tuple(group[1:])) for group in groups]


def _precedence(candidate: Candidate) -> tuple[bool, float, float]:
    p = candidate.surprise.p_value
    return (candidate.key.kind == Kind.MOOD, round(p, 300), -candidate.surprise.excess)


def _same(group: Sequence[Candidate], candidate: Candidate) -> bool:
    if any(member.name == candidate.name for member in group):
        return True
    leader = group[0]
    smaller = min(len(leader.voices), len(candidate.voices))
    both_terms = leader.term is not None and candidate.term is not None
    needed = _OVERLAP_OF_TERMS if both_terms else _OVERLAP
    return smaller > 0 and len(leader.voices & candidate.voices) >= needed * smaller
