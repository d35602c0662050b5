"""Every named query answers alike on DuckDB, on Sail, and on a Spark cluster one of whose executors is killed."""

from __future__ import annotations

import csv
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from tests.processes.named_blocks import answer, blocks
from tests.processes.spark_cluster import running_spark
from typer.testing import CliRunner

from huiyin.cli.app import application
from huiyin.store.facts import FactsStore, SparkFacts

pytestmark = [
    pytest.mark.killing,
    pytest.mark.timeout(1800),
    # The client's own, about a pandas that is not used here.
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark.*", "ignore::ResourceWarning"),
]
PHRASES = (
    "空调有异味，没人管，打算换一家",
    "动力足，超车轻松",
    "车机启动慢，每次都要重启两遍才能用",
    "座椅舒服，但是油耗高",
    "希望增加后排小桌板，座椅再软一点",
    "客服态度差，等了半小时",
)
PRODUCTS, REGIONS, CHANNELS = ("回音 A", "回音 B", ""), ("华东", "华南"), ("review", "nps", "service")
VOICES = 1_200


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with voices of everything that a query asks about, imported as anybody would."""
    pytest.importorskip("pyspark", reason="needs huiyin[spark]")
    folder = tmp_path_factory.mktemp("spark")
    for channel in CHANNELS:
        file = _file(folder / f"{channel}.csv", channel)
        told = ["--source", channel, "--channel", channel, "--taxonomy", "automotive"]
        _huiyin(folder, "ingest", str(file), *told)
    return folder


def _file(path: Path, channel: str) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "product", "rating", "rating_scale", "time", "customer", "region"])
        for number in range(VOICES // len(CHANNELS)):
            at = f"2026-{1 + number % 10:02}-{1 + number % 28:02}T{number % 24:02}:{number % 60:02}:07+08:00"
            text = f"{PHRASES[number % len(PHRASES)]}，第{number}条"
            person, region = f"客{number % 97}", REGIONS[number % 97 % 2]
            rating = number % 11 if channel == "nps" else 1 + number % 5
            scale = 10 if channel == "nps" else 5
            writer.writerow(
                [f"{channel}-{number}", text, PRODUCTS[number % 3], rating, scale, at, person, region]
            )
    return path


def _huiyin(home: Path, *command: str) -> str:
    environment = {"HUIYIN_HOME": str(home), "HUIYIN_MINIMUM_N": "5"}
    done = CliRunner().invoke(application, command, env=environment)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def facts(home: Path) -> Iterator[FactsStore]:
    store = FactsStore(home / "facts")
    yield store
    store.close()


@pytest.fixture(autouse=True)
def _main_has_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyspark takes a main module without a file, as that of a worker of pytest-xdist, for its own doctests."""
    monkeypatch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)


@pytest.fixture(scope="module")
def sail() -> Iterator[str]:
    server = pytest.importorskip(
        "pysail.spark", reason="needs Sail (pip install pysail)"
    ).SparkConnectServer()
    server.start(background=True)
    host, port = server.listening_address
    yield f"sc://{host}:{port}"
    server.stop()


def _assert_alike(facts: FactsStore, there: SparkFacts, block: str) -> None:
    expected = answer(facts, block)
    found = answer(there, block)
    assert found.columns == expected.columns, block
    # Counts and small numbers are of other widths there.
    same = found.select(pl.col(name).cast(kind) for name, kind in expected.schema.items())
    order = [name for name, kind in expected.schema.items() if not isinstance(kind, pl.List)]
    assert_frame_equal(expected, same.sort(order), rel_tol=1e-9, abs_tol=1e-9)


def test_sail_answers_every_named_query_alike(facts: FactsStore, sail: str, tmp_path: Path) -> None:
    facts.export(tmp_path)
    # What an earlier export left does not count twice.
    (tmp_path / "voice" / "data_9.parquet").write_bytes((tmp_path / "voice" / "data_0.parquet").read_bytes())
    facts.export(tmp_path)
    there = SparkFacts(sail, str(tmp_path))
    for block in blocks():
        _assert_alike(facts, there, block)
    there.close()


def test_moving_is_a_command(home: Path, sail: str, tmp_path: Path) -> None:
    where = ("--engine", sail, "--folder", str(tmp_path))
    assert "the same there as here" in _huiyin(home, "rebuild", *where)
    here = _huiyin(home, "facts")
    assert "2026-" in here
    assert _huiyin(home, "facts", *where) == here


def test_a_spark_cluster_answers_every_named_query_alike_while_an_executor_is_killed(
    facts: FactsStore, tmp_path: Path
) -> None:
    distribution = os.environ.get("SPARK_HOME", "")
    if not distribution or shutil.which("java") is None:
        pytest.skip(
            "needs Java and a Spark distribution in SPARK_HOME; `make test-cluster` brings the latter"
        )
    facts.export(tmp_path / "facts")
    named = list(blocks())
    with running_spark(Path(distribution), tmp_path) as cluster:
        there = SparkFacts(cluster.address, str(tmp_path / "facts"))
        for place, block in enumerate(named):
            if place == len(named) // 2:
                cluster.kill_an_executor()
            _assert_alike(facts, there, block)
        there.close()
    assert len(named) > 60
