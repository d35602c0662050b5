"""`huiyin plan …`: from goals to channels, metrics and sample sizes; the fieldwork beside the plan."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from huiyin.cli.ledgers import opened_ledger
from huiyin.cli.screen import out, table
from huiyin.collect import plan as room
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger

application = typer.Typer(help="Collection plan: goals, channels, sizes, fieldwork.", no_args_is_help=True)
Goals = Annotated[list[room.Goal], typer.Option("--goal", help="What is to be learned; may be repeated.")]
Margin = Annotated[float, typer.Option(help="Half the width of an interval, as a share.")]
Population = Annotated[
    int | None, typer.Option(help="Size of the base; the customers in the ledger if left out.")
]
Rate = Annotated[float, typer.Option("--response-rate", help="Share of invited people who answer.")]
Groups = Annotated[int, typer.Option(help="Into how many groups results are split.")]


@application.command("propose")
def propose(
    goals: Goals,
    margin: Margin = 0.05,
    population: Population = None,
    rate: Rate = 0.2,
    groups: Groups = 1,
) -> None:
    """Show the channels, metrics and sizes that the rules propose for the goals; nothing is kept."""
    with opened_ledger() as (ledger, _):
        _show_targets(_proposed(ledger, goals, margin, population, rate, groups))


@application.command("keep")
def keep(
    title: Annotated[str, typer.Argument(help="What the plan is called.")],
    goals: Goals,
    starts: Annotated[
        str | None, typer.Option(help="YYYY-MM-DD in its first week; this week if left out.")
    ] = None,
    weeks: Annotated[int, typer.Option(help="How many weeks it runs.")] = 12,
    margin: Margin = 0.05,
    population: Population = None,
    rate: Rate = 0.2,
    groups: Groups = 1,
) -> None:
    """Keep the proposal as a plan that the fieldwork is followed against."""
    with opened_ledger() as (ledger, settings):
        targets = _proposed(ledger, goals, margin, population, rate, groups)
        begins = _day(starts) if starts else utc_now().astimezone(settings.zone).date()
        with ledger.write() as connection:
            kept = room.create_plan(
                connection,
                title=title,
                goals=goals,
                targets=targets,
                starts_on=begins,
                weeks=weeks,
                by="command line",
                clock=utc_now,
            )
        _show_fieldwork(ledger, settings, kept)


@application.command("show")
def show() -> None:
    """Show every plan with the people heard so far beside what it has by then."""
    with opened_ledger() as (ledger, settings):
        with ledger.read() as connection:
            plans = room.list_plans(connection)
        for kept in plans:
            _show_fieldwork(ledger, settings, kept)
        if not plans:
            out.print("no plan yet: huiyin plan keep TITLE --goal product")


def _proposed(
    ledger: Ledger,
    goals: list[room.Goal],
    margin: float,
    population: int | None,
    rate: float,
    groups: int,
) -> list[room.Target]:
    with ledger.read() as connection:
        base = population or room.count_customers(connection) or None
    return room.propose(goals, margin=margin, population=base, response_rate=rate, groups=groups)


def _show_targets(targets: list[room.Target]) -> None:
    grid = table("goal", "channel", "metric", "people", "invite", "margin", "why")
    for one in targets:
        people = f"{one.people:,}" if one.people else "all"
        invite = f"{one.invitations:,}" if one.invitations > one.people else ""
        margin = f"±{one.margin:.0%}" if one.margin else ""
        grid.add_row(one.goal.value, one.channel.value, one.metric, people, invite, margin, one.en)
    out.print(grid)


def _show_fieldwork(ledger: Ledger, settings: Settings, kept: room.Plan) -> None:
    with ledger.read() as connection:
        progress = room.follow(connection, kept, zone=settings.zone, clock=utc_now)
    goals = ", ".join(goal.value for goal in kept.goals)
    out.print(f"[bold]{kept.title}[/]  {goals}  from {kept.starts_on}, {kept.weeks} weeks", highlight=False)
    grid = table("channel", "planned", "heard", "due by now", "behind")
    for one in progress:
        due = one.weeks[-1].planned_by_then if one.weeks else None
        grid.add_row(
            one.channel.value,
            "all" if one.planned is None else f"{one.planned:,}",
            f"{one.heard:,}",
            "" if due is None else f"{due:,}",
            f"{one.behind:,}" if one.behind else "",
        )
    out.print(grid)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInputError(f"{text!r} is no day", field="starts", expected="YYYY-MM-DD") from error
