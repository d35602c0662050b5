"""`huiyin cases …`: the inbox in a terminal: what must move next, open one, resolve one. Works while the server runs."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from huiyin import act
from huiyin.act import CasePriority, CaseState
from huiyin.cli.ledgers import opened_ledger
from huiyin.cli.screen import Grid, out, table
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings

application = typer.Typer(help="Cases: list, show, open, resolve.", no_args_is_help=True)
CaseId = Annotated[int, typer.Argument(help="The case's number, as `huiyin cases list` shows it.", min=1)]
_OPEN = (CaseState.OPEN, CaseState.WAITING)


@application.command("list")
def list_all(
    owner: Annotated[str | None, typer.Option(help="Only this owner's.")] = None,
    *,
    late: Annotated[bool, typer.Option("--late", help="Only those whose clock has run out.")] = False,
    resolved: Annotated[bool, typer.Option("--resolved", help="Only resolved ones.")] = False,
    top: Annotated[int, typer.Option(help="How many lines.", min=1, max=500)] = 50,
) -> None:
    """Show the inbox, what must move next on top."""
    with opened_ledger() as (ledger, settings), ledger.read() as connection:
        cases = act.list_cases(
            connection,
            states=(CaseState.RESOLVED,) if resolved else _OPEN,
            owner=owner,
            late_at=utc_now() if late else None,
            limit=top,
        )
        if not cases:
            out.print("no such case")
            return
        out.print(_grid(cases, settings))


@application.command("show")
def show(case_id: CaseId) -> None:
    """Show one case with its history."""
    with opened_ledger() as (ledger, settings), ledger.read() as connection:
        case = act.get_case(connection, case_id)
        history = act.case_history(connection, case_id)
        out.print(_grid([case], settings))
        for name, text in (("root cause", case.root_cause), ("resolution", case.resolution)):
            if text:
                out.print(f"{name}: {text}", highlight=False, markup=False)
        for each in history:
            at = each.at.astimezone(settings.zone)
            out.print(
                f"{at:%Y-%m-%d %H:%M}  {each.actor}  {each.kind}  {each.note}", highlight=False, markup=False
            )


@application.command("open")
def open_one(
    title: Annotated[str, typer.Argument(help="What it is about.")],
    owner: Annotated[str, typer.Option(help="Who owns it.")],
    voice: Annotated[
        int | None, typer.Option(help="The voice it comes from; its customer comes along.", min=1)
    ] = None,
    priority: Annotated[CasePriority, typer.Option(help="How fast it must move.")] = CasePriority.NORMAL,
    team: Annotated[str, typer.Option(help="The team behind the owner.")] = "",
) -> None:
    """Open a case and start its clocks."""
    draft = act.CaseDraft(
        title=title,
        owner=owner,
        priority=priority,
        team=team,
        origin=act.CaseOrigin.MANUAL if voice is None else act.CaseOrigin.VOICE,
        origin_id=None if voice is None else str(voice),
        feedback_id=voice,
    )
    with opened_ledger() as (ledger, settings), ledger.write() as connection:
        policy = act.usual_policy(settings.zone)
        case = act.open_case(connection, draft, policy=policy, by=getpass.getuser(), clock=utc_now)
        until = case.respond_by.astimezone(settings.zone)
    out.print(f"case {case.id} opened; first answer by {until:%Y-%m-%d %H:%M}", highlight=False)


@application.command("resolve")
def resolve(
    case_id: CaseId,
    resolution: Annotated[str, typer.Argument(help="How it was solved.")],
    cause: Annotated[str | None, typer.Option(help="The root cause.")] = None,
    *,
    ask: Annotated[bool, typer.Option(help="Ask the customer whether it helped.")] = True,
) -> None:
    """Resolve a case; the customer is asked whether it helped, where that is allowed."""
    change = act.CaseChange(state=CaseState.RESOLVED, resolution=resolution, root_cause=cause)
    with opened_ledger() as (ledger, settings), ledger.write() as connection:
        policy = act.usual_policy(settings.zone)
        case = act.change_case(
            connection, case_id, change, policy=policy, by=getpass.getuser(), clock=utc_now
        )
        asked = (
            act.ask_after(
                connection,
                case,
                taxonomy=settings.default_taxonomy,
                public_url=settings.base_url,
                mails=bool(settings.smtp_host),
                clock=utc_now,
            )
            if ask
            else None
        )
    out.print(f"case {case_id} resolved", highlight=False)
    if asked is not None:
        said = (
            "the customer was asked by mail" if asked.mailed else asked.link or f"not asked: {asked.reason}"
        )
        out.print(said, highlight=False, markup=False)


def _grid(cases: list[act.Case], settings: Settings) -> Grid:
    grid = table("id", "title", "state", "priority", "owner", "team", "due", "late", wrap=())
    now = utc_now()
    for each in cases:
        due = (each.respond_by if each.responded_at is None else each.resolve_by).astimezone(settings.zone)
        late = "late" if each.late(now) else ""
        grid.add_row(
            str(each.id),
            each.title,
            each.state,
            each.priority,
            each.owner,
            each.team,
            f"{due:%m-%d %H:%M}",
            late,
        )
    return grid
