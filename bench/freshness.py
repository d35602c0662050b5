"""How fresh an open page is while voices pour in: accepted, analysed and told to every viewer.

    python bench/freshness.py --rate 1000 --seconds 600 --viewers 20

A server of its own, a process that posts, a process with the open live pages, all on the same cores. A voice is fresh on
a page when the page is told of a tick whose facts reach the moment it was received (posts are written one after the
other, in that order); its time runs from that moment, so waiting for the disk counts too. Every voice is timed on every
page. At the end the ledger, the facts and what was posted are counted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import sqlite3
import tempfile
import time
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from queue import Queue
from typing import Any

import httpx
import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin.demo import WorldPlan, generate
from serving import cpu_seconds, served, signed_in

BATCH = 50
# As often as the live page asks for its wall.
WALL_S = 15
POSTERS = 4
QUANTILES = (0.5, 0.95, 0.99, 1.0)
Floats = NDArray[np.float64]


def main() -> None:
    """Run it and print the quantiles and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--viewers", type=int, default=20)
    asked = parser.parse_args()
    items = voices(asked.rate * asked.seconds)
    with tempfile.TemporaryDirectory() as home, served(Path(home)) as (port, pid):
        cookie = "; ".join(f"{name}={value}" for name, value in signed_in(port).cookies.items())
        told: Queue[list[list[tuple[float, float]]]] = multiprocessing.Queue()  # type: ignore[assignment]
        stop = multiprocessing.Event()
        pages = multiprocessing.Process(
            target=watch, args=(port, cookie, asked.viewers, stop, told), daemon=True
        )
        pages.start()
        asyncio.run(
            post_all(port, cookie, items[:BATCH], asked.rate)
        )  # the first request sets routes and models up
        time.sleep(5)
        cpu, began = cpu_seconds(pid), time.time()
        posts = asyncio.run(post_all(port, cookie, items[BATCH:], asked.rate))
        took, cpu = time.time() - began, cpu_seconds(pid) - cpu
        late = time.time()
        health = settled(port)
        late = time.time() - late
        time.sleep(3)
        stop.set()
        ticks = told.get(timeout=60)
        pages.join()
        received = received_at(Path(home))
    posts = sorted(posts)
    print(
        f"{len(items):,} voices in {took:.0f} s, {len(items) / took:.0f}/s; server {cpu / took:.2f} of "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; a post of {BATCH}: p50 {posts[len(posts) // 2]:.3f} s, "
        f"p99 {posts[int(len(posts) * 0.99)]:.3f} s, "
        f"longest {posts[-1]:.3f} s; "
        f"facts caught up {late:.1f} s after the last post"
    )
    report(ticks, received[BATCH:])
    kept = health["ledger"]["feedback"], health["facts"]["voices"]
    print(f"posted {len(items):,}, ledger {kept[0]:,}, facts {kept[1]:,}, lag {health['lag']}")
    if kept != (len(items), len(items)) or health["lag"]:
        raise SystemExit("the counts differ")


def report(ticks: list[list[tuple[float, float]]], received: Floats) -> None:
    """Print the quantiles over every voice on every page."""
    delays = [fresh_after(page, received) for page in ticks]
    every = np.concatenate(delays)
    quantiles = np.quantile(every, QUANTILES, method="higher")
    worst = max(float(np.quantile(each, 0.99, method="higher")) for each in delays)
    told = ", ".join(f"p{100 * q:.0f} {value:.2f} s" for q, value in zip(QUANTILES, quantiles, strict=True))
    print(
        f"fresh on {len(ticks)} pages: {told}; p99 of the slowest page {worst:.2f} s; never told {np.isinf(every).sum()}"
    )
    minutes = ((received - received.min()) // 60).astype(int)
    by_minute = [
        np.quantile(np.stack(delays)[:, minutes == m], 0.99, method="higher")
        for m in range(minutes.max() + 1)
    ]
    print("p99 by minute: " + ", ".join(f"{value:.2f}" for value in by_minute))


def fresh_after(page: list[tuple[float, float]], received: Floats) -> Floats:
    """Return for each voice the seconds from its acceptance to the page's first tick that covers it."""
    at = np.array([moment for moment, _ in page] + [np.inf])
    reached = np.maximum.accumulate(np.array([as_of for _, as_of in page] or [0.0]))
    found: Floats = at[np.searchsorted(reached[: len(page)], received)] - received
    return found


def voices(count: int) -> list[dict[str, Any]]:
    """Return invented voices of the demo world, over and over with ids of their own."""
    frame = generate(WorldPlan(seed=7, voices=20_000, customers=5_000)).voices
    rows = frame.filter(pl.col("text").str.strip_chars() != "").select("text", "product", "author").to_dicts()
    return [{**row, "external_id": f"f{n}"} for n, row in enumerate(islice(cycle(rows), count))]


async def post_all(port: int, cookie: str, items: list[dict[str, Any]], rate: int) -> list[float]:
    """Post at the rate asked for, whatever the server does; return how long each post took."""
    waiting: asyncio.Queue[list[dict[str, Any]] | None] = asyncio.Queue()
    took: list[float] = []

    async def poster() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (batch := await waiting.get()) is not None:
            now = datetime.now(UTC).isoformat()
            body = json.dumps(
                {
                    "source": "现场",
                    "channel": "social",
                    "taxonomy": "automotive",
                    "items": [{**item, "occurred_at": now} for item in batch],
                }
            ).encode()
            began = time.perf_counter()
            writer.write(head("POST", "/api/v1/feedback", cookie, len(body)) + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            length = int(answer.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            said = await reader.readexactly(length)
            if b" 200 " not in answer.partition(b"\r\n")[0]:
                raise SystemExit(f"refused: {said[:300]!r}")
            took.append(time.perf_counter() - began)
        writer.close()

    posters = [asyncio.create_task(poster()) for _ in range(POSTERS)]
    began = time.perf_counter()
    for place in range(0, len(items), BATCH):
        await asyncio.sleep(max(0.0, began + place / rate - time.perf_counter()))
        waiting.put_nowait(items[place : place + BATCH])
    for _ in posters:
        waiting.put_nowait(None)
    await asyncio.gather(*posters)
    return took


def watch(port: int, cookie: str, viewers: int, stop: Any, told: Any) -> None:
    """Hold the live pages open and note when each was told that the facts reach how far."""

    async def page() -> list[tuple[float, float]]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
        writer.write(head("GET", "/api/v1/live", cookie, 0))
        seen: list[tuple[float, float]] = []
        is_tick = False
        while not stop.is_set():
            try:
                line = await asyncio.wait_for(reader.readline(), 0.5)
            except TimeoutError:
                continue
            if not line:
                break
            if is_tick:
                as_of = json.loads(line.partition(b"data: ")[2])["as_of"]
                seen.append((time.time(), datetime.fromisoformat(as_of).timestamp()))
            is_tick = line == b"event: tick\n"
        writer.close()
        return seen

    async def wall(place: int) -> None:
        await asyncio.sleep(WALL_S * place / viewers)
        while not stop.is_set():
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(head("GET", "/api/v1/live/wall", f"{cookie}\r\nConnection: close", 0))
            await reader.read()
            writer.close()
            await asyncio.sleep(WALL_S)

    async def every() -> list[list[tuple[float, float]]]:
        walls = [asyncio.create_task(wall(place)) for place in range(viewers)]
        seen = await asyncio.gather(*(page() for _ in range(viewers)))
        for each in walls:
            each.cancel()
        return seen

    told.put(asyncio.run(every()))


def head(method: str, path: str, cookie: str, length: int) -> bytes:
    return (
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nX-Huiyin-CSRF: 1\r\nCookie: {cookie}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


def settled(port: int) -> dict[str, Any]:
    """Wait until the facts have caught up and return the counts."""
    for _ in range(600):
        health: dict[str, Any] = httpx.get(f"http://127.0.0.1:{port}/api/v1/health", timeout=60).json()
        if health["lag"] == 0:
            return health
        time.sleep(0.1)
    return health


def received_at(home: Path) -> Floats:
    """Return when every voice was received, in seconds since 1970, in the order of acceptance."""
    with sqlite3.connect(next(home.rglob("ledger.sqlite3"))) as connection:
        rows = connection.execute("SELECT received_at FROM feedback ORDER BY id").fetchall()
    return np.array([datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp() for (at,) in rows])


if __name__ == "__main__":
    main()
