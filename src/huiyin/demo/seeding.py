"""Setting up the demo: a filled ledger, the truths beside it, an admin, and voices that keep coming."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import numpy as np

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.collect import accept, ensure_source, validate
from huiyin.demo.calendar import draw_clock
from huiyin.demo.loading import Report, item_of, load, unheard
from huiyin.demo.plan import BEIJING, WorldPlan
from huiyin.demo.world import World, generate, speak
from huiyin.kit.clock import Clock
from huiyin.store.ledger import Ledger

TRUTHS_FILE = "truths.json"
USERNAME = "demo"
# The demo opens on the reader's own machine and holds nobody's data.
PASSWORD = "huiyin-demo"  # noqa: S105
_STORED = ("seed", "days", "voices", "customers")


def plan_for(
    home: Path, today: date, *, seed: int = 7, voices: int = 60_000, customers: int = 15_000
) -> WorldPlan:
    """Return the plan of the world that lives in `home`, or a new one that ends yesterday."""
    path = home / TRUTHS_FILE
    if path.exists():
        stored = json.loads(path.read_text(encoding="utf-8"))["plan"]
        return WorldPlan(end=date.fromisoformat(stored["end"]), **{name: stored[name] for name in _STORED})
    return WorldPlan(seed=seed, end=today - timedelta(days=1), voices=voices, customers=customers)


def seed_demo(app: Installation, plan: WorldPlan, *, report: Report = unheard) -> World:
    """Generate the world, load it into the empty ledger with today's voices so far, write the truths and the admin.

    Raises WorldLoadedError when the ledger holds voices already.
    """
    world = generate(plan)
    load(app.ledger, world, report=report)
    catch_up_voices(app, world, np.random.default_rng([plan.seed, 1]))
    write_truths(world, app.settings.home / TRUTHS_FILE)
    ensure_admin(app)
    return world


def write_truths(world: World, path: Path) -> None:
    """Write what was planted, and the plan it came from, as JSON."""
    plan: dict[str, Any] = {name: getattr(world.plan, name) for name in _STORED} | {
        "end": world.plan.end.isoformat()
    }
    content = {"plan": plan, "truths": [truth.as_dict() for truth in world.truths]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def ensure_admin(app: Installation) -> access.Principal:
    """Return the demo's admin, created on first use."""
    with app.ledger.write() as connection:
        known = {user.username: user for user in access.list_users(connection)}
        user = known.get(USERNAME) or access.create_user(
            connection,
            username=USERNAME,
            display_name="演示管理员",
            role=access.Role.ADMIN,
            password_hash=access.hash_password(PASSWORD),
            clock=app.clock,
        )
    return access.Principal(user.id, user.username, user.display_name, user.role)


def catch_up_voices(app: Installation, world: World, rng: np.random.Generator) -> int:
    """Say what was said since the world's end until now; return the number of voices."""
    now = app.clock()
    moments = _moments_between(world, now, rng)
    voices = list(zip(moments, speak(world, rng, lambda: now), strict=False)) if moments else []
    rows = [voice | {"occurred_at": moment} for moment, voice in voices]
    return sum(accept_voices(app.ledger, app.settings.zone, rows, received_at=now))


def _moments_between(world: World, now: datetime, rng: np.random.Generator) -> list[datetime]:
    """Return times since the newest day of the world, as dense as the world's own voices."""
    span = (now - world.plan.ends_at) / timedelta(days=1)
    days = min(max(span, 0.0), 60.0)
    count = int(world.plan.voices / world.plan.days * (np.ceil(days)))
    places = np.floor(rng.random(count) * np.ceil(days)) + draw_clock(0.5, count, rng)
    first = world.plan.ends_at + timedelta(days=max(span, 0.0) - days)
    return sorted(first + timedelta(days=float(place)) for place in places if place < days)


def accept_voices(
    ledger: Ledger, zone: tzinfo, rows: list[dict[str, Any]], *, received_at: datetime
) -> Iterator[int]:
    """Accept spoken voices, one transaction per source; yield how many were new each time."""
    by_source: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_source.setdefault(row["source"], []).append(row)
    for name, said in by_source.items():
        with ledger.write() as connection:
            source = ensure_source(
                connection,
                name=name,
                channel=said[0]["channel"],
                taxonomy=said[0]["taxonomy"],
                now=received_at,
            )
            voices, _ = validate(enumerate(map(item_of, said)), zone=zone, received_at=received_at)
            yield accept(connection, source, voices, received_at=received_at).accepted


def keep_speaking(
    ledger: Ledger, zone: tzinfo, world: World, rng: np.random.Generator, clock: Clock
) -> Iterator[dict[str, Any]]:
    """Accept one new voice at each step and yield it; the caller decides the pace."""
    for voice in speak(world, rng, clock):
        list(accept_voices(ledger, zone, [voice], received_at=clock()))
        yield voice


def today_in_beijing(clock: Clock) -> date:
    """Return the day on which the demo is opened."""
    return clock().astimezone(BEIJING).date()
