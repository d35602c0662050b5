"""A defect in one batch of one part."""

from __future__ import annotations

import numpy as np

from huiyin.demo import aspects
from huiyin.demo.drafts import join
from huiyin.demo.people import BATCHES, People
from huiyin.demo.plan import TruthKind
from huiyin.demo.planting.ground import Field, Planted, new_voices, realised
from huiyin.demo.truths import Truth


def defect(field: Field) -> Planted:
    plan, people, rng = field.plan.defect, field.people, field.rng
    start = field.plan.day_of(plan.days_ago)
    person = np.flatnonzero(people.afflicted).astype(np.int32)
    person = np.repeat(person, rng.poisson(plan.voices_per_person, len(person)))
    span = field.plan.days - start
    day = start + span * np.sqrt(rng.random(len(person))) * 0.999
    ready = rng.random(len(person)) * plan.ramp_days < day - start + 3
    day = np.maximum(day, people.delivered[person] + 2)
    codes = field.codes(["defect 空调/异味 -", "defect 空调/噪音 -"])
    drawn = codes[(rng.random(len(person)) < 0.22).astype(np.int32)]
    batch = new_voices(
        field,
        person[ready],
        day[ready],
        ("RX", "LT", "KB", "CN", "SJ", "CS"),
        (0.46, 0.16, 0.13, 0.11, 0.08, 0.06),
        drawn[ready],
        1,
        start,
    )
    drafts = join([field.drafts, batch])
    truth = Truth(
        id="defect-compressor",
        kind=TruthKind.DEFECT,
        zh=f"澄野S7 空调压缩机 {plan.batch} 批次缺陷：空调酸臭异味",
        en=f"Sour smell from the air conditioning of S7 cars with compressors of batch {plan.batch}",
        aspect="空调",
        facet="异味",
        product=aspects.PRODUCT_NAMES["S7"],
        starts_at=field.plan.moment(start),
        terms=("酸臭", "异味", "压缩机"),
        where={"dimension": "compressor_batch", "value": plan.batch, "metadata": "vehicle.compressor_batch"},
        size=realised(field, drafts)
        | {
            "afflicted_people": int(people.afflicted.sum()),
            "batch_owners": _batch_owners(people, plan.batch),
        },
        expected={
            "signal": "complaints about 空调/异味 of the S7 rise after starts_at",
            "cause": {"compressor_batch": plan.batch},
            "not_cause": ["region", "dealer", "version"],
        },
    )
    return drafts, truth


def _batch_owners(people: People, batch: str) -> int:
    """Cars with one batch of compressors begin to smell."""
    return int((people.drives("S7") & (people.batch == BATCHES.index(batch.rsplit("-", 1)[1]))).sum())
