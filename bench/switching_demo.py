"""Are the planted reasons for leaving and for coming found, and nothing else, in demo worlds?

    python bench/switching_demo.py 1 5          seeds 1 to 5, a year each

Planted: half of those who leave the car complain of after-sales or quality in the same voice; those who came from two
other makers praise range or the rear. A reason counts as found where an aspect of it stands out after correction. Printed
per seed: how many planted voices are in each crowd, reasons found, other aspects that stand out, and the makers named.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta

import polars as pl
from world_facts import facts_of, rows_of

from huiyin.demo import World, WorldPlan, generate
from huiyin.understand import Filters
from huiyin.understand.opportunities import Move, Switching, find_switching

REASONS: Mapping[Move, tuple[tuple[str, ...], ...]] = {
    Move.LEAVING: (
        ("automotive.after_sales",),
        ("automotive.quality", "automotive.power", "automotive.cockpit"),
    ),
    Move.CAME: (("automotive.battery", "automotive.fuel"), ("automotive.space",)),
}
TRUTHS = {Move.LEAVING: "churn-warning", Move.CAME: "came-for-range"}
MAKERS = ("远帆", "云岭")


def main(first: int, last: int) -> None:
    """Print what was found for each seed, and the sum."""
    found: Counter[str] = Counter()
    for seed in range(first, last + 1):
        for move, line in _look(generate(WorldPlan(seed=seed)), found):
            sys.stdout.write(f"seed {seed:3} {move.value:8} {line}\n")
            sys.stdout.flush()
    for name, count in sorted(found.items()):
        sys.stdout.write(f"{name}: {count}\n")


def _look(world: World, found: Counter[str]) -> Iterator[tuple[Move, str]]:
    with facts_of(rows_of(world)) as context:
        end = world.plan.ends_at.date()
        for each in find_switching(context, Filters(start=end - timedelta(days=364), end=end)):
            if each.taxonomy == "automotive" and each.move in REASONS:
                yield each.move, _line(world, each, found)


def _line(world: World, each: Switching, found: Counter[str]) -> str:
    standing = [reason.aspect for reason in each.reasons if reason.stands_out]
    planted = REASONS[each.move]
    hit = [family for family in planted if any(aspect.startswith(family) for aspect in standing)]
    other = [
        aspect for aspect in standing if not aspect.startswith(tuple(name for f in planted for name in f))
    ]
    told = world.voice_truth.filter(pl.col("planted") == TRUTHS[each.move])
    people = told["person_id"].n_unique() if "person_id" in told.columns else told.height
    for name, count in (("found", len(hit)), ("planted", len(planted)), ("others", len(other))):
        found[f"{each.move.value} reasons {name}"] += count
    origins = {origin.name: origin.customers for origin in each.origins}
    if each.move is Move.CAME:
        found["makers named"] += sum(any(maker in name for name in origins) for maker in MAKERS)
    shares = ", ".join(
        f"{r.aspect.removeprefix('automotive.')} {r.customers.value or 0:.2f} against {r.others.value or 0:.2f}"
        for r in each.reasons
        if r.stands_out
    )
    return f"{each.customers.count} customers ({people} people planted), {len(hit)} of {len(planted)}: {shares} {origins or ''}"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
