"""People who came from another maker, and say what drew them."""

from __future__ import annotations

import numpy as np

from huiyin.demo import aspects
from huiyin.demo.drafts import join
from huiyin.demo.people import PersonKind
from huiyin.demo.plan import TruthKind
from huiyin.demo.planting.ground import Field, Planted, draw_from, how_many, new_voices, realised
from huiyin.demo.truths import Truth

# What drew them, the stronger reason first; the books tell the words.
REASONS = (("came 续航充电/续航 +", 0.6), ("came 空间/后排 +", 0.4))


def came(field: Field) -> Planted:
    """Some owners tell in their first months which car they left and what for."""
    plan, people, rng = field.plan.came, field.people, field.rng
    fresh = (
        people.is_kind(PersonKind.OWNER) & (people.delivered > 0) & (people.delivered < field.plan.days - 7)
    )
    person = draw_from(field, fresh, how_many(field, plan.share), replace_=False)
    day = people.delivered[person] + 2 + plan.telling_days * rng.beta(1.1, 2.2, len(person))
    shares = np.array([share for _, share in REASONS])
    codes = field.codes([key for key, _ in REASONS])[rng.choice(len(REASONS), len(person), p=shares)]
    said = new_voices(field, person, day, ("RX", "LT", "KB"), (0.5, 0.3, 0.2), codes.astype(np.int32), -1)
    drafts = join([field.drafts, said])
    return drafts, Truth(
        id="came-for-range",
        kind=TruthKind.CAME,
        zh="从远帆、云岭换过来的人冲着续航和后排空间",
        en="Those who came from two other makers came for range and rear space",
        aspect=aspects.GENERAL,
        starts_at=field.plan.starts_at,
        terms=("远帆", "云岭"),
        size=realised(field, drafts),
        expected={"reasons": ["续航充电/续航", "空间/后排"], "origins": ["远帆", "云岭"]},
    )
