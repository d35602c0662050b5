"""Words for the sides of a customer and their values, as pages, files and the command line say them."""

from __future__ import annotations

from collections.abc import Mapping

from huiyin.customers.crossing import Crossing, CrossSide
from huiyin.customers.profile import Grouping, RfmClass, Stage

Words = tuple[str, str]

SIDES: Mapping[CrossSide, Words] = {
    CrossSide.SOCIAL: ("社交发声", "social voices"),
    CrossSide.SERVICE: ("求助次数", "service contacts"),
    CrossSide.SENTIMENT: ("情感", "sentiment"),
    CrossSide.SPEND: ("期内消费", "spend in the window"),
    CrossSide.ORDERS: ("期内购买次数", "orders in the window"),
    CrossSide.FRICTION: ("使用受阻", "blocked steps"),
    CrossSide.SEGMENT: ("客群", "segment"),
    CrossSide.REGION: ("地区", "region"),
    CrossSide.STAGE: ("生命周期", "life stage"),
    CrossSide.RFM: ("RFM 分类", "RFM class"),
    CrossSide.GROUP: ("学得的分群", "learnt segment"),
    CrossSide.LIFETIME: ("未来一年价值", "value of the year ahead"),
}
STAGES: Mapping[Stage, Words] = {
    Stage.PROSPECT: ("潜客", "prospect"),
    Stage.NEW: ("新客", "new"),
    Stage.ACTIVE: ("活跃", "active"),
    Stage.DORMANT: ("沉睡", "dormant"),
    Stage.LOST: ("流失", "lost"),
}
CLASSES: Mapping[RfmClass, Words] = {
    RfmClass.CHAMPION: ("重要价值客户", "champions"),
    RfmClass.DEVELOP: ("重要发展客户", "to develop"),
    RfmClass.KEEP: ("重要保持客户", "to keep"),
    RfmClass.WIN_BACK: ("重要挽留客户", "to win back"),
    RfmClass.GENERAL: ("一般价值客户", "regulars"),
    RfmClass.GENERAL_DEVELOP: ("一般发展客户", "small, to develop"),
    RfmClass.GENERAL_KEEP: ("一般保持客户", "small, to keep"),
    RfmClass.GENERAL_WIN_BACK: ("一般挽留客户", "small, long gone"),
}
_TIERS: Mapping[str, Words] = {
    "none": ("无", "none"),
    "low": ("低三分之一", "lowest third"),
    "middle": ("中三分之一", "middle third"),
    "high": ("高三分之一", "highest third"),
}
_SENTIMENT: Mapping[str, Words] = {
    "negative": ("多为负面", "mostly negative"),
    "not_negative": ("少有负面", "not mostly negative"),
}
_COUNTS: Mapping[str, Words] = {
    "0": ("0 次", "none"),
    "1": ("1 次", "once"),
    "2+": ("2 次及以上", "twice or more"),
}


def words_of(side: CrossSide, value: str, grouping: Grouping | None = None) -> Words:
    """Return what a value of a side is called; names of regions and segments stay as they are.

    >>> words_of(CrossSide.STAGE, "dormant"), words_of(CrossSide.REGION, "华东")
    (('沉睡', 'dormant'), ('华东', '华东'))
    """
    if side is CrossSide.STAGE:
        return STAGES[Stage(value)]
    if side is CrossSide.RFM:
        return CLASSES[RfmClass(value)]
    if side is CrossSide.GROUP:
        groups = grouping.groups if grouping else ()
        return next(((each.zh, each.en) for each in groups if str(each.number) == value), (value, value))
    table = (
        _SENTIMENT
        if side is CrossSide.SENTIMENT
        else (_TIERS if side in (CrossSide.SPEND, CrossSide.LIFETIME) else _COUNTS)
    )
    return (
        (value, value) if side in (CrossSide.SEGMENT, CrossSide.REGION) else table.get(value, (value, value))
    )


def crossing_rows(
    found: Crossing, row: CrossSide, column: CrossSide, grouping: Grouping | None, *, zh: bool
) -> list[dict[str, object]]:
    """Return one row per cell under readable headings, with the share's interval and what stands behind it."""
    place = 0 if zh else 1
    said = {name: words[place] for name, words in _HEADINGS.items()}
    return [
        {
            SIDES[row][place]: words_of(row, cell.row, grouping)[place],
            f"{SIDES[column][place]} ": words_of(column, cell.column, grouping)[place],
            said["customers"]: cell.customers,
            said["n"]: cell.share.n,
            said["share"]: cell.share.value,
            said["low"]: cell.share.low,
            said["high"]: cell.share.high,
            said["verdict"]: str(cell.share.verdict),
        }
        for cell in found.cells
    ]


_HEADINGS: Mapping[str, Words] = {
    "customers": ("客户数", "customers"),
    "n": ("行内客户数", "customers of the row"),
    "share": ("占本行比例", "share of the row"),
    "low": ("区间下限", "low"),
    "high": ("区间上限", "high"),
    "verdict": ("证据", "verdict"),
}
