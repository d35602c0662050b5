"""Generating a whole world from a plan."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin.demo import aspects, commerce
from huiyin.demo.dice import Dice
from huiyin.demo.drafts import NOBODY, Drafts
from huiyin.demo.everyday import everyday
from huiyin.demo.handles import Handles, draw_handles, identity_rows, uses_app
from huiyin.demo.people import BATCHES, REGIONS, SEGMENTS, People, PersonKind, draw_people
from huiyin.demo.plan import BEIJING, TruthKind, WorldPlan
from huiyin.demo.planting import drivers, plant
from huiyin.demo.ratings import rate
from huiyin.demo.sources import BY_CODE, SOURCES
from huiyin.demo.truths import Truth
from huiyin.demo.voicing import Stage, Voice, voice_all

UTC_TIME = pl.Datetime("us", "UTC")
_REPLY_SHARE = 0.35
_OPINION = pl.Struct({"aspect_label": pl.String, "facet": pl.String, "polarity": pl.Int8, "type": pl.String})


@dataclass(frozen=True, slots=True)
class World:
    """A generated world; frames as described in docs/reference/demo-world.md."""

    plan: WorldPlan
    sources: list[dict[str, str]]
    customers: pl.DataFrame
    voices: pl.DataFrame
    purchases: pl.DataFrame
    events: pl.DataFrame
    voice_truth: pl.DataFrame
    identities: pl.DataFrame
    truths: list[Truth]
    people: People
    handles: Handles


def generate(plan: WorldPlan) -> World:
    """Generate the world of a plan: pure, and the same for the same plan."""
    crowd, talk, planting, words, scores, names, trade = np.random.default_rng(plan.seed).spawn(7)
    people = draw_people(plan, crowd)
    handles = draw_handles(people, names)
    drafts, truths = plant(plan, people, everyday(plan, people, plan.voices, talk), planting)
    drafts = _threaded(_trimmed(drafts, plan.voices, talk), talk)
    score = rate(drafts, people, scores)
    stage = Stage(plan, people, handles)
    voices = list(voice_all(stage, drafts, score, words))
    if plan.has(TruthKind.DRIVERS):
        truths.append(drivers(plan))
    return World(
        plan=plan,
        sources=[_source_row(place) for place in range(len(SOURCES))],
        customers=_customers(stage),
        voices=_voice_frame(plan, drafts, score, voices),
        purchases=commerce.draw_purchases(plan, people, handles, trade),
        events=commerce.draw_events(plan, people, handles, trade),
        voice_truth=_truth_frame(drafts, voices, truths),
        identities=_identity_frame(handles, names),
        truths=truths,
        people=people,
        handles=handles,
    )


def speak(world: World, rng: np.random.Generator, clock: Callable[[], datetime]) -> Iterator[dict[str, Any]]:
    """Say new everyday things for ever, in the shape of a row of `World.voices`; the clock gives the time.

    Each row carries its source's channel and taxonomy besides, so that it can be accepted as it is.

    Each call numbers its voices from a start drawn from `rng`, so that two streams never share ids.
    """
    start = int(rng.integers(10_000_000, 4_000_000_000))
    while True:
        drafts = everyday(world.plan, world.people, 64, rng)
        drafts = replace(drafts, day=np.full(len(drafts), float(world.plan.days)))
        score = rate(drafts, world.people, rng)
        stage = Stage(world.plan, world.people, world.handles, numbered_from=start)
        start += len(drafts)
        voices = list(voice_all(stage, drafts, score, rng))
        for place in rng.permutation(len(voices)).tolist():
            voice = voices[place]
            yield _row(voice, float(score[place])) | {"occurred_at": clock()}


def _source_row(place: int) -> dict[str, str]:
    source = SOURCES[place]
    return {
        "name": source.name,
        "channel": source.channel,
        "taxonomy": source.taxonomy,
        "terms_note": source.terms_note,
    }


def _trimmed(drafts: Drafts, wanted: int, rng: np.random.Generator) -> Drafts:
    """Drop everyday voices at random until the world has the size that was asked for."""
    plain = np.flatnonzero((drafts.planted == NOBODY) & (drafts.parent == NOBODY))
    surplus = min(max(len(drafts) - wanted, 0), len(plain))
    keep = np.ones(len(drafts), dtype=np.bool_)
    keep[rng.choice(plain, surplus, replace=False)] = False
    return drafts.keep(keep)


def _threaded(drafts: Drafts, rng: np.random.Generator) -> Drafts:
    """Make some forum posts answers to one of the posts shortly before."""
    forum = np.flatnonzero(drafts.source == BY_CODE["LT"].index)
    answers = (rng.random(len(forum)) < _REPLY_SHARE) & (drafts.parent[forum] == NOBODY)
    answers[:1] = False
    roots = np.flatnonzero(~answers)
    newest = np.searchsorted(roots, np.flatnonzero(answers)) - 1
    chosen = roots[np.maximum(newest - rng.integers(0, 25, len(newest)), 0)]
    parent = drafts.parent.copy()
    parent[forum[answers]] = forum[chosen]
    return replace(drafts, parent=parent)


def _row(voice: Voice, score: float) -> dict[str, Any]:
    return {
        "source": voice.source.name,
        "channel": voice.source.channel,
        "taxonomy": voice.source.taxonomy,
        "external_id": voice.external_id,
        "text": voice.text,
        "rating": None if np.isnan(score) else score,
        "rating_scale": None if np.isnan(score) else voice.source.scale,
        "author": voice.author,
        "customer_external_id": voice.customer,
        "product": voice.product,
        "answers": voice.answers,
        "url": voice.url,
        "metadata": voice.metadata,
        "parent_external_id": voice.parent,
    }


def _voice_frame(
    plan: WorldPlan, drafts: Drafts, score: NDArray[np.float64], voices: list[Voice]
) -> pl.DataFrame:
    names = [source.name for source in SOURCES]
    scales = [source.scale for source in SOURCES]
    rating = pl.Series(score).fill_nan(None)
    return pl.DataFrame(
        {
            "source": [names[place] for place in drafts.source.tolist()],
            "external_id": [voice.external_id for voice in voices],
            "occurred_at": moments(plan, drafts.day),
            "text": [voice.text for voice in voices],
            "rating": rating,
            "rating_scale": pl.Series([scales[place] for place in drafts.source.tolist()], dtype=pl.Float64),
            "author": pl.Series([voice.author for voice in voices], dtype=pl.String),
            "customer_external_id": pl.Series([voice.customer for voice in voices], dtype=pl.String),
            "product": pl.Series([voice.product for voice in voices], dtype=pl.String),
            "answers": pl.Series([voice.answers for voice in voices], dtype=pl.String),
            "url": pl.Series([voice.url for voice in voices], dtype=pl.String),
            "metadata": pl.Series([voice.metadata for voice in voices], dtype=pl.String),
            "parent_external_id": pl.Series([voice.parent for voice in voices], dtype=pl.String),
        }
    )


def moments(plan: WorldPlan, day: NDArray[np.float64]) -> pl.Series:
    """Return places on the world's axis as UTC times, to the second."""
    start = int(plan.starts_at.timestamp())
    seconds = start + np.rint(day * 86_400).astype(np.int64)
    return pl.Series(seconds * 1_000_000).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")


