"""All commands under one name; errors are shown as one plain sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from pydantic import ValidationError
from typer.core import TyperGroup
from typer.main import get_command, get_group

from huiyin import __version__
from huiyin.cli.screen import complain
from huiyin.kit.errors import HuiyinError

# In the order of `huiyin --help`: where each command is found.
COMMANDS: Mapping[str, str] = {
    "demo": "demo:demo",
    "serve": "serve:serve",
    "ingest": "ingest:ingest",
    "connectors": "connectors:connectors",
    "facts": "facts:facts",
    "launches": "launches:launches",
    "report": "report:report",
    "alerts": "alerts:application",
    "cases": "cases:application",
    "actions": "programme:actions",
    "programme": "programme:programme",
    "interviews": "interviews:application",
    "customer": "customers:customer",
    "identify": "customers:identify",
    "churn": "churn:churn",
    "segments": "segments:segments",
    "cross": "segments:cross",
    "dossier": "privacy:dossier",
    "erase": "privacy:erase",
    "quality": "quality:quality",
    "coverage": "quality:coverage",
    "plan": "plan:application",
    "signals": "signals:signals",
    "summary": "summary:summary",
    "topics": "topics:topics",
    "opportunities": "opportunities:opportunities",
    "switching": "switching:switching",
    "survey": "surveys:application",
    "rebuild": "facts:rebuild",
    "lint-questions": "questions:lint_questions",
    "labels": "labels:application",
    "taxonomy": "taxonomy:application",
    "evaluate": "evaluate:evaluate",
    "train": "evaluate:train",
    "add-user": "users:add_user",
    "mcp": "assistants:mcp",
    "openapi": "openapi:openapi",
    "version": "app:version",
}
HIDDEN = {"openapi"}


class Commands(Mapping[str, Any]):
    """Every command by its name, read when it is asked for: all of them together take seconds."""

    def __getitem__(self, name: str) -> Any:
        module, _, member = COMMANDS[name].partition(":")
        found = getattr(import_module(f"huiyin.cli.{module}"), member)
        if not isinstance(found, typer.Typer):
            return get_command(_alone(found, name))
        group = get_group(found)
        group.name = name
        return group

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def _alone(function: Callable[..., None], name: str) -> typer.Typer:
    made = typer.Typer(add_completion=False)
    made.command(name, hidden=name in HIDDEN)(function)
    return made


class _Group(TyperGroup):
    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = Commands()  # type: ignore[assignment]


application = typer.Typer(
    name="huiyin",
    cls=_Group,
    # Without it no group of commands is made where none is registered.
    callback=lambda: None,
    help="Huiyin 回音: every voice gets an answer. Start with: huiyin demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def version() -> None:
    """Print the version."""
    typer.echo(f"huiyin {__version__}")


def main() -> None:
    """Run the command line; an expected error ends it with status 1 and one sentence."""
    try:
        application()
    except HuiyinError as error:
        complain(error)
        sys.exit(1)
    except ValidationError as error:
        for problem in error.errors():
            typer.secho(f"setting {'.'.join(map(str, problem['loc']))}: {problem['msg']}", err=True, fg="red")
        sys.exit(1)
