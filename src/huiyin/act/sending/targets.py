"""Where messages go: mail boxes, robots of chat groups, hooks. What gives access to them is sealed in the ledger.

A robot's address holds its token, so the address of anything but a mail box is as secret as the key that signs:
both are kept sealed, and shown again only as far as a person needs to tell one from another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import Ledger, OpenRow, VaultError, is_sealed, seal_rows, vault_of
from huiyin.store.ledger.tables_act import alert_rule, notification
from huiyin.store.ledger.tables_reports import report
from huiyin.store.ledger.tables_teamwork import team_target

HIDDEN = "…"
_SEALED = "sealed:%"
_LAST = 4


class TargetKind(StrEnum):
    """How a target is reached."""

    WEBHOOK = "webhook"
    EMAIL = "email"
    DINGTALK = "dingtalk"
    FEISHU = "feishu"
    WECOM = "wecom"
    SLACK = "slack"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes; `secret` signs it where the receiver checks signatures.

    The address of a target whose key is lost is the sealed one: it reaches nobody until it is entered again.
    """

    kind: TargetKind
    address: str
    secret: str | None = None


def kept_target(connection: Connection, target: Target) -> dict[str, str | None]:
    """Return a target as the ledger keeps it. Raises InvalidInputError for an address that was only shown."""
    if HIDDEN in target.address:
        raise InvalidInputError(
            "this address was shown in part only", field="address", expected="the whole address"
        )
    hidden = target.kind is not TargetKind.EMAIL
    return {
        "kind": target.kind.value,
        "address": _seal(connection, target.address) if hidden else target.address,
        "secret": _seal(connection, target.secret) if target.secret else None,
    }


def opened_target(connection: Connection, kept: Mapping[str, Any]) -> Target:
    """Return a target that the ledger keeps; one sealed with a lost key stays sealed, without its secret."""
    kind, address, secret = TargetKind(kept["kind"]), str(kept["address"]), kept["secret"]
    try:
        return Target(kind, _unseal(connection, address), _unseal(connection, secret) if secret else secret)
    except VaultError:
        return Target(kind, address)


def known_again(new: Iterable[Target], old: Sequence[Target]) -> tuple[Target, ...]:
    """Return the new targets, with address and secret of the old one where they name it as it was shown."""
    return tuple(_known(target, old) for target in new)


def shown_address(target: Target) -> str:
    """Return as much of an address as may be shown.

    >>> shown_address(Target(TargetKind.DINGTALK, "https://oapi.example.com/robot/send?access_token=84c3f1"))
    'https://oapi.example.com/…c3f1'
    >>> shown_address(Target(TargetKind.EMAIL, "qa@example.com"))
    'qa@example.com'
    """
    if target.kind is TargetKind.EMAIL:
        return target.address
    if is_sealed(target.address):
        return HIDDEN
    parts = urlsplit(target.address)
    host = parts.netloc.rpartition("@")[2]
    if parts.path in ("", "/") and not parts.query:
        return f"{parts.scheme}://{host}"
    return f"{parts.scheme}://{host}/{HIDDEN}{target.address[-_LAST:]}"


def seal_targets(ledger: Ledger) -> int:
    """Seal what an earlier version kept open, or what an older key sealed; return how many rows that concerned."""
    return seal_rows(ledger, _open_ones)


def _known(target: Target, old: Sequence[Target]) -> Target:
    for each in old:
        if each.kind is target.kind and target.address in (each.address, shown_address(each)):
            return replace(each, secret=target.secret or each.secret)
    return target


def _seal(connection: Connection, text: str) -> str:
    return text if is_sealed(text) else vault_of(connection).seal(text)


def _unseal(connection: Connection, text: str) -> str:
    return vault_of(connection).unseal(text) if is_sealed(text) else text


def _open_ones(connection: Connection) -> list[OpenRow]:
    anew = vault_of(connection).holds_older_keys
    found: list[OpenRow] = []
    for table in (alert_rule, report):
        for row in connection.execute(select(table.c.id, table.c.targets)):
            targets = [_sealed_anew(connection, each) for each in row.targets]
            if targets != row.targets:
                found.append(OpenRow(table, row.id, {"targets": targets}))
    for table in (team_target, notification):
        columns = table.c
        query = select(columns.id, columns.kind, columns.address, columns.secret)
        for row_id, kind, address, secret in connection.execute(
            query if anew else query.where(_is_open(columns))
        ):
            before = {"address": address, "secret": secret}
            after = _sealed_anew(connection, {"kind": kind} | before)
            values = {name: after[name] for name in before}
            if values != before:
                found.append(OpenRow(table, row_id, values))
    return found


def _is_open(columns: Any) -> ColumnElement[bool]:
    address = and_(columns.kind != TargetKind.EMAIL.value, columns.address.not_like(_SEALED))
    return or_(address, and_(columns.secret.is_not(None), columns.secret.not_like(_SEALED)))


def _sealed_anew(connection: Connection, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return a kept target sealed with the newest key; one that no key opens stays as it is."""
    vault = vault_of(connection)
    hidden = ["secret"] if kept["kind"] == TargetKind.EMAIL.value else ["address", "secret"]
    try:
        return dict(kept) | {name: vault.seal(kept[name]) for name in hidden if kept[name]}
    except VaultError:
        return dict(kept)
