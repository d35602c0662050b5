"""What is usual among all accounts: how common names, nicknames, cities and products are. Learnt by a full round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from huiyin import linkage
from huiyin.customers.identity.known import Known
from huiyin.linkage import HandleKind, NameLikeness, NameModel, NicknameModel, PersonName

# How many accounts hold each telephone or address is counted anew; only of how many is learnt.
COUNTED = (HandleKind.PHONE, HandleKind.EMAIL)


@dataclass(frozen=True, slots=True)
class Habits:
    """Shares and chances that later rounds weigh new accounts by, so that both rounds say the same of the same pair.

    `authors` counts the authors of each source; `products` and `cities` are shares of those who have one, products
    also of authors alone (`spoken_of`); `holders` says how many accounts have a telephone, and an address.
    """

    accounts: int
    nicknames: NicknameModel
    names: NameModel
    sounds: NameModel
    authors: Mapping[int | None, int]
    spoken_of: Mapping[str, float]
    products: Mapping[str, float]
    cities: Mapping[str, float]
    holders: Mapping[HandleKind, int]

    @property
    def prior(self) -> float:
        """The chance that two accounts drawn at random are one person: each is taken to have one other."""
        return 1 / max(self.accounts, 2)

    @property
    def speakers(self) -> int:
        """How many persons there may be behind nicknames: the authors of the busiest source."""
        return max([1, *self.authors.values()])

    def frequencies(self, frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
        """Return how common each value of a column is, for the records that are compared."""
        spoken = [
            _frequency(frame, "name", [self.names.chance(family, linkage.marks_of(given)) for family, given in _spelt(frame, "name", "surname")]),
            _frequency(frame, "sound", [self.sounds.chance(family, linkage.syllables_of(given)) for family, given in _spelt(frame, "sound", "surname_sound")]),
        ]  # fmt: skip
        shared = [_shares(frame, "city", self.cities), _shares(frame, "product", self.products)]
        held = [_counts(frame, kind.value, self.holders.get(kind, 0)) for kind in COUNTED]
        return {table.columns[0]: table for table in (*spoken, *shared, *held)}


def learn_habits(accounts: Collection[Known]) -> Habits:
    """Learn what is usual from every account."""
    people = [linkage.parse_name(known.first(HandleKind.NAME) or "") for known in accounts]
    authors = [known for known in accounts if known.kind == "author"]
    return Habits(
        accounts=len(accounts),
        nicknames=_nicknames(accounts, people),
        names=linkage.fit_names((each.surname, linkage.marks_of(each.given)) for each in people),
        sounds=linkage.fit_names((each.surname_sound, linkage.syllables_of(each.given)) for each in people),
        authors=Counter(known.source_id for known in authors),
        spoken_of=_share([known.product for known in authors]),
        products=_share([known.product for known in accounts]),
        cities=_share([known.city for known in accounts]),
        holders={kind: sum(known.first(kind) is not None for known in accounts) for kind in COUNTED},
    )


def _nicknames(accounts: Collection[Known], people: Sequence[PersonName]) -> NicknameModel:
    """Fit the model over bearers that differ for certain, for one person's accounts are no coincidence."""
    bearers: dict[str, list[PersonName]] = defaultdict(list)
    named: dict[tuple[str, str], None] = {}
    for known, name in zip(accounts, people, strict=True):
        if known.kind == "customer" and name.given:
            named[name.surname, name.given] = None
        for nickname in known.all(HandleKind.NICKNAME):
            _add_bearer(bearers[nickname], name)
    counted = (nickname for nickname, names in bearers.items() for _ in range(max(len(names), 1)))
    return linkage.fit_nicknames(counted, named)


def _add_bearer(names: list[PersonName], name: PersonName) -> None:
    """Add a name unless it may be another spelling of one that is there."""
    if name.given and all(linkage.compare_parsed(each, name) <= NameLikeness.SURNAME for each in names):
        names.append(name)


def _share(values: Sequence[str | None]) -> dict[str, float]:
    counts = Counter(value for value in values if value)
    return {value: count / counts.total() for value, count in counts.items()}


def _spelt(frame: pl.DataFrame, column: str, surname: str) -> list[tuple[str, str]]:
    rows = frame.filter(pl.col(column).is_not_null()).select(surname, "given").iter_rows()
    return [(family or "", given or "") for family, given in rows]


def _frequency(frame: pl.DataFrame, column: str, chances: Sequence[float]) -> pl.DataFrame:
    values = frame.select(column).drop_nulls()
    return values.select(column, pl.Series(f"tf_{column}", chances, dtype=pl.Float64)).unique(column)


def _shares(frame: pl.DataFrame, column: str, shares: Mapping[str, float]) -> pl.DataFrame:
    values = frame[column].drop_nulls().unique(maintain_order=True)
    # What nobody had when habits were learnt is as rare as the rarest that somebody had.
    rarest = min(shares.values(), default=1.0)
    chances = [shares.get(value, rarest) for value in values]
    return pl.DataFrame({column: values, f"tf_{column}": pl.Series(chances, dtype=pl.Float64)})


def _counts(frame: pl.DataFrame, column: str, holders: int) -> pl.DataFrame:
    counts = frame.select(column).drop_nulls().group_by(column, maintain_order=True).len()
    share = (pl.col("len") / max(holders, 1)).clip(upper_bound=1.0)
    return counts.select(column, share.alias(f"tf_{column}"))
