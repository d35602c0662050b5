"""`huiyin demo`: a filled product in one command, with voices that keep coming."""

from __future__ import annotations

import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from huiyin.bootstrap import Installation, installation
from huiyin.cli.screen import err, out
from huiyin.cli.serve import check_port, run
from huiyin.demo import World, generate, seeding
from huiyin.demo.auditing import read_as_people
from huiyin.demo.breaking import break_keys
from huiyin.demo.casework import TROUBLES, take_on_cases
from huiyin.demo.connecting import connect_sources
from huiyin.demo.crisis import gather_once_seen
from huiyin.demo.measures import open_measures
from huiyin.demo.polling import hold_survey
from huiyin.demo.routine import everyday_troubles
from huiyin.demo.spoiling import spoil
from huiyin.demo.steering import steer_programme
from huiyin.demo.studying import hold_studies
from huiyin.demo.watching import watch_as_a_team, watch_launches
from huiyin.kit.settings import Settings

PAUSE_S = 1.5


def demo(
    home: Annotated[
        Path | None, typer.Option(help="Folder of the demo; huiyin-data/demo if left out.")
    ] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8600,
    seed: Annotated[int, typer.Option(help="Seed of a new world.")] = 7,
    voices: Annotated[int, typer.Option(help="Voices of a new world.")] = 60_000,
    customers: Annotated[int, typer.Option(help="Customers of a new world.")] = 15_000,
    prepare: Annotated[bool, typer.Option("--prepare", help="Make the world and stop.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the pages in the browser.")] = True,
) -> None:
    """Make the demo world (a fictional car brand, 60,000 voices of 15,000 customers) once, and serve it live."""
    settings = Settings(home=home or Settings().home / "demo", host=host, port=port, demo=True)
    if not prepare:
        check_port(settings)
    began = time.monotonic()
    with installation(settings) as app:
        world = _world(app, seed=seed, voices=voices, customers=customers)
        out.print(f"ready after {time.monotonic() - began:.0f} s", highlight=False)
        if prepare:
            return
        url = f"http://{host}:{port}"
        out.print(f"\n  open      [bold]{url}[/]", highlight=False)
        out.print(f"  sign in   [bold]{seeding.USERNAME}[/] / [bold]{seeding.PASSWORD}[/]\n", highlight=False)
        if browser:
            threading.Timer(1.0, webbrowser.open, [url]).start()
        with _speaking(app, world):
            run(app)


def _world(app: Installation, *, seed: int, voices: int, customers: int) -> World:
    """Return the demo's world: made and loaded the first time, made again from its plan later."""
    plan = seeding.plan_for(
        app.settings.home, seeding.today_in_beijing(app.clock), seed=seed, voices=voices, customers=customers
    )
    known = (app.settings.home / seeding.TRUTHS_FILE).exists()
    with err.status("making the demo world…"):
        if known:
            world = generate(plan)
            seeding.catch_up_voices(app, world, np.random.default_rng())
        else:
            world = seeding.seed_demo(app, plan)
            hold_survey(app, seed=plan.seed)
            hold_studies(app)
            connect_sources(app, world, seeding.ensure_admin(app))
            spoil(app)
            break_keys(app, world)
    with err.status("analysing…"):
        visible = app.projector.catch_up()
        if not known:
            admin = seeding.ensure_admin(app)
            open_measures(app, world, admin)
            take_on_cases(app, admin, (*TROUBLES, *everyday_troubles()))
            watch_as_a_team(app, admin)
            steer_programme(app, admin)
            watch_launches(app, world, admin)
            read_as_people(app, world, admin)
    out.print(f"{visible:,} voices analysed", highlight=False)
    return world


@contextmanager
def _speaking(app: Installation, world: World) -> Iterator[None]:
    """Let customers speak while the block runs, and the company gather in its crisis room once there is a signal."""
    stop = threading.Event()

    def speak() -> None:
        rng = np.random.default_rng()
        for _ in seeding.keep_speaking(app.ledger, app.settings.zone, world, rng, app.clock):
            if stop.wait(PAUSE_S * float(rng.exponential())):
                return

    def gather() -> None:
        gather_once_seen(app, stop.wait)

    threads = [threading.Thread(target=do, name="huiyin-demo", daemon=True) for do in (speak, gather)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=5)
