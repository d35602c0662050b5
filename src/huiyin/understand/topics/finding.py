"""A look for topics: the recent voices of a taxonomy, what no aspect covers of them, and what they have in common."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

import polars as pl
from sqlalchemy import Connection

from huiyin import stats
from huiyin.text import Taxonomy
from huiyin.text.topics import Clause, KnownTopic, Leftovers, Topic, discover, leftovers
from huiyin.understand.launches.roles import sells
from huiyin.understand.queries import FactsReader, run
from huiyin.understand.topics.naming import Nameless, Naming
from huiyin.understand.topics.repository import (
    FoundTopic,
    TopicRun,
    keep_run,
    keep_topics,
    last_run,
    list_topics,
)
from huiyin.understand.topics.standing import Standing, standings

DAYS = 90
MOST_VOICES = 12_000
SHOWN = 12
EVERY = timedelta(days=1)
FEWEST_VOICES = 300
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,}")

Open: TypeAlias = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run left: its figures, and the topics that enough people speak of."""

    run: TopicRun
    topics: tuple[FoundTopic, ...]


def due_taxonomies(
    facts: FactsReader, connection: Connection, taxonomies: Iterable[str], now: datetime
) -> list[str]:
    """Return the taxonomies with enough voices whose last look is a day old."""
    counted = dict(run(facts, "topics.heard").iter_rows())
    due = []
    for name in taxonomies:
        last = last_run(connection, name)
        if counted.get(name, 0) >= FEWEST_VOICES and (last is None or now - last.ran_at >= EVERY):
            due.append(name)
    return due


def find_topics(
    facts: FactsReader,
    taxonomy: Taxonomy,
    read: Open,
    write: Open,
    now: datetime,
    *,
    minimum_n: int,
    days: int = DAYS,
    naming: Naming | None = None,
) -> Reading:
    """Look for topics and keep them; the same voices give the same topics, and known ones keep their names.

    Advertisements are left out. `naming` gives new topics a name; without one they are called by their own words.
    """
    begun = time.perf_counter()
    params: dict[str, object] = {"taxonomy": taxonomy.name, "days": days, "most": MOST_VOICES}
    voices = run(facts, "topics.voices", params=params)
    voices = voices.filter([not sells(text) for text in voices.get_column("text").to_list()])
    opinions = run(facts, "topics.opinions", params=params)
    with read() as connection:
        earlier = list_topics(connection, taxonomy.name)
    numbered = voices.with_row_index("text_index").select("text_index", "feedback_id")
    placed = numbered.join(opinions, on="feedback_id")
    left = leftovers(voices.get_column("text").to_list(), placed, taxonomy)
    clauses = _clauses(left, voices)
    found = discover(
        clauses,
        [KnownTopic(each.id, each.name, each.profile) for each in earlier],
        taken=_words(taxonomy) | _names(voices),
    )
    heard = int(voices.get_column("who").n_unique())
    against = set(voices.filter(pl.col("sentiment") < 0).get_column("who"))
    names = _new_names(found.topics, clauses, earlier, naming)
    spoken = [{clauses[place].key for place in topic.clauses} for topic in found.topics]
    standing = standings(spoken, voices, minimum_n=minimum_n)
    seen = [
        (
            topic.known,
            {**_kept(topic, left, clauses, heard, against, standing[at], minimum_n), **names.get(at, {})},
        )
        for at, topic in enumerate(found.topics)
    ]
    filed = placed.filter(pl.col("aspect") != taxonomy.general).get_column("text_index").n_unique()
    done = TopicRun(
        taxonomy=taxonomy.name,
        days=days,
        voices=voices.height,
        population=int(voices.item(0, "population")) if voices.height else 0,
        unassigned=stats.wilson(voices.height - filed, voices.height).guarded(minimum_n),
        uncovered=stats.wilson(len(clauses), left.clauses).guarded(minimum_n),
        unexplained=stats.wilson(found.unassigned, found.clauses).guarded(minimum_n),
        seconds=round(time.perf_counter() - begun, 2),
        ran_at=now,
    )
    with write() as connection:
        keep_run(connection, done)
        keep_topics(connection, taxonomy.name, seen, now)
        topics = list_topics(connection, taxonomy.name)
    return Reading(done, topics)


def _clauses(left: Leftovers, voices: pl.DataFrame) -> list[Clause]:
    who, ids = voices.get_column("who").to_list(), voices.get_column("feedback_id").to_list()
    rows = zip(left.words, left.text.tolist(), strict=True)
    return [Clause(words, who[row], ids[row]) for words, row in rows]


def _new_names(
    topics: Sequence[Topic], clauses: list[Clause], earlier: Sequence[FoundTopic], naming: Naming | None
) -> dict[int, dict[str, str]]:
    """Return what is to be kept of the names of new topics, by their place; a topic once kept is never renamed."""
    fresh = [at for at, topic in enumerate(topics) if topic.known is None]
    if naming is None or not fresh:
        return {}
    asked = [
        Nameless(topics[at].words, tuple(clauses[place].words for place in topics[at].clauses))
        for at in fresh
    ]
    given = naming.names(asked, [each.name for each in earlier])
    return {at: {"name": name, "named_by": naming.by} for at, name in zip(fresh, given, strict=True) if name}


def _words(taxonomy: Taxonomy) -> set[str]:
    return {
        word
        for node in taxonomy.nodes
        for word in (*node.seeds, *node.implied, *node.positive, *node.negative)
    }


def _names(voices: pl.DataFrame) -> set[str]:
    """Return the Chinese names of the products: that somebody speaks of a product is no topic of its own."""
    products = voices.get_column("product").drop_nulls().unique().to_list()
    return {name for product in products for name in _HAN_NAME.findall(product)}


def _kept(
    topic: Topic,
    left: Leftovers,
    clauses: list[Clause],
    heard: int,
    against: set[int],
    standing: Standing,
    minimum_n: int,
) -> Mapping[str, Any]:
    people = {clauses[place].who for place in topic.clauses}
    figures = {
        "people": len(people),
        "clauses": len(topic.clauses),
        "customers": stats.wilson(len(people), heard).guarded(minimum_n).as_dict(),
        "negative": stats.wilson(len(people & against), len(people)).guarded(minimum_n).as_dict(),
        "coherence": topic.coherence,
        **standing.as_dict(),
    }
    shown: dict[str, dict[str, int]] = {}
    for place in topic.clauses:
        spoken = {
            "feedback_id": clauses[place].key,
            "start": int(left.start[place]),
            "end": int(left.end[place]),
        }
        # The same sentence of many people is shown once.
        shown.setdefault(clauses[place].words, spoken)
        if len(shown) == SHOWN:
            break
    return {
        "name": topic.name,
        "words": list(topic.words),
        "profile": dict(topic.profile),
        "figures": figures,
        "voices": list(shown.values()),
    }
