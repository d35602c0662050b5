"""What the things of the audit log are called, where there still are such things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from huiyin.access import AuditEntry
from huiyin.store.ledger.tables_access import api_token, app_user
from huiyin.store.ledger.tables_act import action, alert_rule, customer_case
from huiyin.store.ledger.tables_launches import watched_event
from huiyin.store.ledger.tables_reports import report
from huiyin.store.ledger.tables_teamwork import team_target
from huiyin.understand import signals
from huiyin.understand.names import AspectNames, Name

# Customers are left out: the log tells what colleagues did, and is no list of whom they looked at.
_NAMES = {
    "action": action.c.title,
    "alert_rule": alert_rule.c.name,
    "api_token": api_token.c.name,
    "app_user": app_user.c.display_name,
    "case": customer_case.c.title,
    "launch": watched_event.c.name,
    "report": report.c.name,
    "team_target": team_target.c.team,
}


def names_of(
    connection: Connection, entries: Iterable[AuditEntry], aspects: AspectNames
) -> dict[tuple[str, str], Name]:
    """Return names by kind and id; what is gone, or has no name of its own, is left out."""
    found: dict[tuple[str, str], Name] = {}
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for entry in entries:
        kind, key = entry.object_kind or "", entry.object_id or ""
        if kind == "taxonomy" and key in aspects:
            name = aspects.name(key)
            found[kind, key] = Name(name.zh, name.en)
        elif key.isdecimal():
            wanted[kind].add(int(key))
    for kind, ids in wanted.items():
        found |= {(kind, str(key)): name for key, name in _numbered(connection, kind, ids, aspects).items()}
    return found


def _numbered(connection: Connection, kind: str, ids: set[int], aspects: AspectNames) -> Mapping[int, Name]:
    if kind == "signal":
        known = signals.signals_by_id(connection, ids)
        return {key: Name(*signals.title(each, aspects)) for key, each in known.items()}
    if kind not in _NAMES:
        return {}
    key, name = _NAMES[kind].table.c.id, _NAMES[kind]
    rows = connection.execute(select(key, name.label("name")).where(key.in_(ids)))
    return {row.id: Name(row.name, row.name) for row in rows}
