"""Review exports of shops and app stores, recognised by their headers: which column is which field.

The header sets follow what such exports usually look like; where a platform renames its columns, the mapping by
name and content (`mapping.propose`) takes over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReviewExport:
    """One platform's export: the columns that give it away, and for each field the names it goes by."""

    id: str
    zh: str
    en: str
    marks: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]


def _export(export_id: str, zh: str, en: str, marks: str, **fields: str) -> ReviewExport:
    """Read the columns from words divided by bars."""
    return ReviewExport(
        export_id,
        zh,
        en,
        frozenset(fold(mark) for mark in marks.split("|")),
        {field: tuple(fold(name) for name in names.split("|")) for field, names in fields.items()},
    )


def fold(name: str) -> str:
    """Return a column's name without case, spaces and brackets.

    >>> fold(" Review Submit  Date（UTC）")
    'review_submit_date_utc'
    """
    return re.sub(r"[\s\-_（）()\[\]：:]+", "_", name.strip().lstrip("\ufeff").casefold()).strip("_")


_TEXT = "评价内容|评论内容|评论|初次评价|首次评价"
_AT = "评价时间|评论时间|评价日期|创建时间"
_PRODUCT = "商品名称|商品标题|宝贝标题|宝贝名称|商品信息"
_AGAIN = "追评内容|追加评价|追加评论|追评|追加评价内容"
_AGAIN_AT = "追评时间|追加评价时间|追加评论时间|追评日期"

EXPORTS = (
    _export("tmall", "淘宝/天猫评价导出", "Taobao and Tmall reviews", "买家昵称|评价内容|评价时间|宝贝标题",
            external_id="评价编号|评价id", text=_TEXT, occurred_at=_AT, rating="评价结果|评分|星级", author="买家昵称", product=_PRODUCT,
            follow_up_text=_AGAIN, follow_up_at=_AGAIN_AT),
    _export("jd", "京东评价导出", "JD reviews", "商品编号|商品名称|评价星级|评价内容|评价时间",
            external_id="评价编号|评价id", text=_TEXT, occurred_at=_AT, rating="评价星级|评分", author="用户账号|用户昵称|用户名", product=_PRODUCT, region="收货地区|地区",
            follow_up_text=_AGAIN, follow_up_at=_AGAIN_AT),
    _export("pinduoduo", "拼多多评价导出", "Pinduoduo reviews", "商品id|商品名称|评价分数|评价内容|评价时间",
            external_id="评价id|评价编号", text=_TEXT, occurred_at=_AT, rating="评价分数|评价星级", author="用户昵称", product=_PRODUCT,
            follow_up_text=_AGAIN, follow_up_at=_AGAIN_AT),
    _export("douyin", "抖音电商评价导出", "Douyin shop reviews", "商品id|商品名称|评价等级|评价内容|评价时间",
            external_id="评价id|评价编号", text=_TEXT, occurred_at=_AT, rating="评价等级|综合评分", author="用户昵称|买家昵称", product=_PRODUCT,
            follow_up_text=_AGAIN, follow_up_at=_AGAIN_AT),
    _export("dianping", "美团/点评评价导出", "Meituan and Dianping reviews", "门店名称|总评分|评价内容|评价时间",
            external_id="评价id|评价编号", text=_TEXT, occurred_at=_AT, rating="总评分|星级", author="用户昵称", product="门店名称", region="城市|门店城市"),
    _export("google_play", "Google Play 评论导出", "Google Play reviews", "package_name|star_rating|review_text|review_submit_date_and_time",
            external_id="review_link", text="review_text", occurred_at="review_submit_date_and_time", rating="star_rating", product="package_name", url="review_link"),
    _export("app_store", "App Store 评论导出", "App Store reviews", "rating|title|review|territory",
            external_id="review_id|id", text="review", occurred_at="date|last_modified|created_date", rating="rating", author="nickname|author|reviewer_nickname", product="app_name|app", region="territory"),
    _export("appgallery", "应用市场评论导出", "App market reviews", "评论内容|评论时间|版本号|设备型号",
            external_id="评论id|评论编号", text="评论内容", occurred_at="评论时间", rating="评分|星级", author="用户昵称|昵称", product="应用名称"),
)  # fmt: skip


def recognise_export(columns: Sequence[str]) -> tuple[ReviewExport, dict[str, str]] | None:
    """Return the export these columns come from, with field → column; the one with most of its own columns wins.

    >>> found = recognise_export(("商品编号", "商品名称", "评价星级", "评价内容", "评价时间", "追评内容"))
    >>> found[0].id, found[1]["follow_up_text"]
    ('jd', '追评内容')
    """
    known = {fold(name): name for name in columns}
    best: tuple[ReviewExport, dict[str, str]] | None = None
    for export in EXPORTS:
        if export.marks <= set(known):
            mapping = _mapping(export, known)
            if best is None or len(mapping) > len(best[1]):
                best = export, mapping
    return best


def _mapping(export: ReviewExport, known: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, names in export.fields.items():
        column = next((known[name] for name in names if name in known), None)
        if column is not None and column not in found.values():
            found[field] = column
    return found
