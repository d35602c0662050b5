"""What axe-core finds on a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

AXE = Path(__file__).parents[2] / "ui/node_modules/axe-core/axe.min.js"
# Colours move for a moment after the last element has come.
SETTLED_MS = 600


def serious_findings(page: Any, lacking: Callable[[str], None]) -> list[Any]:
    """Return rule, element and reason of everything serious or critical on the page."""
    if not AXE.exists():
        lacking("needs ui/node_modules (npm ci in ui/)")
    page.wait_for_timeout(SETTLED_MS)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        (one["id"], [(node["html"][:160], node["failureSummary"][:200]) for node in one["nodes"][:3]])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
