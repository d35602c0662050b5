"""`huiyin survey …`: the surveys, what they found, their answers as a file, invitations. Works while the server runs."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from huiyin.act.sending.asking import post_letters
from huiyin.cli.ledgers import opened_ledger
from huiyin.cli.screen import out, table
from huiyin.collect import surveys
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.stats import Estimate

application = typer.Typer(help="Surveys: list, results, export, invite.", no_args_is_help=True)
SurveyId = Annotated[int, typer.Argument(help="The survey's number, as `huiyin survey list` shows it.")]
_COLUMNS = ("person", "name", "address", "segment", "region")


@application.command("list")
def list_all() -> None:
    """Show the surveys with their state and answers."""
    grid = table("id", "title", "state", "complete", "partial", "quota")
    with opened_ledger() as (ledger, _), ledger.read() as connection:
        for each in surveys.list_surveys(connection):
            quota = "–" if each.quota is None else str(each.quota)
            grid.add_row(
                str(each.id), each.title, each.state.value, str(each.complete), str(each.partial), quota
            )
    out.print(grid)


@application.command("results")
def results(survey_id: SurveyId) -> None:
    """Show what a survey found, each figure with its interval and n."""
    with opened_ledger() as (ledger, settings), ledger.read() as connection:
        survey = surveys.get_survey(connection, survey_id)
        found = surveys.question_results(survey.definition, surveys.read_sheets(connection, survey))
        work = surveys.fieldwork(connection, survey)
    rate = (
        "" if work.rr1 is None else f", {work.invited:,} invited, RR1 {_written(work.rr1, settings, 100)} %"
    )
    out.print(f"{survey.title}: {work.complete:,} complete, {work.partial:,} partial{rate}", highlight=False)
    for question in found:
        _show(question, settings)


@application.command("export")
def export(
    survey_id: SurveyId,
    to: Annotated[
        Path, typer.Option("--out", help="File to write: .csv, .xlsx, .sav, or .zip for SPSS syntax.")
    ],
    *,
    partial: Annotated[bool, typer.Option(help="Write partial responses too.")] = False,
) -> None:
    """Write the answers as a file, one row a response."""
    ending = to.suffix.lower().lstrip(".")
    kinds = {"csv": "csv", "xlsx": "xlsx", "sav": "sav", "zip": "sps"}
    if ending not in kinds:
        raise InvalidInputError(f"{to.name} has no known ending", field="out", expected=", ".join(kinds))
    with opened_ledger() as (ledger, _), ledger.read() as connection:
        survey = surveys.get_survey(connection, survey_id)
        sheets = surveys.read_sheets(connection, survey, partial=partial)
    to.write_bytes(surveys.export(survey.definition, sheets, surveys.FileKind(kinds[ending])))
    out.print(f"{len(sheets):,} responses written to {to}", highlight=False)


@application.command("invite")
def invite(
    survey_id: SurveyId,
    people: Annotated[
        Path, typer.Argument(help=f"CSV with the columns {', '.join(_COLUMNS)}; person is enough.")
    ],
    *,
    send: Annotated[bool, typer.Option(help="Send mails by the running server's outbox.")] = False,
    reminders: Annotated[int, typer.Option(min=0, max=3)] = 0,
    every_days: Annotated[int, typer.Option(min=1, max=60)] = 3,
    language: Annotated[str, typer.Option(help="One of the survey's languages.")] = "zh",
    also_bounced: Annotated[
        bool, typer.Option("--also-bounced", help="Try addresses once more that gave mails back.")
    ] = False,
) -> None:
    """Make a personal link for each person who may be asked now; print them, or send them with --send."""
    wanted = _people(people)
    with opened_ledger() as (ledger, settings), ledger.write() as connection:
        if send and not settings.smtp_host:
            raise InvalidInputError("mails are off", field="send", expected="HUIYIN_SMTP_HOST")
        survey = surveys.get_survey(connection, survey_id)
        invited = surveys.invite(connection, survey, wanted, clock=utc_now)
        if send:
            schedule = surveys.Schedule(reminders, every_days)
            letters = surveys.write_letters(
                connection,
                survey,
                invited,
                language=language,
                schedule=schedule,
                clock=utc_now,
                also_bounced=also_bounced,
            )
            post_letters(connection, letters, public_url=settings.base_url, clock=utc_now)
        dead = {}
        if send and not also_bounced:
            dead = surveys.dead_addresses(connection, invited, now=utc_now())
    for one in invited:
        link = f"{settings.base_url}/s/{survey.slug}?t={one.token}" if one.token else f"# {one.reason}"
        bounce = (
            f"\t# not mailed, the address gave mails back: {dead[one.address]}" if one.address in dead else ""
        )
        typer.echo(f"{one.person}\t{link}{bounce}")


def _people(path: Path) -> list[surveys.Invitee]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or "person" not in rows[0]:
        raise InvalidInputError(
            f"{path.name} has no column person", field="people", expected=", ".join(_COLUMNS)
        )
    return [
        surveys.Invitee(**{name: row.get(name) or None for name in _COLUMNS[1:]}, person=row["person"])
        for row in rows
        if row["person"]
    ]


def _show(question: surveys.QuestionResult, settings: Settings) -> None:
    score = (
        ""
        if question.score is None
        else f" · {question.metric or 'mean'} {_written(question.score, settings)}"
    )
    out.print(f"\n[bold]{question.title}[/] · n {question.answered:,}{score}", highlight=False)
    grid = table("", "count", "figure")
    for option in question.options:
        grid.add_row(option.text, f"{option.count:,}", _written(option.share, settings, 100) + " %")
    for item in question.items:
        figure = item.score or item.mean
        if item.kano is not None:
            leads = item.kano.leading.value if item.kano.leading else "–"
            counts = " ".join(f"{each.value} {count}" for each, count in item.kano.counts.items())
            grid.add_row(item.text, leads, counts)
        elif figure is not None:
            grid.add_row(item.text, f"{item.answered:,}", _written(figure, settings))
    if grid.row_count:
        out.print(grid)


def _written(estimate: Estimate, settings: Settings, factor: float = 1) -> str:
    guarded = estimate.guarded(settings.minimum_n)
    if not guarded.sufficient or guarded.value is None or guarded.low is None or guarded.high is None:
        return f"证据不足 (n {estimate.n})"
    return f"{guarded.value * factor:.2f} ({guarded.low * factor:.2f} – {guarded.high * factor:.2f})"
