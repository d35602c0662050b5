"""`huiyin facts`: what most customers say, in a terminal; `huiyin rebuild`: the facts anew."""

from __future__ import annotations

import typer

from huiyin.bootstrap import installation
from huiyin.cli.screen import err, out
from huiyin.kit.settings import Settings


def rebuild() -> None:
    """Analyse everything again with today's analyser and taxonomies, then swap it in."""
    with installation(Settings()) as app, err.status("analysing everything again…"):
        count = app.projector.rebuild()
    out.print(f"{count:,} voices analysed again", highlight=False)


def facts() -> None:
    """Show the facts."""
    raise typer.Exit(1)
