"""How the labels of outside data sets fall on our taxonomies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Guideline:
    """The labels of one data set.

    `homes` gives each label the node that stands for it, `nodes` the label of further nodes (None for no label; a
    node without an entry takes its parent's). `mentions` tells whether the data labels bare mentions too, or only
    judged opinions.
    """

    taxonomy: str
    homes: Mapping[str, str]
    nodes: Mapping[str, str | None]
    mentions: bool

    @property
    def labels(self) -> list[str]:
        """The labels in a fixed order."""
        return list(self.homes)

    def label_of(self, aspect: str) -> str | None:
        """Return the label of a node, its parents answering for it.

        >>> FORUM_GUIDELINE.label_of("automotive.quality.leaks"), FORUM_GUIDELINE.label_of("automotive.quality")
        ('动力', None)
        """
        known = {home: label for label, home in self.homes.items()} | dict(self.nodes)
        parts = aspect.split(".")
        ids = (".".join(parts[:size]) for size in range(len(parts), 0, -1))
        return next((known[node] for node in ids if node in known), None)


FORUM_GUIDELINE = Guideline(
    "automotive",
    {
        "动力": "automotive.power",
        "价格": "automotive.price",
        "内饰": "automotive.interior",
        "配置": "automotive.equipment",
        "安全性": "automotive.safety",
        "外观": "automotive.exterior",
        "操控": "automotive.handling",
        "油耗": "automotive.fuel",
        "空间": "automotive.space",
        "舒适性": "automotive.comfort",
    },
    {
        "automotive.cockpit": "配置",
        "automotive.quality.leaks": "动力",
        "automotive.safety.tyres": None,
        "automotive.exterior.lights": None,
    },
    mentions=True,
)
MAKEUP_GUIDELINE = Guideline(
    "retail",
    {
        "整体": "retail.general",
        "使用体验": "retail.experience",
        "价格": "retail.price",
        "功效": "retail.efficacy",
        "物流": "retail.logistics",
        "气味": "retail.scent",
        "包装": "retail.packaging",
        "真伪": "retail.authenticity",
        "服务": "retail.service",
        "成分": "retail.ingredients",
        "其他": "retail.quality",
        "尺寸": "retail.size",
        "新鲜度": "retail.freshness",
    },
    {"retail.loyalty": "整体", "retail.appearance": "包装", "retail.size.quantity": "其他"},
    mentions=False,
)
LONG_REVIEWS_GUIDELINE = Guideline(
    "restaurant",
    {
        "location_traffic_convenience": "restaurant.location.transport",
        "location_distance_from_business_district": "restaurant.location.surroundings",
        "location_easy_to_find": "restaurant.location.finding",
        "service_wait_time": "restaurant.service.queue",
        "service_waiters_attitude": "restaurant.service.staff",
        "service_parking_convenience": "restaurant.service.parking",
        "service_serving_speed": "restaurant.service.serving",
        "price_level": "restaurant.price",
        "price_cost_effective": "restaurant.price.value",
        "price_discount": "restaurant.price.discount",
        "environment_decoration": "restaurant.environment.decoration",
        "environment_noise": "restaurant.environment.noise",
        "environment_space": "restaurant.environment.space",
        "environment_cleaness": "restaurant.environment.hygiene",
        "dish_portion": "restaurant.food.portion",
        "dish_taste": "restaurant.food.taste",
        "dish_look": "restaurant.food.look",
        "dish_recommendation": "restaurant.food.variety",
        "others_overall_experience": "restaurant.general",
        "others_willing_to_consume_again": "restaurant.loyalty",
    },
    {
        "restaurant.service": "service_waiters_attitude",
        "restaurant.service.ordering": None,
        "restaurant.environment": "environment_decoration",
        "restaurant.food": "dish_taste",
        "restaurant.location": "location_distance_from_business_district",
        "restaurant.reputation": "others_overall_experience",
    },
    mentions=True,
)
