"""`huiyin alerts …`: what fired, whether it was worth the time, and the rules behind it. Works while the server runs."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from huiyin import access, act
from huiyin.act import AlertBasis, AlertMetric, AlertState
from huiyin.cli.ledgers import opened_ledger
from huiyin.cli.screen import Grid, out, table
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.stats import Estimate

application = typer.Typer(help="Alerts: list, take, resolve, judge; rules.", no_args_is_help=True)
AlertId = Annotated[int, typer.Argument(help="The alert's number, as `huiyin alerts list` shows it.", min=1)]
RuleId = Annotated[int, typer.Argument(help="The rule's number, as `huiyin alerts rules` shows it.", min=1)]
Names = Annotated[list[str] | None, typer.Option(help="Only these. Repeatable.")]


@application.command("list")
def list_all(
    state: Annotated[
        list[AlertState] | None, typer.Option(help="Only in this state. Repeatable; open when left out.")
    ] = None,
    rule: Annotated[int | None, typer.Option(help="Only of this rule.", min=1)] = None,
    top: Annotated[int, typer.Option(help="How many lines.", min=1, max=500)] = 30,
) -> None:
    """Show what fired, newest first."""
    with opened_ledger() as (ledger, settings), ledger.read() as connection:
        found = act.list_alerts(connection, states=state or [AlertState.OPEN], rule_id=rule, limit=top)
    if not found:
        out.print("no such alert")
        return
    grid = table("id", "fired", "rule", "figure", "n", "state", "team", "useful", wrap=("rule", "figure"))
    for each in found:
        fired = each.fired_at.astimezone(settings.zone)
        judged = {True: "yes", False: "no", None: ""}[each.useful]
        grid.add_row(
            str(each.id),
            f"{fired:%m-%d %H:%M}",
            each.rule_name,
            act.headline(each),
            f"{each.estimate.n:,}",
            each.state,
            each.team,
            judged,
        )
    out.print(grid)


@application.command("take")
def take(alert_id: AlertId) -> None:
    """Take an alert: it is no longer escalated."""
    _change(alert_id, state=AlertState.ACKNOWLEDGED)


@application.command("resolve")
def resolve(alert_id: AlertId) -> None:
    """Close an alert."""
    _change(alert_id, state=AlertState.RESOLVED)


@application.command("judge")
def judge(
    alert_id: AlertId,
    useful: Annotated[bool, typer.Option("--useful/--useless", help="Was it worth the time?")],
) -> None:
    """Say whether an alert was worth the time: the answers make its rule's precision."""
    _change(alert_id, useful=useful)


@application.command("rules")
def rules() -> None:
    """Show every rule, and how often people found its alerts useful."""
    with opened_ledger() as (ledger, settings), ledger.read() as connection:
        found, precision = act.list_rules(connection), act.rule_precision(connection)
    if not found:
        out.print("no rule yet; `huiyin alerts add --help`")
        return
    out.print(_grid(found, precision, settings))


@application.command("add")
def add(
    name: Annotated[str, typer.Argument(help="What the rule is called.")],
    metric: Annotated[AlertMetric, typer.Option(help="The figure it watches.")],
    threshold: Annotated[float, typer.Option(help="A count, or a share in 0..1.")],
    hours: Annotated[int, typer.Option(help="The window up to now.")] = 24,
    basis: Annotated[
        AlertBasis, typer.Option(help="unusual: the same window of the weeks before must be exceeded too.")
    ] = AlertBasis.THRESHOLD,
    cooldown: Annotated[int, typer.Option(help="Hours until it may fire again.")] = 24,
    aspect: Names = None,
    product: Names = None,
    channel: Names = None,
    segment: Names = None,
    region: Names = None,
    source: Names = None,
    to: Annotated[
        list[str] | None, typer.Option(help="Who is told: email:ADDRESS, wecom:URL … Repeatable.")
    ] = None,
    team: Annotated[str, typer.Option(help="A team that is told beside them.")] = "",
    quiet_hours: Annotated[str, typer.Option(help="When nobody is told, such as 22-8.")] = "",
    escalate_hours: Annotated[int, typer.Option(help="Hours until one nobody took goes up; 0: never.")] = 0,
    escalate_team: Annotated[str, typer.Option(help="The team it goes up to.")] = "",
) -> None:
    """Make a rule."""
    named = {"aspect": aspect, "product": product, "channel": channel}
    named |= {"segment": segment, "region": region, "source": source}
    draft = act.RuleDraft(
        name,
        metric,
        hours,
        threshold,
        cooldown_hours=cooldown,
        filters={key: values for key, values in named.items() if values},
        targets=[_target(each) for each in to or []],
        basis=basis,
        team=team,
        quiet_hours=quiet_hours,
        escalate_hours=escalate_hours,
        escalate_team=escalate_team,
    )
    with opened_ledger() as (ledger, _), ledger.write() as connection:
        rule = act.create_rule(connection, draft, by=_operator(), clock=utc_now)
    out.print(f"rule {rule.id} watches", highlight=False)


