"""Setting up connectors, seeing how they are, and reading dead letters again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from huiyin import collect
from huiyin.collect import connectors
from huiyin.web.deps import Admin, Agent, Analyst, App, ReadConnection, User, WriteConnection

router = APIRouter(tags=["collect"])


class ConnectorKindOut(BaseModel):
    """A kind of source that can be connected, and its settings as JSON Schema."""

    kind: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    channel: collect.Channel
    mode: Literal["pull", "push"]
    every_s: int
    config_schema: dict[str, Any]


class FreshnessOut(BaseModel):
    """Seconds from being said to being received, nearest-rank over the newest `n` voices."""

    p50_s: float | None
    p95_s: float | None
    n: int
    newest_at: datetime | None


class ConnectorRunOut(BaseModel):
    """One run that brought something or failed."""

    id: int
    state: Literal["running", "done", "failed", "interrupted"]
    started_at: datetime
    ended_at: datetime | None
    payloads: int
    accepted: int
    duplicates: int
    rejected: int
    events: int
    error: str | None


class ConnectorOut(BaseModel):
    """A connector and how it is; secrets are hidden."""

    id: int
    name: str
    kind: str
    mode: Literal["pull", "push"]
    source: str
    channel: collect.Channel
    taxonomy: str
    terms_note: str
    config: dict[str, Any]
    push_path: str | None = Field(description="Path that the source posts to; for behaviour, see write_key.")
    write_key: str | None = Field(description="Write key of a behaviour source.")
    enabled: bool
    every_s: int
    condition: connectors.Condition
    failures: int
    next_run_at: datetime | None
    last_run_at: datetime | None
    last_success_at: datetime | None
    last_error: str | None
    freshness: FreshnessOut
    dead_letters: int
    last_run: ConnectorRunOut | None


class ConnectorIn(BaseModel):
    """A source to connect."""

    name: str = Field(min_length=1, max_length=120)
    kind: str
    config: dict[str, Any]
    source: str | None = Field(None, description="Name of the source; the connector's name when left out.")
    channel: collect.Channel | None = None
    taxonomy: str | None = None
    every_s: int | None = None
    terms_note: str = Field("", description="On what terms the source may be read.", max_length=2000)


class ConnectorChangeIn(BaseModel):
    """What to change; a secret that is sent hidden keeps its value."""

    config: dict[str, Any] | None = None
    every_s: int | None = None
    enabled: bool | None = None


class DeadLetterOut(BaseModel):
    """A payload that was refused, and what would be right."""

    id: int
    connector_id: int
    field: str
    reason: str
    expected: str
    state: connectors.LetterState
    attempts: int
    first_at: datetime
    last_at: datetime
    text: str = Field(description="The first 4,000 characters of the payload.")


class ArrivalOut(BaseModel):
    """What became of payloads."""

    accepted: int
    duplicates: int
    events: int
    rejected: int


@router.get("/connector-kinds", summary="List what can be connected")
def get_connector_kinds(_user: User) -> list[ConnectorKindOut]:
    """Return every installed kind of connector with its settings."""
    return [_kind_out(connectors.find_connector(kind)) for kind in connectors.connector_kinds()]


@router.get("/connectors", summary="List the connectors and how they are")
def get_connectors(app: App, connection: ReadConnection, _user: Analyst) -> list[ConnectorOut]:
    """Return every connector, its health and freshness, and how many dead letters wait."""
    letters, runs = connectors.count_waiting(connection), connectors.last_runs(connection)
    return [
        _out(app, connection, each, letters.get(each.id, 0), runs.get(each.id))
        for each in connectors.list_connectors(connection)
    ]


@router.post("/connectors", summary="Connect a source", status_code=201)
def post_connector(body: ConnectorIn, app: App, connection: WriteConnection, user: Admin) -> ConnectorOut:
    """Set up a connector; a pulled one runs within a second."""
    wanted = connectors.NewConnector(
        name=body.name,
        kind=body.kind,
        taxonomy=collect.taxonomy_for(
            connection, body.source or body.name, wanted=body.taxonomy, default=app.settings.default_taxonomy
        ),
        config=body.config,
        channel=body.channel.value if body.channel else None,
        source=body.source,
        every_s=body.every_s,
        terms_note=body.terms_note,
    )
    made = connectors.create_connector(connection, wanted, clock=app.clock, by=user.display_name)
    return _out(app, connection, made, 0, None)


@router.patch("/connectors/{connector_id}", summary="Change or pause a connector")
def patch_connector(
    connector_id: int, body: ConnectorChangeIn, app: App, connection: WriteConnection, _user: Admin
) -> ConnectorOut:
    """Change settings, pace or pause; a pulled connector runs again within a second."""
    changed = connectors.change_connector(
        connection,
        connector_id,
        clock=app.clock,
        config=body.config,
        every_s=body.every_s,
        enabled=body.enabled,
    )
    waiting = connectors.count_waiting(connection).get(connector_id, 0)
    return _out(app, connection, changed, waiting, connectors.last_runs(connection).get(connector_id))


@router.delete("/connectors/{connector_id}", summary="Forget a connector", status_code=204)
def delete_connector(connector_id: int, connection: WriteConnection, _user: Admin) -> None:
    """Forget a connector with its runs and dead letters; the voices it brought stay."""
    connectors.remove_connector(connection, connector_id)


@router.get("/connectors/{connector_id}/runs", summary="List a connector's runs")
def get_connector_runs(connector_id: int, connection: ReadConnection, _user: Agent) -> list[ConnectorRunOut]:
    """Return the newest runs first."""
    connectors.get_connector(connection, connector_id)
    return [ConnectorRunOut.model_validate(row) for row in connectors.recent_runs(connection, connector_id)]


@router.get("/dead-letters", summary="List dead letters")
def get_dead_letters(
    connection: ReadConnection,
    _user: Agent,
    connector: int | None = None,
    state: connectors.LetterState | None = connectors.LetterState.WAITING,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> list[DeadLetterOut]:
    """Return the newest letters first, the waiting ones unless another state is asked for."""
    found = connectors.list_letters(connection, connector_id=connector, state=state, limit=limit)
    return [DeadLetterOut.model_validate(each, from_attributes=True) for each in found]


@router.post("/dead-letters/{letter_id}/replay", summary="Read a dead letter again")
def replay_dead_letter(letter_id: int, app: App, connection: WriteConnection, _user: Analyst) -> ArrivalOut:
    """Read it with the connector's present settings; it stays waiting when it is refused again."""
    return arrival_out(connectors.replay_letter(connection, app.settings, letter_id, clock=app.clock))


