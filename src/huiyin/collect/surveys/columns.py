"""The answers as a flat table: one row a response, one column a thing that was answered, with labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from huiyin.collect.surveys.itemised import sets_of
from huiyin.collect.surveys.question import KANO_POINTS, OPEN, Definition, Kind, SurveyQuestion
from huiyin.collect.surveys.sheets import Sheet
from huiyin.stats import kano_class

_KANO_LABELS = dict(zip(KANO_POINTS, ("喜欢", "理应如此", "无所谓", "可以忍受", "不喜欢"), strict=True))
_YES_NO = {1: "是", 0: "否"}
Read = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A variable: its name in letters and digits, its question, and what its numbers mean."""

    name: str
    label: str
    dtype: pl.DataType
    values: dict[int, str] = field(default_factory=dict)


def flat_table(definition: Definition, sheets: Sequence[Sheet]) -> tuple[list[Column], pl.DataFrame]:
    """Return the columns with their labels, and the table, shape (sheets, columns).

    Choices are numbered from 1 in their order, as statistical programs want them; `person` is the company's
    own id of the customer where the link was personal.
    """
    known = list(_known(sheets))
    asked = [
        (column, [None if (given := sheet.answers.get(source)) is None else read(given) for sheet in sheets])
        for question in definition.questions
        for column, source, read in _columns(question)
    ]
    columns = [column for column, _ in (*known, *asked)]
    data = [
        pl.Series(column.name, values, dtype=column.dtype, strict=False)
        for column, values in (*known, *asked)
    ]
    return columns, pl.DataFrame(data)


def _known(sheets: Sequence[Sheet]) -> Iterator[tuple[Column, list[Any]]]:
    text, moment = pl.String(), pl.Datetime("us")
    about = (
        ("response", "答卷编号", pl.Int64(), lambda s: s.id),
        ("complete", "完成", pl.Int64(), lambda s: int(s.complete)),
        ("started_at", "开始时间 (UTC)", moment, lambda s: s.started_at.replace(tzinfo=None)),
        (
            "completed_at",
            "完成时间 (UTC)",
            moment,
            lambda s: s.completed_at and s.completed_at.replace(tzinfo=None),
        ),
        ("seconds", "用时（秒）", pl.Float64(), lambda s: s.seconds),
        ("language", "语言", text, lambda s: s.language),
        ("via", "来路", text, lambda s: s.via),
        ("person", "客户编号", text, lambda s: s.person),
        ("segment", "客群", text, lambda s: s.segment),
        ("region", "地区", text, lambda s: s.region),
        ("occasion", "场合", text, lambda s: s.occasion),
    )
    for name, label, dtype, read in about:
        labels = _YES_NO if name == "complete" else {}
        yield Column(name, label, dtype, labels), [read(sheet) for sheet in sheets]


def _columns(question: SurveyQuestion) -> Iterator[tuple[Column, str, Read]]:
    """Yield each column of a question, the answer it comes from, and how it is read."""
    name, title, whole = question.name, question.title, pl.Int64()
    if question.kind in OPEN:
        yield Column(name, title, pl.String()), name, str
    elif question.kind is Kind.RATING:
        yield Column(name, title, whole, _ends(question)), name, int
    elif question.kind is Kind.BOOLEAN:
        yield Column(name, title, whole, _YES_NO), name, int
    elif question.kind is Kind.CHECKBOX:
        yield from _ticked(question)
    elif question.kind is Kind.MATRIX:
        yield from _rows(question)
    elif question.kind is Kind.KANO:
        yield from _features(question)
    elif question.kind is Kind.MAXDIFF:
        yield from _sets(question)
    else:
        labels = _numbered(_with_other(question))
        yield Column(name, title, whole, labels), name, _number(_with_other(question))
    if question.other:
        yield Column(f"{name}_other", f"{title}（其他）", pl.String()), f"{name}-Comment", str


def _with_other(question: SurveyQuestion) -> list[tuple[str, str]]:
    return [*question.choices, *([("other", "其他")] if question.other else [])]


def _numbered(offered: Sequence[tuple[str, str]]) -> dict[int, str]:
    return {number: text for number, (_, text) in enumerate(offered, 1)}


def _number(offered: Sequence[tuple[str, str]]) -> Read:
    place = {value: number for number, (value, _) in enumerate(offered, 1)}
    return place.get


def _ends(question: SurveyQuestion) -> dict[int, str]:
    return {
        end: text
        for end, text in ((question.low, question.low_text), (question.high, question.high_text))
        if text
    }


def _ticked(question: SurveyQuestion) -> Iterator[tuple[Column, str, Read]]:
    for number, (value, text) in enumerate(_with_other(question), 1):
        column = Column(f"{question.name}_{number}", f"{question.title}：{text}", pl.Int64(), _YES_NO)
        yield column, question.name, _has(value)


def _rows(question: SurveyQuestion) -> Iterator[tuple[Column, str, Read]]:
    labels, read = _numbered(question.choices), _number(question.choices)
    for number, (value, text) in enumerate(question.items, 1):
        column = Column(f"{question.name}_{number}", f"{question.title}：{text}", pl.Int64(), labels)
        yield column, question.name, _line(value, read)


def _features(question: SurveyQuestion) -> Iterator[tuple[Column, str, Read]]:
    for number, (value, text) in enumerate(question.items, 1):
        name = f"{question.name}_{number}"
        yield Column(f"{name}f", f"有“{text}”", pl.Int64(), _KANO_LABELS), question.name, _line(value, _first)
        yield (
            Column(f"{name}d", f"没有“{text}”", pl.Int64(), _KANO_LABELS),
            question.name,
            _line(value, _second),
        )
        yield Column(f"{name}c", f"“{text}”的 Kano 类别", pl.String()), question.name, _line(value, _class)


def _sets(question: SurveyQuestion) -> Iterator[tuple[Column, str, Read]]:
    labels, read = _numbered(question.items), _number(question.items)
    version = Column(f"{question.name}_v", f"{question.title}：方案", pl.Int64())
    yield version, question.name, lambda given: given["version"]
    for place in range(len(sets_of(question, 0))):
        for side, (suffix, word) in enumerate((("b", "最看重"), ("w", "最不看重"))):
            label = f"第 {place + 1} 组{word}"
            column = Column(f"{question.name}_{place + 1}{suffix}", label, pl.Int64(), labels)
            yield column, question.name, _pick(place, side, read)


def _has(value: str) -> Read:
    return lambda given: int(value in given)


def _line(value: str, read: Read) -> Read:
    return lambda given: read(given[value]) if value in given else None


def _pick(place: int, side: int, read: Read) -> Read:
    return lambda given: read(given["picks"][place][side]) if given["picks"][place] else None


def _first(pair: Sequence[int]) -> int:
    return pair[0]


def _second(pair: Sequence[int]) -> int:
    return pair[1]


def _class(pair: Sequence[int]) -> str:
    return kano_class(*pair).value
