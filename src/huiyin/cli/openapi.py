"""`huiyin openapi`: the API's contract as JSON, from which the client's types are made."""

from __future__ import annotations

import json

import typer
from fastapi import FastAPI

from huiyin import __version__
from huiyin.web.app import api_router


def openapi() -> None:
    """Print the OpenAPI document."""
    api = FastAPI(title="Huiyin 回音", version=__version__)
    api.include_router(api_router())
    typer.echo(json.dumps(api.openapi(), ensure_ascii=False, indent=2))
