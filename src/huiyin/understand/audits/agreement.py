"""How far people and the machine agree on what an audit's customers said, and whether that has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.audits.audits import Audit, Card, Judgement, list_audits, read_cards

# Two dots at most, as the finer table of facts tells aspects apart.
DEPTH = 2
_SILENT = 3


@dataclass(frozen=True, slots=True)
class AuditState:
    """An audit with its agreement; `drift` is its kappa less that of the audit before, None without one."""

    audit: Audit
    kappa: Estimate
    drift: Estimate | None


def audit_states(connection: Connection, minimum_n: int) -> tuple[AuditState, ...]:
    """Return every audit with its agreement, the newest first."""
    audits = list_audits(connection)
    kappas = [_kappa(connection, audit, minimum_n) for audit in audits]
    return tuple(
        AuditState(audit, kappa, _drift(kappa, _before(audits, kappas, place)))
        for place, (audit, kappa) in enumerate(zip(audits, kappas, strict=True))
    )


def agreement(cards: Iterable[Card], *, depth: int = DEPTH) -> Estimate:
    """Return Cohen's kappa over all aspects that either reader found, voice by voice, as judged when drawn.

    Each (voice, aspect) is one decision between not mentioned, negative, neutral and positive.
    """
    read = [(_sides(card.human or (), depth), _sides(card.machine, depth)) for card in cards]
    aspects = {aspect for human, machine in read for aspect in (*human, *machine)}
    table = [[0] * 4 for _ in range(4)]
    for human, machine in read:
        for aspect in human.keys() | machine.keys():
            table[human.get(aspect, _SILENT)][machine.get(aspect, _SILENT)] += 1
    # Whatever neither reader found in a voice, both left out.
    table[_SILENT][_SILENT] = len(read) * len(aspects) - sum(map(sum, table))
    return stats.cohen_kappa(table) if read and aspects else stats.insufficient(0, "kappa")


def fold(judgement: Judgement, depth: int) -> Judgement:
    """Return the judgement about the aspect `depth` dots deep that holds its own."""
    return Judgement(".".join(judgement.aspect.split(".")[: depth + 1]), judgement.sentiment)


def _sides(judgements: Iterable[Judgement], depth: int) -> dict[str, int]:
    folded = sorted((fold(each, depth) for each in judgements), key=lambda each: -each.sentiment)
    return {each.aspect: each.sentiment + 1 for each in folded}


def _kappa(connection: Connection, audit: Audit, minimum_n: int) -> Estimate:
    if not audit.labelled:
        return stats.insufficient(0, "kappa")
    cards = read_cards(connection, audit.id)
    # Decisions are many per customer; customers are what was drawn, so they are what is counted.
    customers = len({card.customer for card in cards})
    return replace(agreement(cards), n=customers).guarded(minimum_n)


def _before(audits: Sequence[Audit], kappas: Sequence[Estimate], place: int) -> Estimate | None:
    same = zip(audits[place + 1 :], kappas[place + 1 :], strict=True)
    return next((k for a, k in same if a.taxonomy == audits[place].taxonomy and k.sufficient), None)


def _drift(kappa: Estimate, before: Estimate | None) -> Estimate | None:
    return stats.difference(kappa, before) if before is not None and kappa.sufficient else None
