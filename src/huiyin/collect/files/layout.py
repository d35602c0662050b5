"""What a file's rows are: records as they stand, tickets of a help desk, or respondents of an answer sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from huiyin.collect.channel import Channel
from huiyin.collect.service_logs.answer_sheets import is_answer_sheet, sheet_record
from huiyin.collect.service_logs.tickets import is_ticket, ticket_record

_MOSTLY = 0.8


class Layout(StrEnum):
    """How rows are read; what is no plain row comes with the names of the fields as its columns."""

    ROWS = "rows"
    TICKETS = "tickets"
    ANSWERS = "answers"

    @property
    def channel(self) -> Channel:
        """Return the channel such a file usually comes from."""
        return _CHANNELS[self]


_CHANNELS = {
    Layout.ROWS: Channel.REVIEW,
    Layout.TICKETS: Channel.SERVICE,
    Layout.ANSWERS: Channel.SURVEY,
}


def recognise_layout(columns: tuple[str, ...], sample: Sequence[Mapping[str, Any]]) -> Layout:
    """Return what the rows are, from the columns and the first of them.

    >>> recognise_layout(("id", "description"), [{"id": 7, "description": "退款", "requester_id": 3}])
    <Layout.TICKETS: 'tickets'>
    """
    if sum(is_ticket(row) for row in sample) >= max(_MOSTLY * len(sample), 1):
        return Layout.TICKETS
    return Layout.ANSWERS if is_answer_sheet(columns) else Layout.ROWS


def shape_of(layout: Layout) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """Return what turns a row into fields. It raises InvalidInputError for a row that is none of its kind."""
    return _SHAPES[layout]


def _as_it_is(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return row


def _answers(row: Mapping[str, Any]) -> Mapping[str, Any]:
    record = sheet_record(row)
    # A sheet numbers its rows from one, and is exported again as it grows: the time tells two sheets apart.
    if record.get("external_id"):
        record["external_id"] = f"{record['external_id']}@{record.get('occurred_at', '')}"[:200]
    return _filled(record)


def _ticket(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return _filled(ticket_record(row))


def _filled(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value not in (None, "", {})}


_SHAPES: Mapping[Layout, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
    Layout.ROWS: _as_it_is,
    Layout.TICKETS: _ticket,
    Layout.ANSWERS: _answers,
}
