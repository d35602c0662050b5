"""Alert rules."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from huiyin import access, act
from huiyin.bootstrap import Installation
from huiyin.stats import Estimate
from huiyin.web.act.schemas import RowId, SpanOut, StoredFilters, VoiceSampleOut, letterhead
from huiyin.web.deps import Analyst, App, ReadConnection, WriteConnection
from huiyin.web.understand.schemas import EstimateOut

router = APIRouter(prefix="/alert-rules", tags=["act"])


class TargetIn(BaseModel):
    """Who is told; `secret` signs this target's webhooks instead of the installation's key."""

    kind: act.TargetKind
    address: str = Field(min_length=1, max_length=2000)
    secret: str | None = Field(None, min_length=8, max_length=200)


class TargetOut(BaseModel):
    """Who is told; the secret itself is never shown, a robot's or hook's address only by host and last letters."""

    kind: act.TargetKind
    address: str
    has_secret: bool


class RuleIn(BaseModel):
    """A threshold over a moving window, and who is told when."""

    name: str = Field(min_length=1, max_length=200)
    filters: StoredFilters = Field(default_factory=dict)
    metric: act.AlertMetric
    window_hours: int = Field(24, ge=1, le=24 * 90)
    threshold: float = Field(gt=0, allow_inf_nan=False, description="A count, or a share in 0..1.")
    cooldown_hours: int = Field(24, ge=0, le=24 * 90)
    targets: list[TargetIn] = Field(default_factory=list, max_length=20)
    enabled: bool = True
    basis: act.AlertBasis = Field(
        act.AlertBasis.THRESHOLD,
        description="`unusual`: the threshold must be reached and the same window of the weeks before be exceeded.",
    )
    team: str = Field("", max_length=80, description="A team that is told beside the targets.")
    quiet_hours: str = Field(
        "",
        max_length=5,
        description="Hours in which nobody is told before they end, such as 22-8; empty for none.",
    )
    escalate_hours: int = Field(
        0,
        ge=0,
        le=24 * 30,
        description="Hours after which an alert nobody took goes to `escalate_team`; 0 for never.",
    )
    escalate_team: str = Field("", max_length=80)


class RuleChangeIn(BaseModel):
    """What to change in a rule; a target named again as it was shown keeps its address and its secret."""

    name: str | None = Field(None, min_length=1, max_length=200)
    filters: StoredFilters | None = None
    metric: act.AlertMetric | None = None
    window_hours: int | None = Field(None, ge=1, le=24 * 90)
    threshold: float | None = Field(None, gt=0, allow_inf_nan=False)
    cooldown_hours: int | None = Field(None, ge=0, le=24 * 90)
    targets: list[TargetIn] | None = Field(None, max_length=20)
    enabled: bool | None = None
    basis: act.AlertBasis | None = None
    team: str | None = Field(None, max_length=80)
    quiet_hours: str | None = Field(None, max_length=5)
    escalate_hours: int | None = Field(None, ge=0, le=24 * 30)
    escalate_team: str | None = Field(None, max_length=80)


class RuleOut(BaseModel):
    """A rule, and how often people found its alerts useful."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    filters: dict[str, Any]
    metric: act.AlertMetric
    window_hours: int
    threshold: float
    cooldown_hours: int
    targets: list[TargetOut]
    enabled: bool
    created_by: str
    created_at: datetime
    updated_at: datetime
    last_fired_at: datetime | None
    basis: act.AlertBasis
    team: str
    quiet_hours: str
    escalate_hours: int
    escalate_team: str
    precision: EstimateOut | None = Field(
        description="Share of judged alerts called useful; null before any."
    )


class RulesOut(BaseModel):
    """Every rule, in order of creation."""

    items: list[RuleOut]


class BaselineOut(BaseModel):
    """What the same window of the weeks before leads to expect (95 % prediction interval); not `learned` from fewer than four."""

    model_config = ConfigDict(from_attributes=True)

    expected: float
    low: float
    high: float
    windows: int
    learned: bool


class RuleTrialOut(BaseModel):
    """What a rule reads now; `notified` targets got a test message."""

    estimate: EstimateOut
    baseline: BaselineOut | None
    threshold: float
    would_fire: bool
    cooling_down: bool
    window: SpanOut
    verbatims: list[VoiceSampleOut]
    notified: int


