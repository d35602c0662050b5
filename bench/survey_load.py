"""Five hundred respondents at once on a started server: every answer is kept.

Run: python bench/survey_load.py [RESPONDENTS]
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time

import httpx

QUESTIONS = {
    "title": "负载",
    "elements": [
        {"type": "rating", "name": "score", "title": "有多大可能推荐？", "metric": "nps", "isRequired": True},
        {"type": "comment", "name": "why", "title": "原因？"},
    ],
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def respond(client: httpx.AsyncClient, slug: str, place: int) -> list[float]:
    """Open the page, answer in part, then in whole; return the seconds each took."""
    took = []
    steps = ({"score": place % 11}, False), ({"score": place % 11, "why": f"第 {place} 位的原因"}, True)
    began = time.perf_counter()
    (await client.get(f"/s/{slug}")).raise_for_status()
    took.append(time.perf_counter() - began)
    for answers, complete in steps:
        began = time.perf_counter()
        body = {"answers": answers, "key": f"respondent-{place:08}", "complete": complete}
        (await post(client, f"/api/v1/public/surveys/{slug}/answers", body)).raise_for_status()
        took.append(time.perf_counter() - began)
    return took


async def post(client: httpx.AsyncClient, path: str, body: dict[str, object]) -> httpx.Response:
    """Send as the page does: a line that breaks is tried again, for the same answers change nothing."""
    for _ in range(3):
        try:
            return await client.post(path, json=body)
        except httpx.TransportError:
            await asyncio.sleep(0.7)
    return await client.post(path, json=body)


async def crowd(url: str, slug: str, respondents: int) -> list[list[float]]:
    limits = httpx.Limits(max_connections=respondents)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        return await asyncio.gather(*(respond(client, slug, place) for place in range(respondents)))


def survey(url: str) -> tuple[httpx.Client, int, str]:
    client = httpx.Client(base_url=f"{url}/api/v1", headers={"X-Huiyin-CSRF": "1", "Origin": url}, timeout=60)
    body = {"username": "zhou", "password": "correct-horse-7", "display_name": "周敏"}
    client.post("/auth/setup", json=body).raise_for_status()
    survey_id = client.post("/surveys", json={"definition": QUESTIONS}).json()["id"]
    return client, survey_id, client.patch(f"/surveys/{survey_id}", json={"state": "open"}).json()["slug"]


def wait(url: str) -> None:
    for _ in range(600):
        try:
            httpx.get(f"{url}/api/v1/health", timeout=5).raise_for_status()
            return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise SystemExit("the server did not come up")


def main() -> None:
    respondents = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as home:
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "huiyin", "serve", "--port", str(port)]
        server = subprocess.Popen(
            command,
            env=os.environ | {"HUIYIN_HOME": home},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait(url)
            client, survey_id, slug = survey(url)
            began = time.perf_counter()
            took = asyncio.run(crowd(url, slug, respondents))
            seconds = time.perf_counter() - began
            found = client.get(f"/surveys/{survey_id}").json()
            kept = client.get("/health").json()["ledger"]["feedback"]
        finally:
            server.terminate()
            server.kill()
            server.wait()
    print(f"{respondents} respondents at once, {seconds:.1f} s")
    for name, place in (("page", 0), ("partial", 1), ("complete", 2)):
        times = sorted(one[place] for one in took)
        print(f"  {name}: p50 {times[len(times) // 2]:.2f} s, p95 {times[int(len(times) * 0.95)]:.2f} s")
    print(f"complete responses {found['complete']}, partial {found['partial']}, voices {kept}")
    if (found["complete"], found["partial"], kept) != (respondents, 0, respondents):
        raise SystemExit("answers were lost")


if __name__ == "__main__":
    main()
