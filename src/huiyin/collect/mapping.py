"""Which column of a file is which field of the record: proposed by name and content, decided by people."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from hashlib import blake2b
from typing import Any

from huiyin.collect.feedback import FIELD_NAMES
from huiyin.collect.files import Layout, Table
from huiyin.collect.moment import parse_moment
from huiyin.collect.rating_words import rating_of
from huiyin.collect.review_exports import recognise_export
from huiyin.kit.errors import InvalidInputError

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "external_id": ("id", "external_id", "编号", "评论id", "评论编号", "review_id", "feedback_id", "工单号", "记录id", "序号", "答卷编号", "uuid", "note_id", "aweme_id", "comment_id", "mblogid", "mid", "微博id", "笔记id", "帖子id"),
    "text": ("text", "content", "review", "comment", "comments", "body", "message", "内容", "评论内容", "评价内容", "评论", "评价", "原文", "正文", "文本", "留言", "反馈", "反馈内容", "客户反馈", "问题描述", "描述", "review_body", "verbatim", "回答", "原因", "微博正文", "笔记内容", "帖子内容", "desc"),
    "occurred_at": ("occurred_at", "time", "date", "datetime", "created_at", "create_time", "timestamp", "时间", "日期", "评论时间", "评价时间", "发布时间", "创建时间", "发表时间", "提交时间", "提交答卷时间", "反馈时间"),
    "rating": ("rating", "score", "stars", "star", "评分", "星级", "打分", "评价星级", "分数", "nps", "推荐分"),
    "rating_scale": ("rating_scale", "scale", "满分"),
    "author": ("author", "user", "username", "user_name", "nickname", "昵称", "用户名", "作者", "用户", "发布者", "网名", "用户昵称", "博主", "screen_name"),
    "customer_id": ("customer_id", "customer", "member_id", "user_id", "uid", "客户编号", "会员号", "会员编号", "会员id", "客户id", "用户id"),
    "customer_name": ("customer_name", "客户姓名", "姓名", "客户名称"),
    "segment": ("segment", "客群", "客户类型", "会员等级", "分群"),
    "region": ("region", "province", "city", "地区", "省份", "城市", "区域", "ip属地", "ip_location"),
    "product": ("product", "model", "sku", "item", "产品", "商品", "商品名称", "车型", "型号", "产品名称", "车系", "款式"),
    "url": ("url", "link", "链接", "地址", "网址", "原文链接", "微博链接", "笔记链接", "帖子链接", "note_url", "aweme_url"),
    "parent_external_id": ("parent_id", "parent_external_id", "reply_to", "上级编号", "回复编号", "主贴id"),
}  # fmt: skip


_LAYOUT_REASONS = {
    Layout.TICKETS: "工单导出 / ticket export",
    Layout.ANSWERS: "答卷 / answer sheet",
}
# Columns that are parts of a record already, where they hold what those parts hold.
_PARTS = ("answers", "metadata")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file, what it is taken for, and why."""

    name: str
    samples: tuple[str, ...]
    field: str | None
    reason: str


def propose(table: Table) -> list[Column]:
    """Propose a field for each column; a field is given at most once."""
    if table.layout is not Layout.ROWS:
        return [_own(table, name) for name in table.columns]
    by_name = _by_export(table.columns) or _by_name(table.columns)
    taken = {field for field, _ in by_name.values()}
    if "text" not in taken:
        by_name |= _longest_text(table, by_name)
    if "occurred_at" not in taken:
        by_name |= _times(table, by_name)
    return [
        Column(name, _samples(table, name), *by_name.get(name, (None, "no field is like it")))
        for name in table.columns
    ]


def _own(table: Table, name: str) -> Column:
    """Return a column of tickets or answer sheets, which are called by the fields' own names."""
    return Column(
        name, _samples(table, name), name if name in FIELD_NAMES else None, _LAYOUT_REASONS[table.layout]
    )


def check_mapping(mapping: Mapping[str, str], table: Table) -> None:
    """Raise InvalidInputError when the mapping names a field or a column that does not exist."""
    for field, column in mapping.items():
        if field not in FIELD_NAMES:
            raise InvalidInputError(
                f"{field!r} is no field", field="mapping", expected=", ".join(sorted(FIELD_NAMES))
            )
        if column not in table.columns:
            raise InvalidInputError(
                f"{table.path.name} has no column {column!r}",
                field="mapping",
                expected=", ".join(table.columns),
            )
    if "text" not in mapping and "rating" not in mapping:
        raise InvalidInputError(
            "neither text nor rating is mapped", field="mapping", expected="a column for text or rating"
        )


