"""The portrait of one person: accounts and why they are one, value, what they say and how it went on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl
from sqlalchemy import Connection, or_, select

from huiyin.customers import moments as happened
from huiyin.customers import profile
from huiyin.customers.churn.moments import Renewal, contracts_of, ends_unrenewed
from huiyin.customers.churn.scores import Risk, risk_of
from huiyin.customers.consents import Purpose, purposes_of
from huiyin.customers.identity.changes import accounts_of
from huiyin.customers.masking import mask
from huiyin.customers.moments import Moment, MomentKind
from huiyin.customers.profile import Dealings, Lifetime, RfmClass, Stage
from huiyin.customers.queries import run
from huiyin.customers.search import label_of
from huiyin.customers.value import Value, value_of
from huiyin.linkage import HandleKind
from huiyin.stats import Estimate
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.understand import AspectNames, FactsReader

NEWEST_VOICES = 2_000


@dataclass(frozen=True, slots=True)
class HandleView:
    """A handle as shown: masked where the reader need not know it."""

    kind: HandleKind
    value: str
    noted: bool
    seen: int
    shared_with: int


@dataclass(frozen=True, slots=True)
class LinkView:
    """Why two accounts are thought to be one person, or may be."""

    id: int
    one: int
    other: int
    weight: float
    probability: float
    how: str
    state: str
    explanation: tuple[Mapping[str, Any], ...]
    decided_by: str | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account with its handles."""

    id: int
    kind: str
    label: str
    source: str | None
    customer: str | None
    crowd: bool
    handles: tuple[HandleView, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """An aspect this person speaks of."""

    aspect: str
    zh: str
    en: str
    voices: int
    negative: int
    suggestions: int


@dataclass(frozen=True, slots=True)
class Month:
    """How a person sounded in one month."""

    month: str
    voices: int
    negative: int
    positive: int


@dataclass(frozen=True, slots=True)
class Want:
    """A need, pain point, expectation, motive, workaround or effort in the person's own words."""

    kind: str
    words: str
    aspect: str | None
    zh: str | None
    en: str | None
    day: date
    ref: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the person stands: stage, class by rule, learnt segment in words and how far segments hold."""

    stage: Stage
    rfm_class: RfmClass | None
    group: int | None
    group_zh: str | None
    group_en: str | None
    stability: Estimate | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person whole; counts are plain counts of what the ledger holds, no estimates."""

    id: int
    label: str
    segment: str | None
    region: str | None
    accounts: tuple[AccountView, ...]
    links: tuple[LinkView, ...]
    voices: int
    first_at: datetime | None
    last_at: datetime | None
    value: Value | None
    concerns: tuple[Concern, ...]
    months: tuple[Month, ...]
    wants: tuple[Want, ...]
    behaviour: Mapping[str, int]
    consents: Mapping[str, bool]
    purposes: tuple[Purpose, ...]
    contacted_at: datetime | None
    standing: Standing
    lifetime: Lifetime | None
    risk: Risk | None
    timeline: tuple[Moment, ...]


def portray(
    connection: Connection,
    facts: FactsReader,
    names: AspectNames,
    person: int,
    *,
    now: datetime,
    masked: bool,
    limit: int = 200,
) -> Portrait:
    """Return the portrait; the timeline holds the newest `limit` moments. Raises PersonNotFoundError."""
    ids = accounts_of(connection, person)
    rows = [dict(row) for row in connection.execute(
        select(identity.account, tables.source.c.name.label("source"), tables.customer.c.external_id.label("customer"),
               tables.customer.c.segment, tables.customer.c.region, tables.customer.c.attributes)
        .outerjoin(tables.source, tables.source.c.id == identity.account.c.source_id)
        .outerjoin(tables.customer, tables.customer.c.id == identity.account.c.customer_id)
        .where(identity.account.c.id.in_(ids)).order_by(identity.account.c.kind.desc(), identity.account.c.id)
    ).mappings()]  # fmt: skip
    customer_ids = [row["customer_id"] for row in rows if row["customer_id"] is not None]
    voice_ids = voices_of(connection, ids, customer_ids)
    voices = run(facts, "portrait.voices", {"ids": voice_ids})
    opinions = run(facts, "portrait.opinions", {"ids": voice_ids})
    label = label_of([(row["kind"], row["label"]) for row in rows])
    events = _events(connection, customer_ids)
    external_ids = [row["customer"] for row in rows if row["customer"]]
    moments = [
        *happened.voice_moments(voices, opinions, names),
        *happened.purchases(connection, customer_ids),
        *happened.visits(events),
        *happened.asked(connection, external_ids),
        *happened.cases(connection, customer_ids, voice_ids),
        *happened.told(connection, customer_ids),
    ]
    times = [moment.at for moment in moments if moment.kind is MomentKind.VOICE]
    value = value_of(connection, person, now=now)
    purposes = purposes_of(connection, rows, customer_ids, external_ids)
    return Portrait(
        id=person,
        label=mask(HandleKind.NAME, label) if masked and customer_ids else label,
        segment=_first(rows, "segment"),
        region=_first(rows, "region"),
        accounts=tuple(_account_views(connection, rows, masked=masked)),
        links=tuple(links_among(connection, ids)),
        voices=voices.height,
        first_at=min(times, default=None),
        last_at=max(times, default=None),
        value=value,
        concerns=tuple(_concerns(opinions, names)),
        months=tuple(_months(voices)),
        wants=tuple(_wants(facts, voice_ids, names)),
        behaviour=Counter(row["name"] for row in events),
        consents={each.purpose: each.allowed for each in purposes},
        purposes=tuple(purposes),
        contacted_at=happened.contacted(connection, customer_ids),
        standing=_standing(connection, person, value, moments, now.date()),
        lifetime=_lifetime(connection, person, now.date()),
        risk=risk_of(connection, person),
        timeline=tuple(sorted(moments, key=lambda moment: moment.at, reverse=True)[:limit]),
    )


def voices_of(connection: Connection, accounts: Sequence[int], customer_ids: Sequence[int]) -> list[int]:
    """Return the ids of a person's newest voices."""
    columns, voice = tables.feedback.c, identity.account_voice.c
    said = select(voice.feedback_id).where(voice.account_id.in_(accounts))
    query = (
        select(columns.id)
        .where(
            or_(columns.customer_id.in_(customer_ids), columns.id.in_(said)),
            columns.excluded_reason.is_(None),
        )
        .order_by(columns.occurred_at.desc())
        .limit(NEWEST_VOICES)
    )
    return list(connection.execute(query).scalars())


def links_among(connection: Connection, accounts: Sequence[int]) -> Iterable[LinkView]:
    """Yield the links between accounts of one person, strongest first."""
    columns = identity.identity_link.c
    query = (
        select(identity.identity_link)
        .where(columns.one_id.in_(accounts), columns.other_id.in_(accounts))
        .order_by(columns.weight.desc())
    )
    for row in connection.execute(query).mappings():
        yield link_view(dict(row))


def link_view(row: Mapping[str, Any]) -> LinkView:
    """Return a row of identity_link as shown."""
    return LinkView(
        id=row["id"],
        one=row["one_id"],
        other=row["other_id"],
        weight=row["weight"],
        probability=row["probability"],
        how=row["how"],
        state=row["state"],
        explanation=tuple(row["explanation"]),
        decided_by=row["decided_by"],
    )


def account_views(connection: Connection, ids: Sequence[int], *, masked: bool) -> dict[int, AccountView]:
    """Return accounts by id, with their handles."""
    query = (
        select(
            identity.account,
            tables.source.c.name.label("source"),
            tables.customer.c.external_id.label("customer"),
        )
        .outerjoin(tables.source, tables.source.c.id == identity.account.c.source_id)
        .outerjoin(tables.customer, tables.customer.c.id == identity.account.c.customer_id)
        .where(identity.account.c.id.in_(ids))
    )
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return {view.id: view for view in _account_views(connection, rows, masked=masked)}


def _account_views(
    connection: Connection, rows: Sequence[Mapping[str, Any]], *, masked: bool
) -> Iterable[AccountView]:
    handles = _handles(connection, [row["id"] for row in rows], masked=masked)
    for row in rows:
        named = masked and row["kind"] != "author"
        yield AccountView(
            id=row["id"],
            kind=row["kind"],
            label=mask(HandleKind.NAME, row["label"]) if named else row["label"],
            source=row["source"],
            customer=row["customer"],
            crowd=row["crowd"],
            handles=tuple(handles[row["id"]]),
        )


def _handles(
    connection: Connection, accounts: Sequence[int], *, masked: bool
) -> Mapping[int, list[HandleView]]:
    columns = identity.handle.c
    query = (
        select(identity.handle).where(columns.account_id.in_(accounts)).order_by(columns.noted, columns.id)
    )
    rows = [dict(row) for row in connection.execute(query).mappings()]
    sharing = _sharing(connection, {row["normalised"] for row in rows if row["kind"] in ("phone", "email")})
    found: dict[int, list[HandleView]] = defaultdict(list)
    for row in rows:
        kind = HandleKind(row["kind"])
        value = mask(kind, row["value"]) if masked else row["value"]
        others = sharing.get((row["kind"], row["normalised"]), 1) - 1
        found[row["account_id"]].append(HandleView(kind, value, row["noted"], row["seen"], others))
    return found


def _sharing(connection: Connection, normals: set[str]) -> dict[tuple[str, str], int]:
    """How many persons use a telephone or address: a household, or a dealer."""
    handle, account = identity.handle.c, identity.account.c
    query = (
        select(handle.kind, handle.normalised, account.person_id)
        .join(identity.account, account.id == handle.account_id)
        .where(handle.normalised.in_(normals), handle.noted.is_(False))
        .distinct()
    )
    return Counter((row.kind, row.normalised) for row in connection.execute(query))


def _first(rows: Iterable[Mapping[str, Any]], column: str) -> str | None:
    return next((row[column] for row in rows if row[column]), None)


def _standing(
    connection: Connection,
    person: int,
    value: Value | None,
    moments: Sequence[Moment],
    today: date,
) -> Standing:
    bought = [each.at.date() for each in moments if each.kind is MomentKind.PURCHASE]
    came = (MomentKind.PURCHASE, MomentKind.VOICE, MomentKind.VISIT)
    last = max((each.at.date() for each in moments if each.kind in came), default=None)
    ended = ends_unrenewed(contracts_of(connection, person, Renewal()), Renewal(), today)
    grouping, group = profile.group_of(connection, person)
    return Standing(
        stage=profile.stage_of(Dealings(min(bought, default=None), last, ended), today),
        rfm_class=profile.rfm_class(value.recency, value.frequency, value.monetary) if value else None,
        group=group.number if group else None,
        group_zh=group.zh if group else None,
        group_en=group.en if group else None,
        stability=grouping.stability if grouping else None,
    )


def _lifetime(connection: Connection, person: int, today: date) -> Lifetime | None:
    found = profile.latest_profiles(connection)
    if found is None or found.model is None:
        return None
    return profile.lifetime_of(found.model, profile.read_orders(connection, person=person), today)


def _wants(facts: FactsReader, voice_ids: Sequence[int], names: AspectNames) -> Iterable[Want]:
    for row in run(facts, "portrait.needs", {"ids": voice_ids}).to_dicts():
        name = names.name(row["aspect"]) if row["aspect"] else None
        zh, en = (name.zh, name.en) if name else (None, None)
        yield Want(row["kind"], row["span"], row["aspect"], zh, en, row["day"], row["feedback_id"])


def _concerns(opinions: pl.DataFrame, names: AspectNames) -> Iterable[Concern]:
    if opinions.is_empty():
        return
    grouped = opinions.group_by("aspect").agg(
        pl.col("feedback_id").n_unique().alias("voices"),
        pl.col("feedback_id").filter(pl.col("sentiment") < 0).n_unique().alias("negative"),
        pl.col("feedback_id").filter(pl.col("type") == "suggestion").n_unique().alias("suggestions"),
    )
    for row in (
        grouped.sort("voices", "negative", "aspect", descending=[True, True, False]).head(8).to_dicts()
    ):
        name = names.name(row["aspect"])
        yield Concern(row["aspect"], name.zh, name.en, row["voices"], row["negative"], row["suggestions"])


def _months(voices: pl.DataFrame) -> Iterable[Month]:
    if voices.is_empty():
        return
    grouped = voices.group_by(pl.col("day").dt.strftime("%Y-%m").alias("month")).agg(
        pl.len().alias("voices"),
        (pl.col("sentiment") < 0).sum().alias("negative"),
        (pl.col("sentiment") > 0).sum().alias("positive"),
    )
    for row in grouped.sort("month").to_dicts():
        yield Month(row["month"], row["voices"], row["negative"] or 0, row["positive"] or 0)


def _events(connection: Connection, customer_ids: Sequence[int]) -> list[Mapping[str, Any]]:
    columns = tables.behaviour_event.c
    query = select(columns.id, columns.name, columns.at, columns.properties).where(
        columns.customer_id.in_(customer_ids)
    )
    return [dict(row) for row in connection.execute(query.order_by(columns.at)).mappings()]
