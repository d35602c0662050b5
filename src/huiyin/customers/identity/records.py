"""One row per account for matching: names taken apart, one handle of each kind, what is shared left out."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from huiyin import linkage
from huiyin.customers.identity.habits import Habits
from huiyin.customers.identity.known import Known
from huiyin.linkage import HandleKind

# More families than this behind one number: a dealer, a company, or a clerk's own telephone.
MOST_FAMILIES = 2
# An author of several voices is not one person from this chance on that somebody else said some of them.
MIXED_FROM = 0.05
# From here on, talk about different products makes one name several people.
MIXED_FROM_TALK = 0.02
# A nickname that so many others are expected to carry tells nothing.
MOST_NAMESAKES = 2.0
_BATCH = 20_000
ONE_OF_EACH = (
    HandleKind.PHONE,
    HandleKind.EMAIL,
    HandleKind.VIN,
    HandleKind.PLATE,
    HandleKind.OPENID,
    HandleKind.DEVICE,
)
NAME_COLUMNS = ("name", "surname", "given", "sound", "surname_sound", "given_sound")
# The stem of a nickname, and what it would be without one or two digits appended to it.
NICK_COLUMNS = ("nick", "nick_less_one", "nick_less_two")
# A number with a slip at one end is still looked for by the other.
PHONE_COLUMNS = ("phone_head", "phone_tail")
_HEAD, _TAIL = 10, 4
_TEXTS = (
    *NAME_COLUMNS,
    "city",
    "product",
    *NICK_COLUMNS,
    *PHONE_COLUMNS,
    *(kind.value for kind in ONE_OF_EACH),
)
_SCHEMA = {"record": pl.Int64, **dict.fromkeys(_TEXTS, pl.String)}
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Crowd:
    """The accounts that are compared, what is usual among all, and what these share.

    `nameless` are authors who are several people, `shared_phones` telephones of more than a family or two.
    """

    accounts: Mapping[int, Known]
    habits: Habits
    shared_phones: frozenset[str]
    nameless: frozenset[int]

    def frame(self) -> pl.DataFrame:
        """Return the records that linkage compares."""
        named = (known for known in self.accounts.values() if known.id not in self.nameless)
        parts = [pl.DataFrame(schema=_SCHEMA)]
        # Rows of Python objects are many times larger than columns, so only so many live at once.
        while batch := list(itertools.islice(named, _BATCH)):
            parts.append(pl.DataFrame([self._row(known) for known in batch], schema=_SCHEMA, orient="row"))
        return pl.concat(parts)

    def _row(self, known: Known) -> Record:
        row = record_of(known)
        nickname = known.first(HandleKind.NICKNAME)
        if nickname is not None and says_nothing(nickname, self.habits):
            row |= dict.fromkeys(NICK_COLUMNS)
        if row["phone"] in self.shared_phones:
            row |= dict.fromkeys(("phone", *PHONE_COLUMNS))
        return row


def assemble(accounts: Mapping[int, Known], habits: Habits) -> Crowd:
    """Return accounts to compare with what they share."""
    nameless = frozenset(known.id for known in accounts.values() if is_mixed(known, habits))
    return Crowd(accounts, habits, shared_phones(accounts.values()), nameless)


def record_of(known: Known) -> Record:
    """Return the row of an account by what is known of it alone."""
    phone, nickname = known.first(HandleKind.PHONE), known.first(HandleKind.NICKNAME)
    return {
        "record": known.id,
        **_name_columns(known.first(HandleKind.NAME)),
        "city": known.city,
        "product": known.product,
        **_nick_columns(None if nickname is None or linkage.is_placeholder(nickname) else nickname),
        **{kind.value: known.first(kind) for kind in ONE_OF_EACH},
        "phone_head": phone and phone[:_HEAD],
        "phone_tail": phone and phone[-_TAIL:],
    }


def says_nothing(nickname: str, habits: Habits) -> bool:
    """Tell whether a nickname is too common to tell anything."""
    return linkage.is_placeholder(nickname) or namesakes(nickname, habits, habits.speakers) > MOST_NAMESAKES


def namesakes(nickname: str, habits: Habits, among: int) -> float:
    """Return how many of so many others are expected to carry a nickname by coincidence."""
    return habits.nicknames.chance(nickname) * among


def is_mixed(known: Known, habits: Habits) -> bool:
    """Tell whether an author's name stands for several people at its source."""
    if known.kind != "author":
        return False
    if len(known.all(HandleKind.OPENID)) > 1:
        return True
    nickname = known.first(HandleKind.NICKNAME)
    if nickname is None or known.first(HandleKind.OPENID):
        return nickname is None
    return says_nothing(nickname, habits) or _several_spoke(known, nickname, habits)


def _several_spoke(known: Known, nickname: str, habits: Habits) -> bool:
    """One voice is one person's; others under the name would mostly have talked about something else."""
    others = namesakes(nickname, habits, habits.authors.get(known.source_id, 0))
    if known.products > 1:
        return others > MIXED_FROM_TALK
    alike = habits.spoken_of.get(known.product, 1.0) if known.product else 1.0
    return known.voices > 1 and others * alike > MIXED_FROM


def shared_phones(accounts: Iterable[Known]) -> frozenset[str]:
    """Return telephones of more families than may share one."""
    families: dict[str, set[str]] = defaultdict(set)
    for known in accounts:
        phone, name = known.first(HandleKind.PHONE), known.first(HandleKind.NAME)
        if phone and name:
            families[phone].add(linkage.parse_name(name).surname_sound)
    return frozenset(phone for phone, names in families.items() if len(names) > MOST_FAMILIES)


def _nick_columns(nickname: str | None) -> dict[str, str | None]:
    if nickname is None:
        return dict.fromkeys(NICK_COLUMNS)
    stem = linkage.stem(nickname)
    return dict(itertools.zip_longest(NICK_COLUMNS, (stem, *linkage.shortened(stem))))


def _name_columns(name: str | None) -> dict[str, str | None]:
    if not name:
        return dict.fromkeys(NAME_COLUMNS)
    parsed = linkage.parse_name(name)
    return {
        "name": parsed.whole,
        "surname": parsed.surname,
        "given": parsed.given or None,
        "sound": parsed.sound,
        "surname_sound": parsed.surname_sound or None,
        "given_sound": parsed.given_sound or None,
    }
