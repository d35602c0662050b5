"""Five hundred respondents at once on a started server: every answer is kept.

Run: python bench/survey_load.py [RESPONDENTS]
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import httpx

from serving import cpu_seconds, served, signed_in

QUESTIONS = {
    "title": "负载",
    "elements": [
        {"type": "rating", "name": "score", "title": "有多大可能推荐？", "metric": "nps", "isRequired": True},
        {"type": "comment", "name": "why", "title": "原因？"},
    ],
}


async def respond(port: int, slug: str, place: int) -> list[float]:
    """Open the page, answer in part, then in whole; return the seconds each took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    took = []
    steps = ({"score": place % 11}, False), ({"score": place % 11, "why": f"第 {place} 位的原因"}, True)
    began = time.perf_counter()
    await send(reader, writer, "GET", f"/s/{slug}")
    took.append(time.perf_counter() - began)
    for answers, complete in steps:
        body = json.dumps({"answers": answers, "key": f"respondent-{place:08}", "complete": complete})
        began = time.perf_counter()
        await send(reader, writer, "POST", f"/api/v1/public/surveys/{slug}/answers", body.encode())
        took.append(time.perf_counter() - began)
    writer.close()
    return took


async def send(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, method: str, path: str, body: bytes = b""
) -> None:
    """One request on a kept connection: a client as light as can be, for it shares the cores with the server."""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nX-Huiyin-CSRF: 1\r\nAccept-Encoding: gzip\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    answer = (await reader.readuntil(b"\r\n\r\n")).lower()
    if b"chunked" in answer:
        while (size := int(await reader.readline(), 16)) > 0:
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        await reader.readexactly(int(answer.partition(b"content-length: ")[2].partition(b"\r\n")[0]))
    if b" 200 " not in answer.partition(b"\r\n")[0]:
        raise SystemExit(f"{method} {path}: {answer[:100]!r}")


async def crowd(port: int, slug: str, respondents: int) -> list[list[float]]:
    return await asyncio.gather(*(respond(port, slug, place) for place in range(respondents)))


def open_survey(client: httpx.Client) -> tuple[int, str]:
    survey_id = client.post("/surveys", json={"definition": QUESTIONS}).json()["id"]
    return survey_id, client.patch(f"/surveys/{survey_id}", json={"state": "open"}).json()["slug"]


def main() -> None:
    respondents = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as home, served(Path(home)) as (port, pid):
        client = signed_in(port)
        survey_id, slug = open_survey(client)
        used, began = cpu_seconds(pid), time.perf_counter()
        took = asyncio.run(crowd(port, slug, respondents))
        seconds, used = time.perf_counter() - began, cpu_seconds(pid) - used
        found = client.get(f"/surveys/{survey_id}").json()
        kept = client.get("/health").json()["ledger"]["feedback"]
    load = os.getloadavg()[0]
    print(
        f"{respondents} respondents at once, {seconds:.1f} s; processor time of the server {used:.1f} s; load {load:.1f}"
    )
    for name, place in (("page", 0), ("partial", 1), ("complete", 2)):
        times = sorted(one[place] for one in took)
        print(
            f"  {name}: p50 {times[len(times) // 2]:.2f} s, p95 {times[int(len(times) * 0.95)]:.2f} s, longest {times[-1]:.2f} s"
        )
    print(f"complete responses {found['complete']}, partial {found['partial']}, voices {kept}")
    if (found["complete"], found["partial"], kept) != (respondents, 0, respondents):
        raise SystemExit("answers were lost")


if __name__ == "__main__":
    main()
