"""Following the ledger: what was accepted becomes visible, and viewers are told."""

from __future__ import annotations

from datetime import datetime, timedelta

import polars as pl

from huiyin.analyse import Projected
from huiyin.bootstrap import Installation
from huiyin.understand import Event, live_voice

MOST_ANNOUNCED = 20
NEWS = timedelta(minutes=5)


class Following:
    """One round of the projection."""

    def __init__(self, app: Installation) -> None:
        self._app = app

    def step(self) -> bool:
        """Project the next changes; return whether there may be more."""
        found = self._app.projector.step()
        if found is None:
            return False
        announce(self._app, found)
        return True


def announce(app: Installation, found: Projected) -> None:
    """Tell viewers of the newest voices of a step; a bulk import is told by its newest few."""
    newest = _just_heard(found).tail(MOST_ANNOUNCED)
    if newest.is_empty() or not app.hub.listeners:
        return
    aspects = _aspects(found.opinions, newest.get_column("feedback_id"))
    told = [
        live_voice(voice, aspects.get(voice["feedback_id"], []), app.names) for voice in newest.to_dicts()
    ]
    app.hub.publish(*(Event("voice", each.as_dict()) for each in told), Event("tick", _tick(found)))


def _just_heard(found: Projected) -> pl.DataFrame:
    """A voice that is read again, after a merge or an exclusion taken back, is no news."""
    if found.voices.is_empty():
        return found.voices
    return found.voices.filter(pl.col("received_at") >= found.watermark.projected_at - NEWS)


def _aspects(opinions: pl.DataFrame, wanted: pl.Series) -> dict[int, list[str]]:
    if opinions.is_empty():
        return {}
    kept = opinions.filter(pl.col("feedback_id").is_in(wanted.implode()))
    grouped = kept.group_by("feedback_id", maintain_order=True).agg(pl.col("aspect").unique())
    return dict(grouped.iter_rows())


def _tick(found: Projected) -> dict[str, object]:
    newest, projected = found.watermark.newest_voice, found.watermark.projected_at
    lag = (projected - newest).total_seconds() * 1000 if newest else None
    return {
        "as_of": _utc(newest),
        "projected_at": _utc(projected),
        "voices": found.voices.height,
        "lag_ms": None if lag is None else round(lag),
    }


def _utc(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.isoformat()}Z"
