"""All commands under one name; errors are shown as one plain sentence."""

from __future__ import annotations

import sys

import typer
from pydantic import ValidationError

from huiyin import __version__
from huiyin.cli import (
    alerts,
    assistants,
    cases,
    churn,
    connectors,
    customers,
    demo,
    evaluate,
    facts,
    ingest,
    interviews,
    labels,
    launches,
    openapi,
    opportunities,
    plan,
    privacy,
    programme,
    quality,
    questions,
    report,
    segments,
    serve,
    signals,
    summary,
    surveys,
    switching,
    taxonomy,
    topics,
    users,
)
from huiyin.cli.screen import complain
from huiyin.kit.errors import HuiyinError

application = typer.Typer(
    name="huiyin",
    help="Huiyin 回音: every voice gets an answer. Start with: huiyin demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
application.command("demo")(demo.demo)
application.command("serve")(serve.serve)
application.command("ingest")(ingest.ingest)
application.command("connectors")(connectors.connectors)
application.command("facts")(facts.facts)
application.command("launches")(launches.launches)
application.command("report")(report.report)
application.add_typer(alerts.application, name="alerts")
application.add_typer(cases.application, name="cases")
application.command("actions")(programme.actions)
application.command("programme")(programme.programme)
application.add_typer(interviews.application, name="interviews")
application.command("customer")(customers.customer)
application.command("identify")(customers.identify)
application.command("churn")(churn.churn)
application.command("segments")(segments.segments)
application.command("cross")(segments.cross)
application.command("dossier")(privacy.dossier)
application.command("erase")(privacy.erase)
application.command("quality")(quality.quality)
application.command("coverage")(quality.coverage)
application.add_typer(plan.application, name="plan")
application.command("signals")(signals.signals)
application.command("summary")(summary.summary)
application.command("topics")(topics.topics)
application.command("opportunities")(opportunities.opportunities)
application.command("switching")(switching.switching)
application.add_typer(surveys.application, name="survey")
application.command("rebuild")(facts.rebuild)
application.command("lint-questions")(questions.lint_questions)
application.add_typer(labels.application, name="labels")
application.add_typer(taxonomy.application, name="taxonomy")
application.command("evaluate")(evaluate.evaluate)
application.command("train")(evaluate.train)
application.command("add-user")(users.add_user)
application.command("mcp")(assistants.mcp)
application.command("openapi", hidden=True)(openapi.openapi)


@application.command("version")
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
