"""One row per account for matching: names taken apart, one handle of each kind, what is shared left out."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl
from sqlalchemy import Connection, func, select

from huiyin import linkage
from huiyin.customers.gathering import account_rows, handle_rows
from huiyin.linkage import HandleKind, NameLikeness, NicknameModel, PersonName
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity

# More families than this behind one number: a dealer, a company, or a clerk's own telephone.
MOST_FAMILIES = 2
# A nickname that this many others are expected to carry tells nothing.
CROWD_SIZE = 0.5
# From here on, talk about different products makes one name several people.
_DOUBTFUL_SIZE = 0.02
_BATCH = 20_000
_KINDS = {kind.value: kind for kind in HandleKind}
ONE_OF_EACH = (
    HandleKind.PHONE,
    HandleKind.EMAIL,
    HandleKind.VIN,
    HandleKind.PLATE,
    HandleKind.OPENID,
    HandleKind.DEVICE,
)
NAME_COLUMNS = ("name", "surname", "given", "sound", "surname_sound", "given_sound")
_SCHEMA = {
    "record": pl.Int64,
    **dict.fromkeys((*NAME_COLUMNS, "city", "product", "nick"), pl.String),
    **dict.fromkeys((kind.value for kind in ONE_OF_EACH), pl.String),
}


@dataclass(slots=True)
class Known:
    """What is known of one account; the first handle of a kind is the one most relied on."""

    id: int
    kind: str
    label: str
    customer_id: int | None
    person_id: int
    city: str | None = None
    product: str | None = None
    products: int = 0
    handles: dict[HandleKind, list[str]] = field(default_factory=dict)

    def first(self, kind: HandleKind) -> str | None:
        """Return the handle of a kind that is most relied on."""
        return next(iter(self.handles.get(kind, [])), None)


@dataclass(frozen=True, slots=True)
class Crowd:
    """All accounts, what they share, and how rare their nicknames are."""

    accounts: dict[int, Known]
    nicknames: NicknameModel
    shared_phones: frozenset[str]
    nameless: frozenset[int]

    @property
    def prior(self) -> float:
        """The chance that two accounts drawn at random are one person: each is taken to have one other."""
        return 1 / max(len(self.accounts), 2)

    def frame(self) -> pl.DataFrame:
        """Return the records that linkage compares."""
        named = (known for known in self.accounts.values() if known.id not in self.nameless)
        parts = [pl.DataFrame(schema=_SCHEMA)]
        # Rows of Python objects are many times larger than columns, so only so many live at once.
        while batch := list(itertools.islice(named, _BATCH)):
            rows = [self._row(known) for known in batch]
            parts.append(pl.DataFrame(rows, schema=_SCHEMA, orient="row"))
        return pl.concat(parts)

    def frequencies(self, frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
        """Return how common each name and each sound of a name is."""
        spoken = ("surname_sound", "given_sound")
        return {
            "name": _frequency(frame, "name", ("surname", "given")),
            "sound": _frequency(frame, "sound", spoken),
        }

    def _row(self, known: Known) -> dict[str, Any]:
        phone = known.first(HandleKind.PHONE)
        nickname = known.first(HandleKind.NICKNAME)
        return {
            "record": known.id,
            **_name_columns(known.first(HandleKind.NAME)),
            "city": known.city,
            "product": known.product,
            "nick": None if nickname is None or self.says_nothing(nickname) else linkage.stem(nickname),
            **{kind.value: known.first(kind) for kind in ONE_OF_EACH},
            "phone": None if phone in self.shared_phones else phone,
        }

    def says_nothing(self, nickname: str) -> bool:
        """Tell whether a nickname is too common to tell anything."""
        return linkage.is_placeholder(nickname) or self.namesakes(nickname) > CROWD_SIZE

    def namesakes(self, nickname: str) -> float:
        """Return how many other accounts are expected to carry a nickname by coincidence."""
        return self.nicknames.chance(nickname) * len(self.accounts)


def read_crowd(connection: Connection) -> Crowd:
    """Read every account with its handles."""
    accounts = {row[0]: Known(*row) for row in account_rows(connection)}
    for account_id, kind, normal in handle_rows(connection):
        accounts[account_id].handles.setdefault(_KINDS[kind], []).append(normal)
    _add_attributes(connection, accounts.values())
    _add_products(connection, accounts)
    crowd = Crowd(accounts, _nicknames(accounts.values()), _shared_phones(accounts.values()), frozenset())
    nameless = frozenset(known.id for known in accounts.values() if _is_crowd(known, crowd))
    return Crowd(crowd.accounts, crowd.nicknames, crowd.shared_phones, nameless)


def _is_crowd(known: Known, crowd: Crowd) -> bool:
    """Tell whether an author's name stands for several people at its source."""
    if known.kind != "author":
        return False
    if len(known.handles.get(HandleKind.OPENID, [])) > 1:
        return True
    nickname = known.first(HandleKind.NICKNAME)
    if nickname is None or known.handles.get(HandleKind.OPENID):
        return nickname is None
    doubtful = crowd.namesakes(nickname) > _DOUBTFUL_SIZE and known.products > 1
    return doubtful or crowd.says_nothing(nickname)


