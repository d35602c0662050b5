"""A board of facts that a report can be written about."""

from datetime import timedelta

import pytest

from huiyin import act, understand
from huiyin.act import reports
from huiyin.text import available_taxonomies, load_taxonomy

SECRET = "SEC-dummy-secret"


@pytest.fixture
def context(facts) -> understand.Context:
    """Forty customers complain about the smell over six weeks, twenty praise it."""
    for number in range(40):
        facts.speak(
            f"c:{number}",
            hours_ago=24 * (number % 42) + 1,
            text=f"车里味道很大，闻着头晕，第{number}次说了，受不了",
        )
    for number in range(40, 60):
        facts.speak(f"c:{number}", 1, hours_ago=24 * (number % 42) + 1, channel="review", source="商城")
    names = understand.AspectNames([load_taxonomy(name) for name in available_taxonomies()])
    return understand.Context(facts.store, names, 5)


@pytest.fixture
def make_report(ledger, clock, analyst, letterhead):
    """Saves a weekly report that goes to `targets`."""

    def make(*targets: act.Target, **changes) -> reports.SavedReport:
        schedule = reports.Schedule(reports.Cadence.WEEKLY, weekday=1, hour=9)
        draft = {"name": "客户之声周报", "team": "质量", "schedule": schedule, "targets": targets} | changes
        with ledger.write() as connection:
            return reports.save_report(
                connection, reports.ReportDraft(**draft), by=analyst, clock=clock, zone=letterhead.zone
            )

    return make


@pytest.fixture
def written(context, ledger, clock, make_report, letterhead) -> reports.Report:
    """A report about the board as it reads now."""
    return reports.edition(
        ledger.read, context, make_report(), clock, letterhead=letterhead, since=clock() - timedelta(days=7)
    )
