"""`huiyin lint-questions`: check how the questions of a questionnaire or an interview guide are worded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.text import Text

from huiyin.cli.screen import out
from huiyin.collect import wording
from huiyin.kit.errors import InvalidInputError

FORMS: dict[str, Literal["text", "csv", "surveyjs"]] = {".csv": "csv", ".json": "surveyjs"}


def lint_questions(
    files: Annotated[list[Path], typer.Argument(help="Text, Markdown, CSV or SurveyJS JSON files.")],
    goal: Annotated[list[str] | None, typer.Option(help="What you want to find out; repeat it.")] = None,
) -> None:
    """Check the wording of questions and the completeness of scales; exit status 2 when something was found."""
    linted = [(path, one) for path in files for one in wording.lint_document(_read(path), _form(path))]
    for path, one in linted:
        if one.findings:
            _show(path, one)
    findings = sum(len(one.findings) for _, one in linted)
    out.print(f"{len(linted)} questions, {findings} findings", highlight=False)
    if goal:
        _show_coverage(goal, [one for _, one in linted])
    if findings:
        raise typer.Exit(2)


def _read(path: Path) -> str:
    if not path.is_file():
        raise InvalidInputError(f"{path} is no file", field="files", expected="a text, CSV or JSON file")
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def _form(path: Path) -> Literal["text", "csv", "surveyjs"]:
    return FORMS.get(path.suffix.lower(), "text")


def _show(path: Path, one: wording.Linted) -> None:
    question = one.located.question
    out.print(f"[bold]{path.name}[/] {one.located.place}", highlight=False)
    words = Text(question.text)
    for finding in one.findings:
        words.stylize("underline yellow", finding.span.start, finding.span.end)
    out.print(Text.assemble("  ", words), soft_wrap=True)
    chinese = question.language == "zh"
    for finding in one.findings:
        text = wording.rule_text(finding.rule)
        name, why, how = (
            (text.zh, text.why_zh, text.how_zh) if chinese else (text.en, text.why_en, text.how_en)
        )
        marked = finding.span.of(question.text).replace("\n", " / ")
        out.print(Text(f"  {name} “{marked}”: {why}"), soft_wrap=True)
        for line in (finding.rewrite or how).splitlines():
            out.print(Text(f"    → {line}", style="green"), soft_wrap=True)


def _show_coverage(goals: list[str], linted: list[wording.Linted]) -> None:
    coverage = wording.cover_goals(goals, [one.located.question for one in linted])
    for goal, places in zip(goals, coverage.served, strict=True):
        asked = ", ".join(linted[place].located.place for place in places) or "no question asks for it"
        out.print(Text(f"  {goal}: {asked}"), soft_wrap=True)
    if coverage.aimless:
        names = ", ".join(linted[place].located.place for place in coverage.aimless)
        out.print(Text(f"  serve no goal: {names}"), soft_wrap=True)
