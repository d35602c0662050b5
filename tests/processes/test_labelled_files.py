"""Real files of sixty thousand voices go in once, and every place tells the same count."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.processes.conftest import Server

FORUM, SHOPPING = 8_289, 52_773


@pytest.mark.shared
@pytest.mark.killing
@pytest.mark.timeout(600)
def test_labelled_files_go_in_once_and_counts_agree(server: Server, shared_data: Path) -> None:
    server.start()
    calls = (
        ("automotive/forum_aspects.train.jsonl.gz", "论坛", "social", "automotive", FORUM),
        ("retail/shopping_polarity.train.jsonl.gz", "购物评论", "review", "retail", SHOPPING),
    )
    for turn in range(2):
        for file, source, channel, taxonomy, rows in calls:
            importer = server.run(
                "ingest", str(shared_data / file), "--source", source, "--channel", channel,
                "--taxonomy", taxonomy, "--rejects", str(server.home / "rejects.csv"),
            )  # fmt: skip
            out, err = importer.communicate()
            assert importer.returncode == 0, err.decode()
            new, known = (rows, 0) if turn == 0 else (0, rows)
            assert f"{new:,} accepted, {known:,} known already, 0 refused" in " ".join(out.decode().split())
    health = server.wait_until_projected()
    with server.client() as client:
        facts = client.get("/facts").json()["base"]["voices"]
        sources = {source["name"]: source["voices"] for source in client.get("/sources").json()}
        shown = client.get("/verbatims?limit=1").json()["total"]
        overview = {kpi["id"]: kpi["estimate"]["value"] for kpi in client.get("/overview").json()["kpis"]}
    total = FORUM + SHOPPING
    assert sources == {"论坛": FORUM, "购物评论": SHOPPING}
    assert (
        health["ledger"]["feedback"]
        == health["facts"]["voices"]
        == facts
        == shown
        == overview["voices"]
        == total
    )
