"""Words of a collection of clauses, found without a dictionary: n-grams that hold together and stand apart."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from huiyin.text.lexicon import Role, base_entries

LENGTHS = (2, 3, 4)
LEAST = 5
COHESION = 2.0
FREEDOM = 1.2
WHOLE = 0.7
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z][a-z0-9]{2,}")
# Words that every talk is full of, and letters that no word begins or ends with; they tell no topic.
_COMMON = frozenset((files("huiyin.text.topics") / "common.txt").read_text(encoding="utf-8").split())
_NO_BEGINNING = frozenset(
    "的了是在也就都很不又这那我你他她它们和与把被给让个吗吧呢啊着但而或从向于会要还没有再最更太么几第一二两三四五六七八九十百千万半每好"
)
_NO_END = frozenset("的了是在也就都很不又这那我你他她它和与把被给让吗吧呢啊着但而或从太最更还再没么个第一")


def vocabulary(clauses: Sequence[str], known: Iterable[str] = ()) -> dict[str, int]:
    """Return words of two to four characters (or Latin words) with the number of clauses that hold them.

    A word is said often, its parts belong together (pointwise mutual information) and what comes before and after it
    varies (branching entropy). Judging and steering words tell no topic, nor do words of `known`.
    """
    stop = _COMMON | set(known)
    counted = Counter(gram for clause in clauses for gram in _grams(clause))
    likely = {
        gram: count
        for gram, count in counted.items()
        if count >= LEAST and gram not in stop and not _steers(gram)
    }
    letters = Counter(letter for clause in clauses for run in _HAN.findall(clause) for letter in run)
    free = _free(clauses, likely)
    total = sum(letters.values()) or 1
    found = {
        gram: count
        for gram, count in likely.items()
        if gram.isascii() or (gram in free and _cohesion(gram, count, letters, total) >= COHESION)
    }
    return _whole(found)


def words_in(clause: str, known: Mapping[str, int]) -> set[str]:
    """Return the known words of a clause."""
    return {gram for gram in _grams(clause) if gram in known}


def _grams(clause: str) -> set[str]:
    return {
        *_LATIN.findall(clause),
        *(
            run[at : at + size]
            for run in _HAN.findall(clause)
            for size in LENGTHS
            for at in range(len(run) - size + 1)
        ),
    }


def _free(clauses: Sequence[str], likely: Mapping[str, int]) -> set[str]:
    """Return the n-grams whose neighbours on both sides vary."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    for clause in clauses:
        for run in _HAN.findall(clause):
            padded = f" {run} "
            for size in LENGTHS:
                for at in range(1, len(run) - size + 2):
                    gram = padded[at : at + size]
                    if gram in likely:
                        before[gram][padded[at - 1]] += 1
                        after[gram][padded[at + size]] += 1
    return {gram for gram in before if min(_entropy(before[gram]), _entropy(after[gram])) >= FREEDOM}


def _steers(gram: str) -> bool:
    """Tell whether a string judges, steers, or is no word at its edges."""
    if gram[0] in _NO_BEGINNING or gram[-1] in _NO_END:
        return True
    entry = base_entries().get(gram)
    return entry is not None and (bool(entry.roles & ~Role.LATIN) or entry.polarity != 0)


def _cohesion(gram: str, count: int, letters: Mapping[str, int], total: int) -> float:
    by_chance = math.prod(letters[letter] / total for letter in gram) * total
    return math.log(count / by_chance) / (len(gram) - 1)


def _entropy(counts: Mapping[str, int]) -> float:
    """Return the entropy of the neighbours; every edge of a clause is a neighbour of its own."""
    edges, total = counts.get(" ", 0), sum(counts.values())
    shares = [count / total for letter, count in counts.items() if letter != " "]
    return -sum(share * math.log(share) for share in shares) + edges / total * math.log(max(total, 1))


def _whole(found: dict[str, int]) -> dict[str, int]:
    """Drop what is hardly ever said but inside a longer word (充电 stays, 电桩 goes for 充电桩)."""
    inside: Counter[str] = Counter()
    for gram, count in found.items():
        if not gram.isascii():
            parts = {gram[a:z] for a in range(len(gram)) for z in range(a + 2, len(gram) + 1)}
            for part in parts - {gram}:
                inside[part] = max(inside[part], count)
    return {gram: count for gram, count in found.items() if inside[gram] < WHOLE * count}
