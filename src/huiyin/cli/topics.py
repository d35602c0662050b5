"""`huiyin topics`: what people speak of that the taxonomy has no place for."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from huiyin.bootstrap import installation, naming_of
from huiyin.cli import local
from huiyin.cli.screen import err, out, table
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsOwnedElsewhereError
from huiyin.understand import topics as room
from huiyin.understand.topics import TopicState


def topics(
    taxonomy: Annotated[str | None, typer.Argument(help="The taxonomy; the default one if left out.")] = None,
    top: Annotated[int, typer.Option(help="How many lines.")] = 20,
) -> None:
    """Look for topics outside the taxonomy; with a server running, show what it found last."""
    settings = Settings()
    try:
        with installation(settings) as app, err.status("reading what no aspect covers…"):
            tree = app.taxonomies.wanted(taxonomy or settings.default_taxonomy)
            found = room.find_topics(
                app.facts,
                tree,
                app.ledger.read,
                app.ledger.write,
                app.clock(),
                minimum_n=settings.minimum_n,
                naming=naming_of(app),
            )
        rows = [
            {
                "id": each.id,
                "name": each.name,
                "people": each.people,
                "customers": each.customers.as_dict(),
                "coherence": each.coherence,
                "standing": each.standing.as_dict(),
            }
            for each in found.topics
            if each.state is TopicState.OPEN and each.people
        ]
        unassigned: dict[str, Any] | None = found.run.unassigned.as_dict()
    except FactsOwnedElsewhereError:
        answer = local.ask(settings, "/topics", {"taxonomy": taxonomy} if taxonomy else {})
        rows = answer["topics"]
        unassigned = answer["run"]["unassigned"] if answer["run"] else None
    if unassigned:
        out.print(f"no aspect at all: {_share(unassigned)} of voices", highlight=False)
    _show(rows[:top])


def _show(rows: list[dict[str, Any]]) -> None:
    if not rows:
        out.print("no topic outside the taxonomy so far", highlight=False)
        return
    grid = table("id", "话题 topic", "customers", "share (95 %)", "coherence", "stands out", wrap=())
    for row in rows:
        grid.add_row(
            str(row["id"]),
            row["name"],
            f"{row['people']:,}",
            _share(row["customers"]),
            f"{row['coherence']:.2f}",
            _standing(row["standing"]),
        )
    out.print(grid)


def _standing(standing: dict[str, Any]) -> str:
    rush, worse = standing["rush"], standing["worse"]
    said = []
    if rush:
        said.append(f"{rush['customers'] / rush['expected']:.1f} × in the week from {rush['since']}")
    if worse:
        said.append(f"complains more, +{worse['value']:.0%}")
    return "; ".join(said) or "–"


def _share(estimate: dict[str, Any]) -> str:
    if str(estimate["verdict"]) != "ok" or estimate["value"] is None:
        return f"证据不足 (n={estimate['n']:,})"
    return f"{estimate['value']:.1%} ({estimate['low']:.1%}–{estimate['high']:.1%})"
