"""What spoils the demo's data is found by the checks, and the silent part of the base by the map."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from huiyin.bootstrap import Installation, installation
from huiyin.collect import exclusions, plan, quality
from huiyin.collect.quality import Rule
from huiyin.demo import WorldPlan, seed_demo
from huiyin.demo.polling import HURRIED, hold_survey
from huiyin.demo.spoiling import SILENT_REGION, SILENT_SEGMENT, spoil
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.understand import Window, map_coverage


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    with installation(settings, clock=clock) as opened:
        seed_demo(opened, WorldPlan(seed=7, end=date(2026, 11, 21), voices=4_000, customers=1_200))
        hold_survey(opened, seed=7)
        spoil(opened)
        yield opened


def test_planted_faults_are_found_and_one_is_settled(app: Installation) -> None:
    with app.ledger.read() as connection:
        found = {rule: quality.list_clusters(connection, rule, shown=30) for rule in Rule}
        left_out = exclusions.count_excluded(connection)
    copied = [suspect.text for cluster in found[Rule.NEAR_DUPLICATE] for suspect in cluster.suspects]
    assert sum("酸抹布味" in text for text in copied) == 2
    assert any("3 个渠道" in cluster.zh for cluster in found[Rule.NEAR_DUPLICATE])
    assert max(len(cluster.suspects) for cluster in found[Rule.BURST]) >= 26
    assert left_out == {"bot": 11}
    lines = [cluster for cluster in found[Rule.STRAIGHT_LINING] if "满意度" in cluster.suspects[0].source]
    assert sum(cluster.open for cluster in lines) == 5
    [speeders] = found[Rule.SPEEDER]
    assert speeders.open == HURRIED
    assert "中位数" in speeders.zh
    app.projector.catch_up()
    gone = app.facts.query("SELECT count(*) AS n FROM voice WHERE text LIKE '%团购的进群领券%'")
    assert gone.item() == 0


def test_silent_group_is_the_first_gap(app: Installation) -> None:
    app.projector.catch_up()
    with app.ledger.read() as connection:
        found = map_coverage(app.facts, connection, Window(date(2026, 8, 24), date(2026, 11, 21)), 30)
        [kept] = plan.list_plans(connection)
        progress = plan.follow(connection, kept, zone=app.settings.zone, clock=app.clock)
    assert found.gaps[0].group.values == {"segment": SILENT_SEGMENT, "region": SILENT_REGION}
    assert {"segment": SILENT_SEGMENT, "region": SILENT_REGION} in [one.values for one in found.crossed[:1]]
    assert any(one.behind for one in progress)
