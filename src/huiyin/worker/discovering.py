"""Looking for topics once a day, when a server has settled."""

from __future__ import annotations

from datetime import datetime, timedelta

from huiyin.bootstrap import Installation, naming_of
from huiyin.understand import Event, topics

# What is imported first should be read first, and a page that opens should not wait for a search in the background.
SETTLED = timedelta(minutes=2)


class Discovering:
    """One round: the first taxonomy whose last look is a day old."""

    def __init__(self, app: Installation, *, settled: timedelta = SETTLED) -> None:
        self._app = app
        self._from: datetime = app.clock() + settled

    def step(self) -> bool:
        """Look at one taxonomy; return whether another is due."""
        app = self._app
        now = app.clock()
        if now < self._from or app.projector.renewal is not None:
            return False
        trees = app.taxonomies.current()
        with app.ledger.read() as connection:
            due = topics.due_taxonomies(app.facts, connection, trees, now)
        if not due:
            return False
        found = topics.find_topics(
            app.facts,
            trees[due[0]],
            app.ledger.read,
            app.ledger.write,
            now,
            minimum_n=app.settings.minimum_n,
            naming=naming_of(app),
        )
        app.hub.publish(Event("topics", {"taxonomy": due[0], "topics": len(found.topics)}))
        return len(due) > 1
