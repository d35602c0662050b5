"""`huiyin mcp`: let an assistant on this machine read the facts."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from huiyin.cli import local
from huiyin.cli.screen import err
from huiyin.client import Client
from huiyin.kit.errors import InvalidInputError, UnavailableError
from huiyin.kit.settings import Settings

TOKEN = "HUIYIN_TOKEN"  # noqa: S105 the name of a variable


def mcp(
    url: Annotated[
        str | None, typer.Option(help="Address of the server; left out: the one that runs on this folder.")
    ] = None,
) -> None:
    """Serve the facts to an assistant over MCP (stdio), with the rights of the API token in HUIYIN_TOKEN.

    It only reads; personal data is masked and names are left out. Without an address and a token it asks the
    server that runs on this machine's data folder.
    """
    try:
        from huiyin.mcp import assistant_server
    except ModuleNotFoundError as error:
        raise UnavailableError("this needs one more package: pip install 'huiyin[mcp]'") from error
    with _client(url) as client:
        err.print(f"reading {client.url}; an assistant may speak now", highlight=False)
        assistant_server(client).run()


def _client(url: str | None) -> Client:
    token = os.environ.get(TOKEN, "")
    if url is None:
        return local.client(Settings())
    if not token:
        raise InvalidInputError(
            f"{url} wants an API token", field=TOKEN, expected="a token from 设置 › API 令牌, scope read"
        )
    return Client(url, token)
