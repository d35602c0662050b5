"""Surveys at hand for a moment, so that a crowd that comes at once reads the ledger once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from huiyin.collect import surveys
from huiyin.kit.errors import NotFoundError

KEPT_S = 1.0
MOST = 500


@dataclass(slots=True)
class Shelved:
    """A survey as it was read, and the pages already made of it."""

    survey: surveys.Survey
    pages: dict[tuple[str, ...], str] = field(default_factory=dict)
    spoken: dict[str, surveys.Definition] = field(default_factory=dict)

    def definition(self, language: str) -> surveys.Definition:
        """Return what is asked in one of the survey's languages."""
        if language not in self.spoken:
            self.spoken[language] = surveys.parse_definition(self.survey.raw, language)
        return self.spoken[language]

    def page(self, key: tuple[str, ...], make: Callable[[], str]) -> str:
        """Return the page for `key`, made the first time."""
        if key not in self.pages:
            made = make()
            if len(self.pages) >= MOST:
                return made
            self.pages[key] = made
        return self.pages[key]


class Shelf:
    """Surveys by slug; read again after a second. Used on one event loop."""

    def __init__(self, read: Callable[[str], surveys.Survey | None]) -> None:
        self._read = read
        self._found: dict[str, tuple[float, asyncio.Task[Shelved | None]]] = {}

    async def get(self, slug: str) -> Shelved:
        """Return the survey behind a public address. Raises NotFoundError."""
        until, task = self._found.get(slug, (0.0, None))
        if task is None or until < time.monotonic() or task.get_loop() is not asyncio.get_running_loop():
            if len(self._found) >= MOST:
                self._found.clear()
            task = asyncio.create_task(self._shelve(slug))
            self._found[slug] = (time.monotonic() + KEPT_S, task)
        # One visitor who goes away does not take the survey from the others.
        found = await asyncio.shield(task)
        if found is None:
            raise NotFoundError("there is no such survey")
        return found

    async def _shelve(self, slug: str) -> Shelved | None:
        survey = await run_in_threadpool(self._read, slug)
        return None if survey is None else Shelved(survey)


def shelf_of(request: Request) -> Shelf:
    """Return the application's shelf, set up on first use."""
    state = request.app.state
    if not hasattr(state, "survey_shelf"):
        ledger = state.installation.ledger

        def read(slug: str) -> surveys.Survey | None:
            with ledger.read() as connection:
                try:
                    return surveys.open_survey(connection, slug)
                except NotFoundError:
                    return None

        state.survey_shelf = Shelf(read)
    shelf: Shelf = state.survey_shelf
    return shelf


def desk_of(request: Request) -> surveys.Desk:
    """Return the application's desk, set up on first use."""
    state = request.app.state
    if not hasattr(state, "survey_desk"):
        app = state.installation
        state.survey_desk = surveys.Desk(app.ledger, zone=app.settings.zone, clock=app.clock)
    desk: surveys.Desk = state.survey_desk
    return desk
