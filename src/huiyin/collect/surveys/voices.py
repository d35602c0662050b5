"""A completed response as a voice: open answers are its text, the main rating its rating."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from huiyin.collect.surveys.invitations import Invitation
from huiyin.collect.surveys.piping import filled
from huiyin.collect.surveys.question import OPEN, Definition

# A response gets its number when it is written, after its voice was checked.
_UNNUMBERED = "response"


def voice_id(response_id: int) -> str:
    """Return a response's id at its survey's source."""
    return f"{_UNNUMBERED}-{response_id}"


def as_voice(
    definition: Definition, answers: Mapping[str, Any], invitation: Invitation | None
) -> dict[str, Any] | None:
    """Return the flat fields of intake, still without a number; None when nothing was answered."""
    if not answers:
        return None
    main = definition.main_rating
    rating = answers.get(main.name) if main else None
    item: dict[str, Any] = {
        "external_id": _UNNUMBERED,
        "text": open_words(definition, answers),
        "answers": {
            filled(q.title, definition.by_name, answers, definition.words): answers[q.name]
            for q in definition.questions
            if q.name in answers
        },
        "rating": rating,
        "rating_scale": main.high if main and rating is not None else None,
    }
    if invitation is not None:
        item |= {
            "customer_id": invitation.person,
            "customer_name": invitation.name,
            "segment": invitation.segment,
            "region": invitation.region,
            "metadata": {"occasion": invitation.occasion} if invitation.occasion else {},
        }
    return item


def open_words(definition: Definition, answers: Mapping[str, Any]) -> str:
    """Join what was written in a respondent's own words, one answer a line."""
    written = [answers.get(q.name) for q in definition.questions if q.kind in OPEN]
    written += [answers.get(f"{q.name}-Comment") for q in definition.questions if q.other]
    return "\n".join(words for words in written if words)
