"""`huiyin interviews`: studies, transcripts, and what the coded conversations say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection

from huiyin.bootstrap import open_ledger_of
from huiyin.cli.screen import Grid, out
from huiyin.collect import interviews
from huiyin.collect.speech import is_recording, transcribe
from huiyin.kit.clock import utc_now
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.stats import Estimate

application = typer.Typer(
    help="Interviews and focus groups: studies, transcripts, codes, quotes.", no_args_is_help=True
)
BY = "command line"
Study = Annotated[int, typer.Argument(help="The study's id, as `huiyin interviews list` shows it.")]


@application.command("list")
def list_all() -> None:
    """List the studies."""
    grid = Grid("id", "study", "kind", "conversations", "heard", box=None, pad_edge=False)
    with _reading() as connection:
        for study in interviews.list_studies(connection):
            held = interviews.conversations_of(connection, study.id)
            heard = f"{sum(one.heard for one in held)}/{sum(one.participants for one in held)}"
            grid.add_row(str(study.id), study.title, study.kind.value, str(len(held)), heard)
    out.print(grid)


@application.command("new")
def new(
    title: Annotated[str, typer.Argument(help="What the study is called.")],
    kind: Annotated[interviews.StudyKind, typer.Option(help="Single interviews or focus groups.")] = (
        interviews.StudyKind.INTERVIEW
    ),
    goal: Annotated[list[str] | None, typer.Option(help="What it is to find out; repeat it.")] = None,
    guide: Annotated[Path | None, typer.Option(help="The guide, a text file.")] = None,
    taxonomy: Annotated[str | None, typer.Option(help="Whose aspects the codes stand for.")] = None,
) -> None:
    """Begin a study."""
    settings = Settings()
    words = guide.read_text(encoding="utf-8") if guide else ""
    with _writing(settings) as connection:
        study = interviews.create_study(
            connection,
            title=title,
            kind=kind,
            goals=goal or [],
            guide=words,
            taxonomy=taxonomy or settings.default_taxonomy,
            by=BY,
            clock=utc_now,
        )
    out.print(f"study {study.id}: {study.title}", highlight=False)


@application.command("add")
def add(
    study: Study,
    files: Annotated[list[Path], typer.Argument(help="docx, WebVTT, SRT or text, a conversation a file.")],
    consent: Annotated[bool, typer.Option(help="The participants agreed to be analysed.")] = False,
    quotable: Annotated[bool, typer.Option(help="They also agreed to be quoted.")] = False,
    held: Annotated[datetime | None, typer.Option(help="When it was held; now if left out.")] = None,
) -> None:
    """Bring transcripts in; without --consent nothing they say is analysed yet."""
    settings = Settings()
    given = interviews.Consent.GIVEN if consent else interviews.Consent.PENDING
    for path in files:
        if not path.is_file():
            raise InvalidInputError(f"{path} is no file", field="files", expected="a transcript")
        content = transcribe(settings, path) if is_recording(path.name) else path.read_bytes()
        lines = interviews.read_lines(content, path.name)
        with _writing(settings) as connection:
            conversation = interviews.add_conversation(
                connection,
                study,
                title=path.stem[:80],
                held_at=(held or datetime.now(settings.zone)).replace(tzinfo=settings.zone),
                lines=lines,
                consent=given,
                quotable=quotable,
                by=BY,
                clock=utc_now,
            )
            interviews.sync_voices(connection, conversation, zone=settings.zone, by=BY, clock=utc_now)
        speakers = len({line.label for line in lines})
        out.print(f"{path.name}: {len(lines)} turns of {speakers} speakers", highlight=False)


@application.command("show")
def show(study: Study) -> None:
    """Show codes, agreement of the coders, saturation, and who had the talk."""
    with _reading() as connection:
        found = interviews.get_study(connection, study)
        out.print(f"[bold]{found.title}[/]", highlight=False)
        _show_codes(connection, study)
        _show_saturation(interviews.new_themes(connection, study))
        for held in interviews.conversations_of(connection, study):
            if held.heard > 1:
                _show_dominance(interviews.measure_dominance(connection, held.id))


@application.command("quotes")
def quotes(study: Study) -> None:
    """Write what may be quoted as CSV to stdout."""
    with _reading() as connection:
        typer.echo(interviews.quotes_csv(interviews.quotes_of(connection, study, quotable=True)), nl=False)


def _show_codes(connection: Connection, study: int) -> None:
    agreement = interviews.agree(connection, study)
    by_code = {one.code.id: one for one in agreement.codes}
    grid = Grid("code", "participants", "conversations", "share", "κ", "α", box=None, pad_edge=False)
    for theme in interviews.themes_of(connection, study):
        one = by_code[theme.code.id]
        grid.add_row(
            theme.code.name,
            str(theme.participants),
            str(theme.conversations),
            _written(theme.share),
            _written(one.kappa),
            _written(one.alpha),
        )
    out.print(grid)
    coders = ", ".join(agreement.coders) or "fewer than two coders are done"
    out.print(
        f"α over all codes {_written(agreement.alpha)}, {agreement.sentences} sentences, {coders}",
        highlight=False,
    )


def _show_saturation(themes: interviews.NewThemes) -> None:
    found = themes.found
    added = ", ".join(f"{one.title} +{new}" for one, new in zip(themes.conversations, found.new, strict=True))
    verdict = (
        f"saturated after {found.reached} conversations"
        if found.reached
        else f"not saturated: new codes in {found.run} further conversations must be ≤ {found.threshold:.0%}"
    )
    out.print(f"new codes: {added or 'nothing coded yet'}; {verdict}", highlight=False)


def _show_dominance(found: interviews.Dominance) -> None:
    people = ", ".join(
        f"{one.speaker.label} {_written(one.share)}{' dominant' if one.is_dominant else ''}"
        for one in found.people
    )
    out.print(
        f"{found.title}: Gini {found.gini:.2f}, evenness {found.evenness:.2f}; {people}", highlight=False
    )


def _written(estimate: Estimate) -> str:
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "—"
    return f"{estimate.value:.2f} ({estimate.low:.2f}–{estimate.high:.2f})"


@contextmanager
def _reading() -> Iterator[Connection]:
    ledger = open_ledger_of(Settings())
    try:
        with ledger.read() as connection:
            yield connection
    finally:
        ledger.close()


@contextmanager
def _writing(settings: Settings) -> Iterator[Connection]:
    ledger = open_ledger_of(settings)
    try:
        with ledger.write() as connection:
            yield connection
    finally:
        ledger.close()
