"""Serving the built client: hashed assets for ever, the page for every other route."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
_MISSING = """<!doctype html><meta charset="utf-8"><title>Huiyin 回音</title>
<p>The web client is not built. Run <code>make client</code> and reload.</p>"""


class HashedAssets(StaticFiles):
    """Files whose name changes with their content, so browsers may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def install_client(api: FastAPI, static: Path = STATIC) -> None:
    """Mount the client; a route that is no file and no API is the client's own."""
    if (static / "assets").is_dir():
        api.mount("/assets", HashedAssets(directory=static / "assets"), name="assets")

    @api.get("/{path:path}", include_in_schema=False)
    def page(path: str, _request: Request) -> Response:
        if path.startswith("api/"):
            raise HTTPException(404, f"there is no /{path}")
        file = (static / path).resolve()
        if path and file.is_file() and file.is_relative_to(static.resolve()):
            return FileResponse(file)
        index = static / "index.html"
        if not index.exists():
            return HTMLResponse(_MISSING, status_code=503)
        return FileResponse(index, headers={"Cache-Control": "no-cache"})
