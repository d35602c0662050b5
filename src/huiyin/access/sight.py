"""What a reader sees: which rows, and whether personal data stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from huiyin.access.limits import EVERYTHING, Limits
from huiyin.access.principal import Principal
from huiyin.kit.errors import InvalidInputError
from huiyin.text.masking import personal_spans

_LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Sight:
    """Which rows a reader sees; `masked` blots out the personal data in them."""

    limits: Limits = EVERYTHING
    masked: bool = False

    @property
    def whole(self) -> bool:
        """Whether the reader sees everything as it is."""
        return self.limits.whole and not self.masked


def sight_of(principal: Principal | None) -> Sight:
    """Return what a principal sees; nobody sees what is open to everybody."""
    return Sight() if principal is None else Sight(principal.limits, principal.masked)


def check_search(sight: Sight, words: str) -> None:
    """Raise `InvalidInputError` where a search would tell a reader whose number it is that they may not read.

    >>> check_search(Sight(masked=True), "空调异味")
    """
    if not sight.masked:
        return
    digits = max((len(run) for run in _digit_runs(words)), default=0)
    if digits > _LONGEST_NUMBER or "@" in words or personal_spans(words):
        raise InvalidInputError(
            "your role does not search for numbers and addresses of people",
            field="q",
            expected="words without telephone numbers, e-mail addresses or the like",
        )


def _digit_runs(words: str) -> list[str]:
    return "".join(each if each.isdigit() else " " for each in words).split()
