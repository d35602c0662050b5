"""Bringing a ledger to the newest schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from huiyin.store.ledger.engine import Ledger

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(ledger: Ledger, revision: str = "head") -> None:
    """Run the migrations up to `revision` in one transaction; an up-to-date ledger is left alone.

    Two processes may start at once: the writer's lock lets one migrate and the other find it done.
    """
    with ledger.write() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