@router.get("", summary="Alert rules")
def get_rules(connection: ReadConnection, _user: Analyst) -> RulesOut:
    """Return the rules with the precision that people's answers give them."""
    precision = act.rule_precision(connection)
    return RulesOut(items=[_shown(rule, precision.get(rule.id)) for rule in act.list_rules(connection)])


@router.post("", status_code=201, summary="Create an alert rule")
def post_rule(body: RuleIn, app: App, connection: WriteConnection, user: Analyst) -> RuleOut:
    """Create a rule; it is first read in the next round."""
    draft = act.RuleDraft(**_given(body) | {"targets": _targets(body.targets)})
    rule = act.create_rule(connection, draft, by=user, clock=app.clock)
    _record(connection, app, user, "alert_rule.created", rule.id)
    return _shown(rule, None)


@router.patch("/{rule_id}", summary="Change an alert rule")
def patch_rule(
    rule_id: RowId, body: RuleChangeIn, app: App, connection: WriteConnection, user: Analyst
) -> RuleOut:
    """Change what is given."""
    targets = None if body.targets is None else _targets(body.targets)
    change = act.RuleChange(**_given(body) | {"targets": targets})
    rule = act.change_rule(connection, rule_id, change, clock=app.clock)
    _record(connection, app, user, "alert_rule.changed", rule_id)
    return _shown(rule, act.rule_precision(connection).get(rule_id))


@router.delete("/{rule_id}", status_code=204, summary="Remove an alert rule")
def delete_rule(rule_id: RowId, app: App, connection: WriteConnection, user: Analyst) -> None:
    """Remove a rule; the alerts it fired stay."""
    act.remove_rule(connection, rule_id, clock=app.clock)
    _record(connection, app, user, "alert_rule.removed", rule_id)


@router.post("/{rule_id}/test", summary="Try an alert rule")
def post_rule_test(
    rule_id: RowId,
    app: App,
    user: Analyst,
    notify: Annotated[bool, Query(description="Also send a test message to every target.")] = True,
) -> RuleTrialOut:
    """Read the rule now without firing it."""
    with app.ledger.read() as connection:
        rule = act.get_rule(connection, rule_id)
    trial = act.try_rule(app.facts, rule, now=app.clock(), minimum_n=app.settings.minimum_n)
    notified = 0
    if notify and (rule.targets or rule.team):
        with app.ledger.write() as connection:
            notified = act.tell_trial(connection, rule, trial, clock=app.clock, letterhead=letterhead(app))
            _record(connection, app, user, "alert_rule.tested", rule_id)
    reading = trial.reading
    return RuleTrialOut(
        estimate=EstimateOut.model_validate(reading.estimate),
        baseline=None if reading.baseline is None else BaselineOut.model_validate(reading.baseline),
        threshold=rule.threshold,
        would_fire=trial.would_fire,
        cooling_down=trial.cooling_down,
        window=SpanOut(from_=reading.window_from, to=reading.window_to),
        verbatims=[VoiceSampleOut.model_validate(verbatim) for verbatim in reading.verbatims],
        notified=notified,
    )


def _given(body: RuleIn | RuleChangeIn) -> dict[str, Any]:
    return {name: getattr(body, name) for name in type(body).model_fields if name != "targets"}


def _targets(targets: list[TargetIn]) -> tuple[act.Target, ...]:
    return tuple(act.Target(kind=each.kind, address=each.address, secret=each.secret) for each in targets)


def _shown(rule: act.AlertRule, precision: Estimate | None) -> RuleOut:
    values = {
        name: getattr(rule, name) for name in RuleOut.model_fields if name not in {"targets", "precision"}
    }
    targets = [
        TargetOut(kind=each.kind, address=act.shown_address(each), has_secret=each.secret is not None)
        for each in rule.targets
    ]
    shown = None if precision is None else EstimateOut.model_validate(precision)
    return RuleOut(**values, targets=targets, precision=shown)


def _record(
    connection: WriteConnection, app: Installation, user: access.Principal, event: str, rule_id: int
) -> None:
    access.record(connection, event, clock=app.clock, by=user, object_kind="alert_rule", object_id=rule_id)