def _add_attributes(connection: Connection, accounts: Iterable[Known]) -> None:
    owners = {known.customer_id: known for known in accounts if known.kind == "customer"}
    columns = tables.customer.c
    query = select(columns.id, columns.attributes).execution_options(yield_per=_BATCH)
    for customer_id, attributes in connection.execute(query):
        if attributes and customer_id in owners:
            known = owners[customer_id]
            known.city, known.product = (_text(attributes.get(name)) for name in ("city", "product"))


def _text(value: object) -> str | None:
    return str(value) if value else None


def _add_products(connection: Connection, accounts: Mapping[int, Known]) -> None:
    """An author or caller is taken to own what most of their voices are about."""
    account, product, count = identity.account_voice.c.account_id, tables.feedback.c.product, func.count()
    query = (
        select(account, product, count)
        .join(tables.feedback, tables.feedback.c.id == identity.account_voice.c.feedback_id)
        .where(product.is_not(None))
        .group_by(account, product)
        .order_by(account, count.desc())
    )
    seen: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for key, name, voices in connection.execute(query):
        seen[key].append((name, voices))
    for key, products in seen.items():
        name, voices = products[0]
        accounts[key].products = len(products)
        if voices > sum(each for _, each in products) / 2:
            accounts[key].product = name


def _frequency(frame: pl.DataFrame, column: str, parts: tuple[str, str]) -> pl.DataFrame:
    names = frame.filter(pl.col(column).is_not_null()).select(column, *parts)
    pairs = [(surname or "", given or "") for _, surname, given in names.iter_rows()]
    model = linkage.fit_names(pairs)
    chances = [model.chance(*pair) for pair in pairs]
    return names.select(column, pl.Series(f"tf_{column}", chances, dtype=pl.Float64)).unique(column)


def _nicknames(accounts: Iterable[Known]) -> NicknameModel:
    """Fit the model over bearers that differ for certain, for one person's accounts are no coincidence."""
    bearers: dict[str, list[PersonName]] = defaultdict(list)
    people: dict[tuple[str, str], None] = {}
    for known in accounts:
        name = linkage.parse_name(known.first(HandleKind.NAME) or "")
        if known.kind == "customer" and name.given:
            people[name.surname, name.given] = None
        for nickname in known.handles.get(HandleKind.NICKNAME, []):
            _add_bearer(bearers[nickname], name)
    counted = (nickname for nickname, names in bearers.items() for _ in range(max(len(names), 1)))
    return linkage.fit_nicknames(counted, people)


def _add_bearer(names: list[PersonName], name: PersonName) -> None:
    """Add a name unless it may be another spelling of one that is there."""
    if name.given and all(linkage.compare_parsed(each, name) <= NameLikeness.SURNAME for each in names):
        names.append(name)


def _shared_phones(accounts: Iterable[Known]) -> frozenset[str]:
    families: dict[str, set[str]] = defaultdict(set)
    for known in accounts:
        phone, name = known.first(HandleKind.PHONE), known.first(HandleKind.NAME)
        if phone and name:
            families[phone].add(linkage.parse_name(name).surname_sound)
    return frozenset(phone for phone, names in families.items() if len(names) > MOST_FAMILIES)


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
