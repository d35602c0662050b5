"""Correction: what an audit says about the machine's shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.audits.agreement import AuditState, audit_states, fold
from huiyin.understand.audits.audits import Audit, Card, Judgement, machine_judgements, read_cards
from huiyin.understand.filters import Filters, ids_where
from huiyin.understand.queries import FactsReader, run

_DIMENSIONS = ("channels", "products", "segments", "regions", "sources", "taxonomies")


@dataclass(frozen=True, slots=True)
class AuditMark:
    """Which audit speaks, how far its people agree with the machine, and how that has changed since the one before."""

    id: int
    drawn_at: datetime
    kappa: Estimate
    drift: Estimate | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A fact's shares as people would have found them, by prediction-powered inference.

    `audited` customers were read; `assumed` tells that the audit was of other days, so that the machine's errors
    are taken to have stayed the same. `check` is the negative share by Rogan and Gladen's formula, None where the
    machine finds nothing beyond chance.
    """

    customers: Estimate
    negative_customers: Estimate
    check: Estimate | None
    audited: int
    assumed: bool
    audit: AuditMark


@dataclass(frozen=True, slots=True)
class Confusion:
    """Audited customers by who said yes: both, people alone, the machine alone, neither."""

    both: int
    human_only: int
    machine_only: int
    neither: int

    @property
    def total(self) -> int:
        return self.both + self.human_only + self.machine_only + self.neither

    @property
    def table(self) -> list[list[int]]:
        return [[self.both, self.human_only], [self.machine_only, self.neither]]


@dataclass(frozen=True, slots=True)
class Audited:
    """The audited customers that belong to some filters; `human` and `machine` name who mentions an aspect, and how."""

    customers: int
    assumed: bool
    mark: AuditMark
    human: Mapping[Judgement, frozenset[int]]
    machine: Mapping[Judgement, frozenset[int]]

    def correct(self, aspect: str, counts: tuple[int, int], base: int, minimum_n: int) -> Corrected:
        """Return the corrected shares of one aspect; `counts` are the machine's customers and negative customers."""
        mentioned, negative = self.confusion(aspect, (-1, 0, 1)), self.confusion(aspect, (-1,))
        return Corrected(
            customers=_corrected(counts[0], base, mentioned).guarded(minimum_n),
            negative_customers=_corrected(counts[1], base, negative).guarded(minimum_n),
            check=_checked(counts[1], base, negative, minimum_n),
            audited=self.customers,
            assumed=self.assumed,
            audit=self.mark,
        )

    def confusion(self, aspect: str, sentiments: Sequence[int]) -> Confusion:
        """Return how the two readers judge whether customers speak of the aspect with one of the sentiments."""
        human = _union(self.human.get(Judgement(aspect, s), frozenset()) for s in sentiments)
        machine = _union(self.machine.get(Judgement(aspect, s), frozenset()) for s in sentiments)
        both = len(human & machine)
        seen = len(human | machine)
        return Confusion(both, len(human) - both, len(machine) - both, self.customers - seen)

    @property
    def aspects(self) -> list[str]:
        """Every aspect that either reader found."""
        return sorted({each.aspect for each in (*self.human, *self.machine)})


@dataclass(frozen=True, slots=True)
class LedgerAudits:
    """Finds the audits that speak for some filters, over a ledger that it opens for each question."""

    read: Callable[[], AbstractContextManager[Connection]]
    minimum_n: int

    def __call__(
        self, facts: FactsReader, filters: Filters, *, node: str, depth: int
    ) -> Mapping[str, Audited]:
        with self.read() as connection:
            return read_audited(facts, connection, filters, node=node, depth=depth, minimum_n=self.minimum_n)


def read_audited(
    facts: FactsReader, connection: Connection, filters: Filters, *, node: str, depth: int, minimum_n: int
) -> dict[str, Audited]:
    """Return, for each taxonomy, the newest audit that speaks for the filters and has been read by anyone.

    `node` and `depth` are the column and the number of dots of the wanted level. An audit speaks for filters that
    are no wider than its own, the days aside.
    """
    found: dict[str, Audited] = {}
    for state in audit_states(connection, minimum_n):
        audit = state.audit
        if audit.taxonomy not in found and audit.labelled and _speaks_for(audit, filters):
            cards = read_cards(connection, audit.id)
            audited = audited_of(facts, state, cards, filters, node=node, depth=depth)
            if audited.customers:
                found[audit.taxonomy] = audited
    return found


def audited_of(
    facts: FactsReader, state: AuditState, cards: Sequence[Card], filters: Filters, *, node: str, depth: int
) -> Audited:
    """Lay an audit's cards over the filters: today's machine beside the people, customer by customer."""
    audit = state.audit
    covered = _covers_days(audit.filters, filters)
    asked = filters.unasked() if covered else replace(filters.unasked(), start=None, end=None)
    ids = [card.feedback_id for card in cards]
    where = replace(asked, taxonomies=(audit.taxonomy,)).voice_where()
    who = dict(run(facts, "audits.heard", voice=where, ids=ids_where(ids)).iter_rows())
    machine = machine_judgements(facts, list(who), node=node)
    human = {card.feedback_id: {fold(each, depth) for each in card.human or ()} for card in cards}
    return Audited(
        customers=len(set(who.values())),
        assumed=not covered,
        mark=AuditMark(audit.id, audit.drawn_at, state.kappa, state.drift),
        human=_by_judgement(who, human),
        machine=_by_judgement(who, machine),
    )


def _by_judgement(
    who: Mapping[int, int], judged: Mapping[int, Collection[Judgement]]
) -> dict[Judgement, frozenset[int]]:
    found: dict[Judgement, set[int]] = defaultdict(set)
    for feedback_id, customer in who.items():
        for each in judged.get(feedback_id, ()):
            found[each].add(customer)
    return {each: frozenset(customers) for each, customers in found.items()}


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*sets)


def _speaks_for(audit: Audit, filters: Filters) -> bool:
    own, asked = audit.filters, replace(filters.base(), taxonomies=(audit.taxonomy,))
    if filters.base().taxonomies and audit.taxonomy not in filters.base().taxonomies:
        return False
    narrower = all(
        not getattr(own, name)
        or (getattr(asked, name) and set(getattr(asked, name)) <= set(getattr(own, name)))
        for name in _DIMENSIONS
    )
    return narrower and own.text in ("", filters.text)


def _covers_days(own: Filters, asked: Filters) -> bool:
    starts = own.start is None or (asked.start is not None and own.start <= asked.start)
    return starts and (own.end is None or (asked.end is not None and asked.end <= own.end))


def _corrected(count: int, base: int, confusion: Confusion) -> Estimate:
    return stats.corrected_share(
        min(count, base),
        base,
        human_only=confusion.human_only,
        machine_only=confusion.machine_only,
        audited=confusion.total,
    )


def _checked(count: int, base: int, confusion: Confusion, minimum_n: int) -> Estimate | None:
    yes = confusion.both + confusion.human_only
    no = confusion.machine_only + confusion.neither
    if not yes or not no or confusion.both / yes + confusion.neither / no <= 1:
        return None
    found = stats.rogan_gladen(
        min(count, base), base, sensitivity=(confusion.both, yes), specificity=(confusion.neither, no)
    )
    # What it rests on are the customers who were read, however many the machine counted.
    return replace(found, n=confusion.total).guarded(minimum_n)
