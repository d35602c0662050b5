"""axe-core finds nothing serious on any page, light or dark."""

from __future__ import annotations

import pytest
from tests.journeys.axe import serious_findings

pytestmark = pytest.mark.journey

PAGES = {
    "/overview": ".issue",
    "/understand/facts": ".facts-table",
    "/understand/facts/automotive.comfort": ".fact-figures",
    "/understand/verbatims": ".voice",
    "/understand/verbatims?new-action=automotive.comfort": ".ant-drawer .evidence-note .interval",
    "/understand/roadmap": ".roadmap-scroll tbody tr",
    "/understand/drivers": ".plain-table tbody tr",
    "/understand/explore": ".explore-cell",
    "/understand/compare?taxonomy=automotive&range=365d": ".compare-cell",
    "/understand/compare?taxonomy=automotive&range=365d&tab=strengths": ".compare-pair tbody tr",
    "/understand/compare?taxonomy=automotive&range=365d&tab=importance": ".plain-table tbody tr",
    "/understand/compare?taxonomy=automotive&tab=reputation": ".plain-table tbody tr",
    "/understand/experience": ".funnel-step",
    "/understand/audit": ".plain-table tbody tr",
    "/understand/live": ".live-voice",
    "/understand/launches": ".launch-list li",
    "/understand/launches/1": ".launch-table tbody tr",
    "/understand/opportunities?range=365d": ".opp",
    "/collect/import": ".drop",
    "/collect/log": ".log-form",
    "/collect/interviews": ".study-list li",
    "/collect/interviews/1": ".theme-table tbody tr",
    "/collect/interviews/1?view=talks": ".speaker-list li",
    "/collect/interviews/1?view=codes": ".code-list li",
    "/collect/interviews/1?view=quotes": ".quote-list li",
    "/collect/interviews/talks/1": ".turn",
    "/collect/plan": ".week-bars",
    "/collect/quality": ".cluster-list li",
    "/understand/coverage": ".heat td",
    "/collect/sources": ".sources",
    "/analyse/taxonomy": ".branch",
    "/analyse/try": "textarea",
    "/act/actions": ".page-head",
    "/act/alerts": ".alerts-grid",
    "/settings": ".setting",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_serious(lacking, world, visit, path: str, dark: bool) -> None:
    page = visit(world, path, dark=dark)
    page.locator(PAGES[path]).first.wait_for()
    assert serious_findings(page, lacking) == []
