"""What axe-core finds on a page."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

AXE = Path(__file__).parents[2] / "ui/node_modules/axe-core/axe.min.js"
# Colours move for a moment after the last element has come, or after the light has changed.
STILL = """document.getAnimations().every(
  (one) => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity
)"""
PATIENCE_S = 60
DARK = "document.documentElement.dataset.theme === 'dark'"


def wait_until(page: Any, condition: str) -> None:
    """Wait for a condition in JavaScript; Playwright's own way is refused by the pages' content policy."""
    until = time.monotonic() + PATIENCE_S
    while not page.evaluate(condition):
        assert time.monotonic() < until, condition
        page.wait_for_timeout(50)


def serious_findings(page: Any, lacking: Callable[[str], None]) -> list[Any]:
    """Return rule, element and reason of everything serious or critical on the page, in the light it is in."""
    if not AXE.exists():
        lacking("needs ui/node_modules (npm ci in ui/)")
    wait_until(page, STILL)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return _serious(page.evaluate("axe.run({resultTypes: ['violations']})"))


def serious_findings_in_both_lights(page: Any, lacking: Callable[[str], None]) -> list[Any]:
    """Return what is found in the light, and which colours are hard to read in the dark: nothing else differs."""
    found = serious_findings(page, lacking)
    page.emulate_media(color_scheme="dark")
    wait_until(page, DARK)
    wait_until(page, STILL)
    only = "{runOnly: ['color-contrast'], resultTypes: ['violations']}"
    return found + _serious(page.evaluate(f"axe.run({only})"))


def _serious(report: Any) -> list[Any]:
    return [
        (one["id"], [(node["html"][:160], node["failureSummary"][:200]) for node in one["nodes"][:3]])
        for one in report["violations"]
        if one["impact"] in ("serious", "critical")
    ]
