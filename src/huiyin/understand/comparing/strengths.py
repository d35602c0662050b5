"""Strengths and weaknesses: what customers praise more than they complain about, and the reverse."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from huiyin import charts, stats
from huiyin.charts import Figure, Language, MapPoint
from huiyin.stats import Estimate
from huiyin.understand.comparing.comparison import NOTHING
from huiyin.understand.facts.fact import Base, Counted
from huiyin.understand.facts.table import ALPHA, Bases, Context, Level, aspect_at, counted_share, read_bases
from huiyin.understand.filters import Filters
from huiyin.understand.links import fact_link
from huiyin.understand.moments import moments
from huiyin.understand.names import Name
from huiyin.understand.net import net_sentiment
from huiyin.understand.queries import run

MOST_POINTS = 40


class Stance(StrEnum):
    """How customers speak of an aspect, on evidence."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    MIXED = "mixed"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class Strength:
    """One aspect: how many speak of it, and how good less how bad (−1..1) what they say is."""

    aspect: str
    zh: str
    en: str
    path_zh: tuple[str, ...]
    path_en: tuple[str, ...]
    mentions: Counted
    net: Estimate
    stance: Stance
    link: str


@dataclass(frozen=True, slots=True)
class Strengths:
    """The aspects, the best first; the catch-all is none."""

    base: Base
    aspects: tuple[Strength, ...]
    how: Name


def strengths(context: Context, filters: Filters, *, level: Level = Level.FINE) -> Strengths:
    """Return every aspect with its net sentiment; those whose interval leaves out zero after correction have a stance."""
    bases = read_bases(context, filters)
    rows = run(
        context.facts,
        "comparison.spoken",
        group=NOTHING,
        stratum=NOTHING,
        node=aspect_at(level),
        opinion=filters.opinion_where(),
    ).to_dicts()
    found = [
        _strength(context, filters, bases, level, row)
        for row in rows
        if not context.names.is_general(row["aspect"])
    ]
    tests = [stats.p_value_of(each.net) if each.net.sufficient else math.nan for each in found]
    passed = stats.benjamini_hochberg(tests, alpha=ALPHA).tolist() if tests else []
    judged = [replace(each, stance=_stance(each.net, flag)) for each, flag in zip(found, passed, strict=True)]
    judged.sort(key=lambda each: (not each.net.sufficient, -(each.net.value or 0.0), each.aspect))
    return Strengths(bases.everyone, tuple(judged), HOW)


def strengths_map(found: Strengths, *, language: Language = Language.ZH) -> Figure:
    """Return the matrix: how many speak of an aspect across, how well they speak of it up; zero is the line between."""
    zh = language is Language.ZH
    readable = [each for each in found.aspects if each.net.sufficient and each.mentions.sufficient]
    readable.sort(key=lambda each: -each.mentions.count)
    points = [
        MapPoint(
            each.aspect, each.zh if zh else each.en, each.mentions, each.net, _TONES[each.stance], each.link
        )
        for each in readable[:MOST_POINTS]
    ]
    return charts.map_chart(
        points,
        across="提到的客户占比" if zh else "Customers who mention it",
        up="净情感（−1 至 1）" if zh else "Net sentiment (−1 to 1)",
        corners=("少数人称赞", "多数人称赞", "少数人抱怨", "多数人抱怨")
        if zh
        else ("praised by few", "praised by many", "faulted by few", "faulted by many"),
        line_up=0.0,
        line_across=None,
        language=language,
    )


def _strength(
    context: Context, filters: Filters, bases: Bases, level: Level, row: dict[str, Any]
) -> Strength:
    aspect = context.names.itself(row["aspect"], int(level.value))
    name, customers = context.names.name(aspect), int(row["customers"])
    base = bases.of(aspect).customers
    return Strength(
        aspect=aspect,
        zh=name.zh,
        en=name.en,
        path_zh=name.path_zh,
        path_en=name.path_en,
        mentions=counted_share(customers, base, context.minimum_n),
        net=net_sentiment(*moments(row, "net", customers), customers).guarded(context.minimum_n),
        stance=Stance.INSUFFICIENT,
        link=fact_link(aspect, filters),
    )


def _stance(net: Estimate, significant: bool) -> Stance:
    if not net.sufficient:
        return Stance.INSUFFICIENT
    if not significant:
        return Stance.MIXED
    return Stance.STRENGTH if (net.value or 0.0) > 0 else Stance.WEAKNESS


_TONES = {Stance.STRENGTH: 1, Stance.WEAKNESS: -1, Stance.MIXED: 0, Stance.INSUFFICIENT: 0}
HOW = Name(
    zh="净情感 = 提到该维度的每位客户先取平均情感（−1 负面至 1 正面），再对客户平均。区间排除零，且在全部维度一起做 "
    "Benjamini–Hochberg 校正后仍成立的，才称为优点或缺点；其余为“评价不一”或证据不足。",
    en="Net sentiment = each customer's mean sentiment about the aspect (−1 to 1), averaged over customers. Strength or "
    "weakness is said only where the interval leaves out zero after Benjamini–Hochberg over all aspects; the rest is mixed "
    "or too little evidence.",
)
