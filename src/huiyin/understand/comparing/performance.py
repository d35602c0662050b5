"""Importance and performance: what goes together with the outcome, and how well it is done (Martilla & James 1977)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from huiyin import charts
from huiyin.charts import Figure, Language, MapPoint
from huiyin.stats import Estimate
from huiyin.understand.comparing.strengths import Strength, strengths
from huiyin.understand.drivers import Driver, Drivers, Outcome, find_drivers
from huiyin.understand.facts.table import Context, Level
from huiyin.understand.filters import Filters
from huiyin.understand.names import Name


class Quadrant(StrEnum):
    """What to do about an aspect."""

    CONCENTRATE = "concentrate"
    KEEP = "keep"
    LOW = "low"
    OVERKILL = "overkill"


@dataclass(frozen=True, slots=True)
class Placed:
    """One aspect on the map; `sure` tells that both intervals lie wholly in its quadrant."""

    aspect: str
    zh: str
    en: str
    importance: Estimate
    performance: Estimate
    quadrant: Quadrant
    sure: bool
    link: str


@dataclass(frozen=True, slots=True)
class ImportancePerformance:
    """The aspects, the most important first, and the medians that divide the map."""

    outcome: Outcome
    customers: int
    r_squared: Estimate
    aspects: tuple[Placed, ...]
    importance_line: float | None
    performance_line: float | None
    how: Name


def importance_performance(
    context: Context, filters: Filters, *, outcome: Outcome = Outcome.RATING, level: Level = Level.FINE
) -> ImportancePerformance:
    """Place each driver by its part of R² and its net sentiment; the lines are the medians of those shown."""
    found: Drivers = find_drivers(context, filters, outcome=outcome, level=level)
    performed = {each.aspect: each for each in strengths(context, filters, level=level).aspects}
    pairs = [
        (driver, performed[driver.aspect])
        for driver in found.drivers
        if driver.aspect in performed
        and performed[driver.aspect].net.sufficient
        and driver.importance.sufficient
    ]
    if not pairs:
        return ImportancePerformance(outcome, found.customers, found.r_squared, (), None, None, HOW)
    across = median(strength.net.value or 0.0 for _, strength in pairs)
    up = median(driver.importance.value or 0.0 for driver, _ in pairs)
    placed = tuple(_place(driver, strength, across, up) for driver, strength in pairs)
    return ImportancePerformance(outcome, found.customers, found.r_squared, placed, up, across, HOW)


def importance_map(found: ImportancePerformance, *, language: Language = Language.ZH) -> Figure:
    """Return the map with its four quadrants."""
    zh = language is Language.ZH
    points = [
        MapPoint(
            each.aspect,
            each.zh if zh else each.en,
            each.performance,
            each.importance,
            -1 if each.quadrant is Quadrant.CONCENTRATE else 0,
            each.link,
        )
        for each in found.aspects
    ]
    return charts.map_chart(
        points,
        across="表现：净情感（−1 至 1）" if zh else "Performance: net sentiment (−1 to 1)",
        up="重要性：占 R² 的份额" if zh else "Importance: part of R²",
        corners=("集中改进", "继续保持", "低优先级", "可能过度")
        if zh
        else ("Concentrate here", "Keep it up", "Low priority", "Possible overkill"),
        line_up=found.importance_line,
        line_across=found.performance_line,
        shares=(False, True),
        language=language,
    )


def _place(driver: Driver, strength: Strength, across: float, up: float) -> Placed:
    important, good = (driver.importance.value or 0.0) >= up, (strength.net.value or 0.0) >= across
    quadrant = {
        (True, False): Quadrant.CONCENTRATE,
        (True, True): Quadrant.KEEP,
        (False, False): Quadrant.LOW,
        (False, True): Quadrant.OVERKILL,
    }[important, good]
    sure = _beyond(driver.importance, up) and _beyond(strength.net, across)
    return Placed(
        driver.aspect, driver.zh, driver.en, driver.importance, strength.net, quadrant, sure, driver.link
    )


def _beyond(estimate: Estimate, line: float) -> bool:
    low, high = estimate.low, estimate.high
    return low is not None and high is not None and (low > line or high < line)


HOW = Name(
    zh="重要性 = 该维度占 R² 的份额（Johnson 相对权重，对客户整体重抽样得区间）；表现 = 净情感（先在每位客户内平均）。"
    "分界线是所示维度的中位数（Martilla & James 1977）；只有两个区间都整个落在象限内才算“确定”。描述的是一起出现，不是因果。",
    en="Importance = the aspect's part of R² (Johnson's relative weights, customers redrawn); performance = net sentiment, "
    "averaged within customers first. The lines are the medians of the aspects shown (Martilla & James 1977); “sure” means "
    "that both intervals lie wholly in the quadrant. What goes together, not what causes.",
)
