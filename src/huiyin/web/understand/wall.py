"""The live wall: the last day by the hour, what rises, and how fresh each source is."""

from __future__ import annotations

import threading
import time
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary

from fastapi import APIRouter

from huiyin.charts import Language
from huiyin.understand import Hub
from huiyin.understand.live.wall import Wall, live_wall
from huiyin.web.deps import App, User
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import DatedOut, EstimateOut, Out, TableOut

router = APIRouter(tags=["understand"])
# Many open pages ask for the same picture; it is drawn once in so many seconds for all who may read everything.
KEPT_S = 5.0
_drawing = threading.Lock()
_kept: WeakKeyDictionary[Hub, dict[Language, tuple[float, Wall]]] = WeakKeyDictionary()


class WallChannelOut(Out):
    """What one channel brought in the last hours."""

    channel: str
    zh: str
    en: str
    voices: int
    negative: EstimateOut
    link: str


class RisingOut(Out):
    """Customers who complain of an aspect beside what four weeks let expect; `unusual` holds after correction."""

    aspect: str
    zh: str
    en: str
    customers: int
    expected: float
    low: float
    high: float
    unusual: bool
    link: str


class SourceFreshnessOut(Out):
    """How fresh a source is; `stale` when it is silent much longer than it ever is."""

    source: str
    voices: int
    last_at: datetime
    delay_p50_s: float
    delay_p95_s: float
    stale: bool


class WallOut(DatedOut):
    """The picture of the last 24 hours."""

    voices: int
    volume: dict[str, Any]
    volume_table: TableOut
    channels: list[WallChannelOut]
    rising: list[RisingOut]
    sources: list[SourceFreshnessOut]


@router.get("/live/wall", summary="The last 24 hours: volume, channels, what rises, freshness of each source")
def get_wall(app: App, asked: Question, user: User) -> WallOut:
    """Return the live wall; its hours are those before now, whatever window is asked for."""
    found = _shared(app, asked) if user.limits.whole else _drawn(app, asked)
    parts = {name: getattr(found, name) for name in ("voices", "channels", "rising", "sources")}
    return WallOut.model_validate(
        asked.dated | parts | {"volume": found.volume.option, "volume_table": found.volume.table}
    )


def _drawn(app: App, asked: Question) -> Wall:
    return live_wall(asked.context, now=app.clock(), zone=app.settings.zone, language=asked.language)


def _shared(app: App, asked: Question) -> Wall:
    with _drawing:
        kept = _kept.setdefault(app.hub, {})
        at, wall = kept.get(asked.language, (0.0, None))
        if wall is None or time.monotonic() - at > KEPT_S:
            wall = _drawn(app, asked)
            kept[asked.language] = (time.monotonic(), wall)
        return wall
