"""Where the demo world's labels live in the taxonomies that ship with Huiyin."""

from __future__ import annotations

# A label, or a label with its facet where that has a node of its own.
_NODES = {
    "automotive": {
        "动力": "power",
        "动力/加速": "power.acceleration",
        "价格": "price",
        "价格/降价": "price.discount",
        "价格/用车成本": "price.running_cost",
        "内饰": "interior",
        "内饰/储物": "interior.storage",
        "内饰/杯架": "interior.storage",
        "配置": "equipment",
        "配置/外放电": "equipment.power_outlet",
        "配置/音响": "equipment.audio",
        "配置/辅助驾驶": "cockpit.driver_assistance",
        "安全性": "safety",
        "安全性/刹车": "safety.brakes",
        "外观": "exterior",
        "外观/车标": "exterior.badge",
        "操控": "handling",
        "能耗": "fuel",
        "能耗/电耗": "battery.consumption",
        "空间": "space",
        "空间/后备箱": "space.boot",
        "空间/后排": "space.rear",
        "舒适性": "comfort",
        "舒适性/座椅": "interior.seats",
        "舒适性/天幕遮阳": "comfort.sunshade",
        "舒适性/隔音": "comfort.noise",
        "舒适性/减震": "handling.chassis",
        "质量": "quality",
        "质量/异响": "comfort.vibration",
        "空调": "comfort.air_conditioning",
        "空调/异味": "comfort.odour",
        "车机": "cockpit",
        "车机/卡顿": "cockpit.freezing",
        "车机/启动": "cockpit.boot",
        "车机/语音": "cockpit.voice",
        "车机/OTA": "cockpit.updates",
        "续航充电": "battery",
        "续航充电/充电速度": "battery.charging",
        "续航充电/补能服务": "battery.charging",
        "售后": "after_sales",
        "售后/预约等待": "after_sales.waiting",
        "销售": "sales",
        "交付": "delivery",
        "整体": "general",
    },
    "retail": {
        "物流": "logistics",
        "包装": "packaging",
        "质量": "quality",
        "质量/适配": "size",
        "质量/气味": "scent",
        "客服": "service.customer_service",
        "价格": "price",
        "价格/性价比": "price.value",
        "正品": "authenticity",
        "退换": "service.after_sales",
        "App": "platform",
        "App/支付": "platform.payment",
        "整体": "general",
    },
}


def node_of(taxonomy: str, aspect: str, facet: str = "") -> str | None:
    """Return the node id for a label, the facet's own where it has one; None outside the taxonomy.

    >>> node_of("automotive", "空调", "异味"), node_of("automotive", "车机", "卡顿"), node_of("automotive", "隐私")
    ('automotive.comfort.odour', 'automotive.cockpit.freezing', None)
    """
    known = _NODES[taxonomy]
    name = known.get(f"{aspect}/{facet}") or known.get(aspect)
    return None if name is None else f"{taxonomy}.{name}"
