"""What two records are compared by: fields with levels of agreement, written once as SQL over a pair.

A condition names the columns of the two records with the endings `_l` and `_r`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level of agreement: `m` is its chance among matches before any training.

    `by_frequency` names the column whose rare values count for more than common ones.
    """

    finding: str
    condition: str
    m: float
    by_frequency: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field and its levels, the closest first; a pair that none fits has the finding `different`.

    A pair that fits the condition `silent` says nothing about the field.
    """

    field: str
    silent: str
    levels: tuple[Level, ...]

    @property
    def findings(self) -> tuple[str, ...]:
        """The finding of each level as splink numbers them: 0 is the loosest, −1 (last) is silence."""
        return ("different", *(level.finding for level in reversed(self.levels)), "unknown")


@dataclass(frozen=True, slots=True)
class MatchModel:
    """Comparisons, the blocks that say which pairs are looked at, and the blocks that EM is run in.

    A block is a tuple of SQL expressions that must be equal; no `training` block keeps the declared m. `crossed`
    names pairs of columns of which the one of either record must equal the other of the other record.
    """

    comparisons: tuple[Comparison, ...]
    blocks: tuple[tuple[str, ...], ...]
    crossed: tuple[tuple[str, str], ...] = ()
    training: tuple[tuple[str, ...], ...] = ()


def exact(field: str, *, m: float = 0.95, by_frequency: bool = False) -> Comparison:
    """Compare for equality."""
    return Comparison(field, _empty(field), (_same(field, m, by_frequency),))


def code(
    field: str, *, edits: Sequence[int] = (1, 2), m: float = 0.85, by_frequency: bool = False
) -> Comparison:
    """Compare digits and codes: equal, or so many edits apart (Damerau–Levenshtein: a swap is one)."""
    near = tuple(
        Level(f"edits_{count}", f"damerau_levenshtein({field}_l, {field}_r) <= {count}", 0.05)
        for count in edits
    )
    return Comparison(field, _empty(field), (_same(field, m, by_frequency), *near))


def words(
    field: str, *, near: Sequence[float] = (0.92, 0.8), m: float = 0.75, by_frequency: bool = True
) -> Comparison:
    """Compare written words: equal, or alike by Jaro–Winkler."""
    alike = tuple(
        Level(
            f"alike_{round(100 * bound)}", f"jaro_winkler_similarity({field}_l, {field}_r) >= {bound}", 0.08
        )
        for bound in near
    )
    return Comparison(field, _empty(field), (_same(field, m, by_frequency), *alike))


def western_name(given: str, surname: str) -> Comparison:
    """Compare given name and surname as one field, either way round."""
    return Comparison(
        "name",
        f"({_empty(given)}) AND ({_empty(surname)})",
        (
            Level("same", f"{given}_l = {given}_r AND {surname}_l = {surname}_r", 0.60),
            Level("exchanged", f"{given}_l = {surname}_r AND {surname}_l = {given}_r", 0.05),
            Level("alike", f"{_alike(given)} AND {_alike(surname)}", 0.10),
            Level("surname", f"{surname}_l = {surname}_r OR {surname}_l = {given}_r", 0.10),
            Level("given", f"{given}_l = {given}_r OR {given}_l = {surname}_r", 0.08),
        ),
    )


def chinese_name() -> Comparison:
    """Compare names by character and by sound over the columns of `names.parse_name`.

    The columns are name, given, sound, surname_sound and given_sound; `given` is empty where it was not noted.
    """
    both = "given_l IS NOT NULL AND given_r IS NOT NULL"
    surname = "surname_sound_l = surname_sound_r"
    loose = f"({surname} OR surname_sound_l = given_sound_r OR given_sound_l = surname_sound_r)"
    return Comparison(
        "name",
        _empty("name"),
        (
            Level("same", f"name_l = name_r AND {both}", 0.72, "name"),
            Level("sound", f"sound_l = sound_r AND {both}", 0.12, "sound"),
            Level("incomplete", f"NOT ({both}) AND {loose}", 0.12),
            Level(
                "near",
                f"{surname} AND {both} AND length(given_l) > 1 AND damerau_levenshtein(given_l, given_r) = 1",
                0.02,
            ),
            Level("surname", surname, 0.01),
        ),
    )


def _same(field: str, m: float, by_frequency: bool) -> Level:
    return Level("same", f"{field}_l = {field}_r", m, field if by_frequency else None)


def _alike(field: str) -> str:
    return f"jaro_winkler_similarity({field}_l, {field}_r) >= 0.88"


def _empty(field: str) -> str:
    return f"{field}_l IS NULL OR {field}_r IS NULL"
