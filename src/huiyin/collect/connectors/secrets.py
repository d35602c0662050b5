"""Secrets among a connector's settings: sealed in the ledger, never shown again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import SecretStr
from sqlalchemy import Connection, select

from huiyin.collect.connectors.port import Connector
from huiyin.collect.connectors.registry import find_connector
from huiyin.kit.errors import HuiyinError
from huiyin.store.ledger import Ledger, OpenRow, Vault, seal_rows, tables_connectors, vault_of

FROM_ENVIRONMENT = "env:"
_CONNECTOR = tables_connectors.connector


def seal_secrets(ledger: Ledger) -> int:
    """Seal what lies open or under an older key; return how many connectors that concerned.

    A ledger of an earlier version kept secrets as they were typed; of a kind that is not installed nothing is known.
    """
    return seal_rows(ledger, _open_ones)


def _open_ones(connection: Connection) -> list[OpenRow]:
    found = []
    for row in connection.execute(select(_CONNECTOR.c.id, _CONNECTOR.c.kind, _CONNECTOR.c.config)):
        try:
            closed = sealed(find_connector(row.kind), row.config, vault_of(connection))
        except HuiyinError:
            continue
        if closed != row.config:
            found.append(OpenRow(_CONNECTOR, row.id, {"config": closed}))
    return found


def sealed(kind: Connector, config: Mapping[str, Any], vault: Vault) -> dict[str, Any]:
    """Return settings as they may be kept."""
    return {
        name: vault.seal(value) if _is_kept_secret(kind, name, value) else value
        for name, value in config.items()
    }


def opened(kind: Connector, config: Mapping[str, Any], vault: Vault) -> dict[str, Any]:
    """Return settings as they were typed. Raises VaultError."""
    return {
        name: vault.unseal(value) if _is_kept_secret(kind, name, value) else value
        for name, value in config.items()
    }


def _is_kept_secret(kind: Connector, name: str, value: object) -> bool:
    """Tell whether a value is a secret itself; the name of an environment variable is none."""
    return (
        is_secret(kind, name)
        and isinstance(value, str)
        and value != ""
        and not value.startswith(FROM_ENVIRONMENT)
    )


def is_secret(kind: Connector, name: str) -> bool:
    """Tell whether a setting is never shown again: its type is SecretStr, or SecretStr or None."""
    known = kind.config.model_fields.get(name)
    return known is not None and (known.annotation is SecretStr or SecretStr in get_args(known.annotation))
