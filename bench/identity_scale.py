"""Many customers: seconds and memory to know them, milliseconds to find anybody by any handle.

    python bench/identity_scale.py [customers] [resolve]

Makes a ledger of so many customers (1,000,000 when left out), one in ten with a second record under the same
telephone, gathers them into accounts (with `resolve` also compares them), then looks up 300 handles of each
kind.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from sqlalchemy import insert

from huiyin import customers
from huiyin.customers.identity.gathering import gather, reached
from huiyin.kit.clock import utc_now
from huiyin.store.ledger import migrate, open_ledger, tables

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红志海燕波宁文斌宇浩凯欣怡梓涵子轩雨思佳俊博晨阳睿雅琪嘉诗一诺皓宸昊天晓萌梦婷雪梅春兵峰鹏飞辉健龙云松柏青岚可心若溪沐乐安然"
CITIES = [f"城市{place}" for place in range(300)]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
CHUNK = 20_000


def rows(count: int, rng: np.random.Generator):
    surname = rng.integers(0, len(SURNAMES), count)
    given = rng.integers(0, len(GIVEN), (count, 2))
    city = rng.integers(0, len(CITIES), count)
    for place in range(count):
        owner = place - place % 10 if place % 10 == 1 else place
        name = SURNAMES[surname[owner]] + GIVEN[given[owner, 0]] + GIVEN[given[owner, 1]]
        attributes = {"phone": f"1{30 + owner % 60}{owner:08d}", "city": CITIES[city[owner]], "nickname": f"车主{owner * 7919 % 10_000_019}"}  # fmt: skip
        yield {"external_id": f"C{place:07d}", "name": name, "attributes": attributes, "created_at": NOW}


def main(count: int, *, comparing: bool) -> None:
    rng = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "ledger.sqlite3")
        migrate(ledger)
        batch = []
        for row in rows(count, rng):
            batch.append(row)
            if len(batch) == CHUNK:
                write(ledger, batch)
                batch = []
        if batch:
            write(ledger, batch)
        start, worked = time.perf_counter(), time.process_time()
        if comparing:
            figures = customers.resolve(ledger, clock=utc_now)
            told = f"{figures.deterministic:,} certain, {figures.probabilistic:,} likely, {figures.persons:,} persons"
        else:
            with ledger.write() as connection:
                gather(connection, reached(connection), now=NOW)
            told = "gathered only"
        print(
            f"{count:,} customers in {time.perf_counter() - start:.0f} s by the clock, {time.process_time() - worked:.0f} s of processor, peak memory {peak():.1f} GiB: {told}",
            flush=True,
        )
        look_up(ledger, count, rng)
        ledger.close()
    print(f"peak memory {peak():.1f} GiB")


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def write(ledger, batch) -> None:
    with ledger.write() as connection:
        connection.execute(insert(tables.customer), batch)


def look_up(ledger, count: int, rng: np.random.Generator) -> None:
    chosen = rng.integers(0, count, 300)
    kinds = {
        "member id": [f"C{place:07d}" for place in chosen],
        "telephone": [f"1{30 + place % 60}{place:08d}" for place in chosen],
        "beginning of a telephone": [f"1{30 + place % 60}{place // 100_000:03d}" for place in chosen],
        "nickname": [f"车主{place * 7919 % 10_000_019}" for place in chosen],
        "name": [SURNAMES[place % len(SURNAMES)] + GIVEN[place % len(GIVEN)] for place in chosen],
    }
    for kind, texts in kinds.items():
        times = []
        for text in texts:
            start = time.perf_counter()
            with ledger.read() as connection:
                customers.search(connection, text)
            times.append((time.perf_counter() - start) * 1000)
        print(
            f"{kind:25s} median {np.median(times):6.1f} ms, 99 of 100 below {np.quantile(times, 0.99):6.1f} ms",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, comparing="resolve" in sys.argv)
