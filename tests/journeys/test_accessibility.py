"""axe-core finds nothing serious on any page, light or dark, and every page fits a phone."""

from __future__ import annotations

import re

import pytest
from tests.journeys.axe import serious_findings_in_both_lights, wait_until

pytestmark = pytest.mark.journey
PHONE = {"width": 390, "height": 844}

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
    "/collect/connectors": ".connectors td",
    "/collect/surveys": ".survey-row",
    "/collect/surveys/1": ".survey-fieldwork",
    "/collect/questions": "textarea",
    "/analyse/topics": ".page-head",
    "/understand/anecdote": "textarea",
    "/act/actions": ".page-head",
    "/act/actions/1": ".frozen-voice",
    "/act/cases": ".case-row",
    "/act/cases?case=1": ".ant-drawer .case-detail",
    "/act/reports": ".report-page",
    "/act/programme": ".legs",
    "/home": ".home-list",
    "/notices": ".page-head",
    "/settings/people": ".people td",
    "/settings/trail": "td",
    "/settings/notifications": "form",
    "/act/alerts": ".alerts-grid",
    "/settings": ".setting",
}


@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_in_both_lights_and_fits_a_phone(lacking, world, visit, keep, path: str) -> None:
    page = visit(world, path)
    page.locator(PAGES[path]).first.wait_for()
    assert serious_findings_in_both_lights(page, lacking) == []
    page.set_viewport_size(PHONE)
    # A chart follows the width of its box a frame later.
    wait_until(page, "document.scrollingElement.scrollWidth <= 390")
    keep(page, "phone" + re.sub(r"\W", "-", path))
