"""Labels of audits as rows: out to be worked on elsewhere, in again, and as examples that teach an aspect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from huiyin.analyse.taxonomies import StoredExample
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_audit import audit_label, audit_sample
from huiyin.understand.audits.audits import Judgement, label_card, read_audit
from huiyin.understand.names import AspectNames

MOST_EXAMPLES = 40


def export_labels(connection: Connection, audit_id: int) -> Iterator[dict[str, Any]]:
    """Yield one row a voice in the random order of drawing; the machine's answer only where people have read.

    Raises AuditNotFoundError.
    """
    taxonomy = read_audit(connection, audit_id).taxonomy
    label, feedback = audit_label.c, tables.feedback.c
    query = (
        select(audit_label, feedback.text, feedback.product, feedback.channel)
        .join(tables.feedback, feedback.id == label.feedback_id)
        .where(label.sample_id == audit_id, feedback.excluded_reason.is_(None))
        .order_by(label.position)
    )
    for row in connection.execute(query):
        read = row.human is not None
        yield {
            "audit": audit_id,
            "taxonomy": taxonomy,
            "feedback_id": row.feedback_id,
            "customer": row.customer,
            "channel": row.channel,
            "product": row.product,
            "text": row.text,
            "human": _judged(row.human) if read else None,
            "machine": _judged(row.machine) if read else None,
            "human_marks": row.human_marks,
            "machine_marks": row.machine_marks if read else None,
            "labelled_by": row.labelled_by,
            "labelled_at": row.labelled_at.isoformat() if row.labelled_at else None,
        }


def import_labels(
    connection: Connection,
    names: AspectNames,
    rows: Iterable[Mapping[str, Any]],
    *,
    by: str,
    clock: Clock,
) -> int:
    """Keep the judgements of rows that have any; return how many voices they label.

    Raises InvalidInputError with the row for one that is no label, and what `label_card` raises; nothing of the file is
    kept then, for the caller's transaction ends.
    """
    kept = 0
    for number, row in enumerate(rows, start=1):
        human = row.get("human")
        if human is None:
            continue
        try:
            judged = [Judgement(str(each["aspect"]), int(each["sentiment"])) for each in human]
            audit, voice = int(row["audit"]), int(row["feedback_id"])
            given = row.get("human_marks")
            marks = None if given is None else [str(each) for each in given]
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidInputError(
                f"row {number} is no label", row=number, field="human", expected="audit, feedback_id, human"
            ) from error
        who = str(row.get("labelled_by") or by)
        label_card(connection, names, audit, voice, judged, by=who, clock=clock, marks=marks)
        kept += 1
    return kept


def labelled_examples(connection: Connection, taxonomy: str, aspect: str) -> tuple[StoredExample, ...]:
    """Return voices that people labelled with an aspect, and look-alikes: those that only the machine filed there."""
    label = audit_label.c
    query = (
        select(label.feedback_id, label.human, label.machine)
        .join(audit_sample, audit_sample.c.id == label.sample_id)
        .where(audit_sample.c.taxonomy == taxonomy, label.human.is_not(None))
        .order_by(label.labelled_at.desc(), label.id.desc())
    )
    found: dict[int, StoredExample] = {}
    for row in connection.execute(query):
        said, filed = (any(_within(each[0], aspect) for each in part) for part in (row.human, row.machine))
        if said or filed:
            found.setdefault(row.feedback_id, StoredExample(aspect, feedback_id=row.feedback_id, holds=said))
    return tuple(found.values())[:MOST_EXAMPLES]


def _within(one: str, aspect: str) -> bool:
    return one == aspect or one.startswith(f"{aspect}.")


def _judged(stored: Iterable[Any]) -> list[dict[str, Any]]:
    return [{"aspect": str(aspect), "sentiment": int(sentiment)} for aspect, sentiment in stored]
