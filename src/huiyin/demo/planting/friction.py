"""A broken step on the way to paying."""

from __future__ import annotations

import numpy as np

from huiyin.demo.catalogue import code_of
from huiyin.demo.drafts import join
from huiyin.demo.people import PersonKind
from huiyin.demo.plan import TruthKind
from huiyin.demo.planting.ground import Field, Planted, draw_from, how_many, new_voices, realised
from huiyin.demo.truths import Truth


def friction(field: Field) -> Planted:
    """From an app release on, the payment page fails for many."""
    plan, people, rng = field.plan.friction, field.people, field.rng
    start = field.plan.day_of(plan.days_ago)
    count = how_many(field, plan.share)
    person = draw_from(field, people.is_kind(PersonKind.OWNER, PersonKind.SHOPPER), count)
    codes = np.full(count, code_of("planted", "friction App/支付 -"), dtype=np.int32)
    day = np.maximum(
        start + plan.days_ago * rng.random(count), np.nan_to_num(people.delivered[person], nan=0) + 1
    )
    said = new_voices(field, person, day, ("XW", "KF", "SN"), (0.5, 0.3, 0.2), codes, -1, start)
    drafts = join([field.drafts, said])
    truth = Truth(
        id="friction-payment",
        kind=TruthKind.FRICTION,
        zh="App 5.2 之后支付步骤受阻：重试、狂点、放弃增多",
        en="Since app 5.2 the payment step is broken: retries, rage clicks and abandoned checkouts",
        taxonomy="retail",
        aspect="App",
        facet="支付",
        starts_at=field.plan.moment(start),
        terms=("支付", "付款", "转圈"),
        where={"event": ["payment_retry", "rage_click", "checkout_abandon"], "app_version": plan.version},
        size=realised(field, drafts),
        expected={"step": "checkout_start → purchase", "linked": "behaviour and voice agree"},
    )
    return drafts, truth
