"""What customers care about: how often they speak of it where, how happy they are, and what it moves.

`penalty` and `reward` are the planted effects of a bad and a good experience on what a person thinks of
the whole: an aspect with penalty alone is a must-be, one with reward alone an attractive one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from huiyin.demo import grammar

GENERAL = "整体"
GOOD, BAD, NEUTRAL = "+", "-", "~"


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect: salience in reviews, social, service, and asked channels; mean experience; effects."""

    name: str
    review: float
    social: float
    service: float
    asked: float
    mean: float
    penalty: float
    reward: float


AUTOMOTIVE = (
    Aspect("动力", 1.2, 1.0, 0.15, 0.7, 0.7, 0.12, 0.12),
    Aspect("价格", 1.1, 1.3, 0.30, 1.0, 0.1, 0.24, 0.22),
    Aspect("内饰", 1.2, 0.8, 0.20, 0.6, 0.4, 0.05, 0.05),
    Aspect("配置", 0.9, 0.9, 0.25, 0.6, 0.4, 0.08, 0.10),
    Aspect("安全性", 0.5, 0.6, 0.50, 0.5, 0.8, 0.32, 0.00),
    Aspect("外观", 1.7, 1.5, 0.05, 0.8, 1.1, 0.00, 0.22),
    Aspect("操控", 0.9, 0.7, 0.15, 0.5, 0.6, 0.08, 0.08),
    Aspect("能耗", 1.1, 0.9, 0.20, 0.8, 0.3, 0.15, 0.15),
    Aspect("空间", 1.3, 0.9, 0.05, 0.8, 0.6, 0.18, 0.18),
    Aspect("舒适性", 1.0, 0.8, 0.20, 0.8, 0.3, 0.36, 0.30),
    Aspect("质量", 0.8, 0.9, 2.40, 1.0, 0.2, 1.60, 0.25),
    Aspect("空调", 0.5, 0.5, 0.90, 0.5, 0.4, 0.15, 0.12),
    Aspect("车机", 1.1, 1.2, 1.30, 1.2, -0.1, 0.50, 0.35),
    Aspect("续航充电", 1.1, 1.3, 0.90, 1.1, -0.1, 1.00, 0.52),
    Aspect("售后", 0.6, 0.8, 1.90, 1.1, -0.2, 0.62, 0.30),
    Aspect("销售", 0.4, 0.4, 0.40, 0.4, 0.2, 0.10, 0.10),
    Aspect("交付", 0.4, 0.5, 0.80, 0.4, 0.0, 0.12, 0.10),
)
RETAIL = (
    Aspect("物流", 1.4, 0.5, 1.6, 0.9, 0.5, 0.20, 0.12),
    Aspect("包装", 0.8, 0.2, 0.4, 0.4, 0.6, 0.08, 0.06),
    Aspect("质量", 1.8, 0.8, 1.2, 1.1, 0.5, 0.80, 0.50),
    Aspect("客服", 0.6, 0.4, 0.8, 0.9, 0.2, 0.55, 0.30),
    Aspect("价格", 1.0, 0.6, 0.6, 0.9, 0.3, 0.30, 0.35),
    Aspect("正品", 0.5, 0.2, 0.3, 0.4, 0.7, 0.25, 0.05),
    Aspect("退换", 0.3, 0.3, 1.4, 0.5, -0.2, 0.40, 0.15),
    Aspect("App", 0.3, 0.5, 0.9, 1.0, 0.0, 0.45, 0.15),
)
TAXONOMIES = {"automotive": AUTOMOTIVE, "retail": RETAIL}

PRODUCTS = ("E5", "S7", "C3")
PRODUCT_NAMES = {"E5": "澄野E5", "S7": "澄野S7", "C3": "澄野C3", "X6": "朔风X6"}
PRODUCT_ALIASES = {
    "E5": ("澄野E5", "E5", "E5", "小E", "我的E5"),
    "S7": ("澄野S7", "S7", "S7", "大七", "我家S7"),
    "C3": ("澄野C3", "C3", "C3", "小C", "我的C3"),
    "X6": ("朔风X6", "X6", "朔风X6"),
}
# Each model has its own strengths and weaknesses.
PRODUCT_TILT: dict[str, dict[str, float]] = {
    "E5": {"操控": 0.4, "车机": -0.3, "动力": 0.3, "外观": 0.2, "空间": -0.2, "交付": -0.3},
    "S7": {"空间": 0.6, "舒适性": 0.3, "能耗": 0.3, "价格": -0.3, "操控": -0.3, "售后": -0.2},
    "C3": {
        "价格": 0.7,
        "动力": -0.5,
        "空间": -0.5,
        "舒适性": -0.4,
        "安全性": -0.3,
        "车机": -0.3,
        "能耗": 0.5,
    },
    "X6": {"空间": 0.4, "价格": 0.4, "车机": 0.5, "舒适性": -0.5, "质量": -0.3, "内饰": -0.2},
}
_BARRED = {"S7": {"能耗/电耗"}, "E5": {"能耗/油耗"}, "C3": {"能耗/油耗"}, "X6": {"能耗/电耗"}}
# Facets that people bring up more or less often than their number of wordings suggests.
_FACET_WEIGHT = {
    ("车机/卡顿", BAD): 3.2,
    ("售后/预约等待", BAD): 2.4,
    ("空调/异味", BAD): 0.25,
    ("空调/异味", GOOD): 0.3,
    ("空调/制冷制热", BAD): 1.4,
    ("车机/启动", BAD): 0.5,
    ("质量/异响", BAD): 1.3,
}


def names(taxonomy: str) -> tuple[str, ...]:
    """Return the aspect names of a taxonomy in the order of every matrix."""
    return tuple(aspect.name for aspect in TAXONOMIES[taxonomy])


@cache
def facets(taxonomy: str, aspect: str, sign: str, product: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the facets of an aspect that can be said with `sign`, with their cumulative weights."""
    found = [
        (key.rsplit(" ", 1)[0], len(templates) * _FACET_WEIGHT.get((key.rsplit(" ", 1)[0], sign), 1.0))
        for key, templates in grammar.book(taxonomy).items()
        if key.startswith(f"{aspect}/") and key.endswith(f" {sign}")
    ]
    kept = [(key, weight) for key, weight in found if key not in _BARRED.get(product, ())]
    weights = np.cumsum([weight for _, weight in kept])
    return tuple(key for key, _ in kept), tuple((weights / weights[-1]).tolist())
