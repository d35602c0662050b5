"""What the company did: an action that works and one that does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from huiyin.demo import aspects
from huiyin.demo.catalogue import code_of
from huiyin.demo.drafts import join
from huiyin.demo.plan import TruthKind
from huiyin.demo.planting.ground import Field, Planted, draw_from, new_voices
from huiyin.demo.truths import Truth


def action_works(field: Field) -> Planted:
    """From the fix on, most complaints about a freezing screen are gone for the mended product."""
    plan, drafts, rng = field.plan.action_works, field.drafts, field.rng
    start = field.plan.day_of(plan.days_ago)
    code = code_of("automotive", "车机/卡顿 -")
    mended = drafts.product[drafts.op_voice] == aspects.PRODUCTS.index(plan.product)
    after = drafts.day[drafts.op_voice] >= start
    hit = (drafts.op_code == code) & mended & after & (rng.random(len(drafts.op_code)) < -plan.effect)
    others = np.array(
        [
            code_of("automotive", key)
            for key in ("车机/语音 -", "车机/导航互联 -", "车机/OTA +", "车机/卡顿 +")
        ]
    )
    praise = code_of("planted", "fixed 车机/卡顿 +")
    swapped = np.where(rng.random(len(hit)) < 0.35, praise, others[rng.integers(0, len(others), len(hit))])
    drafts = replace(drafts, op_code=np.where(hit, swapped, drafts.op_code).astype(np.int32))
    before = (drafts.op_code == code) & mended & ~after
    truth = Truth(
        id="action-ota-4.2",
        kind=TruthKind.ACTION_WORKS,
        zh="有效的行动：E5 车机 4.2 版修复卡顿黑屏，C3 未升级作对照",
        en="An action that works: OTA 4.2 mends the freezing screen of the E5; the C3 is the control",
        aspect="车机",
        facet="卡顿",
        product=aspects.PRODUCT_NAMES[plan.product],
        starts_at=field.plan.moment(start),
        terms=("卡", "黑屏", "死机", "卡顿"),
        where={
            "treated": aspects.PRODUCT_NAMES[plan.product],
            "control": aspects.PRODUCT_NAMES[plan.control],
        },
        size={
            "relative_change": plan.effect,
            "complaints_before": int(before.sum()),
            "removed": int(hit.sum()),
        },
        expected={"verdict": "effective", "direction": "down"},
    )
    return drafts, truth


def action_fails(field: Field) -> Planted:
    """The measure is taken at a chance peak; afterwards complaints are where they always were."""
    plan, people, rng = field.plan.action_fails, field.people, field.rng
    start = field.plan.day_of(plan.days_ago)
    code = code_of("automotive", "售后/预约等待 -")
    product = aspects.PRODUCTS.index(plan.product)
    usual = ((field.drafts.op_code == code) & (field.drafts.product[field.drafts.op_voice] == product)).sum()
    peak = max(3, round(0.6 * float(usual) / field.plan.days * plan.lead_days))
    person = draw_from(field, people.drives(plan.product) & (people.delivered < start - 30), peak)
    codes = np.full(peak, code, dtype=np.int32)
    day = start - 1 - plan.lead_days * rng.random(peak)
    extra = new_voices(field, person, day, ("RX", "LT", "CN"), (0.6, 0.2, 0.2), codes, -1)
    extra = replace(extra, planted=np.full(len(extra), -1, dtype=np.int16))
    truth = Truth(
        id="action-booking",
        kind=TruthKind.ACTION_FAILS,
        zh="无效的行动：C3 售后预约流程改版，等待抱怨没有变化",
        en="An action that does not work: the new booking flow for C3 service changes nothing",
        aspect="售后",
        facet="预约等待",
        product=aspects.PRODUCT_NAMES[plan.product],
        starts_at=field.plan.moment(start),
        terms=("预约", "等", "排队", "工位"),
        where={
            "treated": aspects.PRODUCT_NAMES[plan.product],
            "control": aspects.PRODUCT_NAMES[plan.control],
        },
        size={"relative_change": 0.0, "complaints": int(usual), "peak_before": peak},
        expected={"verdict": "not effective", "trap": "regression to the mean after a chance peak"},
    )
    return join([field.drafts, extra]), truth
