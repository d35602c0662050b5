"""The voices behind a number, newest first, with the opinions found in them."""

from __future__ import annotations

import base64
import binascii
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from huiyin.analyse.second_opinions import second_opinions_of
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.understand.filters import Filters, Where, ids_where
from huiyin.understand.names import AspectNames
from huiyin.understand.particulars import NOBODY, Particulars, Person, particulars_of
from huiyin.understand.queries import FactsReader, run
from huiyin.understand.window import utc


class VoiceNotFoundError(NotFoundError):
    """No voice with this id is in the facts: it was never accepted, is excluded, or not yet projected."""

    code = "voice_not_found"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One aspect, one polarity, one span; offsets count Unicode code points of the voice's text.

    `judged_by` is the language model that gave a second opinion here, None where the machine alone did.
    """

    aspect: str
    zh: str
    en: str
    path_zh: tuple[str, ...]
    polarity: float
    sentiment: int
    intensity: float
    type: str
    start: int
    end: int
    term: str | None
    term_start: int | None
    term_end: int | None
    confidence: float
    judged_by: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One stated need; offsets count Unicode code points of the voice's text, the aspect is None where none is named."""

    kind: str
    aspect: str | None
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice as people read it; `rating` is on the scale of its source, times are aware UTC."""

    id: int
    text: str
    occurred_at: datetime
    received_at: datetime
    channel: str
    source: str
    product: str | None
    customer: Person | None
    author: str | None
    rating: float | None
    rating_scale: float | None
    language: str
    types: tuple[str, ...]
    sentiment: int | None
    url: str | None
    opinions: tuple[Opinion, ...]
    intents: tuple[str, ...]
    needs: tuple[Need, ...]
    emotion: str | None


@dataclass(frozen=True, slots=True)
class VoicePage:
    """One page; `next` is the cursor of the following page, None on the last."""

    items: tuple[Voice, ...]
    next: str | None
    total: int


def list_verbatims(
    facts: FactsReader,
    connection: Connection,
    names: AspectNames,
    filters: Filters,
    *,
    limit: int = 20,
    cursor: str | None = None,
) -> VoicePage:
    """Return a page of voices, newest first.

    Pages follow a key, not an offset: voices that arrive meanwhile neither repeat nor hide others.
    Raises InvalidInputError for a cursor that was not given out by this function.
    """
    where = filters.voice_where()
    total = int(run(facts, "verbatims.total", voice=where).item())
    after = _after(cursor)
    # Looking for a page of none would read every text a second time.
    rows = _page(facts, where, after, limit + 1) if total else []
    page = rows[:limit]
    following = _cursor(page[-1]) if len(rows) > limit and page else None
    return VoicePage(tuple(_voices(facts, connection, names, page)), following, total)


def one_voice(facts: FactsReader, connection: Connection, names: AspectNames, feedback_id: int) -> Voice:
    """Return one voice with its opinions; raises VoiceNotFoundError."""
    rows = _page(facts, ids_where([feedback_id]), Where("TRUE"), 1)
    for voice in _voices(facts, connection, names, rows):
        return voice
    raise VoiceNotFoundError(f"no voice {feedback_id} in the facts")


def opinion_of(row: Mapping[str, Any], names: AspectNames) -> Opinion:
    """Return an opinion row (of the facts or fresh from an analyser) with the names people read."""
    name = names.name(row["aspect"])
    return Opinion(
        aspect=row["aspect"],
        zh=name.zh,
        en=name.en,
        path_zh=name.path_zh,
        polarity=row["polarity"],
        sentiment=row["sentiment"],
        intensity=row["intensity"],
        type=row["type"],
        start=row["start_offset"],
        end=row["end_offset"],
        term=row["term"],
        term_start=row["term_start"],
        term_end=row["term_end"],
        confidence=row["confidence"],
    )


def _page(facts: FactsReader, where: Where, after: Where, size: int) -> list[dict[str, Any]]:
    return run(facts, "verbatims.page", voice=where, after=after, params={"page_size": size}).to_dicts()


def _voices(
    facts: FactsReader, connection: Connection, names: AspectNames, rows: Sequence[Mapping[str, Any]]
) -> Iterable[Voice]:
    ids = [row["feedback_id"] for row in rows]
    judges = _judges(connection, ids)
    opinions: dict[int, list[Opinion]] = defaultdict(list)
    for opinion in run(facts, "verbatims.opinions", ids=ids_where(ids)).iter_rows(named=True):
        found = opinion_of(opinion, names)
        judge = judges.get((opinion["feedback_id"], found.aspect, found.start, found.end))
        opinions[opinion["feedback_id"]].append(replace(found, judged_by=judge))
    needs: dict[int, list[Need]] = defaultdict(list)
    for need in run(facts, "verbatims.needs", ids=ids_where(ids)).iter_rows():
        needs[need[0]].append(Need(*need[1:]))
    known = particulars_of(connection, ids)
    for row in rows:
        key = row["feedback_id"]
        yield _voice(row, opinions[key], needs[key], known.get(key, NOBODY))


def _judges(connection: Connection, ids: Sequence[int]) -> dict[tuple[int, str, int, int], str]:
    """Return which language model gave a second opinion at which place."""
    return {
        (each.unsure.feedback_id, each.verdict.aspect, each.unsure.start, each.unsure.end): each.model
        for each in second_opinions_of(connection, ids)
        if each.verdict
    }


def _voice(
    row: Mapping[str, Any], opinions: Sequence[Opinion], needs: Sequence[Need], known: Particulars
) -> Voice:
    return Voice(
        id=row["feedback_id"],
        text=row["text"],
        occurred_at=_aware(row["occurred_at"]),
        received_at=_aware(row["received_at"]),
        channel=row["channel"],
        source=row["source"],
        product=row["product"],
        customer=known.customer,
        author=known.author,
        rating=known.rating,
        rating_scale=known.rating_scale,
        language=row["language"],
        types=tuple(row["types"]),
        sentiment=row["sentiment"],
        url=known.url,
        opinions=tuple(opinions),
        intents=tuple(row["intents"] or ()),
        needs=tuple(needs),
        emotion=row["emotion"],
    )


def _after(cursor: str | None) -> Where:
    if cursor is None:
        return Where("TRUE")
    try:
        moment, key = base64.urlsafe_b64decode(cursor.encode("ascii")).decode("ascii").split("|")
        params = {"at": datetime.fromisoformat(moment), "at_id": int(key)}
    except (ValueError, binascii.Error, UnicodeError) as error:
        raise InvalidInputError(
            "unknown cursor", field="cursor", expected="the `next` of the page before"
        ) from error
    return Where("(occurred_at < $at OR (occurred_at = $at AND feedback_id < $at_id))", params)


def _cursor(row: Mapping[str, Any]) -> str:
    key = f"{row['occurred_at'].isoformat()}|{row['feedback_id']}"
    return base64.urlsafe_b64encode(key.encode("ascii")).decode("ascii")


def _aware(moment: datetime) -> datetime:
    aware = utc(moment)
    if aware is None:
        raise ValueError("a voice without a time")
    return aware
