"""What people do with a topic: make it an aspect, give it another name, set it aside."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from huiyin.analyse.taxonomies import Saved, StoredExample, add
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.text.editing import AspectDraft
from huiyin.understand.topics.repository import FoundTopic, TopicState, decide, read_topic

SEEDS = 6


def accept_topic(
    connection: Connection,
    topic_id: int,
    *,
    zh: str | None = None,
    en: str = "",
    parent: str | None = None,
    seeds: Sequence[str] | None = None,
    by: str,
    clock: Clock,
) -> tuple[FoundTopic, Saved]:
    """Make a topic an aspect: its words become the seed words and its typical clauses the examples."""
    topic = read_topic(connection, topic_id)
    if topic.state is TopicState.ACCEPTED:
        raise InvalidInputError(
            f"topic {topic_id} is the aspect {topic.aspect} already", field="topic", expected="an open topic"
        )
    name = (zh or (topic.name if topic.named_by else topic.words[0])).strip()
    words = tuple(topic.words[:SEEDS] if seeds is None else seeds)
    examples = [
        StoredExample("", feedback_id=place.feedback_id, start=place.start, end=place.end)
        for place in topic.places
    ]
    saved = add(
        connection, topic.taxonomy, AspectDraft(name, en, parent, seeds=words), examples, by=by, clock=clock
    )
    values = {"state": TopicState.ACCEPTED.value, "aspect": saved.aspect, "decided_by": by}
    return decide(connection, topic_id, values), saved


def change_topic(
    connection: Connection,
    topic_id: int,
    *,
    name: str | None = None,
    state: TopicState | None = None,
    by: str,
) -> FoundTopic:
    """Rename a topic, set it aside, or take it up again; raises TopicNotFoundError."""
    topic = read_topic(connection, topic_id)
    if state is TopicState.ACCEPTED:
        raise InvalidInputError("accept a topic instead", field="state", expected="open or dismissed")
    values: dict[str, str] = {"decided_by": by}
    if name is not None:
        if not name.strip() or len(name) > 120:
            raise InvalidInputError("a topic needs a name", field="name", expected="1 to 120 characters")
        values |= {"name": name.strip(), "named_by": by}
    if state is not None:
        values["state"] = state.value
    return decide(connection, topic.id, values)
