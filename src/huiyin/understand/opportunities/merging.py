"""The same wish in other words is one wish: spans become groups by aspect and by shared phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from huiyin.understand.opportunities.opportunity import Evidence
from huiyin.understand.opportunities.words import content, gram_vectors, leading_phrase, phrases

FEWEST = 5
MOST_GROUPS = 40
JOINS = 0.30


@dataclass(frozen=True, slots=True)
class Said:
    """One span with the aspect its clause names, None where that is nothing in particular."""

    evidence: Evidence
    aspect: str | None
    fine: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Spans that say the same: about one fine aspect, or sharing a phrase; the first `typical` members speak for it."""

    aspect: str | None
    phrase: str
    members: tuple[Evidence, ...]
    contents: tuple[str, ...]
    typical: int = 0

    @property
    def people(self) -> set[int]:
        return {member.who for member in self.members}


def merge(said: Sequence[Said], fewest: int = FEWEST) -> list[Group]:
    """Return the groups of at least `fewest` people, the largest first.

    What names a fine aspect belongs together whatever its words. The rest is gathered around phrases that most people
    share, one after the other; what shares none joins the group whose words it resembles (cosine of TF-IDF character
    grams), and stays alone otherwise.
    """
    contents = [content(each.evidence.words) for each in said]
    label = _by_aspect(said)
    names = _by_phrase(said, contents, label, fewest) | _by_word(said, contents, label, fewest)
    _join(contents, label)
    rows: dict[int, list[int]] = defaultdict(list)
    for row, each in enumerate(label):
        if each >= 0:
            rows[int(each)].append(row)
    groups = [_group(said, contents, members, names.get(key)) for key, members in sorted(rows.items())]
    return sorted((g for g in groups if len(g.people) >= fewest), key=lambda g: (-len(g.people), g.phrase))


def _by_aspect(said: Sequence[Said]) -> np.ndarray:
    fine = sorted({each.aspect for each in said if each.fine and each.aspect})
    place = {aspect: number for number, aspect in enumerate(fine)}
    return np.array([place[e.aspect] if e.fine and e.aspect else -1 for e in said], dtype=np.int64)


def _by_phrase(
    said: Sequence[Said], contents: Sequence[str], label: np.ndarray, fewest: int
) -> dict[int, str]:
    names: dict[int, str] = {}
    number = int(label.max(initial=-1)) + 1
    while len(names) < MOST_GROUPS:
        open_rows: list[int] = np.flatnonzero(label < 0).tolist()
        found = leading_phrase(((said[row].evidence.who, contents[row]) for row in open_rows), fewest)
        if found is None:
            break
        label[[row for row in open_rows if found[0] in contents[row]]] = number
        names[number] = found[0]
        number += 1
    return names


def _by_word(said: Sequence[Said], contents: Sequence[str], label: np.ndarray, fewest: int) -> dict[int, str]:
    """Gather contents too short to hold a phrase, 懒得退 and 退起来麻烦; the commonest whole wording names them."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row in np.flatnonzero(label < 0).tolist():
        if contents[row] and not phrases(contents[row]):
            rows[contents[row]].append(row)
    names: dict[int, str] = {}
    for number, (_, same) in enumerate(sorted(rows.items()), start=int(label.max(initial=-1)) + 1):
        if len({said[row].evidence.who for row in same}) >= fewest:
            label[same] = number
            words = [said[row].evidence.words for row in same]
            names[number] = max(sorted(set(words)), key=words.count)
    return names


def _join(contents: Sequence[str], label: np.ndarray) -> None:
    alone, placed = np.flatnonzero(label < 0), np.flatnonzero(label >= 0)
    if not len(alone) or not len(placed):
        return
    vectors = gram_vectors(contents)
    count = int(label.max()) + 1
    members = sparse.csr_array((np.ones(len(placed)), (label[placed], placed)), shape=(count, len(contents)))
    centres = (members @ vectors).tocsr()
    norms = np.sqrt(np.asarray(centres.multiply(centres).sum(axis=1)).ravel())
    likeness = (vectors[alone] @ centres.T).toarray() / np.maximum(norms, 1e-12)
    best = likeness.argmax(axis=1)
    near = likeness.max(axis=1) >= JOINS
    label[alone[near]] = best[near]


def _group(said: Sequence[Said], contents: Sequence[str], rows: Sequence[int], phrase: str | None) -> Group:
    aspects = [said[row].aspect for row in rows]
    common = max(set(aspects), key=lambda each: (aspects.count(each), each or ""))
    whole = common if phrase is None or aspects.count(common) > len(rows) / 2 else None
    shared = (
        phrase or (leading_phrase(((said[r].evidence.who, contents[r]) for r in rows), 2) or ("", set()))[0]
    )
    return Group(whole, shared, tuple(said[r].evidence for r in rows), tuple(contents[r] for r in rows))
