"""Loud but rare: a dozen people, extreme words, many posts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from huiyin.demo.catalogue import code_of
from huiyin.demo.drafts import join
from huiyin.demo.people import PersonKind
from huiyin.demo.plan import TruthKind
from huiyin.demo.planting.ground import Field, Planted, draw_from, how_many, new_voices, realised
from huiyin.demo.truths import Truth


def loud(field: Field) -> Planted:
    """Few authors post in extremes, and repost themselves."""
    plan, rng = field.plan.loud, field.rng
    start = field.plan.day_of(plan.days_ago)
    authors = draw_from(
        field, field.people.is_kind(PersonKind.OWNER) & ~field.people.english, plan.authors, replace_=False
    )
    count = max(3 * len(authors), how_many(field, plan.share))
    person = np.sort(authors[rng.integers(0, len(authors), count)])
    codes = np.full(count, code_of("planted", "loud 外观/车标 -"), dtype=np.int32)
    posts = new_voices(
        field, person, start + plan.days * rng.random(count), ("SJ", "LT"), (0.7, 0.3), codes, -1
    )
    repeats = rng.random(len(posts)) < 0.35
    first = np.array([int(np.flatnonzero(posts.person == each)[0]) for each in posts.person], dtype=np.int32)
    again = repeats & (first != np.arange(len(posts))) & (posts.day > posts.day[first])
    posts = replace(posts, parent=np.where(again, first, -1).astype(np.int32), repost=again)
    drafts = join([field.drafts, posts])
    truth = Truth(
        id="loud-badge",
        kind=TruthKind.LOUD,
        zh="声量大但极少数人：车尾标掉漆，十几人反复发帖转发",
        en="Loud but rare: a dozen people post and repost about a peeling badge",
        aspect="外观",
        facet="车标",
        starts_at=field.plan.moment(start),
        ends_at=field.plan.moment(start + plan.days),
        terms=("车标", "尾标", "掉漆"),
        size=realised(field, drafts) | {"reposts": int(again.sum())},
        expected={"list": "loud_but_rare", "not_in_roadmap_top": 5, "intensity": "high"},
    )
    return drafts, truth
