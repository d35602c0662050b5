"""`pip install .` alone must bring the pages: the build hook packs them into the wheel."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def hook() -> ModuleType:
    """Return hatch_build.py as a module."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_in_the_wheel(lacking, tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="needs hatchling (pip install hatchling)")
    if not hook().is_fresh(ROOT):
        lacking("needs the built client (python hatch_build.py)")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "huiyin/web/static/index.html" in names
    assert "huiyin/charts/assets/echarts.min.js" in names
    assert any(name.startswith("huiyin/web/static/assets/") and name.endswith(".js") for name in names)
    assert not any("node_modules" in name for name in names)


def test_a_source_newer_than_the_page_asks_for_a_build(tmp_path: Path) -> None:
    source = tmp_path / "ui/src/main.tsx"
    source.parent.mkdir(parents=True)
    source.write_text("")
    module = hook()
    assert not module.is_fresh(tmp_path)
    page = tmp_path / module.BUILT
    for built in (page, tmp_path / module.CHART_ASSETS / "echarts.min.js"):
        built.parent.mkdir(parents=True)
        built.write_text("")
    os.utime(source, (1_000, 1_000))
    os.utime(page, (1_000, 1_000))
    assert module.is_fresh(tmp_path)
    os.utime(source, (2_000, 2_000))
    assert not module.is_fresh(tmp_path)


def test_the_client_can_be_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYIN_SKIP_UI", "1")
    assert hook().build_client(tmp_path) is False
