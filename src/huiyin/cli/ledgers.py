"""Opening the ledger of this machine's folder for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from huiyin import bootstrap
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger


@contextmanager
def opened_ledger() -> Iterator[tuple[Ledger, Settings]]:
    """Open the ledger while the block runs; a server may have it open too."""
    settings = Settings()
    ledger = bootstrap.open_ledger_of(settings)
    try:
        yield ledger, settings
    finally:
        ledger.close()
