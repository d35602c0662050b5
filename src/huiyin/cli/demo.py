"""`huiyin demo`."""

import typer


def demo() -> None:
    """Fill Huiyin with the demo world and open it."""
    raise typer.Exit(1)
