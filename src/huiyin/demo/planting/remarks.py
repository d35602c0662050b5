"""What people mention in passing: a quiet annoyance, a wish, a workaround."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from huiyin.demo import aspects
from huiyin.demo.catalogue import code_of
from huiyin.demo.drafts import Drafts
from huiyin.demo.people import PersonKind
from huiyin.demo.plan import RemarkPlan, TruthKind
from huiyin.demo.planting.ground import Field, Ints, Planted, realised
from huiyin.demo.sources import BY_CODE
from huiyin.demo.truths import Truth

_ASKING = ("KB", "LT", "CN", "CS", "FT", "JD", "SJ")


def quiet(field: Field) -> Planted:
    owners = field.people.is_kind(PersonKind.OWNER)
    drafts, minded = _remark(field, field.plan.quiet, owners, "quiet 内饰/杯架 -", (*_ASKING, "RX"))
    return drafts, Truth(
        id="quiet-cup-holder",
        kind=TruthKind.QUIET,
        zh="杯架太浅：很多人随口一提，没有人闹",
        en="The shallow cup holder: many mention it in passing, nobody makes a scene",
        aspect="内饰",
        facet="杯架",
        starts_at=field.plan.starts_at,
        terms=("杯架",),
        size=realised(field, drafts) | {"minded_people": minded},
        expected={"list": "quiet_but_common", "prevalence": "high", "intensity": "low"},
    )


def wish(field: Field) -> Planted:
    """Many people find the cup holder shallow and say so in passing."""
    mask = field.people.drives("E5") | field.people.drives("S7")
    drafts, minded = _remark(field, field.plan.wish, mask, "wish 配置/外放电 !", _ASKING)
    return drafts, Truth(
        id="wish-outlet",
        kind=TruthKind.WISH,
        zh="未被满足的愿望：露营对外放电",
        en="An unmet wish: power from the car for camping",
        aspect="配置",
        facet="外放电",
        starts_at=field.plan.starts_at,
        terms=("外放电", "露营"),
        where={"product": [aspects.PRODUCT_NAMES["E5"], aspects.PRODUCT_NAMES["S7"]]},
        size=realised(field, drafts) | {"minded_people": minded},
        expected={"opportunity": True, "type": "suggestion", "kano": "attractive"},
    )


def workaround(field: Field) -> Planted:
    """Some would love to power a kettle from the car."""
    mask = field.people.drives("E5") | field.people.drives("S7")
    drafts, minded = _remark(field, field.plan.workaround, mask, "workaround 舒适性/天幕遮阳 -", _ASKING)
    return drafts, Truth(
        id="workaround-sunshade",
        kind=TruthKind.WORKAROUND,
        zh="将就：天幕太晒，自己买遮阳帘、夹毛巾",
        en="A workaround: people clip towels under the glass roof",
        aspect="舒适性",
        facet="天幕遮阳",
        starts_at=field.plan.starts_at,
        terms=("天幕", "遮阳帘", "毛巾", "将就", "凑合"),
        where={"product": [aspects.PRODUCT_NAMES["E5"], aspects.PRODUCT_NAMES["S7"]]},
        size=realised(field, drafts) | {"minded_people": minded},
        expected={"opportunity": True, "kind": "workaround"},
    )


def _remark(
    field: Field, plan: RemarkPlan, mask: NDArray[np.bool_], key: str, sources: Sequence[str]
) -> tuple[Drafts, int]:
    """Let some of the people concerned drop a remark beside what they say anyway."""
    people, drafts, rng = field.people, field.drafts, field.rng
    minded = mask & (rng.random(len(people)) < plan.person_share)
    places = [BY_CODE[code].index for code in sources]
    fits = (
        minded[drafts.person] & np.isin(drafts.source, places) & (drafts.planted < 0) & (drafts.product < 3)
    )
    voices = _at_most_twice(drafts, np.flatnonzero(fits & (rng.random(len(drafts)) < plan.voice_chance)))
    codes = np.full(len(voices), code_of("planted", key), dtype=np.int32)
    planted = drafts.planted.copy()
    planted[voices] = field.place
    return replace(drafts.with_opinions(voices, codes), planted=planted), int(minded.sum())


def _at_most_twice(drafts: Drafts, voices: NDArray[np.int64]) -> Ints:
    """Nobody drops the same remark a third time."""
    order = np.argsort(drafts.person[voices], kind="stable")
    ranked = drafts.person[voices][order]
    starts = np.searchsorted(ranked, ranked)
    return np.sort(voices[order][np.arange(len(ranked)) - starts < 2]).astype(np.int32)
