"""The demo's connected sources really ran: voices in, broken rows waiting by name, a second run adds nothing."""

from __future__ import annotations

from datetime import UTC, datetime, time

from sqlalchemy import func, select

from huiyin.bootstrap import Installation, installation
from huiyin.collect import connectors
from huiyin.demo import WorldPlan, seeding
from huiyin.demo.connecting import CARDS, FOLDER, POSTED, connect_sources
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables

PLAN = WorldPlan(seed=5, voices=6_000, customers=1_500)


def test_sources_bring_their_voices_and_name_what_is_broken(settings: Settings) -> None:
    noon = datetime.combine(PLAN.end, time(6), UTC)
    with installation(settings, clock=lambda: noon) as app:
        world = seeding.seed_demo(app, PLAN)
        before = _voices(app)
        connect_sources(app, world, seeding.ensure_admin(app))
        assert _voices(app) - before == CARDS + POSTED
        with app.ledger.read() as connection:
            known = {each.kind: each for each in connectors.list_connectors(connection)}
            letters = connectors.list_letters(connection, connector_id=known["folder"].id)
        assert known["folder"].last_error is None
        assert {letter.field for letter in letters} == {"occurred_at"}
        assert len(letters) == 2
        connectors.run_connector(app.ledger, app.settings, known["folder"].id, clock=app.clock)
        assert _voices(app) - before == CARDS + POSTED
        assert [path.suffix for path in (app.settings.home / FOLDER).iterdir()] == [".csv"]


def _voices(app: Installation) -> int:
    with app.ledger.read() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.feedback)).scalar_one())
