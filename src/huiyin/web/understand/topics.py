"""Topics over HTTP: what the taxonomy does not cover, found, accepted as an aspect, or set aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Query
from pydantic import BaseModel, Field

from huiyin import access
from huiyin.bootstrap import naming_of
from huiyin.understand import topics as room
from huiyin.understand.filters import ids_where
from huiyin.understand.queries import run
from huiyin.understand.topics import FoundTopic, TopicState
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import EstimateOut, Out

router = APIRouter(tags=["topics"])

FEWEST = 5


class TopicQuoteOut(Out):
    """A clause of the topic in its voice."""

    feedback_id: int
    text: str
    start: int
    end: int


class TopicRushOut(Out):
    """The week in which a topic was said far more often than customers spoke at all."""

    since: date
    customers: int
    expected: float
    times: float


class TopicStandingOut(Out):
    """What sets a topic apart from everyday talk; both null where nothing does."""

    rush: TopicRushOut | None
    worse: EstimateOut | None = Field(
        description="How much more often its customers are in a bad voice than all others (share, −1 to 1)."
    )
    stands_out: bool


class TopicOut(Out):
    """Something people speak of that no aspect covers."""

    id: int
    name: str
    words: list[str]
    people: int
    clauses: int
    customers: EstimateOut
    negative: EstimateOut
    coherence: float
    standing: TopicStandingOut
    state: TopicState
    aspect: str | None
    named_by: str | None = Field(description="Language model or person; null where its own words name it.")
    first_seen_at: datetime
    last_seen_at: datetime
    fresh: bool = Field(description="First seen by the last look.")
    quotes: list[TopicQuoteOut]


class TopicRunOut(Out):
    """One look: how many voices were read, and how much of them lies outside."""

    days: int
    voices: int
    population: int
    unassigned: EstimateOut
    uncovered: EstimateOut
    unexplained: EstimateOut
    seconds: float
    ran_at: datetime


class TopicsOut(Out):
    """The topics of one taxonomy, those that stand out first, then those of most people; `run` is the last look."""

    taxonomy: str
    run: TopicRunOut | None
    topics: list[TopicOut]


class TopicPatch(BaseModel):
    """Another name, or set aside."""

    name: str | None = Field(None, min_length=1, max_length=120)
    state: TopicState | None = None


class TopicAcceptIn(BaseModel):
    """How the topic is called as an aspect; its own words and clauses teach it unless other seeds are given."""

    zh: str | None = Field(None, min_length=1, max_length=60)
    en: str = Field("", max_length=60)
    parent: str | None = None
    seeds: list[str] | None = Field(None, max_length=200)


class TopicAcceptedOut(Out):
    """The aspect that a topic became, and the taxonomy's version with it."""

    aspect: str
    version: str
    moved: dict[str, str]


@router.get("/topics", summary="What the taxonomy does not cover", response_model=TopicsOut)
def get_topics(
    app: App,
    connection: ReadConnection,
    _user: User,
    taxonomy: Annotated[str | None, Query()] = None,
    state: Annotated[TopicState, Query()] = TopicState.OPEN,
) -> dict[str, object]:
    """Return the topics of the last look, with quotes."""
    name = app.taxonomies.wanted(taxonomy or app.settings.default_taxonomy).name
    last = room.last_run(connection, name)
    found = [each for each in room.list_topics(connection, name) if each.state is state]
    return {"taxonomy": name, "run": last, "topics": _told(app, found, last)}


@router.post("/topics", summary="Look for topics now", response_model=TopicsOut)
def post_topics(
    app: App, _user: Analyst, taxonomy: Annotated[str | None, Query()] = None
) -> dict[str, object]:
    """Read the recent voices and look; seconds for some thousand voices."""
    tree = app.taxonomies.wanted(taxonomy or app.settings.default_taxonomy)
    done = room.find_topics(
        app.facts,
        tree,
        app.ledger.read,
        app.ledger.write,
        app.clock(),
        minimum_n=app.settings.minimum_n,
        naming=naming_of(app),
    )
    found = [each for each in done.topics if each.state is TopicState.OPEN]
    return {"taxonomy": tree.name, "run": done.run, "topics": _told(app, found, done.run)}


@router.patch("/topics/{topic_id}", summary="Rename or set aside", response_model=TopicOut)
def patch_topic(
    topic_id: int, body: TopicPatch, app: App, connection: WriteConnection, user: Analyst
) -> dict[str, object]:
    """Change a topic; one that is set aside keeps its clauses and is not proposed again."""
    changed = room.change_topic(connection, topic_id, name=body.name, state=body.state, by=user.username)
    return _told(app, [changed], None, every=True)[0]


@router.post("/topics/{topic_id}/accept", summary="Make it an aspect", response_model=TopicAcceptedOut)
def post_accept(
    topic_id: int,
    body: TopicAcceptIn,
    app: App,
    connection: WriteConnection,
    user: Analyst,
    later: BackgroundTasks,
) -> dict[str, object]:
    """Add the topic to its taxonomy; it works at once, and history is read anew in the background."""
    _, saved = room.accept_topic(
        connection,
        topic_id,
        zh=body.zh,
        en=body.en,
        parent=body.parent,
        seeds=body.seeds,
        by=user.username,
        clock=app.clock,
    )
    access.record(
        connection,
        "taxonomy.added",
        clock=app.clock,
        by=user,
        object_kind="taxonomy",
        object_id=saved.aspect,
    )
    later.add_task(app.taxonomies.current)
    return {"aspect": saved.aspect, "version": saved.version.version, "moved": saved.moved}


def _told(
    app: App, found: list[FoundTopic], last: room.TopicRun | None, *, every: bool = False
) -> list[dict[str, object]]:
    """Return the topics that enough people speak of, each with the words of its quotes."""
    loud = [each for each in found if every or each.people >= FEWEST]
    ids = sorted({place.feedback_id for each in loud for place in each.places})
    texts = dict(run(app.facts, "topics.quotes", ids=ids_where(ids)).iter_rows()) if ids else {}
    return [
        {
            **{name: getattr(each, name) for name in TopicOut.model_fields if hasattr(each, name)},
            "fresh": last is not None and each.first_seen_at == last.ran_at,
            "quotes": [
                {
                    "feedback_id": place.feedback_id,
                    "text": texts[place.feedback_id],
                    "start": place.start,
                    "end": place.end,
                }
                for place in each.places
                if place.feedback_id in texts
            ],
        }
        for each in loud
    ]
