"""Topics and their runs in the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select, update

from huiyin.kit.errors import NotFoundError
from huiyin.stats import Estimate
from huiyin.store.ledger.tables_taxonomy import topic, topic_run
from huiyin.understand.topics.standing import Standing


class TopicNotFoundError(NotFoundError):
    """There is no such topic."""

    code = "topic_not_found"


class TopicState(StrEnum):
    """Whether a topic waits for a decision, became an aspect, or was set aside."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause of a topic was said; the words are read from the voice when they are shown."""

    feedback_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundTopic:
    """One topic as the last run saw it.

    `people` are the distinct customers who speak of it, `customers` their share of those heard, `negative` the share
    of its customers in a bad voice, `coherence` the mean normalised mutual information of its words, `standing` what
    sets it apart from everyday talk. `named_by` is the language model or the person that named it, None where its own
    words do.
    """

    id: int
    taxonomy: str
    name: str
    words: tuple[str, ...]
    profile: Mapping[str, float]
    people: int
    clauses: int
    customers: Estimate
    negative: Estimate
    coherence: float
    standing: Standing
    places: tuple[Place, ...]
    state: TopicState
    aspect: str | None
    first_seen_at: datetime
    last_seen_at: datetime
    decided_by: str | None
    named_by: str | None


@dataclass(frozen=True, slots=True)
class TopicRun:
    """One look for topics.

    `voices` of `population` of the last `days` were read; `unassigned` is the share of them without any aspect,
    `uncovered` the share of clauses that no aspect touches, `unexplained` the share of those that no topic takes.
    """

    taxonomy: str
    days: int
    voices: int
    population: int
    unassigned: Estimate
    uncovered: Estimate
    unexplained: Estimate
    seconds: float
    ran_at: datetime


def list_topics(connection: Connection, taxonomy: str | None = None) -> tuple[FoundTopic, ...]:
    """Return the topics, those that stand out first, of these those of most people."""
    query = select(topic) if taxonomy is None else select(topic).where(topic.c.taxonomy == taxonomy)
    found = [_topic(row._mapping) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda each: (not each.standing.stands_out, -each.people, each.id)))


def read_topic(connection: Connection, topic_id: int) -> FoundTopic:
    """Return one topic; raises TopicNotFoundError."""
    row = connection.execute(select(topic).where(topic.c.id == topic_id)).one_or_none()
    if row is None:
        raise TopicNotFoundError(f"no topic {topic_id}")
    return _topic(row._mapping)


def last_run(connection: Connection, taxonomy: str) -> TopicRun | None:
    """Return the last look for topics, None when there was none."""
    query = select(topic_run).where(topic_run.c.taxonomy == taxonomy).order_by(topic_run.c.id.desc())
    row = connection.execute(query.limit(1)).one_or_none()
    if row is None:
        return None
    figures = row.figures
    return TopicRun(
        taxonomy=row.taxonomy,
        days=figures["days"],
        voices=figures["voices"],
        population=figures["population"],
        unassigned=Estimate.from_dict(figures["unassigned"]),
        uncovered=Estimate.from_dict(figures["uncovered"]),
        unexplained=Estimate.from_dict(figures["unexplained"]),
        seconds=row.seconds,
        ran_at=row.ran_at,
    )


def keep_run(connection: Connection, run: TopicRun) -> None:
    """Add a run."""
    figures: dict[str, Any] = {name: getattr(run, name) for name in ("days", "voices", "population")}
    figures |= {name: getattr(run, name).as_dict() for name in ("unassigned", "uncovered", "unexplained")}
    values = {"taxonomy": run.taxonomy, "figures": figures, "seconds": run.seconds, "ran_at": run.ran_at}
    connection.execute(insert(topic_run).values(values))


def keep_topics(
    connection: Connection, taxonomy: str, seen: Sequence[tuple[int | None, Mapping[str, Any]]], now: datetime
) -> None:
    """Write what a run saw: known topics get new figures, new ones are added."""
    for known, values in seen:
        if known is None:
            born = {"taxonomy": taxonomy, "state": TopicState.OPEN.value, "first_seen_at": now}
            connection.execute(insert(topic).values(**values, **born, last_seen_at=now))
        else:
            fresh = {name: values[name] for name in ("figures", "voices")}
            if values["figures"]["people"]:
                fresh["last_seen_at"] = now
            connection.execute(update(topic).where(topic.c.id == known).values(**fresh))


def decide(connection: Connection, topic_id: int, values: Mapping[str, Any]) -> FoundTopic:
    """Change a topic and return it."""
    connection.execute(update(topic).where(topic.c.id == topic_id).values(**values))
    return read_topic(connection, topic_id)


def _topic(row: Mapping[Any, Any]) -> FoundTopic:
    figures = row["figures"]
    return FoundTopic(
        id=row["id"],
        taxonomy=row["taxonomy"],
        name=row["name"],
        words=tuple(row["words"]),
        profile=row["profile"],
        people=int(figures["people"]),
        clauses=int(figures["clauses"]),
        customers=Estimate.from_dict(figures["customers"]),
        negative=Estimate.from_dict(figures["negative"]),
        coherence=float(figures["coherence"]),
        standing=Standing.from_dict(figures),
        places=tuple(Place(**place) for place in row["voices"]),
        state=TopicState(row["state"]),
        aspect=row["aspect"],
        first_seen_at=row["first_seen_at"],
        last_seen_at=row["last_seen_at"],
        decided_by=row["decided_by"],
        named_by=row["named_by"],
    )
