"""What the demo company has connected: a folder where dealers drop opinion cards, and a form that posts by itself."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.collect import connectors
from huiyin.demo.world import World, speak
from huiyin.kit.clock import Clock

FOLDER = "inbox"
CARDS, POSTED = 90, 24
# Cards lie about until somebody types them in; a form is posted at once.
CARD_DAYS = 21
FORM_MINUTES = 40
_TITLES = ("编号", "提交时间", "车型", "评分", "意见", "称呼")
_TERMS = "自有渠道，填写时已取得同意。"
# Somebody typed these by hand: they wait among the dead letters, with what would be right.
_SPOILED = (
    ("C-901", "2026-13-05 10:20", "澄野S7", "4", "展厅接待很热情", "孙先生"),
    ("C-902", "昨天下午", "澄野C3", "5", "试驾路线安排得好", "何女士"),
)


def connect_sources(app: Installation, world: World, by: access.Principal) -> None:
    """Connect both sources and let what lies there come in, by the same code that asks sources on schedule."""
    said = _said(world, np.random.default_rng([world.plan.seed, 5]), app.clock)
    now = app.clock()
    folder = app.settings.home / FOLDER
    # As if dropped this morning: what somebody may still be writing is not read.
    _drop_cards(
        folder / f"dealer-cards-{world.plan.end:%Y-%m}.csv", islice(said, CARDS), now - timedelta(hours=1)
    )
    cards = connectors.NewConnector(
        name="门店意见卡",
        kind="folder",
        taxonomy="automotive",
        channel="survey",
        config={"path": str(folder), "pattern": "*.csv", "defaults": {"rating_scale": 5}},
        every_s=300,
        terms_note=_TERMS,
    )
    form = connectors.NewConnector(
        name="官网留言",
        kind="webhook",
        taxonomy="automotive",
        channel="service",
        config={
            "items": "messages",
            "mapping": {
                "external_id": "id",
                "text": "content",
                "occurred_at": "at",
                "product": "car",
                "author": "name",
            },
        },
        terms_note=_TERMS,
    )
    with app.ledger.write() as connection:
        asked = connectors.create_connector(connection, cards, clock=app.clock, by=by.username)
        pushed = connectors.create_connector(connection, form, clock=app.clock, by=by.username)
    connectors.run_connector(app.ledger, app.settings, asked.id, clock=app.clock)
    messages = [_message(voice, now) for voice in islice(said, POSTED)]
    body = json.dumps({"messages": messages}, ensure_ascii=False)
    with app.ledger.write() as connection:
        request = connectors.Pushed({}, body.encode())
        connectors.take_pushed(connection, app.settings, pushed, request, clock=app.clock)


def _said(world: World, rng: np.random.Generator, clock: Clock) -> Iterator[dict[str, Any]]:
    """Return everyday words of owners about a car, with the place of each in the time they were said in, 0 to 1."""
    for number, voice in enumerate(speak(world, rng, clock), 1):
        if voice["taxonomy"] == "automotive" and voice["product"] and voice["text"]:
            yield {**voice, "number": number, "place": float(rng.random())}


def _drop_cards(path: Path, voices: Iterable[Mapping[str, Any]], dropped: datetime) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_TITLES)
        writer.writerows(_card(voice, dropped) for voice in voices)
        writer.writerows(_SPOILED)
    os.utime(path, (dropped.timestamp(), dropped.timestamp()))


def _card(voice: Mapping[str, Any], dropped: datetime) -> tuple[str, ...]:
    written = dropped - timedelta(days=CARD_DAYS * voice["place"])
    return (
        f"C-{voice['number']}",
        written.isoformat(timespec="minutes"),
        voice["product"],
        str(int(voice["rating"])) if voice["rating"] and voice["rating_scale"] == 5 else "",
        voice["text"],
        voice["author"] or "",
    )


def _message(voice: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    return {
        "id": f"M-{voice['number']}",
        "at": (now - timedelta(minutes=FORM_MINUTES * voice["place"])).isoformat(),
        "car": voice["product"],
        "content": voice["text"],
        "name": voice["author"],
    }