class RowMapper:
    """Turns rows of one file into raw records; rows without an id get one from their content.

    Such an id is the digest of the row and its ordinal among equal rows, so the same file again adds nothing
    while two customers who wrote the same words stay two voices.
    """

    def __init__(self, mapping: Mapping[str, str], defaults: Mapping[str, Any]) -> None:
        self._columns = tuple(mapping.items())
        self._mapped = frozenset(mapping.values())
        self._defaults = defaults
        self._seen: Counter[str] = Counter()

    def __call__(self, row: Mapping[str, Any]) -> dict[str, Any]:
        raw = dict(self._defaults)
        for field, column in self._columns:
            value = row.get(column)
            if value is not None and value != "":
                raw[field] = value
        if "rating" in raw:
            raw["rating"] = rating_of(raw["rating"])
        kept = {
            name: value
            for name, value in row.items()
            if name not in self._mapped and value is not None and value != ""
        }
        parts = {name: kept.pop(name) for name in _PARTS if isinstance(kept.get(name), dict)}
        kept |= parts.get("metadata", {})
        if parts.get("answers"):
            raw["answers"] = parts["answers"]
        if kept:
            raw["metadata"] = json.loads(json.dumps(kept, default=str, ensure_ascii=False))
        if raw.get("external_id") in (None, ""):
            raw["external_id"] = self._content_id(row)
        return raw

    def _content_id(self, row: Mapping[str, Any]) -> str:
        content = json.dumps(row, sort_keys=True, default=str, ensure_ascii=False)
        digest = blake2b(content.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        self._seen[digest] += 1
        return f"row-{digest}-{self._seen[digest]}"


def follow_ups(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """Take the follow-up out of a raw record and return it as one of its own, linked to the first.

    >>> first = {"external_id": "1", "text": "好", "rating": 5, "follow_up_text": "用了一月就坏"}
    >>> follow_ups(first)[0]["parent_external_id"], "follow_up_text" in first
    ('1', False)
    """
    text, at = raw.pop("follow_up_text", None), raw.pop("follow_up_at", None)
    if text in (None, "") or not str(text).strip():
        return []
    kept = {name: value for name, value in raw.items() if name not in ("rating", "rating_scale", "answers")}
    first = str(raw.get("external_id", ""))
    return [
        kept
        | {"text": text, "external_id": f"{first}#follow-up", "parent_external_id": first}
        | ({"occurred_at": at} if at not in (None, "") else {})
    ]


def _by_export(columns: Sequence[str]) -> dict[str, tuple[str, str]]:
    found = recognise_export(columns)
    if found is None:
        return {}
    export, mapping = found
    return {column: (field, f"{export.zh} / {export.en}") for field, column in mapping.items()}


def _by_name(columns: Sequence[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for field, words in _SYNONYMS.items():
        ranked = {word: place for place, word in enumerate(words)}
        matches = [name for name in columns if _folded(name) in ranked and name not in found]
        if matches:
            best = min(matches, key=lambda name: ranked[_folded(name)])
            found[best] = (field, "the column's name")
    return found


def _folded(name: str) -> str:
    return re.sub(r"[\s\-（）()]+", "_", name.strip().casefold()).strip("_")


def _longest_text(table: Table, taken: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    lengths = {
        name: sum(len(str(row.get(name) or "")) for row in table.sample) / max(len(table.sample), 1)
        for name in table.columns
        if name not in taken and not any(_is_no_prose(row.get(name)) for row in table.sample)
    }
    longest = max(lengths, key=lambda name: lengths[name], default=None)
    return {longest: ("text", "the longest texts")} if longest and lengths[longest] >= 4 else {}


def _is_no_prose(value: object) -> bool:
    return isinstance(value, dict | list) or str(value).startswith(("http://", "https://"))


def _times(table: Table, taken: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    for name in table.columns:
        values = [row[name] for row in table.sample if name not in taken and row.get(name) not in (None, "")]
        if values and all(_is_time(value) for value in values[:50]):
            return {name: ("occurred_at", "its values are times")}
    return {}


def _is_time(value: object) -> bool:
    if isinstance(value, int | float | bool | dict | list) or str(value).isdigit():
        return False
    try:
        parse_moment(value, UTC)
    except (ValueError, OverflowError):
        return False
    return True


def _samples(table: Table, name: str) -> tuple[str, ...]:
    values = [shown(row[name])[:80] for row in table.sample if row.get(name) not in (None, "")]
    return tuple(dict.fromkeys(values))[:3]


def shown(value: object) -> str:
    """Return a value of a file as a person reads it.

    >>> shown({"推荐意愿": 9, "打分": ["外观", 4]}), shown(None)
    ('推荐意愿: 9; 打分: 外观, 4', '')
    """
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {shown(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(shown(each) for each in value)
    return "" if value is None else str(value)