@application.command("mute")
def mute(rule_id: RuleId) -> None:
    """Silence a rule until it is unmuted; its alerts stay."""
    _switch(rule_id, enabled=False)


@application.command("unmute")
def unmute(rule_id: RuleId) -> None:
    """Let a rule watch again."""
    _switch(rule_id, enabled=True)


@application.command("remove")
def remove(rule_id: RuleId) -> None:
    """Take a rule away for good; its alerts stay."""
    with opened_ledger() as (ledger, _), ledger.write() as connection:
        act.remove_rule(connection, rule_id, clock=utc_now)
    out.print(f"rule {rule_id} removed", highlight=False)


def _change(alert_id: int, *, state: AlertState | None = None, useful: bool | None = None) -> None:
    with opened_ledger() as (ledger, _), ledger.write() as connection:
        changed = act.change_alert(
            connection, alert_id, by=_operator(), clock=utc_now, state=state, useful=useful
        )
        precision = act.rule_precision(connection).get(changed.rule_id)
    told = "" if useful is None or precision is None else f"; useful so far: {_share(precision)}"
    out.print(f"alert {alert_id} {changed.state}{told}", highlight=False)


def _switch(rule_id: int, *, enabled: bool) -> None:
    with opened_ledger() as (ledger, _), ledger.write() as connection:
        act.change_rule(connection, rule_id, act.RuleChange(enabled=enabled), clock=utc_now)
    out.print(f"rule {rule_id} {'watches' if enabled else 'is muted'}", highlight=False)


def _operator() -> access.Principal:
    """Whoever may open the ledger's folder may do everything in it."""
    name = getpass.getuser()
    return access.Principal(0, name, name, access.Role.ADMIN)


def _target(written: str) -> act.Target:
    kind, colon, address = written.partition(":")
    if not colon or kind not in {each.value for each in act.TargetKind}:
        expected = ", ".join(f"{each.value}:…" for each in act.TargetKind)
        raise InvalidInputError(f"nobody is reached by {written!r}", field="to", expected=expected)
    return act.Target(act.TargetKind(kind), address)


def _grid(found: list[act.AlertRule], precision: dict[int, Estimate], settings: Settings) -> Grid:
    grid = table(
        "id",
        "rule",
        "fires at",
        "window",
        "watches",
        "last fired",
        "useful",
        "team",
        wrap=("rule", "fires at"),
    )
    for each in found:
        fired, known = each.last_fired_at, precision.get(each.id)
        only = ", ".join(str(value) for values in each.filters.values() for value in _listed(values))
        unusual = " and unusual" if each.basis is AlertBasis.UNUSUAL else ""
        grid.add_row(
            str(each.id),
            f"{each.name}\n{only}" if only else each.name,
            f"{each.metric} ≥ {each.threshold:g}{unusual}",
            f"{each.window_hours} h",
            "yes" if each.enabled else "muted",
            "never" if fired is None else f"{fired.astimezone(settings.zone):%m-%d %H:%M}",
            "" if known is None else _share(known),
            each.team,
        )
    return grid


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _share(estimate: Estimate) -> str:
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "—"
    return f"{estimate.value:.0%} [{estimate.low:.0%}–{estimate.high:.0%}], n = {estimate.n}"