@router.post("/dead-letters/{letter_id}/drop", summary="Give a dead letter up")
def drop_dead_letter(letter_id: int, app: App, connection: WriteConnection, _user: Analyst) -> DeadLetterOut:
    """Mark a letter as dropped; it stays on record."""
    dropped = connectors.drop_letter(connection, letter_id, clock=app.clock)
    return DeadLetterOut.model_validate(dropped, from_attributes=True)


def arrival_out(arrival: connectors.Arrival) -> ArrivalOut:
    """Return the counts of an arrival."""
    return ArrivalOut(
        accepted=arrival.accepted,
        duplicates=arrival.duplicates,
        events=arrival.events,
        rejected=len(arrival.refused),
    )


def _kind_out(kind: connectors.Connector) -> ConnectorKindOut:
    return ConnectorKindOut(
        **{
            name: getattr(kind, name)
            for name in ("kind", "zh", "en", "about_zh", "about_en", "channel", "every_s")
        },
        mode=_mode(kind),
        config_schema=kind.config.model_json_schema(),
    )


def _mode(kind: connectors.Connector) -> Literal["pull", "push"]:
    return "pull" if kind.fetch else "push"


def _out(
    app: App,
    connection: Connection,
    each: connectors.Configured,
    dead_letters: int,
    last_run: Mapping[str, Any] | None,
) -> ConnectorOut:
    behaving = each.kind == "segment"
    return ConnectorOut(
        **{name: getattr(each, name) for name in ("id", "name", "kind", "enabled", "every_s", "failures")},
        **{
            name: getattr(each, name)
            for name in ("next_run_at", "last_run_at", "last_success_at", "last_error")
        },
        mode=_mode(each.connector),
        source=each.source.name,
        channel=each.source.channel,
        taxonomy=each.source.taxonomy,
        terms_note=each.source.terms_note,
        config=connectors.hidden_config(each),
        push_path=f"/api/v1/hooks/{each.push_key}" if each.push_key and not behaving else None,
        write_key=each.push_key if behaving else None,
        condition=connectors.condition(each, app.clock()),
        freshness=FreshnessOut.model_validate(
            connectors.freshness(connection, each.source.id), from_attributes=True
        ),
        dead_letters=dead_letters,
        last_run=ConnectorRunOut.model_validate(last_run) if last_run else None,
    )
