"""Audits: the product draws customers at random, people read what they said, and the machine is held against that."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.store.ledger.tables_audit import audit_label, audit_sample
from huiyin.text.needs import NEED_KINDS, TEXT_TYPES
from huiyin.understand.filters import SENTIMENTS, Filters, ids_where
from huiyin.understand.names import AspectNames
from huiyin.understand.queries import FactsReader, run
from huiyin.understand.stored import filters_from, filters_to

MARKS = (*TEXT_TYPES, *NEED_KINDS)
FEWEST = 10
MOST = 2_000


class AuditNotFoundError(NotFoundError):
    """There is no such audit, or no such voice in it."""

    code = "audit_not_found"


class AuditTaxonomyError(InvalidInputError):
    """An audit reads one taxonomy, and the filters name none or several."""

    code = "audit_needs_taxonomy"


class AuditOfNobodyError(InvalidInputError):
    """Nobody spoke within the filters, so there is nobody to draw."""

    code = "audit_of_nobody"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reader, human or machine, found in a voice: an aspect and how it is spoken of."""

    aspect: str
    sentiment: int


@dataclass(frozen=True, slots=True)
class Audit:
    """A random sample of `customers` out of `population`; `labelled` of its `voices` have been read by people."""

    id: int
    taxonomy: str
    filters: Filters
    population: int
    customers: int
    voices: int
    labelled: int
    analyser: str
    drawn_at: datetime
    drawn_by: str


@dataclass(frozen=True, slots=True)
class Card:
    """One voice of a sample; `human` is None until somebody has read it, marks (types of the voice, kinds of needs in
    it) are None where nobody was asked about them."""

    feedback_id: int
    position: int
    customer: int
    machine: tuple[Judgement, ...]
    human: tuple[Judgement, ...] | None
    machine_marks: tuple[str, ...] | None = None
    human_marks: tuple[str, ...] | None = None


def draw_audit(
    facts: FactsReader,
    connection: Connection,
    filters: Filters,
    *,
    customers: int,
    analyser: str,
    by: str,
    clock: Clock,
    seed: int | None = None,
) -> Audit:
    """Draw customers at random among those within the filters (a closed window, one taxonomy) and keep the sample.

    What the filters ask about is left aside: an audit is of everyone who spoke. Raises InvalidInputError for a size
    out of range, AuditTaxonomyError without exactly one taxonomy, AuditOfNobodyError where nobody spoke.
    """
    base = filters.base()
    if len(base.taxonomies) != 1:
        raise AuditTaxonomyError(
            "an audit reads one taxonomy", field="taxonomy", expected="exactly one taxonomy"
        )
    if not FEWEST <= customers <= MOST:
        raise InvalidInputError(
            "the sample is too small or too large", field="customers", expected="10 to 2000"
        )
    chance = secrets.randbelow(2**31) if seed is None else seed
    where = base.voice_where()
    population = int(run(facts, "audits.population", voice=where).item())
    if not population:
        raise AuditOfNobodyError(
            "nobody spoke within these filters",
            field="filters",
            expected="filters within which somebody spoke",
        )
    drawn = run(
        facts,
        "audits.draw",
        voice=where,
        voice_of_drawn=where,
        params={"seed": str(chance), "sample_size": customers},
    )
    sample_id = connection.execute(
        insert(audit_sample).values(
            taxonomy=base.taxonomies[0],
            filters=filters_to(base),
            seed=chance,
            population=population,
            customers=drawn.get_column("who").n_unique(),
            analyser=analyser,
            drawn_at=clock(),
            drawn_by=by,
        )
    ).inserted_primary_key
    key = int(sample_id[0]) if sample_id else 0
    _keep(facts, connection, key, drawn.rows())
    return read_audit(connection, key)


def _keep(
    facts: FactsReader, connection: Connection, sample_id: int, drawn: Sequence[tuple[int, int]]
) -> None:
    ids = [feedback_id for feedback_id, _ in drawn]
    machine, marks = machine_judgements(facts, ids), machine_marks(facts, ids)
    rows = [
        {
            "sample_id": sample_id,
            "position": position,
            "feedback_id": feedback_id,
            "customer": who,
            "machine": _plain(machine.get(feedback_id, ())),
            "machine_marks": sorted(marks.get(feedback_id, ())),
        }
        for position, (feedback_id, who) in enumerate(drawn)
    ]
    if rows:
        connection.execute(insert(audit_label), rows)


def machine_judgements(
    facts: FactsReader, ids: Sequence[int], *, node: str = "aspect_id"
) -> dict[int, set[Judgement]]:
    """Return what the machine says today of these voices, aspects folded up to the level of `node`."""
    found: dict[int, set[Judgement]] = {}
    for feedback_id, aspect, sentiment in run(
        facts, "audits.said", node=node, ids=ids_where(ids)
    ).iter_rows():
        found.setdefault(feedback_id, set()).add(Judgement(aspect, sentiment))
    return found


def machine_marks(facts: FactsReader, ids: Sequence[int]) -> dict[int, set[str]]:
    """Return which of `MARKS` the machine gives these voices today."""
    found: dict[int, set[str]] = {}
    where = ids_where(ids)
    for feedback_id, mark in run(facts, "audits.marked", ids=where, ids_of_needs=where).iter_rows():
        if mark in MARKS:
            found.setdefault(feedback_id, set()).add(mark)
    return found


