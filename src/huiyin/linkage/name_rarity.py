"""How rare a name is, even when two records of one person are all there is of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Marks = tuple[str, ...]
# Records of one name that one person may well have left behind.
_ONE_PERSON = 2


@dataclass(frozen=True, slots=True)
class NameModel:
    """Surnames, lengths and marks of given names counted apart; whole names as far as they repeat.

    `total` and `all_marks` are how many names and marks were counted.
    """

    surnames: Mapping[str, int]
    lengths: Mapping[int, int]
    marks: Mapping[str, int]
    wholes: Mapping[tuple[str, Marks], int]
    total: int
    all_marks: int

    def chance(self, surname: str, given: Sequence[str]) -> float:
        """Return the chance that somebody drawn at random has this name."""
        if not self.total or not self.all_marks:
            return 1.0
        made = self.surnames.get(surname, 1) / self.total * (self.lengths.get(len(given), 1) / self.total)
        for mark in given:
            made *= self.marks.get(mark, 1) / self.all_marks
        repeated = (self.wholes.get((surname, tuple(given)), 0) - _ONE_PERSON) / self.total
        return min(max(made, repeated, 1e-9), 1.0)


def fit_names(names: Iterable[tuple[str, Sequence[str]]]) -> NameModel:
    """Count (surname, marks of the given name) of all records; names without a given name are passed over.

    A mark is what given names are put together from: a character, a syllable, or a whole Latin name.

    >>> model = fit_names([("王", "伟"), ("王", "芳"), ("李", "伟"), ("澹台", "若溪")] * 2)
    >>> model.chance("王", "伟") > model.chance("澹台", "若溪")
    True
    """
    whole = Counter((surname, tuple(given)) for surname, given in names if given)
    surnames: Counter[str] = Counter()
    lengths: Counter[int] = Counter()
    marks: Counter[str] = Counter()
    for (surname, given), count in whole.items():
        surnames[surname] += count
        lengths[len(given)] += count
        for mark in given:
            marks[mark] += count
    repeated = {name: count for name, count in whole.items() if count > _ONE_PERSON}
    return NameModel(surnames, lengths, marks, repeated, surnames.total(), marks.total())
