"""The facts on a cluster: carried there by one command, and asked there in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from huiyin import understand
from huiyin.analyse.taxonomies import Taxonomies
from huiyin.bootstrap import Installation, open_ledger_of
from huiyin.kit.errors import ConflictError, InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.facts import SparkFacts
from huiyin.understand import AspectNames, Context, Filters


class FactsDifferError(ConflictError):
    """A cluster tells something else than the facts it was given."""

    code = "facts_differ"


@contextmanager
def facts_there(address: str | None, folder: Path | None) -> Iterator[SparkFacts]:
    """Open the facts of a Spark Connect server; raises InvalidInputError where it is not said where they lie."""
    if not address or not address.startswith("sc://") or folder is None:
        raise InvalidInputError(
            "an engine needs its address and the folder of its facts",
            field="engine",
            expected="--engine sc://host:15002 --folder where/both/can/read",
        )
    facts = SparkFacts(address, str(folder.absolute()))
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


def carry_over(app: Installation, address: str | None, folder: Path | None) -> tuple[int, list[str]]:
    """Write the facts where the engine reads them; return how many facts both tell of a year, and which differently."""
    if folder is not None:
        app.facts.export(folder)
    today = app.clock().astimezone(app.settings.zone).date()
    with facts_there(address, folder) as there:
        here, found = (_figures(app, facts, today) for facts in (app.facts, there))
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
