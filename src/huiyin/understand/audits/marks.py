"""How well the machine reads types and needs: its marks of voices against people's, mark by mark."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.audits.audits import MARKS, read_cards


@dataclass(frozen=True, slots=True)
class AuditedMark:
    """One mark on the voices that people read: precision of those the machine marked, recall of those people did."""

    mark: str
    both: int
    human_only: int
    machine_only: int
    precision: Estimate
    recall: Estimate


def audited_marks(connection: Connection, audit_id: int, minimum_n: int) -> tuple[AuditedMark, ...]:
    """Return the marks that anybody gave, over the voices whose marks people and machine were both asked for.

    Voices count here, not customers: a mark is a property of one text. Raises AuditNotFoundError.
    """
    cards = [
        (set(card.human_marks), set(card.machine_marks))
        for card in read_cards(connection, audit_id)
        if card.human_marks is not None and card.machine_marks is not None
    ]
    found = []
    for mark in MARKS:
        both = sum(mark in human and mark in machine for human, machine in cards)
        people, marked = (sum(mark in card[side] for card in cards) for side in (0, 1))
        if people + marked:
            precision = stats.wilson(both, marked).guarded(minimum_n)
            recall = stats.wilson(both, people).guarded(minimum_n)
            found.append(AuditedMark(mark, both, people - both, marked - both, precision, recall))
    return tuple(found)
