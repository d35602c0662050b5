"""Coverage: a silent group is found, its parts are not listed again, and the figures carry intervals."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import insert

from huiyin.bootstrap import Installation
from huiyin.store.ledger import next_revision, tables
from huiyin.understand import CoverageMap, Window, map_coverage

MADE = datetime(2026, 1, 1, tzinfo=UTC)
WINDOW = Window(date(2026, 11, 1), date(2026, 11, 20))


def fill(app: Installation) -> None:
    """Three hundred customers of three regions and two segments; nobody of 西北 fleets ever speaks."""
    customers = [
        {
            "external_id": f"C{place}",
            "segment": ("家庭", "车队")[place % 2],
            "region": ("华东", "华南", "西北")[place % 3],
            "attributes": {"product": "E5"} if place % 5 else {},
            "created_at": MADE,
        }
        for place in range(300)
    ]
    speaks = [
        place
        for place in range(300)
        if not (place % 2 == 1 and place % 3 == 2) and place % 10 in (0, 1, 2, 3, 5, 7)
    ]
    with app.ledger.write() as connection:
        connection.execute(insert(tables.customer), customers)
        connection.execute(
            insert(tables.source).values(name="NPS", channel="nps", taxonomy="automotive", created_at=MADE)
        )
        revision = next_revision(connection)
        rows = [
            {"revision": revision + at, "source_id": 1, "external_id": f"v{place}", "channel": "nps", "occurred_at": datetime(2026, 11, 10, tzinfo=UTC),
             "received_at": datetime(2026, 11, 10, tzinfo=UTC), "text": "空调好", "customer_id": place + 1, "fingerprint": "x"}
            for at, place in enumerate(speaks)
        ]  # fmt: skip
        connection.execute(insert(tables.feedback), rows)
    app.projector.catch_up()


def mapped(app: Installation, window: Window = WINDOW) -> CoverageMap:
    with app.ledger.read() as connection:
        return map_coverage(app.facts, connection, window, 5)


def test_unheard_group_is_the_worst_gap_with_a_proposal(app: Installation) -> None:
    fill(app)
    found = mapped(app)
    worst = found.crossed[0]
    assert worst.values == {"segment": "车队", "region": "西北"}
    assert (worst.heard.value, worst.customers) == (0.0, 50)
    assert worst.ratio.high is not None
    assert worst.ratio.high < 0.5
    gap = found.gaps[0]
    assert gap.group.values == worst.values
    assert gap.people == 34
    assert gap.group.missing == round(50 * (found.overall.value or 0))
    assert all((one.group.ratio.high or 2) < 1 for one in found.gaps)


def test_shares_of_groups_add_up_to_those_heard(app: Installation) -> None:
    fill(app)
    found = mapped(app)
    for groups in (found.by_dimension["segment"], found.by_dimension["region"], found.crossed):
        heard = sum(round((one.heard.value or 0) * one.customers) for one in groups)
        assert heard == round((found.overall.value or 0) * found.customers)
    assert found.by_dimension["product"][0].customers == 240


def test_nobody_heard_makes_no_claim(app: Installation) -> None:
    fill(app)
    found = mapped(app, Window(date(2026, 1, 1), date(2026, 1, 2)))
    assert found.gaps == ()
    assert found.crossed[0].ratio.value is None
    assert mapped(app, WINDOW).channels == ("nps",)


def test_empty_base_is_an_empty_map(app: Installation) -> None:
    found = mapped(app)
    assert (found.customers, found.gaps, found.crossed) == (0, (), ())
