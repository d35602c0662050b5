"""People who go, and say so before."""

from __future__ import annotations

import numpy as np

from huiyin.demo import aspects
from huiyin.demo.catalogue import code_of
from huiyin.demo.drafts import Drafts, join
from huiyin.demo.plan import TruthKind
from huiyin.demo.planting.ground import Field, Planted, new_voices, realised
from huiyin.demo.truths import Truth


def churn(field: Field) -> Planted:
    """Some of those who will not renew announce it in the weeks before."""
    plan, people, rng = field.plan.churn, field.people, field.rng
    inside = people.churned & (people.due > 20) & (people.due < field.plan.days - 14)
    person = np.flatnonzero(inside & (rng.random(len(people)) < plan.voice_chance)).astype(np.int32)
    person = np.repeat(person, 1 + (rng.random(len(person)) < 0.3))
    day = np.maximum(
        people.due[person] - plan.warning_days * rng.beta(1.2, 1.8, len(person)), people.delivered[person] + 1
    )
    codes = np.full(len(person), code_of("planted", "churn 整体 -"), dtype=np.int32)
    said = new_voices(
        field, person, day, ("RX", "CN", "CS", "LT", "KB"), (0.38, 0.24, 0.14, 0.14, 0.10), codes, -1
    )
    said = _grumbling(field, said)
    drafts = join([field.drafts, said])
    truth = Truth(
        id="churn-warning",
        kind=TruthKind.CHURN,
        zh="流失者在服务包到期前就说过要走",
        en="People who do not renew their service plan said so before",
        aspect=aspects.GENERAL,
        starts_at=field.plan.starts_at,
        terms=("不续", "换朔风", "不买澄野"),
        where={"label": "no purchase of kind renewal within 45 days after customers.attributes.renewal_due"},
        size=realised(field, drafts)
        | {
            "churned_people": int((people.churned & (people.due > 0) & (people.due < field.plan.days)).sum()),
            "due_people": int(((people.due > 0) & (people.due < field.plan.days)).sum()),
        },
        expected={"risk_before_due": True, "leads_by_days": plan.warning_days},
    )
    return drafts, truth


def _grumbling(field: Field, said: Drafts) -> Drafts:
    """Who leaves also says why: half of the voices carry a complaint about after-sales or quality."""
    why = np.array(
        [
            code_of("automotive", key)
            for key in ("售后/维修 -", "售后/态度 -", "质量/故障 -", "售后/预约等待 -")
        ]
    )
    voices = np.flatnonzero(field.rng.random(len(said)) < 0.5).astype(np.int32)
    return said.with_opinions(voices, why[field.rng.integers(0, len(why), len(voices))].astype(np.int32))
