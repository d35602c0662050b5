"""How often alert rules with a learned baseline fire over quiet worlds, where every alert is a false one.

    python bench/alert_baselines.py 1 3          seeds 1 to 3

Six rules as people write them (`basis: unusual`; one aspect, one product's aspect, a channel, a day or a week) are read every
`EVERY` hours from day 100 on, as the worker reads them: an alert counts when it would fire, past its cooldown and not for what
still stands. Beside them the same rules by their threshold alone.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from world_facts import MINIMUM_N, facts_of, rows_of

from huiyin import act
from huiyin.act.alerts.alerts import stands
from huiyin.act.alerts.evaluation import cooling_down
from huiyin.act.alerts.readings import read_metric
from huiyin.demo import generate, quiet_world
from huiyin.stats import poisson_count
from huiyin.understand.queries import FactsReader

EVERY = timedelta(hours=8)
FIRST_DAY = 100
_DAY, _WEEK = 24, 7 * 24
RULES = (
    ("安全性，一天", act.AlertMetric.NEGATIVE_CUSTOMERS, _DAY, 5, {"aspect": ["automotive.safety"]}),
    ("舒适性，一天", act.AlertMetric.NEGATIVE_CUSTOMERS, _DAY, 5, {"aspect": ["automotive.comfort"]}),
    (
        "S7 空调，一周",
        act.AlertMetric.NEGATIVE_CUSTOMERS,
        _WEEK,
        5,
        {"aspect": ["automotive.comfort"], "product": ["澄野S7"]},
    ),
    ("物流，一天", act.AlertMetric.NEGATIVE_CUSTOMERS, _DAY, 5, {"aspect": ["retail.logistics"]}),
    ("社交媒体声量，一天", act.AlertMetric.VOICES, _DAY, 20, {"channel": ["social"]}),
    (
        "服务不满占比，一周",
        act.AlertMetric.SHARE_NEGATIVE,
        _WEEK,
        0.3,
        {"aspect": ["automotive.after_sales"]},
    ),
)
NEVER = datetime(2020, 1, 1, tzinfo=UTC)


def main(first: int, last: int) -> None:
    """Print how often each rule fired per week, learned and by its threshold alone, and the rate over all rules."""
    fired = {basis: [0] * len(RULES) for basis in act.AlertBasis}
    weeks = 0.0
    for seed in range(first, last + 1):
        world = generate(quiet_world(seed=1000 + seed))
        start, end = world.plan.starts_at + timedelta(days=FIRST_DAY), world.plan.ends_at
        weeks += (end - start) / timedelta(days=7)
        with facts_of(rows_of(world)) as context:
            for number, parts in enumerate(RULES):
                counts = alerts(context.facts, rule_of(parts), start, end)
                for basis, count in zip(act.AlertBasis, counts, strict=True):
                    fired[basis][number] += count
        print(f"seed {seed}: {[sum(each) for each in fired.values()]} alerts so far", flush=True)
    for number, parts in enumerate(RULES):
        print(parts[0], *(f"{basis}: {fired[basis][number] / weeks:.3f} a week" for basis in act.AlertBasis))
    for basis in act.AlertBasis:
        rate = poisson_count(sum(fired[basis]))
        low, high = ((each or 0.0) / weeks for each in (rate.low, rate.high))
        print(
            f"{basis}: {sum(fired[basis])} alerts of {len(RULES)} rules in {weeks:.0f} weeks, "
            f"{sum(fired[basis]) / weeks:.2f} a week over all rules [{low:.2f}, {high:.2f}]"
        )


def rule_of(parts: tuple[str, act.AlertMetric, int, float, dict[str, list[str]]]) -> act.AlertRule:
    name, metric, hours, threshold, filters = parts
    return act.AlertRule(
        id=1,
        name=name,
        metric=metric,
        window_hours=hours,
        threshold=threshold,
        cooldown_hours=24,
        filters=filters,
        targets=(),
        enabled=True,
        created_by="bench",
        created_at=NEVER,
        updated_at=NEVER,
        last_fired_at=None,
    )


def alerts(facts: FactsReader, rule: act.AlertRule, start: datetime, end: datetime) -> list[int]:
    """Return how often a rule fires between two times by its threshold alone and learned, by the worker's conditions."""
    known = [replace(rule, basis=basis) for basis in act.AlertBasis]
    counts, now = [0] * len(known), start
    while now <= end:
        reading = read_metric(facts, known[0], now=now, minimum_n=MINIMUM_N)
        for place, each in enumerate(known):
            # What is below the threshold is below it whatever is usual.
            if place and reading.crosses(known[0]):
                reading = read_metric(facts, each, now=now, minimum_n=MINIMUM_N)
            if not reading.crosses(each):
                known[place] = replace(each, standing_value=None)
            elif not cooling_down(each, now) and not stands(each, reading.value):
                counts[place] += 1
                known[place] = replace(each, last_fired_at=now, standing_value=reading.value)
        now += EVERY
    return counts


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
