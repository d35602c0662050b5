"""The facts as points on the frequency × severity plane."""

from __future__ import annotations

from collections.abc import Sequence

from huiyin import charts
from huiyin.charts import Figure, Language, PlanePoint
from huiyin.understand.facts.fact import Fact
from huiyin.understand.facts.table import Context

MOST_POINTS = 40


def facts_plane(context: Context, facts: Sequence[Fact], *, language: Language = Language.ZH) -> Figure:
    """Return the chart of the issues whose both axes have enough evidence, the most frequent forty."""
    readable = [
        fact
        for fact in facts
        if fact.negative_customers.sufficient
        and fact.intensity.sufficient
        and not context.names.is_general(fact.aspect)
    ]
    readable.sort(key=lambda fact: -fact.negative_customers.count)
    return charts.plane_chart([_point(fact, language) for fact in readable[:MOST_POINTS]], language=language)


def _point(fact: Fact, language: Language) -> PlanePoint:
    name = fact.zh if language is Language.ZH else fact.en
    return PlanePoint(fact.aspect, name, fact.negative_customers, fact.intensity, fact.link)
