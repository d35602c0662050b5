"""The configured connectors, kept in the ledger."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.port import Config, Connector
from huiyin.collect.connectors.registry import find_connector
from huiyin.collect.connectors.secrets import FROM_ENVIRONMENT, is_secret, opened, sealed
from huiyin.collect.sources import Source, ensure_source
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, InvalidInputError, NotFoundError
from huiyin.store.ledger import Vault, tables, tables_connectors, vault_of

HIDDEN = "**********"
_COLUMNS = tables_connectors.connector.c


class ConnectorNameError(ConflictError):
    """Another connector has this name."""

    code = "connector_exists"


@dataclass(frozen=True, slots=True)
class Configured:
    """A connector as people set it up, and how far it has come; the secrets in `config` are sealed."""

    id: int
    name: str
    kind: str
    source: Source
    config: Mapping[str, Any]
    push_key: str | None
    enabled: bool
    every_s: int
    watermark: Mapping[str, Any]
    position: int
    failures: int
    next_run_at: datetime | None
    last_run_at: datetime | None
    last_success_at: datetime | None
    last_error: str | None
    vault: Vault

    @property
    def connector(self) -> Connector:
        return find_connector(self.kind)

    def settings(self) -> Config:
        """Return the typed settings, secrets opened; one written as `env:NAME` is read from the environment.

        Raises InvalidInputError, VaultError.
        """
        return check_config(self.connector, opened(self.connector, self.config, self.vault), resolve=True)


@dataclass(frozen=True, slots=True)
class NewConnector:
    """What a person says to connect a source."""

    name: str
    kind: str
    taxonomy: str
    config: Mapping[str, Any]
    channel: str | None = None
    source: str | None = None
    every_s: int | None = None
    terms_note: str = ""


def create_connector(connection: Connection, wanted: NewConnector, *, clock: Clock, by: str) -> Configured:
    """Set up a connector and its source in the caller's write transaction.

    Raises InvalidInputError for a bad kind, setting, channel or taxonomy, ConnectorNameError for a name in use.
    """
    kind = find_connector(wanted.kind)
    check_config(kind, wanted.config)
    if connection.execute(select(_COLUMNS.id).where(_COLUMNS.name == wanted.name)).first():
        raise ConnectorNameError(f"there is a connector {wanted.name!r} already")
    now = clock()
    source = ensure_source(
        connection,
        name=wanted.source or wanted.name,
        channel=wanted.channel or kind.channel.value,
        taxonomy=wanted.taxonomy,
        now=now,
        terms_note=wanted.terms_note,
    )
    found = connection.execute(
        insert(tables_connectors.connector)
        .values(
            name=wanted.name,
            kind=kind.kind,
            source_id=source.id,
            config=sealed(kind, wanted.config, vault_of(connection)),
            push_key=secrets.token_urlsafe(24) if kind.split else None,
            every_s=_pause(wanted.every_s or kind.every_s),
            watermark={},
            position=0,
            failures=0,
            next_run_at=now if kind.fetch else None,
            created_at=now,
            created_by=by,
            updated_at=now,
        )
        .returning(_COLUMNS.id)
    )
    return get_connector(connection, int(found.scalar_one()))


def change_connector(
    connection: Connection,
    connector_id: int,
    *,
    clock: Clock,
    config: Mapping[str, Any] | None = None,
    every_s: int | None = None,
    enabled: bool | None = None,
) -> Configured:
    """Change settings, pause or pace; a secret that comes back hidden keeps its value."""
    known = get_connector(connection, connector_id)
    changes: dict[str, Any] = {"updated_at": clock()}
    if config is not None:
        merged = {
            name: known.config.get(name) if value == HIDDEN else value for name, value in config.items()
        }
        check_config(known.connector, opened(known.connector, merged, known.vault))
        changes |= {"config": sealed(known.connector, merged, known.vault), "failures": 0}
    if every_s is not None:
        changes["every_s"] = _pause(every_s)
    if enabled is not None:
        changes |= {"enabled": enabled, "failures": 0}
    if known.connector.fetch:
        changes["next_run_at"] = clock()
    connection.execute(update(tables_connectors.connector).where(_COLUMNS.id == connector_id).values(changes))
    return get_connector(connection, connector_id)


def remove_connector(connection: Connection, connector_id: int) -> None:
    """Forget a connector, its runs and its dead letters; what it brought stays. Raises NotFoundError."""
    get_connector(connection, connector_id)
    connection.execute(delete(tables_connectors.connector).where(_COLUMNS.id == connector_id))


def get_connector(connection: Connection, connector_id: int) -> Configured:
    """Return one connector. Raises NotFoundError."""
    row = connection.execute(_query().where(_COLUMNS.id == connector_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no connector {connector_id}")
    return _configured(connection, row)


def find_pushed(connection: Connection, push_key: str) -> Configured:
    """Return the enabled connector behind a push address. Raises NotFoundError."""
    row = connection.execute(_query().where(_COLUMNS.push_key == push_key, _COLUMNS.enabled)).one_or_none()
    if row is None:
        raise NotFoundError("nothing listens at this address")
    return _configured(connection, row)


def list_connectors(connection: Connection, *, kind: str | None = None) -> list[Configured]:
    """Return the connectors by name."""
    query = _query().order_by(_COLUMNS.name)
    rows = connection.execute(query.where(_COLUMNS.kind == kind) if kind else query)
    return [_configured(connection, row) for row in rows]


def due_connectors(connection: Connection, now: datetime) -> list[int]:
    """Return the ids of the connectors whose time has come, the longest overdue first."""
    query = select(_COLUMNS.id).where(_COLUMNS.enabled, _COLUMNS.next_run_at <= now)
    return list(connection.execute(query.order_by(_COLUMNS.next_run_at)).scalars())


def hidden_config(configured: Configured) -> dict[str, Any]:
    """Return the settings with every secret hidden."""
    return {
        name: HIDDEN if value and is_secret(configured.connector, name) else value
        for name, value in configured.config.items()
    }


def check_config(connector: Connector, config: Mapping[str, Any], *, resolve: bool = False) -> Config:
    """Return the typed settings. Raises InvalidInputError naming the setting."""
    values = {name: _resolved(value) for name, value in config.items()} if resolve else dict(config)
    try:
        return connector.config.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"])) or "config"
        raise InvalidInputError(
            f"{name}: {first['msg']}", field=f"config.{name}", expected=_about(connector, name)
        ) from error


def _about(connector: Connector, name: str) -> str:
    known = connector.config.model_fields.get(name.split(".")[0])
    return (known.description or name) if known else ", ".join(connector.config.model_fields)


def _resolved(value: object) -> object:
    if isinstance(value, str) and value.startswith(FROM_ENVIRONMENT):
        return os.environ.get(value.removeprefix(FROM_ENVIRONMENT), "")
    return value


def _pause(seconds: int) -> int:
    if not 1 <= seconds <= 7 * 86_400:
        raise InvalidInputError("the pause is out of range", field="every_s", expected="1 second to 7 days")
    return seconds


def _query() -> Select[Any]:
    source = tables.source.c
    return select(
        tables_connectors.connector,
        source.name.label("source_name"),
        source.channel,
        source.taxonomy,
        source.terms_note,
    ).join(tables.source, source.id == _COLUMNS.source_id)


def _configured(connection: Connection, row: Row[Any]) -> Configured:
    source = Source(row.source_id, row.source_name, Channel(row.channel), row.taxonomy, row.terms_note)
    return Configured(
        id=row.id,
        name=row.name,
        kind=row.kind,
        source=source,
        config=row.config,
        push_key=row.push_key,
        enabled=row.enabled,
        every_s=row.every_s,
        watermark=row.watermark,
        position=row.position,
        failures=row.failures,
        next_run_at=row.next_run_at,
        last_run_at=row.last_run_at,
        last_success_at=row.last_success_at,
        last_error=row.last_error,
        vault=vault_of(connection),
    )
