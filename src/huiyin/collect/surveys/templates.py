"""Surveys to start from; their questions pass our own linter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Template:
    """A ready definition with a name in both languages."""

    id: str
    zh: str
    en: str
    definition: dict[str, Any]


def _rating(name: str, title: str, metric: str, low: str, high: str) -> dict[str, Any]:
    return {
        "type": "rating", "name": name, "title": title, "metric": metric, "isRequired": True,
        "minRateDescription": low, "maxRateDescription": high,
    }  # fmt: skip


def _why(title: str) -> dict[str, Any]:
    return {"type": "comment", "name": "why", "title": title}


TEMPLATES = (
    Template("nps", "NPS 净推荐值", "NPS", {
        "title": "您的推荐意愿",
        "elements": [
            _rating("score", "您有多大可能向朋友或同事推荐我们？", "nps", "完全不可能", "极有可能"),
            _why("您给出这个分数的主要原因是什么？"),
        ],
    }),
    Template("csat", "CSAT 满意度", "CSAT", {
        "title": "本次体验满意度",
        "elements": [
            _rating("score", "总体来说，您对本次体验的满意程度如何？", "csat", "非常不满意", "非常满意"),
            _why("请说说您这样评价的原因。"),
        ],
    }),
    Template("ces", "CES 费力度", "CES", {
        "title": "办事是否省力",
        "elements": [
            _rating("score", "今天我们让您办成这件事有多容易？", "ces", "非常不容易", "非常容易"),
            _why("办理过程中，哪一步最费力？"),
        ],
    }),
    Template("open", "开放问题", "Open questions", {
        "title": "说说您的想法",
        "elements": [
            {"type": "comment", "name": "story", "title": "请讲讲您上一次使用我们产品的经过。", "isRequired": True},
            {"type": "comment", "name": "change", "title": "如果可以改变一件事，您希望我们改变什么？"},
        ],
    }),
)  # fmt: skip
