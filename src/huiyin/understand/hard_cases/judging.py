"""Which opinions are asked about, and how many in a day."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from huiyin.analyse.language_model import LanguageModel
from huiyin.analyse.second_opinions import UnsureOpinion, asked_places, asked_since, keep_verdicts
from huiyin.text import Taxonomy
from huiyin.understand.hard_cases.asking import BATCH, HardCase, ask
from huiyin.understand.queries import FactsReader, run

# Below this an opinion of a calibrated machine is wrong as often as right.
SURE = 0.5
DAYS = 30


class Store(Protocol):
    """The ledger, as far as this room needs it."""

    def read(self) -> AbstractContextManager[Connection]:
        """Open a read transaction."""
        ...

    def write(self) -> AbstractContextManager[Connection]:
        """Open a write transaction."""
        ...


@dataclass(frozen=True, slots=True)
class Judged:
    """How many opinions were asked about, and how many answers could be believed."""

    asked: int
    believed: int


def find_hard_cases(
    facts: FactsReader,
    taxonomies: Mapping[str, Taxonomy],
    asked: set[tuple[int, str, int, int]],
    *,
    analyser: str,
    most: int,
) -> list[HardCase]:
    """Return opinions of the last days that the machine is unsure of and that nobody has asked about, of one taxonomy."""
    params = {"sure": SURE, "days": DAYS, "most": most + len(asked)}
    found: list[HardCase] = []
    for *opinion, text in run(facts, "hard_cases.unsure", params=params).iter_rows():
        voice, taxonomy, aspect, start, end, side, confidence = opinion
        unsure = UnsureOpinion(voice, taxonomy, aspect, start, end, side, confidence, analyser)
        place = (unsure.feedback_id, unsure.aspect, unsure.start, unsure.end)
        same = not found or unsure.taxonomy == found[0].unsure.taxonomy
        if place not in asked and same and unsure.taxonomy in taxonomies and len(found) < most:
            found.append(HardCase(unsure, text))
    return found


def judge_next(
    model: LanguageModel,
    facts: FactsReader,
    ledger: Store,
    taxonomies: Mapping[str, Taxonomy],
    *,
    analyser: str,
    now: datetime,
    most: int = BATCH,
) -> Judged:
    """Ask about the next few opinions and keep the answers; facts follow at the next projection.

    No transaction is open while the model thinks. Raises LanguageModelError, LanguageModelBudgetError.
    """
    with ledger.read() as connection:
        asked = asked_places(connection)
    cases = find_hard_cases(facts, taxonomies, asked, analyser=analyser, most=min(most, BATCH))
    if not cases:
        return Judged(0, 0)
    verdicts = ask(model, cases, taxonomies[cases[0].unsure.taxonomy])
    answered = [(case.unsure, verdict) for case, verdict in zip(cases, verdicts, strict=True)]
    with ledger.write() as connection:
        believed = keep_verdicts(connection, answered, model=model.name, now=now)
    return Judged(len(cases), believed)


def judge_many(
    model: LanguageModel,
    facts: FactsReader,
    ledger: Store,
    taxonomies: Mapping[str, Taxonomy],
    *,
    analyser: str,
    now: datetime,
    most: int,
) -> Judged:
    """Ask about up to `most` opinions, a few at a time; raises what `judge_next` raises, with the earlier ones kept."""
    asked = believed = 0
    while asked < most:
        judged = judge_next(model, facts, ledger, taxonomies, analyser=analyser, now=now, most=most - asked)
        if not judged.asked:
            break
        asked, believed = asked + judged.asked, believed + judged.believed
    return Judged(asked, believed)


def judged_today(connection: Connection, now: datetime, zone: ZoneInfo) -> int:
    """Return how many opinions were asked about since midnight."""
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return asked_since(connection, midnight)
