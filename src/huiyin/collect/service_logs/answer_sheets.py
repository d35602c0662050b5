"""问卷星-style answer sheets: a row per respondent, a column per numbered question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_QUESTION = re.compile(
    r"^\s*(?:Q?\d{1,3}\s*[、.．:：)）]|第\d{1,3}题)\s*(?P<words>.+)$", re.IGNORECASE | re.DOTALL
)
_FIELDS = {
    "external_id": ("序号", "答卷编号", "答题序号"),
    "occurred_at": ("提交答卷时间", "提交时间", "答题时间", "结束时间"),
    "author": ("用户昵称", "昵称", "微信昵称"),
    "customer_id": ("会员号", "会员编号", "客户编号", "自定义字段"),
    "region": ("地区", "省份", "所在城市"),
}
_KEPT = {"seconds": ("所用时间", "答题时长"), "origin": ("来源", "来源详情")}
_RECOMMEND = re.compile(r"推荐.{0,20}(?:可能|意愿|程度)|(?:可能|意愿).{0,20}推荐|NPS", re.IGNORECASE)
_SKIPPED = frozenset(("", "(空)", "（空）", "(跳过)", "（跳过）", "-", "无", "None"))
SHORTEST_WORDS = 4


def is_answer_sheet(columns: tuple[str, ...]) -> bool:
    """Return whether the columns look like an answer sheet: a number, a time, numbered questions.

    >>> is_answer_sheet(("序号", "提交答卷时间", "1、您对空调满意吗？"))
    True
    """
    known = {name.strip() for name in columns}
    marks = sum(bool(known & set(_FIELDS[field])) for field in ("external_id", "occurred_at"))
    return marks == 2 and any(_QUESTION.match(name) for name in columns)


def sheet_record(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the raw record of a respondent: every answer kept, open answers as the text, 0–10 as the rating."""
    answers = {
        name: str(value).strip()
        for name, value in row.items()
        if _QUESTION.match(name) and str(value).strip() not in _SKIPPED
    }
    record: dict[str, Any] = {
        field: value for field, names in _FIELDS.items() if (value := _first(row, names)) is not None
    }
    rating = next((_score(value) for name, value in answers.items() if _RECOMMEND.search(name)), None)
    record |= {"rating": rating, "rating_scale": 10.0} if rating is not None else {}
    return record | {
        "text": "\n".join(value for value in answers.values() if _is_words(value)),
        "answers": answers or None,
        "metadata": {
            name: str(value) for name, names in _KEPT.items() if (value := _first(row, names)) is not None
        },
    }


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def _is_words(value: str) -> bool:
    """Chosen options are short or come joined by marks; words of one's own are longer."""
    return len(value) >= SHORTEST_WORDS and not re.fullmatch(r"[\d.\s,，;；┋]+", value) and "┋" not in value


def _score(value: str) -> float | None:
    found = re.match(r"\s*(\d{1,2})(?:\s*分)?", value)
    score = float(found[1]) if found else None
    return score if score is not None and score <= 10 else None