def list_audits(connection: Connection) -> tuple[Audit, ...]:
    """Return every audit, the newest first."""
    return tuple(
        _audit(row._mapping) for row in connection.execute(_audits().order_by(audit_sample.c.id.desc()))
    )


def read_audit(connection: Connection, audit_id: int) -> Audit:
    """Return one audit; raises AuditNotFoundError."""
    row = connection.execute(_audits().where(audit_sample.c.id == audit_id)).one_or_none()
    if row is None:
        raise AuditNotFoundError(f"no audit {audit_id}")
    return _audit(row._mapping)


def next_card(connection: Connection, audit_id: int) -> Card | None:
    """Return the first voice that nobody has read yet, None when all are.

    The order is the random order of drawing, so those read so far are a random sample too.
    """
    label = audit_label.c
    query = select(audit_label).where(label.sample_id == audit_id, label.human.is_(None))
    row = connection.execute(query.order_by(label.position).limit(1)).one_or_none()
    return None if row is None else _card(row._mapping)


def label_card(
    connection: Connection,
    names: AspectNames,
    audit_id: int,
    feedback_id: int,
    judgements: Sequence[Judgement],
    *,
    by: str,
    clock: Clock,
    marks: Sequence[str] | None = None,
) -> Card:
    """Keep what a person found in a voice and return the card with the machine's answer; may be repeated.

    `marks` are the types of the whole voice and the kinds of needs in it, None where nobody was asked. Raises
    AuditNotFoundError, and InvalidInputError for an aspect outside the audit's taxonomy or an unknown mark.
    """
    if unknown := set(marks or ()) - set(MARKS):
        raise InvalidInputError(
            f"no mark {sorted(unknown)[0]!r}", field="marks", expected=f"of {', '.join(MARKS)}"
        )
    taxonomy = read_audit(connection, audit_id).taxonomy
    for each in judgements:
        if each.aspect not in names or each.aspect.split(".")[0] != taxonomy:
            raise InvalidInputError(
                f"no aspect {each.aspect!r}", field="aspect", expected=f"one of {taxonomy}"
            )
        if each.sentiment not in SENTIMENTS:
            raise InvalidInputError("unknown sentiment", field="sentiment", expected="-1, 0 or 1")
    label = audit_label.c
    mine = (label.sample_id == audit_id) & (label.feedback_id == feedback_id)
    values = {"human": _plain(judgements), "labelled_by": by, "labelled_at": clock()}
    if marks is not None:
        values["human_marks"] = sorted(set(marks))
    connection.execute(update(audit_label).where(mine).values(values))
    row = connection.execute(select(audit_label).where(mine)).one_or_none()
    if row is None:
        raise AuditNotFoundError(f"no voice {feedback_id} in audit {audit_id}")
    return _card(row._mapping)


def read_cards(connection: Connection, audit_id: int) -> tuple[Card, ...]:
    """Return the voices of the customers who have been read wholly, so that each counts with all they said."""
    query = select(audit_label).where(audit_label.c.sample_id == audit_id).order_by(audit_label.c.position)
    cards = [_card(row._mapping) for row in connection.execute(query)]
    unread = {card.customer for card in cards if card.human is None}
    return tuple(card for card in cards if card.customer not in unread)


def _audits() -> Any:
    # Counted apart: a reader with limits sees the samples through a view, which has no key to group by.
    counted = (
        select(
            audit_label.c.sample_id,
            func.count(audit_label.c.id).label("voices"),
            func.count(audit_label.c.labelled_at).label("labelled"),
        )
        .group_by(audit_label.c.sample_id)
        .subquery()
    )
    voices = func.coalesce(counted.c.voices, 0).label("voices")
    labelled = func.coalesce(counted.c.labelled, 0).label("labelled")
    return select(audit_sample, voices, labelled).outerjoin(counted, counted.c.sample_id == audit_sample.c.id)


def _audit(row: Mapping[Any, Any]) -> Audit:
    return Audit(
        id=row["id"],
        taxonomy=row["taxonomy"],
        filters=filters_from(row["filters"]),
        population=row["population"],
        customers=row["customers"],
        voices=row["voices"],
        labelled=row["labelled"],
        analyser=row["analyser"],
        drawn_at=row["drawn_at"],
        drawn_by=row["drawn_by"],
    )


def _card(row: Mapping[Any, Any]) -> Card:
    human = row["human"]
    return Card(
        feedback_id=row["feedback_id"],
        position=row["position"],
        customer=row["customer"],
        machine=_judged(row["machine"]),
        human=None if human is None else _judged(human),
        machine_marks=_marks(row["machine_marks"]),
        human_marks=_marks(row["human_marks"]),
    )


def _judged(stored: Sequence[Sequence[Any]]) -> tuple[Judgement, ...]:
    return tuple(Judgement(str(aspect), int(sentiment)) for aspect, sentiment in stored)


def _marks(stored: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if stored is None else tuple(stored)


def _plain(judgements: Any) -> list[list[Any]]:
    return sorted([each.aspect, each.sentiment] for each in judgements)
