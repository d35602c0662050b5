"""What comes from outside: a rival's launch, and a scandal that changes what people value."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from huiyin.demo import aspects
from huiyin.demo.catalogue import catalogue, code_of
from huiyin.demo.drafts import Drafts, join
from huiyin.demo.people import PersonKind
from huiyin.demo.plan import TruthKind
from huiyin.demo.planting.ground import Field, Planted, draw_from, how_many, new_voices, realised
from huiyin.demo.truths import Truth


def launch(field: Field) -> Planted:
    plan, people, rng = field.plan.launch, field.people, field.rng
    # Launches are presented in the early afternoon.
    start = field.plan.day_of(plan.days_ago) + 14 / 24
    rival = len(aspects.PRODUCTS)
    crowd = people.is_kind(PersonKind.SPECTATOR, PersonKind.OWNER)
    spectators = draw_from(field, crowd, how_many(field, plan.spectator_share))
    talk = new_voices(
        field,
        spectators,
        start + rng.exponential(plan.decay_days / 2, len(spectators)),
        ("LT", "SJ"),
        (0.45, 0.55),
        np.full(len(spectators), code_of("planted", "launch 整体 ~"), dtype=np.int32),
        rival,
        start,
    )
    early_people = draw_from(field, people.is_kind(PersonKind.RIVAL_USER), how_many(field, plan.early_share))
    keys = [f"launch_early {s.aspect}/{s.facet} {s.sign}" for s in catalogue() if s.theme == "launch_early"]
    early = new_voices(
        field,
        early_people,
        start + 1 + rng.gamma(1.6, plan.decay_days, len(early_people)),
        ("LT", "SJ"),
        (0.6, 0.4),
        field.codes(keys)[rng.integers(0, len(keys), len(early_people))],
        rival,
        start,
    )
    sellers = draw_from(field, people.is_kind(PersonKind.PROMOTER), how_many(field, plan.promotion_share))
    promotion = new_voices(
        field,
        sellers,
        start - 1 + rng.gamma(1.2, plan.decay_days, len(sellers)),
        ("SJ", "LT"),
        (0.8, 0.2),
        np.full(len(sellers), code_of("planted", "launch_promo 整体 ~"), dtype=np.int32),
        rival,
    )
    drafts = join([field.drafts, talk, early, promotion])
    truth = Truth(
        id="launch-x6",
        kind=TruthKind.LAUNCH,
        zh="竞品朔风X6 上市：围观、首批用户口碑与推广噪声",
        en="The rival's X6 is launched: onlookers, first users and promotion noise",
        product=aspects.PRODUCT_NAMES["X6"],
        starts_at=field.plan.moment(start),
        terms=("朔风X6", "X6"),
        where={"product": aspects.PRODUCT_NAMES["X6"]},
        size=realised(field, drafts)
        | {"onlookers": len(talk), "early": len(early), "promotion": len(promotion)},
        expected={
            "better_than_S7": ["空间/后排", "车机/卡顿", "价格/车价", "续航充电/续航"],
            "worse_than_S7": ["舒适性/减震", "质量/故障", "内饰/做工"],
            "filtered": "promotion voices are kept out of the early users' picture",
        },
    )
    return drafts, truth


def topic(field: Field) -> Planted:
    """The rival presents a car: onlookers, first users, paid noise."""
    plan, people, rng = field.plan.topic, field.people, field.rng
    start = field.plan.day_of(plan.days_ago) + 0.4
    crowd = draw_from(
        field, people.is_kind(PersonKind.SPECTATOR, PersonKind.OWNER), how_many(field, plan.share)
    )
    codes = field.codes(["topic 隐私/摄像头 -", "topic 隐私 ?"])[
        (rng.random(len(crowd)) < 0.25).astype(np.int32)
    ]
    day = start + rng.exponential(plan.decay_days, len(crowd))
    social = new_voices(field, crowd, day, ("SJ", "LT"), (0.6, 0.4), codes, -1, start)
    owners = draw_from(field, people.is_kind(PersonKind.OWNER), how_many(field, plan.share / 4))
    asked = new_voices(
        field,
        owners,
        start + 1 + rng.exponential(plan.decay_days, len(owners)),
        ("RX", "CN"),
        (0.6, 0.4),
        np.full(len(owners), code_of("planted", "topic 隐私 ?"), dtype=np.int32),
        -1,
        start,
    )
    drafts = join([field.drafts, _with_any_product(field, social), asked])
    truth = Truth(
        id="topic-cabin-camera",
        kind=TruthKind.TOPIC,
        zh="社会热点“盯梢门”：车内摄像头隐私成为新的关注点",
        en="A scandal about cabin cameras turns privacy into something people value",
        aspect="隐私",
        facet="摄像头",
        starts_at=field.plan.moment(start),
        terms=("盯梢门", "摄像头", "隐私"),
        size=realised(field, drafts),
        expected={
            "new_term": "盯梢门",
            "burst": True,
            "outside_taxonomy": True,
            "channels": ["social", "service", "nps"],
        },
    )
    return drafts, truth


def _with_any_product(field: Field, drafts: Drafts) -> Drafts:
    """A scandal about cabin cameras is all over the place for some weeks."""
    drawn = field.rng.integers(0, 3, len(drafts)).astype(np.int8)
    return replace(drafts, product=np.where(drafts.product < 0, drawn, drafts.product).astype(np.int8))
