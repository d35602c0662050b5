"""The facts on a cluster: carried there by one command, and asked there in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from huiyin import understand
from huiyin.analyse.taxonomies import Taxonomies
from huiyin.bootstrap import Installation, open_ledger_of
from huiyin.kit.errors import ConflictError, InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.facts import SparkFacts, lacking_tables
from huiyin.understand import AspectNames, Context, Filters


class FactsDifferError(ConflictError):
    """A cluster tells something else than the facts it was given."""

    code = "facts_differ"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A cluster and the folder in which it finds the facts."""

    address: str
    folder: Path

    @classmethod
    def of(cls, engine: str, folder: Path | None) -> Elsewhere:
        """Read the two options; raises InvalidInputError where they do not name a cluster and a folder."""
        if not engine.startswith("sc://") or folder is None:
            raise InvalidInputError(
                "an engine needs its address and the folder of its facts",
                field="engine",
                expected="--engine sc://host:15002 --folder where/both/can/read",
            )
        return cls(engine, folder.absolute())


@contextmanager
def facts_there(there: Elsewhere) -> Iterator[SparkFacts]:
    """Open the facts of a cluster; raises InvalidInputError where the folder holds none."""
    # A cluster that is sent to a folder that is not there may look for it without end.
    if lacking := lacking_tables(there.folder):
        raise InvalidInputError(
            f"{there.folder} holds no facts (no {', '.join(lacking)})",
            field="folder",
            expected="the folder that `huiyin rebuild --engine … --folder …` wrote, under the path the cluster knows",
        )
    facts = SparkFacts(there.address, str(there.folder))
    try:
        yield facts
    finally:
        facts.close()


@contextmanager
def asking_there(settings: Settings, facts: SparkFacts) -> Iterator[Context]:
    """Lend a context that reads the ledger here and the facts there."""
    ledger = open_ledger_of(settings)
    try:
        names = AspectNames()
        Taxonomies(ledger, lambda trees: names.renew(list(trees.values()))).current()
        minimum = settings.minimum_n
        yield Context(facts, names, minimum, understand.LedgerAudits(ledger.read, minimum))
    finally:
        ledger.close()


def carry_over(app: Installation, there: Elsewhere) -> tuple[int, list[str]]:
    """Write the facts where the cluster reads them; return how many facts are told, and which differ there."""
    app.facts.export(there.folder)
    today = app.clock().astimezone(app.settings.zone).date()
    with facts_there(there) as carried:
        here, found = (_figures(app, facts, today) for facts in (app.facts, carried))
    return len(here), sorted(aspect for aspect in here | found if here.get(aspect) != found.get(aspect))


def _figures(
    app: Installation, facts: understand.FactsReader, today: date
) -> dict[str, tuple[int, int, int]]:
    context = Context(facts, app.names, app.settings.minimum_n)
    fresh = understand.freshness(facts)
    filters = understand.windowed(Filters(start=fresh.first_day), fresh, today)
    return {
        fact.aspect: (fact.customers.count, fact.negative_customers.count, fact.messages)
        for fact in understand.list_facts(context, filters).facts
    }
