"""What is on a page as flat rows for a file, and as one picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyin import charts
from huiyin.charts import Bar, CrossingCell, Figure, Language
from huiyin.stats import Estimate
from huiyin.understand.comparing.comparison import Comparison
from huiyin.understand.explorer import Crossing
from huiyin.understand.facts.fact import Fact
from huiyin.understand.names import channel_name, type_name
from huiyin.understand.verbatims import Voice

Row = dict[str, object]
PICTURED = 20


def crossing_rows(crossing: Crossing, language: Language = Language.ZH) -> list[Row]:
    """Return a row for each cell."""
    rows, columns = _names(crossing, language)
    return [
        {"row": rows[cell.row], "column": columns[cell.column]}
        | {"customers": cell.share.count, "column_customers": cell.share.n}
        | _written("share", cell.share)
        | {"negative_customers": cell.negative.count}
        | _written("negative", cell.negative)
        for cell in crossing.cells
    ]


def crossing_picture(
    crossing: Crossing, *, negative: bool, title: str, language: Language = Language.ZH
) -> Figure:
    """Return the crossing as shaded cells, each with its share and interval."""
    rows, columns = _names(crossing, language)
    cells = []
    for cell in crossing.cells:
        shown = cell.negative if negative else cell.share
        cells.append(CrossingCell(rows[cell.row], columns[cell.column], shown, readable=shown.sufficient))
    heads = [list(dict.fromkeys(each.values())) for each in (rows, columns)]
    return charts.crossing_chart(heads[0], heads[1], cells, title=title, language=language)


def comparison_rows(comparison: Comparison, language: Language = Language.ZH) -> list[Row]:
    """Return a row for each aspect and group."""
    zh = language is Language.ZH
    sides = {side.id: side.zh if zh else side.en for side in comparison.sides}
    return [
        {
            "aspect": row.aspect,
            "name": " / ".join(row.path_zh if zh else row.path_en),
            "side": sides[cell.side],
        }
        | {"base": cell.negative.n, "negative_customers": cell.negative.count}
        | _written("negative", cell.negative)
        | _written("net", cell.net)
        | _written("difference", cell.difference)
        | {"standing": str(cell.standing)}
        for row in comparison.aspects
        for cell in row.cells
    ]


def comparison_picture(comparison: Comparison, *, title: str, language: Language = Language.ZH) -> Figure:
    """Return the unhappy share of every aspect and group as shaded cells."""
    zh = language is Language.ZH
    sides = {side.id: side.zh if zh else side.en for side in comparison.sides}
    rows = {row.aspect: row.zh if zh else row.en for row in comparison.aspects}
    cells = [
        CrossingCell(rows[row.aspect], sides[cell.side], cell.negative, readable=cell.negative.sufficient)
        for row in comparison.aspects
        for cell in row.cells
    ]
    names = [list(dict.fromkeys(each.values())) for each in (rows, sides)]
    return charts.crossing_chart(names[0], names[1], cells, title=title, language=language)


def fact_rows(facts: Sequence[Fact], language: Language = Language.ZH) -> list[Row]:
    """Return a row for each fact, the audit's word beside the machine's."""
    return [_fact_row(fact, zh=language is Language.ZH) for fact in facts]


def facts_picture(facts: Sequence[Fact], *, title: str, language: Language = Language.ZH) -> Figure:
    """Return the first twenty facts that can be read, as bars with their intervals."""
    readable = [fact for fact in facts if fact.negative_customers.sufficient][:PICTURED]
    zh = language is Language.ZH
    bars = [Bar(fact.zh if zh else fact.en, fact.negative_customers, fact.link) for fact in readable]
    return charts.bar_chart(bars, title=title, language=language)


def voice_rows(voices: Sequence[Voice], language: Language = Language.ZH) -> list[Row]:
    """Return a row for each voice, what was found in it written out."""
    zh = language is Language.ZH
    return [
        {
            "id": voice.id,
            "occurred_at": voice.occurred_at.isoformat(),
            "channel": _in(channel_name(voice.channel), zh=zh),
            "source": voice.source,
            "product": voice.product,
            "segment": voice.customer.segment if voice.customer else None,
            "region": voice.customer.region if voice.customer else None,
            "rating": voice.rating,
            "sentiment": voice.sentiment,
            "types": "、".join(_in(type_name(kind), zh=zh) for kind in voice.types),
            "aspects": "、".join(f"{_in(each, zh=zh)}({each.sentiment:+d})" for each in voice.opinions),
            "text": voice.text,
        }
        for voice in voices
    ]


def titled(rows: Sequence[Mapping[str, object]], language: Language) -> list[Row]:
    """Return the rows under the headings that people read.

    >>> titled([{"customers": 3}], Language.ZH)
    [{'客户数': 3}]
    """
    if language is not Language.ZH:
        return [dict(row) for row in rows]
    return [{HEADINGS.get(name, name): value for name, value in row.items()} for row in rows]


def _fact_row(fact: Fact, *, zh: bool) -> Row:
    row: Row = {
        "aspect": fact.aspect,
        "name": " / ".join(fact.path_zh if zh else fact.path_en),
        "base": fact.customers.n,
        "customers": fact.customers.count,
    }
    row |= _written("share", fact.customers) | {"negative_customers": fact.negative_customers.count}
    row |= _written("negative", fact.negative_customers)
    row |= _written("share_negative", fact.share_negative) | _written("intensity", fact.intensity)
    row |= {"messages": fact.messages, "trend": str(fact.trend.direction)}
    row |= _written("trend_change", fact.trend.change) | {"trend_q": fact.trend.adjusted_p_value}
    found = fact.corrected
    if found is None:
        return row | {"audit": None}
    row |= _written("corrected_negative", found.negative_customers)
    row |= {"audit": found.audit.id, "audited": found.audited, "kappa": found.audit.kappa.value}
    return row | {"drift": found.audit.drift.value if found.audit.drift else None}


def _names(crossing: Crossing, language: Language) -> tuple[dict[str, str], dict[str, str]]:
    zh = language is Language.ZH
    rows = {head.id: head.zh if zh else head.en for head in crossing.rows}
    return rows, {head.id: head.zh if zh else head.en for head in crossing.columns}


def _in(name: object, *, zh: bool) -> str:
    return str(getattr(name, "zh" if zh else "en"))


def _written(name: str, e: Estimate) -> Row:
    return {name: e.value, f"{name}_low": e.low, f"{name}_high": e.high, f"{name}_verdict": str(e.verdict)}


_FIGURES = {
    "share": "占比",
    "negative": "不满客户占比",
    "share_negative": "其中负面",
    "intensity": "负面强度",
    "trend_change": "期内变化",
    "net": "净情感",
    "difference": "与其余各组之差",
    "corrected_negative": "按抽检校正的不满客户占比",
}
_PARTS = {"": "", "_low": "_下限", "_high": "_上限", "_verdict": "_判定"}
HEADINGS = {
    "aspect": "维度编号",
    "name": "维度",
    "row": "行",
    "column": "列",
    "side": "组",
    "standing": "优劣",
    "base": "发声客户",
    "customers": "客户数",
    "column_customers": "该列客户",
    "negative_customers": "不满客户",
    "messages": "原声条数",
    "trend": "趋势",
    "trend_q": "趋势_校正后p",
    "audit": "抽检编号",
    "audited": "抽检客户",
    "kappa": "κ",
    "drift": "κ较上次",
    "id": "编号",
    "occurred_at": "发生时间",
    "channel": "渠道",
    "source": "来源",
    "product": "产品",
    "segment": "客群",
    "region": "地区",
    "rating": "评分",
    "sentiment": "情感",
    "types": "类型",
    "aspects": "维度与情感",
    "text": "原文",
} | {f"{key}{part}": f"{zh}{word}" for key, zh in _FIGURES.items() for part, word in _PARTS.items()}
