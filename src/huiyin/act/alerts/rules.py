"""Alert rules: what should make somebody look up from other work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.access import Principal
from huiyin.act.alerts.quiet_hours import parse_quiet_hours
from huiyin.act.errors import RuleNotFoundError
from huiyin.act.sending.targets import Target, TargetKind, kept_target, known_again, opened_target
from huiyin.act.stored_filters import check_filters, parse_filters
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_act import alert_rule

LONGEST_WINDOW_HOURS = 24 * 90


class AlertMetric(StrEnum):
    """The figure a rule watches."""

    NEGATIVE_CUSTOMERS = "negative_customers"
    VOICES = "voices"
    SHARE_NEGATIVE = "share_negative"


class AlertBasis(StrEnum):
    """What a figure is held against: a threshold alone, or also what its window usually brings."""

    THRESHOLD = "threshold"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule as a person writes it; a share's threshold lies in 0..1, the others are counts.

    `team` is told beside the targets, in `quiet_hours` (such as `22-8`) nobody is before they end; an alert that
    nobody takes within `escalate_hours` (0: never) goes to `escalate_team`.
    """

    name: str
    metric: AlertMetric
    window_hours: int
    threshold: float
    cooldown_hours: int = 24
    filters: Mapping[str, Any] = field(default_factory=dict)
    targets: Sequence[Target] = ()
    enabled: bool = True
    basis: AlertBasis = AlertBasis.THRESHOLD
    team: str = ""
    quiet_hours: str = ""
    escalate_hours: int = 0
    escalate_team: str = ""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What to change in a rule; None leaves a field as it is."""

    name: str | None = None
    metric: AlertMetric | None = None
    window_hours: int | None = None
    threshold: float | None = None
    cooldown_hours: int | None = None
    filters: Mapping[str, Any] | None = None
    targets: Sequence[Target] | None = None
    enabled: bool | None = None
    basis: AlertBasis | None = None
    team: str | None = None
    quiet_hours: str | None = None
    escalate_hours: int | None = None
    escalate_team: str | None = None


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One rule as it stands."""

    id: int
    name: str
    metric: AlertMetric
    window_hours: int
    threshold: float
    cooldown_hours: int
    filters: dict[str, Any]
    targets: tuple[Target, ...]
    enabled: bool
    created_by: str
    created_at: datetime
    updated_at: datetime
    last_fired_at: datetime | None
    basis: AlertBasis = AlertBasis.THRESHOLD
    team: str = ""
    quiet_hours: str = ""
    escalate_hours: int = 0
    escalate_team: str = ""
    standing_value: float | None = None


def create_rule(connection: Connection, draft: RuleDraft, *, by: Principal, clock: Clock) -> AlertRule:
    """Create a rule; raises `InvalidInputError` naming the field that is wrong."""
    _check(draft)
    check_filters(draft.filters)
    values = _columns(connection, draft) | {
        "created_by": by.username,
        "created_at": clock(),
        "updated_at": clock(),
    }
    insertion = insert(alert_rule).values(values).returning(alert_rule.c.id)
    return get_rule(connection, connection.execute(insertion).scalar_one())


def get_rule(connection: Connection, rule_id: int) -> AlertRule:
    """Return one rule; raises `RuleNotFoundError`, for a removed one too."""
    query = select(alert_rule).where(alert_rule.c.id == rule_id, alert_rule.c.removed_at.is_(None))
    row = connection.execute(query).one_or_none()
    if row is None:
        raise RuleNotFoundError(f"no alert rule has the id {rule_id}")
    return _rule(connection, row)


def list_rules(connection: Connection, *, enabled_only: bool = False) -> list[AlertRule]:
    """Return the rules in order of creation."""
    query = select(alert_rule).where(alert_rule.c.removed_at.is_(None)).order_by(alert_rule.c.id)
    if enabled_only:
        query = query.where(alert_rule.c.enabled)
    return [_rule(connection, row) for row in connection.execute(query)]


