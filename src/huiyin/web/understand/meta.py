"""What the filters offer."""

from __future__ import annotations

from fastapi import APIRouter

from huiyin import __version__, understand
from huiyin.text import signature
from huiyin.web.deps import App, ReadConnection, User
from huiyin.web.understand.query import RoomContext
from huiyin.web.understand.schemas import MetaOut

router = APIRouter(tags=["understand"])


@router.get(
    "/meta", summary="Channels, types, aspects, products, segments, regions, sources", response_model=MetaOut
)
def get_meta(app: App, context: RoomContext, connection: ReadConnection, _user: User) -> dict[str, object]:
    """Return every choice of the filter bar and what no chosen day means."""
    today = app.clock().astimezone(app.settings.zone).date()
    meta = understand.read_meta(context.facts, connection, context.names, today=today)
    return {
        "channels": meta.channels,
        "types": meta.types,
        "taxonomies": meta.taxonomies,
        "products": meta.products,
        "segments": meta.segments,
        "regions": meta.regions,
        "sources": meta.sources,
        "extent": meta.extent,
        "default_window": meta.default_window,
        "minimum_n": app.settings.minimum_n,
        "timezone": app.settings.timezone,
        "version": __version__,
        "analyser": signature(app.analyser),
        "demo": app.settings.demo,
        "summaries": app.language_model is not None,
    }
