"""The command line as a person meets it, in real processes."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CSV = "编号,评论内容,评分\n1,空调有异味,2\n2,动力足,很好\n3,车机卡,3\n"


def huiyin(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HUIYIN_")}
    return subprocess.run(
        [sys.executable, "-m", "huiyin", *arguments],
        env=clean | {"HUIYIN_HOME": str(home), "HUIYIN_MINIMUM_N": "1", "COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "reviews.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_ingest_tells_what_it_did(tmp_path: Path, file: Path) -> None:
    done = huiyin(tmp_path / "home", "ingest", str(file), "--source", "评论")
    assert done.returncode == 2
    assert "3 rows in" in done.stdout
    assert "2 accepted" in done.stdout
    assert "2 voices analysed" in done.stdout
    assert (tmp_path / "reviews.csv.rejects.csv").exists()


def test_ingest_recognises_tickets_and_can_read_them_as_rows(tmp_path: Path) -> None:
    tickets = tmp_path / "tickets.json"
    ticket = {
        "id": 7,
        "subject": "退款",
        "description": "退款没有到账",
        "requester_id": 5,
        "created_at": "2026-03-01T02:00:00Z",
    }
    tickets.write_text(json.dumps({"tickets": [ticket]}, ensure_ascii=False, indent=1), encoding="utf-8")
    done = huiyin(tmp_path, "ingest", str(tickets), "--taxonomy", "retail")
    assert "(tickets)" in done.stdout
    assert "(service, retail)" in done.stdout
    assert "1 accepted" in " ".join(done.stdout.split())
    plain = huiyin(tmp_path, "ingest", str(tickets), "--layout", "rows", "--dry-run")
    assert "(tickets)" not in plain.stdout


def test_ingest_again_adds_nothing_and_facts_show_it(tmp_path: Path, file: Path) -> None:
    home = tmp_path / "home"
    for _ in range(2):
        last = huiyin(home, "ingest", str(file), "--source", "评论")
    assert "0 accepted, 2 known already" in last.stdout
    shown = huiyin(home, "facts")
    assert shown.returncode == 0, shown.stderr
    assert "2 customers, 2 voices" in shown.stdout
    assert "of those heard" in shown.stdout
    assert "nobody spoke" in huiyin(home, "facts", "--from", "2001-01-01", "--to", "2001-01-02").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ingest", "/no/such/file.csv"), "is no file"),
        (("facts", "--from", "gestern"), "YYYY-MM-DD"),
        (("facts", "--channel", "weibo"), "survey, interview"),
        (("report", "--channel", "weibo"), "survey, interview"),
        (("evaluate", "/no/such/folder"), "is no folder"),
    ],
)
def test_mistake_is_one_plain_sentence(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = huiyin(tmp_path / "home", *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("customer", "nobody needs attention today"),
        ("actions", "no action yet"),
        ("launches", "nothing is watched yet"),
    ],
)
def test_an_empty_home_is_told_in_words_without_an_empty_table(
    tmp_path: Path, command: str, said: str
) -> None:
    done = huiyin(tmp_path / "home", command)
    assert done.returncode == 0
    assert done.stdout.startswith(said)


def test_unknown_taxonomy_is_refused_before_anything_is_written(tmp_path: Path, file: Path) -> None:
    done = huiyin(tmp_path / "home", "ingest", str(file), "--taxonomy", "gardening")
    assert done.returncode == 1
    assert "expected: app, automotive" in done.stderr


def test_taken_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = huiyin(tmp_path / "home", "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "choose another with --port" in done.stderr


def test_demo_world_is_made_once(tmp_path: Path) -> None:
    call = ("demo", "--prepare", "--voices", "400", "--customers", "150", "--home", str(tmp_path / "demo"))
    first, second = huiyin(tmp_path, *call), huiyin(tmp_path, *call)
    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    shown = huiyin(tmp_path / "demo", "facts", "--from", "2020-01-01")
    assert "customers" in shown.stdout


def test_only_the_command_asked_for_is_read() -> None:
    """Reading all of them takes seconds, which nobody should wait who wants one."""
    program = "import sys; from huiyin.cli.app import application; print([m for m in sys.modules if m == 'fastapi'])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_mistyped_command_is_answered_with_the_nearest(tmp_path: Path) -> None:
    done = huiyin(tmp_path, "fcts")
    assert done.returncode == 2
    assert "Did you mean 'facts'" in done.stderr


def test_help_reads_no_library_that_only_computing_needs() -> None:
    """Each of them takes a fifth of a second or more, which whoever only asks for help need not wait for."""
    program = (
        "import sys; from huiyin.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, "--help"], capture_output=True, text=True, check=True, timeout=120
    )
    assert "facts" in told.stdout
    assert not {"scipy.stats", "pypinyin", "fastapi", "statsmodels"} & set(told.stderr.split())
