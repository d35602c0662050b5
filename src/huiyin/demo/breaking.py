"""What breaks while somebody looks: since last night's release of the app, which went to one region first, the Bluetooth key
fails, so that one signal is of today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from huiyin.bootstrap import Installation
from huiyin.demo import aspects, grammar
from huiyin.demo.dice import Dice
from huiyin.demo.people import REGIONS, PersonKind
from huiyin.demo.seeding import accept_voices
from huiyin.demo.voicing import Stage, vehicle
from huiyin.demo.world import World

RELEASE, REGION = "5.3.0", "华南"
# What the ids of these voices begin with.
KEY = "key-"
SINCE = timedelta(hours=14)
SHARE, FEWEST = 0.0008, 12
# What somebody says of the key comes where people turn to when they stand before a locked car.
_SOURCES = ("售后热线", "车友论坛", "售后热线", "社交短帖")
_NEAR = 0.9


def break_keys(app: Installation, world: World) -> int:
    """Let owners report the key since last night; return the number of voices."""
    now = app.clock()
    rows = list(_rows(world, now, np.random.default_rng([world.plan.seed, 9])))
    return sum(accept_voices(app.ledger, app.settings.zone, rows, received_at=now))


def _rows(world: World, now: datetime, rng: np.random.Generator) -> Iterator[dict[str, Any]]:
    people, dice = world.people, Dice(rng)
    owners = np.flatnonzero(people.is_kind(PersonKind.OWNER) & (people.delivered < world.plan.days))
    near = people.region[owners] == REGIONS.index(REGION)
    chances = np.where(near, _NEAR / near.sum(), (1 - _NEAR) / (~near).sum())
    count = max(FEWEST, round(world.plan.voices * SHARE))
    told = {row["name"]: row for row in world.sources}
    templates = grammar.book("breaking")["key"]
    # One tells it, then many: complaints grow until now.
    moments = now - SINCE * (1 - np.sqrt(rng.random(count)))
    for place, person in enumerate(rng.choice(owners, count, replace=False, p=chances).tolist()):
        source = told[_SOURCES[place % len(_SOURCES)]]
        text = dice.pick(templates).say(dice, {})
        yield _row(world, source, person, text, moments[place], place)


def _row(
    world: World,
    source: dict[str, str],
    person: int,
    text: str,
    at: datetime,
    place: int,
) -> dict[str, Any]:
    handles, public = world.handles, source["channel"] == "social"
    metadata: dict[str, Any] = {"app_version": RELEASE}
    if not public:
        stage = Stage(world.plan, world.people, handles)
        metadata["vehicle"] = vehicle(stage, person, float(world.plan.days))
    return {
        **{name: source[name] for name in ("channel", "taxonomy")},
        "source": source["name"],
        "external_id": f"{KEY}{place:04d}",
        "text": text,
        "occurred_at": at,
        "rating": None,
        "rating_scale": None,
        "author": handles.nickname[person] if public else None,
        "customer_external_id": None if public else handles.customer[person] or None,
        "product": aspects.PRODUCT_NAMES[aspects.PRODUCTS[int(world.people.product[person])]],
        "answers": None,
        "url": None,
        "metadata": json.dumps(metadata, ensure_ascii=False),
        "parent_external_id": None,
    }
