"""A quarter of the demo company's everyday cases, so that departments have figures of their own."""

from __future__ import annotations

from dataclasses import dataclass

from huiyin import act
from huiyin.demo.casework import Trouble

# Older than the cases of the inbox, which tell their own story.
_SINCE_HOURS = 260
_EVERY_HOURS = 76
_CASES = 18


@dataclass(frozen=True, slots=True)
class _Department:
    """Who handles what, in how many hours from case to case, and what customers said afterwards (1 to 5)."""

    team: str
    owner: str
    aspects: tuple[str, ...]
    root_cause: str
    resolution: str
    hours: tuple[int, ...]
    scores: tuple[int | None, ...]


_DEPARTMENTS = (
    _Department(
        "质量部",
        "陈工",
        ("automotive.comfort.odour",),
        "空调压缩机 B 批次冷冻油配比异常",
        "上门更换压缩机与滤芯，一周后回访",
        (46, 70, 52, 160, 44, 66, 210, 48),
        (5, 4, None, 2, 4, 5),
    ),
    _Department(
        "商城客服",
        "赵敏",
        ("retail.logistics", "retail.packaging"),
        "分拨中心改造，包裹滞留",
        "当天补发并退还运费",
        (6, 20, 9, 27, 14, 48),
        (4, 5, 3, None, 4),
    ),
    _Department(
        "服务运营部",
        "周经理",
        ("automotive.after_sales.waiting",),
        "门店预约时段没有与工位数对齐",
        "致电致歉，安排专属时段，赠一次免费检测",
        (30, 96, 44, 190, 70, 120, 52),
        (3, 2, 4, None, 1, 3, 5),
    ),
)


def everyday_troubles() -> tuple[Trouble, ...]:
    """Return the cases, newest first in each department.

    >>> {trouble.team for trouble in everyday_troubles()} == {"质量部", "商城客服", "服务运营部"}
    True
    """
    return tuple(_case(department, number) for department in _DEPARTMENTS for number in range(_CASES))


def _case(department: _Department, number: int) -> Trouble:
    hours = department.hours[number % len(department.hours)]
    return Trouble(
        department.aspects[number % len(department.aspects)],
        _SINCE_HOURS + number * _EVERY_HOURS,
        act.CasePriority.NORMAL,
        department.owner,
        department.team,
        answered_after=min(3, hours),
        resolved_after=hours,
        root_cause=department.root_cause,
        resolution=department.resolution,
        score=department.scores[number % len(department.scores)],
    )