def _truth_frame(drafts: Drafts, voices: list[Voice], truths: list[Truth]) -> pl.DataFrame:
    ids = [truth.id for truth in truths]
    opinions = [
        [
            {"aspect_label": each.aspect, "facet": each.facet, "polarity": each.polarity, "type": each.type}
            for each in voice.sections
        ]
        for voice in voices
    ]
    return pl.DataFrame(
        {
            "source": [voice.source.name for voice in voices],
            "external_id": [voice.external_id for voice in voices],
            "person_id": drafts.person.astype(np.int64),
            "opinions": pl.Series(opinions, dtype=pl.List(_OPINION)),
            "type": [_type_of(voice) for voice in voices],
            "planted": pl.Series(
                [ids[p] if p >= 0 else None for p in drafts.planted.tolist()], dtype=pl.String
            ),
        }
    )


def _type_of(voice: Voice) -> str:
    """The type of a voice is that of its gravest opinion."""
    if any(section.theme == "launch_promo" for section in voice.sections):
        return "promotion"
    said = {section.type for section in voice.sections}
    return next(
        (kind for kind in ("complaint", "suggestion", "question", "praise") if kind in said), "statement"
    )


def _customers(stage: Stage) -> pl.DataFrame:
    handles, people = stage.handles, stage.people
    rows = []
    for person in np.flatnonzero(people.is_kind(PersonKind.OWNER, PersonKind.SHOPPER)).tolist():
        common = {
            "segment": SEGMENTS[int(people.segment[person])],
            "region": REGIONS[int(people.region[person])],
        }
        attributes = json.dumps(_attributes(stage, person), ensure_ascii=False)
        rows.append(
            {
                "external_id": handles.customer[person],
                "name": handles.name[person],
                **common,
                "attributes": attributes,
            }
        )
        if handles.second_customer[person]:
            shop = {"phone": handles.second_phone[person], "city": people.city[person], "record": "shop"}
            rows.append(
                {
                    "external_id": handles.second_customer[person],
                    "name": handles.second_name[person],
                    **common,
                    "attributes": json.dumps(shop, ensure_ascii=False),
                }
            )
    return pl.DataFrame(rows)


def _attributes(stage: Stage, person: int) -> dict[str, Any]:
    people, handles, plan = stage.people, stage.handles, stage.plan
    found: dict[str, Any] = {"phone": handles.phone[person], "city": people.city[person]}
    # Who agreed to be contacted, without a draw of its own so that no other choice is reshuffled.
    found["consent"] = {"contact": person % 10 < 7, "marketing": person % 10 < 4}
    if handles.email[person]:
        found["email"] = handles.email[person]
    if uses_app(person):
        found |= {"nickname": handles.nickname[person], "openid": handles.openid[person]}
    if people.kind[person] != PersonKind.OWNER:
        return found | {"record": "shop"}
    code = aspects.PRODUCTS[int(people.product[person])]
    return found | {
        "record": "owner",
        "product": aspects.PRODUCT_NAMES[code],
        "vin": handles.vin[person],
        "plate": handles.plate[person],
        "delivered_on": _day(plan, float(people.delivered[person])),
        "renewal_due": _day(plan, float(people.due[person])),
        "compressor_batch": f"{code}-{BATCHES[int(people.batch[person])]}",
    }


def _day(plan: WorldPlan, day: float) -> str:
    return (plan.starts_at.astimezone(BEIJING) + timedelta(days=int(np.floor(day)))).date().isoformat()


def _identity_frame(handles: Handles, rng: np.random.Generator) -> pl.DataFrame:
    sources = ("澄野销售系统", "澄野商城", "车友论坛", "社交短帖", "官网与App")
    rows = identity_rows(handles, sources, Dice(rng))
    return pl.DataFrame(rows, schema=["person_id", "kind", "value", "source"], orient="row")