def change_rule(connection: Connection, rule_id: int, change: RuleChange, *, clock: Clock) -> AlertRule:
    """Change what is given; a target named again as it was shown keeps its address and its secret."""
    before = get_rule(connection, rule_id)
    given = {each.name: getattr(change, each.name) for each in fields(change)}
    draft = RuleDraft(
        **{name: getattr(before, name) if value is None else value for name, value in given.items()}
    )
    draft = replace(draft, targets=known_again(draft.targets, before.targets))
    _check(draft)
    check_filters(change.filters or {})
    changed = _columns(connection, draft) | {"updated_at": clock()}
    connection.execute(update(alert_rule).where(alert_rule.c.id == rule_id).values(changed))
    return get_rule(connection, rule_id)


def remove_rule(connection: Connection, rule_id: int, *, clock: Clock) -> None:
    """Take a rule away; the alerts it fired stay."""
    get_rule(connection, rule_id)
    connection.execute(
        update(alert_rule)
        .where(alert_rule.c.id == rule_id)
        .values(removed_at=clock(), enabled=False, targets=[])
    )


def _check(draft: RuleDraft) -> None:
    if not draft.name.strip():
        raise InvalidInputError("the name is empty", field="name", expected="some text")
    if not 1 <= draft.window_hours <= LONGEST_WINDOW_HOURS:
        raise InvalidInputError(
            "the window is out of range", field="window_hours", expected=f"1 to {LONGEST_WINDOW_HOURS}"
        )
    if draft.cooldown_hours < 0:
        raise InvalidInputError("the cooldown is negative", field="cooldown_hours", expected="0 or more")
    _check_threshold(draft)
    _check_routing(draft)
    parse_filters(draft.filters)
    for number, target in enumerate(draft.targets):
        _check_target(target, f"targets.{number}.address")


def _check_threshold(draft: RuleDraft) -> None:
    highest = 1 if draft.metric is AlertMetric.SHARE_NEGATIVE else float("inf")
    if not 0 < draft.threshold <= highest:
        raise InvalidInputError(
            "the threshold is out of range",
            field="threshold",
            expected="a share above 0, at most 1" if highest == 1 else "a count above 0",
        )


def _check_routing(draft: RuleDraft) -> None:
    if draft.quiet_hours.strip():
        parse_quiet_hours(draft.quiet_hours)
    if draft.escalate_hours < 0:
        raise InvalidInputError("the hours are negative", field="escalate_hours", expected="0 or more")
    if draft.escalate_hours and not draft.escalate_team.strip():
        raise InvalidInputError("escalate to whom?", field="escalate_team", expected="the name of a team")


def _check_target(target: Target, field_name: str) -> None:
    if target.kind is TargetKind.EMAIL:
        valid, expected = _is_mailbox(target.address), "one e-mail address"
    else:
        valid, expected = _is_web_address(target.address), "an http or https address"
    if not valid:
        raise InvalidInputError("the target's address is malformed", field=field_name, expected=expected)


def _is_mailbox(address: str) -> bool:
    name, at, domain = address.rpartition("@")
    return bool(name and at and domain) and address.isprintable() and not set(address) & set(" ,;<>\"'")


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _columns(connection: Connection, draft: RuleDraft) -> dict[str, Any]:
    return {
        "name": draft.name.strip(),
        "metric": draft.metric.value,
        "window_hours": draft.window_hours,
        "threshold": draft.threshold,
        "cooldown_hours": draft.cooldown_hours,
        "filters": dict(draft.filters),
        "targets": [kept_target(connection, target) for target in draft.targets],
        "enabled": draft.enabled,
        "basis": draft.basis.value,
        "team": draft.team.strip(),
        "quiet_hours": draft.quiet_hours.strip(),
        "escalate_hours": draft.escalate_hours,
        "escalate_team": draft.escalate_team.strip(),
    }


def _rule(connection: Connection, row: Row[Any]) -> AlertRule:
    return AlertRule(
        id=row.id,
        name=row.name,
        metric=AlertMetric(row.metric),
        window_hours=row.window_hours,
        threshold=row.threshold,
        cooldown_hours=row.cooldown_hours,
        filters=row.filters,
        targets=tuple(opened_target(connection, each) for each in row.targets),
        enabled=row.enabled,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
        last_fired_at=row.last_fired_at,
        basis=AlertBasis(row.basis),
        team=row.team,
        quiet_hours=row.quiet_hours,
        escalate_hours=row.escalate_hours,
        escalate_team=row.escalate_team,
        standing_value=row.standing_value,
    )
