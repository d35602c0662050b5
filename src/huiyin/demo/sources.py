"""The places where the world's people speak."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from huiyin.demo.people import PersonKind


@dataclass(frozen=True, slots=True)
class DemoSource:
    """One source: its share of all voices, who speaks there, and what it knows of them.

    `counts` holds the chances of 1, 2, … opinions in one voice; `tone` shifts every polarity.
    """

    name: str
    code: str
    channel: str
    taxonomy: str
    register: str
    share: float
    speakers: tuple[PersonKind, ...]
    salience: str
    counts: tuple[float, ...]
    tone: float
    knows: bool
    scale: int | None
    evening: float
    weekend: float
    terms_note: str

    @property
    def index(self) -> int:
        return SOURCES.index(self)


OWNERS = (PersonKind.OWNER,)
SHOP = (PersonKind.OWNER, PersonKind.SHOPPER)
CROWD = (PersonKind.OWNER, PersonKind.SPECTATOR)
_OWN = "自有数据，隐私政策中已取得同意。"
_PUBLIC = "平台官方导出文件，仅含公开内容。"

SOURCES: tuple[DemoSource, ...] = (
    DemoSource(
        "澄野车主口碑",
        "KB",
        "review",
        "automotive",
        "review",
        0.12,
        OWNERS,
        "review",
        (0.05, 0.15, 0.25, 0.25, 0.18, 0.12),
        0.10,
        True,
        5,
        0.5,
        1.25,
        _OWN,
    ),
    DemoSource(
        "澄野商城评价",
        "PJ",
        "review",
        "retail",
        "shop",
        0.15,
        SHOP,
        "review",
        (0.52, 0.34, 0.14),
        0.35,
        True,
        5,
        0.5,
        1.15,
        _OWN,
    ),
    DemoSource(
        "车友论坛",
        "LT",
        "social",
        "automotive",
        "forum",
        0.15,
        CROWD,
        "social",
        (0.52, 0.30, 0.18),
        -0.25,
        False,
        None,
        0.6,
        1.1,
        _PUBLIC,
    ),
    DemoSource(
        "社交短帖",
        "SJ",
        "social",
        "automotive",
        "micro",
        0.13,
        CROWD,
        "social",
        (0.72, 0.24, 0.04),
        0.05,
        False,
        None,
        0.7,
        1.3,
        _PUBLIC,
    ),
    DemoSource(
        "售后热线",
        "RX",
        "service",
        "automotive",
        "service",
        0.12,
        OWNERS,
        "service",
        (0.72, 0.24, 0.04),
        -1.7,
        True,
        None,
        0.2,
        0.7,
        _OWN,
    ),
    DemoSource(
        "商城在线客服",
        "KF",
        "service",
        "retail",
        "service",
        0.06,
        SHOP,
        "service",
        (0.80, 0.18, 0.02),
        -1.5,
        True,
        None,
        0.4,
        0.95,
        _OWN,
    ),
    DemoSource(
        "车主NPS",
        "CN",
        "nps",
        "automotive",
        "nps",
        0.09,
        OWNERS,
        "asked",
        (0.60, 0.32, 0.08),
        0.0,
        True,
        10,
        0.5,
        0.9,
        _OWN,
    ),
    DemoSource(
        "商城NPS",
        "SN",
        "nps",
        "retail",
        "nps",
        0.05,
        SHOP,
        "asked",
        (0.68, 0.28, 0.04),
        0.1,
        True,
        10,
        0.5,
        0.9,
        _OWN,
    ),
    DemoSource(
        "车主满意度调查",
        "CS",
        "survey",
        "automotive",
        "survey",
        0.05,
        OWNERS,
        "asked",
        (0.20, 0.45, 0.25, 0.10),
        0.0,
        True,
        5,
        0.4,
        0.85,
        _OWN,
    ),
    DemoSource(
        "商城体验调查",
        "SS",
        "survey",
        "retail",
        "survey",
        0.04,
        SHOP,
        "asked",
        (0.28, 0.48, 0.24),
        0.05,
        True,
        5,
        0.4,
        0.85,
        _OWN,
    ),
    DemoSource(
        "车主深度访谈",
        "FT",
        "interview",
        "automotive",
        "interview",
        0.008,
        OWNERS,
        "asked",
        (0.0, 0.20, 0.35, 0.30, 0.15),
        -0.1,
        True,
        None,
        0.1,
        0.5,
        "访谈录音转写，受访者签署知情同意。",
    ),
    DemoSource(
        "车主焦点小组",
        "JD",
        "focus_group",
        "automotive",
        "group",
        0.006,
        OWNERS,
        "asked",
        (0.55, 0.35, 0.10),
        -0.2,
        True,
        None,
        0.1,
        0.6,
        "座谈会转写，参与者签署知情同意。",
    ),
    DemoSource(
        "官网与App",
        "XW",
        "behaviour",
        "retail",
        "page",
        0.026,
        SHOP,
        "asked",
        (1.0,),
        -0.9,
        True,
        None,
        0.5,
        1.1,
        "自有埋点，已在隐私政策中说明。",
    ),
)
BY_CODE = {source.code: source for source in SOURCES}


def shares() -> list[float]:
    """Return the sources' shares of all voices; they sum to one."""
    total = np.array([source.share for source in SOURCES])
    return list((total / total.sum()).tolist())
