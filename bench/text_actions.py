"""Whether the demo's working action comes out effective and the failing one not, by the analyser's own reading.

    python bench/text_actions.py [--seeds 23 31 41 57] [--voices 60000]

Every seed fills an installation of its own in a temporary folder: ledger, facts, actions, verdicts.
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from huiyin import act
from huiyin.bootstrap import installation
from huiyin.demo import WorldPlan, open_measures, seed_demo
from huiyin.demo.seeding import ensure_admin
from huiyin.kit.settings import Settings


def main() -> None:
    """Print one line per seed and action."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, nargs="+", default=[23, 31, 41, 57])
    parser.add_argument("--voices", type=int, default=60_000)
    options = parser.parse_args()
    for seed in options.seeds:
        with tempfile.TemporaryDirectory() as folder:
            judge_world(seed, options.voices, Path(folder))


def judge_world(seed: int, voices: int, home: Path) -> None:
    """Fill one installation and print the verdicts on its finished actions."""
    plan = WorldPlan(seed=seed, voices=voices, customers=voices // 4)
    now = datetime.combine(plan.end + timedelta(days=1), time(1), UTC)
    with installation(Settings(home=home), clock=lambda: now) as app:
        world = seed_demo(app, plan)
        app.projector.catch_up()
        titles = {action.id: action.title for action in open_measures(app, world, ensure_admin(app))}
        for effect in act.judge_due_actions(app.ledger.write, app.facts, app.clock, zone=app.settings.zone):
            change = effect.change
            print(
                f"seed {seed}  {effect.verdict.value:14s} change {_shown(change.value)} "
                f"({_shown(change.low)} to {_shown(change.high)}) promised {_shown(effect.promised)}  "
                f"{titles[effect.action_id]}"
            )


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:+.2f}"


if __name__ == "__main__":
    main()
