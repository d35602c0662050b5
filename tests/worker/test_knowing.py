"""Identities are brought up to date when something new has come, and not otherwise."""

from __future__ import annotations

from sqlalchemy import func, insert, select

from huiyin.bootstrap import Installation
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.worker.knowing import Knowing


def _rounds(app: Installation) -> int:
    with app.ledger.read() as connection:
        return connection.execute(select(func.count()).select_from(identity.identity_round)).scalar_one()


def test_round_follows_news(app: Installation) -> None:
    Knowing(app).step()
    assert _rounds(app) == 0
    with app.ledger.write() as connection:
        connection.execute(
            insert(tables.customer), {"external_id": "C1", "attributes": {}, "created_at": app.clock()}
        )
    Knowing(app).step()
    Knowing(app).step()
    assert _rounds(app) == 1
