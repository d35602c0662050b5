"""Zendesk-style JSON exports: tickets with comments, the requester's own words, waits and resolution kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Any

from huiyin.collect.documents import find_value, text_of
from huiyin.collect.markup import plain_text
from huiyin.collect.moment import parse_moment
from huiyin.collect.service_logs.turns import Speaker, Turn, customer_words, turns_metadata
from huiyin.kit.errors import InvalidInputError

_SCORES = {"good": 5.0, "bad": 1.0, "satisfied": 5.0, "dissatisfied": 1.0}


def tickets_of(document: Any) -> Iterator[Any]:
    """Yield the tickets of an export: a ticket, a list of them, or an object that holds the list."""
    if isinstance(document, list):
        yield from document
    elif isinstance(document, dict):
        found = document.get("tickets") or document.get("results") or document.get("requests")
        yield from found if isinstance(found, list) else [document.get("ticket", document)]


def is_ticket(row: Any) -> bool:
    """Tell whether a JSON object looks like a ticket: an id, somebody who asked, and words.

    >>> is_ticket({"id": 1, "subject": "发票", "comments": []}), is_ticket({"id": 1, "text": "发票"})
    (True, False)
    """
    if not isinstance(row, dict) or not text_of(row, "id"):
        return False
    asked = (
        isinstance(row.get("comments"), list)
        or "requester_id" in row
        or isinstance(row.get("requester"), dict)
    )
    return asked and any(name in row for name in ("subject", "raw_subject", "description"))


def ticket_record(ticket: Any) -> dict[str, Any]:
    """Return the raw record of a ticket. Raises InvalidInputError when it is none."""
    if not isinstance(ticket, dict) or not text_of(ticket, "id"):
        raise InvalidInputError("a ticket has no id", field="id", expected="a Zendesk-style ticket")
    turns = list(_turns(ticket))
    words = customer_words(turns) or plain_text(text_of(ticket, "description"))
    subject = text_of(ticket, "subject") or text_of(ticket, "raw_subject")
    text = words if words.startswith(subject) else f"{subject}\n{words}".strip()
    score = text_of(ticket, "satisfaction_rating.score").casefold()
    return {
        "external_id": f"ticket-{text_of(ticket, 'id')}",
        "text": text,
        "occurred_at": find_value(ticket, "created_at"),
        "author": text_of(ticket, "requester.email") or text_of(ticket, "requester_id") or None,
        "customer_id": text_of(ticket, "requester.external_id") or None,
        "customer_name": text_of(ticket, "requester.name") or None,
        "rating": _SCORES.get(score),
        "rating_scale": 5.0,
        "url": text_of(ticket, "url")[:2000] or None,
        "metadata": _metadata(ticket, turns),
    }


def _turns(ticket: Mapping[str, Any]) -> Iterator[Turn]:
    comments = ticket.get("comments")
    requester = text_of(ticket, "requester_id") or text_of(ticket, "requester.id")
    for comment in comments if isinstance(comments, list) else ():
        text = plain_text(
            text_of(comment, "html_body") or text_of(comment, "plain_body") or text_of(comment, "body")
        )
        if text and comment.get("public") is not False:
            author = text_of(comment, "author_id") or text_of(comment, "author.id")
            role = text_of(comment, "author.role")
            asked = author == requester if requester else role in ("end-user", "customer")
            yield Turn(Speaker.CUSTOMER if asked else Speaker.AGENT, text)


def _metadata(ticket: Mapping[str, Any], turns: list[Turn]) -> dict[str, Any]:
    handles = {"email": text_of(ticket, "requester.email"), "phone": text_of(ticket, "requester.phone")}
    tags = ticket.get("tags")
    found = {
        "status": text_of(ticket, "status"),
        "priority": text_of(ticket, "priority"),
        "tags": [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else [],
        "turns": turns_metadata(turns),
        "first_wait_s": _minutes(ticket, "metric_set.reply_time_in_minutes.calendar"),
        "resolution_s": _minutes(ticket, "metric_set.full_resolution_time_in_minutes.calendar")
        or _between(ticket),
        "handles": {name: value for name, value in handles.items() if value},
    }
    return {name: value for name, value in found.items() if value not in ("", [], {}, None)}


def _minutes(ticket: Mapping[str, Any], path: str) -> float | None:
    value = find_value(ticket, path)
    return float(value) * 60 if isinstance(value, int | float) and abs(value) < 1e9 else None


def _between(ticket: Mapping[str, Any]) -> float | None:
    try:
        end = parse_moment(ticket["solved_at"], UTC)
        return round((end - parse_moment(ticket["created_at"], UTC)).total_seconds(), 3)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
