"""The launch watch on demo worlds: are first users, onlookers and promotion told apart, and the planted differences found?

python bench/launch_demo.py [seeds] [voices]
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from huiyin.bootstrap import Installation, installation
from huiyin.demo import World, WorldPlan, generate, load
from huiyin.demo.nodes import node_of
from huiyin.demo.plan import TruthKind
from huiyin.demo.seeding import today_in_beijing
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.understand import Context, launches
from huiyin.understand.launches.voices import event_voices

CLAIMED = {launches.LaunchStanding.BETTER: "better_than_S7", launches.LaunchStanding.WORSE: "worse_than_S7"}


def main(seeds: int, voices: int) -> None:
    """Print one line per seed."""
    for seed in range(1, seeds + 1):
        with TemporaryDirectory() as folder, installation(Settings(home=Path(folder))) as app:
            end = today_in_beijing(utc_now) - timedelta(days=1)
            world = generate(WorldPlan(seed=seed, end=end, voices=voices, customers=voices // 4))
            load(app.ledger, world)
            app.projector.catch_up()
            print(f"seed {seed}: {measure(app, world)}", flush=True)


def measure(app: Installation, world: World) -> str:
    """Return people by role beside what was planted, and which planted differences were found."""
    truth = next(each for each in world.truths if each.kind is TruthKind.LAUNCH)
    start = (truth.starts_at or world.plan.ends_at).astimezone(UTC)
    with app.ledger.write() as connection:
        draft = launches.EventDraft("X6", start, truth.product, rivals=("澄野S7",))
        event = launches.declare_event(connection, draft, by="bench", clock=app.clock)
        report = launches.launch_report(connection, Context(app.facts, app.names, 30), event, now=app.clock())
        found = event_voices(connection, app.facts, event, until=app.clock())
    roles = Counter(found.get_column("role").to_list())
    selling = found.filter(pl.col("text").str.contains("私信|扣1|转发|链接|首销权益价值|DM|link"))
    caught = selling.filter(pl.col("role").is_in(["promotion", "duplicate"])).height
    sides = {each.aspect: each.side for each in report.rivalries[0].aspects}
    needed = {each.aspect: each.needed for each in report.rivalries[0].aspects}
    right = wrong = thin = 0
    unsaid: list[str] = []
    for side, name in CLAIMED.items():
        for key in truth.expected[name]:
            node = node_of("automotive", *key.split("/")) or ""
            said = verdict_on(sides, node)
            open_ = said in (launches.LaunchStanding.INSUFFICIENT, launches.LaunchStanding.ALIKE)
            right += said is side
            thin += open_
            wrong += not open_ and said is not side
            if said is not side:
                unsaid.append(f"{node} {said.value}, needs {needed.get(node)} a side")
    planted = {name: truth.size[name] for name in ("onlookers", "early", "promotion")}
    return f"planted voices {planted}, found {dict(roles)}; texts that sell kept out {caught} of {selling.height}; differences right {right}, no verdict {thin}, wrong {wrong} of 7 ({'; '.join(unsaid)})"


def verdict_on(sides: dict[str, launches.LaunchStanding], node: str) -> launches.LaunchStanding:
    """Return what is said of a node, or of the broader aspect where nobody names the finer one."""
    fine, broad = (".".join(node.split(".")[:level]) for level in (3, 2))
    said = sides.get(fine, launches.LaunchStanding.INSUFFICIENT)
    return sides.get(broad, said) if said is launches.LaunchStanding.INSUFFICIENT else said


if __name__ == "__main__":
    main(*(int(each) for each in (*sys.argv[1:], *("3", "60000")[len(sys.argv) - 1 :])))
