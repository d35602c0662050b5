"""Following the ledger: what was accepted becomes visible, and viewers are told."""

from __future__ import annotations

import polars as pl

from huiyin.analyse import Projected
from huiyin.bootstrap import Installation

MOST_ANNOUNCED = 50


class Following:
    """One round of the projection; the first round renews facts that an older analyser made."""

    def __init__(self, app: Installation) -> None:
        self._app = app
        self._checked = False

    def step(self) -> bool:
        """Project the next changes; return whether there may be more."""
        if not self._checked:
            self._renew()
        found = self._app.projector.step()
        if found is None:
            return False
        announce(self._app, found)
        return True

    def _renew(self) -> None:
        if self._app.projector.is_outdated():
            self._app.projector.rebuild()
        self._checked = True


def announce(app: Installation, found: Projected) -> None:
    """Tell viewers of the newest voices of a step; a bulk import is told by its newest few."""
    if found.voices.is_empty():
        return
    newest = found.voices.tail(MOST_ANNOUNCED)
    aspects = _aspects(found.opinions.filter(pl.col("feedback_id").is_in(newest.get_column("feedback_id"))))
    for voice in newest.to_dicts():
        app.hub.publish("voice", _voice(voice) | {"aspects": aspects.get(voice["feedback_id"], [])})
    app.hub.publish("tick", _tick(app, found))


def _voice(voice: dict[str, object]) -> dict[str, object]:
    kept = ("channel", "source", "product", "segment", "region", "text", "sentiment", "types", "language")
    times = {name: _utc(voice[name]) for name in ("occurred_at", "received_at")}
    return {"id": voice["feedback_id"]} | {name: voice[name] for name in kept} | times


def _aspects(opinions: pl.DataFrame) -> dict[int, list[dict[str, object]]]:
    found: dict[int, list[dict[str, object]]] = {}
    for row in opinions.select("feedback_id", "aspect", "sentiment").to_dicts():
        found.setdefault(row["feedback_id"], []).append(
            {"aspect": row["aspect"], "sentiment": row["sentiment"]}
        )
    return found


def _tick(app: Installation, found: Projected) -> dict[str, object]:
    newest, projected = found.watermark.newest_voice, found.watermark.projected_at
    lag = (projected - newest).total_seconds() * 1000 if newest else None
    return {
        "as_of": _utc(newest),
        "projected_at": _utc(projected),
        "voices": found.voices.height,
        "lag_ms": None if lag is None else round(lag),
    }


def _utc(moment: object) -> str | None:
    return None if moment is None else f"{moment}".replace(" ", "T") + "Z"
