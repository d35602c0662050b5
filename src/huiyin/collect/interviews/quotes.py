"""The quote bank: what may be quoted, by code, without the names of those who said it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from huiyin.collect.interviews.codes import codes_of
from huiyin.collect.interviews.coding import finished_spans
from huiyin.collect.interviews.voices import voice_ids
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_interviews import conversation, speaker, turn


@dataclass(frozen=True, slots=True)
class Quote:
    """A coded passage; `who` is the label at the table with segment and region, never a name."""

    span_id: int
    code_id: int
    code: str
    text: str
    who: str
    conversation_id: int
    conversation: str
    turn_id: int
    quotable: bool
    feedback_id: int | None
    coder: str


def quotes_of(
    connection: Connection, study_id: int, *, code_id: int | None = None, quotable: bool = False
) -> list[Quote]:
    """Return the coded passages of participants who agreed, each passage once a code, in spoken order."""
    names = {code.id: code.name for code in codes_of(connection, study_id)}
    said = _said(connection, study_id)
    seen: set[tuple[int, int, str]] = set()
    found = []
    for span in finished_spans(connection, study_id):
        row = said[span.turn_id]
        words = row["text"][span.start : span.end].strip()
        key = (span.code_id, span.turn_id, words)
        if key in seen or (quotable and not row["quotable"]) or code_id not in (None, span.code_id):
            continue
        seen.add(key)
        found.append(
            Quote(
                span_id=span.id,
                code_id=span.code_id,
                code=names[span.code_id],
                text=words,
                who=row["who"],
                conversation_id=row["conversation_id"],
                conversation=row["title"],
                turn_id=span.turn_id,
                quotable=row["quotable"],
                feedback_id=row["feedback_id"],
                coder=span.coder,
            )
        )
    return found


def quotes_csv(quotes: Sequence[Quote]) -> str:
    """Return what may be quoted as a CSV for a spreadsheet, with its mark of UTF-8."""
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(["code", "quote", "who", "conversation"])
    for quote in quotes:
        if quote.quotable:
            writer.writerow(
                [_plain(cell) for cell in (quote.code, quote.text, quote.who, quote.conversation)]
            )
    return "\ufeff" + kept.getvalue()


def _plain(cell: str) -> str:
    """Keep a spreadsheet from taking a customer's words for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell


def _said(connection: Connection, study_id: int) -> dict[int, dict[str, Any]]:
    customer = tables.customer.c
    query = (
        select(
            turn.c.id, turn.c.text, turn.c.conversation_id, conversation.c.title,
            speaker.c.label, speaker.c.quotable, customer.segment, customer.region,
        )
        .join(conversation, conversation.c.id == turn.c.conversation_id)
        .join(speaker, speaker.c.id == turn.c.speaker_id)
        .outerjoin(tables.customer, customer.external_id == speaker.c.person)
        .where(conversation.c.study_id == study_id)
    )  # fmt: skip
    rows = [dict(row) for row in connection.execute(query).mappings()]
    voices: dict[int, int] = {}
    for one in {row["conversation_id"] for row in rows}:
        voices |= voice_ids(connection, one)
    for row in rows:
        about = [row["label"], row["segment"], row["region"]]
        row["who"] = " · ".join(part for part in about if part)
        row["feedback_id"] = voices.get(row["id"])
    return {row["id"]: row for row in rows}
