"""Churn on demo worlds: trained on earlier contracts, judged on later ones, beside a model of orders alone.

python bench/churn_demo.py [seeds] [customers]
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from huiyin import customers
from huiyin.bootstrap import installation
from huiyin.customers import churn
from huiyin.demo import WorldPlan, generate, load
from huiyin.demo.seeding import today_in_beijing
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings


def main(seeds: int, people: int) -> None:
    """Print one line per seed and the mean."""
    found = []
    for seed in range(1, seeds + 1):
        with TemporaryDirectory() as folder:
            figures = measure(Path(folder), seed, people)
        if figures is None:
            print(f"seed {seed}: not enough people")
            continue
        found.append((figures.auc.value, figures.auc_rfm.value, figures.calibration_error, figures.brier))
        print(
            f"seed {seed}: AUC {figures.auc.value:.3f} [{figures.auc.low:.3f}, {figures.auc.high:.3f}], orders alone {figures.auc_rfm.value:.3f}, calibration error {figures.calibration_error:.3f}, Brier {figures.brier:.3f}, {figures.tested} later people",
            flush=True,
        )
    mean = np.mean(np.array(found, dtype=float), axis=0)
    worst = np.max(np.array(found, dtype=float)[:, 2])
    print(
        f"mean: AUC {mean[0]:.3f}, orders alone {mean[1]:.3f}, calibration error {mean[2]:.3f} (worst {worst:.3f}), Brier {mean[3]:.3f}"
    )


def measure(home: Path, seed: int, people: int) -> churn.Assessment | None:
    """Generate, load, read and link one world; return the assessment."""
    plan = WorldPlan(
        seed=seed, end=today_in_beijing(utc_now) - timedelta(days=1), voices=4 * people, customers=people
    )
    with installation(Settings(home=home)) as app:
        load(app.ledger, generate(plan))
        customers.resolve(app.ledger, clock=app.clock)
        app.projector.catch_up()
        rule = churn.Renewal()
        return churn.refresh(app.ledger, app.facts, rule, zone=app.settings.zone, clock=app.clock)


if __name__ == "__main__":
    main(*(int(each) for each in (*sys.argv[1:], *("5", "15000")[len(sys.argv) - 1 :])))
