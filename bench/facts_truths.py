"""Are the truths that were planted in demo worlds found, seed after seed, and is nothing claimed that is not there?

    python bench/facts_truths.py run 1 20 out.jsonl     seeds 1 to 20 appended to a file
    python bench/facts_truths.py show out.jsonl         the table over all seeds of the file

Each seed makes two worlds, analysed as a user's data would be: one with everything planted, one with nothing. In the
first the quiet annoyance must be listed, the loud few kept from the roadmap's top, and the drivers ordered as planted;
in the second every trend that is claimed is false, and so is every difference between regions in both.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from scipy.stats import spearmanr

from huiyin import understand
from huiyin.bootstrap import installation
from huiyin.demo import Truth, WorldPlan, generate, load, node_of, quiet_world
from huiyin.kit.settings import Settings
from huiyin.stats import Direction
from huiyin.understand import Context, DriverKind, Filters, Level, Side, Standing

LAST_DAY = date(2026, 11, 21)
TOP = 5
CARS = "automotive"


@dataclass(frozen=True)
class Told:
    """One analysed world."""

    truths: dict[str, Truth]
    context: Context
    year: Filters


@contextmanager
def told(plan: WorldPlan) -> Iterator[Told]:
    """Load a world into an installation of its own and analyse it."""
    with tempfile.TemporaryDirectory() as home, installation(Settings(home=Path(home))) as app:
        world = generate(plan)
        load(app.ledger, world)
        app.projector.catch_up()
        fresh = understand.freshness(app.facts)
        year = understand.windowed(Filters(start=date(2000, 1, 1)), fresh, LAST_DAY)
        context = Context(app.facts, app.names, app.settings.minimum_n)
        yield Told({truth.kind.value: truth for truth in world.truths}, context, year)


def planted(world: Told) -> dict[str, Any]:
    """Return what was found of what was planted."""
    quiet, loud = (_node(world.truths[kind]) for kind in ("quiet", "loud"))
    found = understand.prioritise(world.context, world.year)
    plan = understand.plan_roadmap(world.context, world.year)
    place = next((s.place for s in plan.steps if s.ranked.fact.aspect == loud), None)
    return {
        "quiet_listed": quiet in {fact.aspect for fact in found.quiet},
        "loud_place": place,
        "loud_told": loud in {each.aspect for each in found.repeated},
        **drivers(world),
        **regions(world),
    }


def drivers(world: Told) -> dict[str, Any]:
    """Compare the importance of the broad aspects with the planted effects."""
    effects = world.truths["drivers"].size["effects"][CARS]
    truth = {
        str(node_of(CARS, each["aspect"])): float(each["penalty"]) + float(each["reward"])
        for each in effects
        if str(node_of(CARS, each["aspect"])).count(".") == 1
    }
    cars = Filters(world.year.start, world.year.end, taxonomies=(CARS,))
    found = understand.find_drivers(world.context, cars, level=Level.BROAD).drivers
    both = [each for each in found if each.aspect in truth]
    first = sorted(truth, key=lambda aspect: -truth[aspect])[:TOP]
    planted_effects = [truth[each.aspect] for each in both]
    rank = spearmanr(planted_effects, [each.importance.value for each in both])
    # Importance is effect times how often and how differently it is met; the effect alone is penalty and reward.
    effect = {each.aspect: (each.reward.value or 0.0) - (each.penalty.value or 0.0) for each in both}
    effects_rank = spearmanr(planted_effects, list(effect.values()))
    felt = sorted(effect, key=lambda aspect: -effect[aspect])[:TOP]
    kinds = {each.aspect: each.kind for each in found}
    return {
        "drivers": len(both),
        "driver_order": float(rank.statistic),
        "effect_order": float(effects_rank.statistic),
        "effects_first": felt[0] == first[0],
        "effects_top": len(set(first) & set(felt)),
        "top_found": len(set(first) & {each.aspect for each in both[:TOP]}),
        "strongest_first": bool(both) and both[0].aspect == first[0],
        "quality_is_no_attractive": kinds.get("automotive.quality") is not DriverKind.ATTRACTIVE,
    }


def regions(world: Told) -> dict[str, Any]:
    """Count differences between regions: people live where they live, and nothing was planted there."""
    found = understand.compare(world.context, world.year, Side.REGION)
    standings = [cell.standing for row in found.aspects for cell in row.cells]
    return {
        "region_tests": sum(each is not Standing.INSUFFICIENT for each in standings),
        "region_claims": sum(each in (Standing.BETTER, Standing.WORSE) for each in standings),
    }


def nothing(world: Told) -> dict[str, Any]:
    """Count what is claimed of a world in which nothing happens."""
    facts = understand.list_facts(world.context, world.year).facts
    tested = [fact for fact in facts if fact.trend.direction is not Direction.UNKNOWN]
    claims = [fact.aspect for fact in tested if fact.trend.direction is not Direction.FLAT]
    return {"trend_tests": len(tested), "trend_claims": len(claims), "claimed": claims} | {
        f"quiet_{name}": value for name, value in regions(world).items()
    }


def run(first: int, last: int, out: Path, voices: int = 24_000, customers: int = 6_000) -> None:
    """Append a line for each seed."""
    for seed in range(first, last + 1):
        begin = time.process_time()
        with told(WorldPlan(seed=seed, end=LAST_DAY, voices=voices, customers=customers)) as world:
            found = planted(world)
        calm = quiet_world(seed=seed, voices=voices, customers=customers)
        with told(replace(calm, end=LAST_DAY)) as world:
            found |= nothing(world)
        found |= {"seed": seed, "cpu_s": round(time.process_time() - begin, 1)}
        with out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
        print(found, flush=True)


def show(path: Path) -> None:
    """Print the table over all seeds of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    n = len(rows)
    total = {name: sum(row[name] for row in rows) for name in rows[0] if name.endswith(("tests", "claims"))}
    worlds = {name: sum(row[name] > 0 for row in rows) for name in total if name.endswith("claims")}
    top = [row["loud_place"] for row in rows if row["loud_place"] is not None]
    print(f"{n} seeds")
    print(f"quiet annoyance in its list        {sum(row['quiet_listed'] for row in rows)} of {n}")
    print(
        f"loud one among the first five      {sum(place <= TOP for place in top)} of {n} (best place {min(top)})"
    )
    print(f"loud one told as repeated by few   {sum(row['loud_told'] for row in rows)} of {n}")
    order = [row["driver_order"] for row in rows]
    effects = [row["effect_order"] for row in rows]
    print(f"drivers: importance, rank correlation {sum(order) / n:.2f}, least {min(order):.2f}")
    print(f"drivers: effects, rank correlation    {sum(effects) / n:.2f}, least {min(effects):.2f}")
    print(f"drivers: planted five among the first {sum(row['top_found'] for row in rows) / n:.1f} of {TOP}")
    print(f"drivers: strongest effect first       {sum(row['effects_first'] for row in rows)} of {n}")
    print(
        f"quiet worlds: trends claimed       {total['trend_claims']} of {total['trend_tests']}, "
        f"in {worlds['trend_claims']} of {n} worlds"
    )
    for name, label in (("region", "planted worlds"), ("quiet_region", "quiet worlds")):
        print(
            f"{label}: regions said to differ {total[f'{name}_claims']} of {total[f'{name}_tests']}, "
            f"in {worlds[f'{name}_claims']} of {n} worlds"
        )


def _node(truth: Truth) -> str:
    return str(truth.as_dict()["node"])


if __name__ == "__main__":
    if sys.argv[1] == "run":
        run(int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]), *map(int, sys.argv[5:7]))
    else:
        show(Path(sys.argv[2]))
