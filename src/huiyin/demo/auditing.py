"""The demo company's audits: people have read a random few, and what they found is what the world's record says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, select

from huiyin import access, understand
from huiyin.bootstrap import Installation
from huiyin.demo.nodes import node_of
from huiyin.demo.plan import BEIJING
from huiyin.demo.world import World
from huiyin.store.ledger import tables
from huiyin.text import signature
from huiyin.understand import Filters, Judgement

# Taxonomy, customers, days before the world's end: two for the cars, so that drift can be told.
AUDITS = (("automotive", 240, 31), ("retail", 160, 2), ("automotive", 240, 1))
WINDOW_DAYS = 90

Spoken = Mapping[tuple[str, str], frozenset[Judgement]]


def read_as_people(app: Installation, world: World, by: access.Principal) -> list[understand.Audit]:
    """Draw the demo's audits and label them with what was really said; the facts must have been projected."""
    spoken = _spoken(world)
    return [
        _read(app, spoken, by, taxonomy, min(customers, world.plan.customers // 10), _end(world, days))
        for taxonomy, customers, days in AUDITS
    ]


def _end(world: World, days_before: int) -> date:
    return world.plan.end - timedelta(days=days_before - 1)


def _read(
    app: Installation, spoken: Spoken, by: access.Principal, taxonomy: str, customers: int, end: date
) -> understand.Audit:
    start = end - timedelta(days=WINDOW_DAYS - 1)
    moment = datetime.combine(end, time(18), BEIJING)
    with app.ledger.write() as connection:
        audit = understand.draw_audit(
            app.facts,
            connection,
            Filters(start, end, taxonomies=(taxonomy,)),
            customers=max(customers, 10),
            analyser=signature(app.analyser),
            by=by.username,
            clock=lambda: moment,
            seed=end.toordinal(),
        )
        while (card := understand.next_card(connection, audit.id)) is not None:
            found = spoken.get(_key(connection, card.feedback_id), frozenset())
            judged = [each for each in found if each.aspect.split(".")[0] == taxonomy]
            understand.label_card(
                connection,
                app.names,
                audit.id,
                card.feedback_id,
                judged,
                by=by.username,
                clock=lambda: moment,
            )
        return understand.read_audit(connection, audit.id)


def _key(connection: Connection, feedback_id: int) -> tuple[str, str]:
    query = (
        select(tables.source.c.name, tables.feedback.c.external_id)
        .join_from(tables.feedback, tables.source)
        .where(tables.feedback.c.id == feedback_id)
    )
    name, external_id = connection.execute(query).one()
    return str(name), str(external_id)


def _spoken(world: World) -> Spoken:
    """Return what each voice really says; what has no node in the taxonomy nobody could tick."""
    worlds = {row["name"]: row["taxonomy"] for row in world.sources}
    found: dict[tuple[str, str], frozenset[Judgement]] = {}
    for row in world.voice_truth.select("source", "external_id", "opinions").iter_rows(named=True):
        judged = [
            (node_of(worlds[row["source"]], each["aspect_label"], each["facet"] or ""), each["polarity"])
            for each in row["opinions"]
        ]
        found[row["source"], row["external_id"]] = frozenset(
            Judgement(node, polarity) for node, polarity in judged if node is not None
        )
    return found
