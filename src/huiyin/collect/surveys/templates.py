"""Surveys to start from; their questions pass our own linter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from huiyin.collect.surveys.question import Metric


@dataclass(frozen=True, slots=True)
class Template:
    """A ready definition with a name in both languages."""

    id: str
    zh: str
    en: str
    definition: dict[str, Any]


def _rating(name: str, title: Any, metric: str, low: Any, high: Any) -> dict[str, Any]:
    return {
        "type": "rating", "name": name, "title": title, "metric": metric, "isRequired": True,
        "minRateDescription": low, "maxRateDescription": high,
    }  # fmt: skip


def _why(title: Any) -> dict[str, Any]:
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
    Template("matrix", "分项满意度", "Satisfaction by part", {
        "title": "分项满意度",
        "elements": [
            {"type": "matrix", "name": "parts", "title": "您对下面各方面的满意程度如何？", "isRequired": True,
             "rows": [{"value": "quality", "text": "产品质量"}, {"value": "price", "text": "价格"},
                      {"value": "service", "text": "售后服务"}, {"value": "delivery", "text": "交付速度"}],
             "columns": [{"value": "1", "text": "非常不满意"}, {"value": "2", "text": "不太满意"},
                         {"value": "3", "text": "一般"}, {"value": "4", "text": "比较满意"},
                         {"value": "5", "text": "非常满意"}]},
            _why("请说说您这样评价的原因。"),
        ],
    }),
    Template("kano", "功能需求（Kano）", "Features (Kano)", {
        "title": "您需要哪些功能",
        "elements": [
            {"type": "kano", "name": "features", "title": "请分别说说有和没有这些功能时您的感受。", "isRequired": True,
             "items": [{"value": "a", "text": "功能一"}, {"value": "b", "text": "功能二"},
                       {"value": "c", "text": "功能三"}]},
        ],
    }),
    Template("maxdiff", "取舍排序（MaxDiff）", "Trade-offs (MaxDiff)", {
        "title": "您最看重什么",
        "elements": [
            {"type": "maxdiff", "name": "priorities", "title": "每组请选出您最看重和最不看重的一项。", "isRequired": True,
             "setSize": 4,
             "items": [{"value": name, "text": text} for name, text in (
                 ("a", "方面一"), ("b", "方面二"), ("c", "方面三"), ("d", "方面四"), ("e", "方面五"), ("f", "方面六"))]},
        ],
    }),
)  # fmt: skip


def _both(zh: str, en: str) -> dict[str, str]:
    return {"default": zh, "en": en}


def _one_question(
    title: dict[str, str], asked: dict[str, str], metric: Metric, low: Any, high: Any
) -> dict[str, Any]:
    return {
        "title": title,
        "elements": [
            _rating("score", asked, metric.value, low, high),
            _why(_both("您给出这个分数的主要原因是什么？", "What is the main reason for your score?")),
        ],
    }


# What is asked again after a case, in both languages.
ONE_QUESTION = {
    Metric.CSAT: _one_question(
        _both("问题处理满意度", "How we handled your case"),
        _both(
            "总体来说，您对这次问题的处理满意吗？",
            "Overall, how satisfied are you with how your case was handled?",
        ),
        Metric.CSAT,
        _both("非常不满意", "Very dissatisfied"),
        _both("非常满意", "Very satisfied"),
    ),
    Metric.NPS: _one_question(
        _both("您的推荐意愿", "Would you recommend us"),
        _both(
            "您有多大可能向朋友或同事推荐我们？",
            "How likely are you to recommend us to a friend or colleague?",
        ),
        Metric.NPS,
        _both("完全不可能", "Not at all likely"),
        _both("极有可能", "Extremely likely"),
    ),
    Metric.CES: _one_question(
        _both("办事是否省力", "How easy it was"),
        _both("这次解决问题，您觉得有多容易？", "How easy was it to get your case solved?"),
        Metric.CES,
        _both("非常不容易", "Very difficult"),
        _both("非常容易", "Very easy"),
    ),
}
