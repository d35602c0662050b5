"""`huiyin openapi`: the API's contract as JSON, from which the client's types are made."""

from __future__ import annotations

import json

import typer

from huiyin import __version__


def openapi() -> None:
    """Print the OpenAPI document."""
    # Every endpoint takes most of a second to import, which `huiyin --help` need not wait for.
    from fastapi import FastAPI

    from huiyin.web.app import api_router

    api = FastAPI(title="Huiyin 回音", version=__version__)
    api.include_router(api_router())
    typer.echo(json.dumps(api.openapi(), ensure_ascii=False, indent=2))
