"""`huiyin serve`: the pages, the API and the work behind them in one process."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from huiyin import access
from huiyin.bootstrap import Installation, installation
from huiyin.cli.local import reachable
from huiyin.cli.screen import out
from huiyin.kit.errors import UnavailableError
from huiyin.kit.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
) -> None:
    """Start the server. The first visit, with the code printed here, makes the first administrator."""
    chosen = {"host": host, "port": port}
    settings = Settings(**{name: value for name, value in chosen.items() if value is not None})  # type: ignore[arg-type]
    check_port(settings)
    with installation(settings) as app:
        out.print(f"Huiyin listens on [bold]http://{settings.host}:{settings.port}[/]", highlight=False)
        run(app, setup_code=_announced_setup_code(app))


def _announced_setup_code(app: Installation) -> str | None:
    """Print the address that makes the first administrator; None where there is one already."""
    with app.ledger.read() as connection:
        if not access.setup_required(connection):
            return None
    code, host = access.new_setup_code(), app.settings.host
    out.print(
        f"\n  first visit  [bold]http://{host}:{app.settings.port}/setup?code={code}[/]\n"
        f"  set-up code  [bold]{code}[/]\n",
        highlight=False,
    )
    return code


class PortTakenError(UnavailableError):
    """Another program listens on the address."""

    code = "port_taken"


def check_port(settings: Settings) -> None:
    """Raise PortTakenError early, before minutes of work, when the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise PortTakenError(
                f"cannot listen on {settings.host}:{settings.port} ({error.strerror}); choose another with --port"
            ) from error


def run(app: Installation, *, setup_code: str | None = None) -> None:
    """Serve until interrupted; with a `setup_code` the first visitor must know it."""
    # The pages and the work behind them take most of a second to import, which `huiyin --help` need not wait for.
    import uvicorn

    from huiyin.web.app import create_app
    from huiyin.worker import background

    config = uvicorn.Config(
        create_app(app, background=background, setup_code=setup_code),
        host=app.settings.host,
        port=app.settings.port,
        log_level="warning",
        timeout_graceful_shutdown=3,
    )
    with reachable(app):
        uvicorn.Server(config).run()
