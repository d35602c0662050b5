"""Find the planted wish and the planted makeshift among the opportunities of demo worlds.

    python bench/opportunities_demo.py 1 20          seeds 1 to 20, last ninety days of each world

An opportunity is a truth's where it is of the truth's kind and at least half of the voices it shows (one per customer)
were planted by that truth. Printed per seed: its rank among all but praise, customers, score with interval; at the end
how many seeds found it, and the median rank.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from datetime import timedelta
from statistics import median

from world_facts import empty_ledger, facts_of, rows_of

from huiyin.demo import World, WorldPlan, generate
from huiyin.understand import Filters
from huiyin.understand.opportunities import Opportunity, OpportunityKind, find_opportunities

TRUTHS = {"wish-outlet": OpportunityKind.WISH, "workaround-sunshade": OpportunityKind.WORKAROUND}
WINDOW = timedelta(days=90)


def main(first: int, last: int) -> None:
    """Print what was found for each seed, and the sum."""
    ranks: dict[str, list[int]] = {truth: [] for truth in TRUTHS}
    for seed in range(first, last + 1):
        began = time.monotonic()
        for truth, (rank, item) in look(generate(WorldPlan(seed=seed))).items():
            ranks[truth].append(rank)
            print(f"seed {seed:3} {truth:20} {_words(rank, item)}", flush=True)
        print(f"          {time.monotonic() - began:.0f} s", flush=True)
    for truth, each in ranks.items():
        found = [rank for rank in each if rank]
        middle = median(found) if found else float("nan")
        print(
            f"{truth:20} found on {len(found)} of {len(each)} seeds, median rank {middle:g}, worst {max(found, default=0)}"
        )


def look(world: World) -> Mapping[str, tuple[int, Opportunity | None]]:
    """Return for each truth the rank and opportunity that is its, or (0, None)."""
    planted = dict(enumerate(world.voice_truth["planted"].to_list()))
    end = world.plan.ends_at.date()
    with facts_of(rows_of(world)) as context, empty_ledger() as connection:
        found = find_opportunities(context, connection, Filters(start=end - WINDOW, end=end)).items
    ranked = [each for each in found if each.kind is not OpportunityKind.PRAISE]
    return {truth: _place(ranked, truth, kind, planted) for truth, kind in TRUTHS.items()}


def _place(
    ranked: list[Opportunity], truth: str, kind: OpportunityKind, planted: Mapping[int, str | None]
) -> tuple[int, Opportunity | None]:
    for rank, item in enumerate(ranked, start=1):
        own = sum(planted[each.feedback_id] == truth for each in item.evidence)
        if item.kind is kind and 2 * own >= len(item.evidence):
            return rank, item
    return 0, None


def _words(rank: int, item: Opportunity | None) -> str:
    if item is None:
        return "not found"
    score, count = item.score.score, item.customers.count
    return f"rank {rank:2}, {count} customers, score {score.value:.1f} [{score.low:.1f}, {score.high:.1f}]  {item.zh}"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
