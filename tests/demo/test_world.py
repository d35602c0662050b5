"""A world has the promised size, holds together, and is the same for the same plan."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import polars as pl
from polars.testing import assert_frame_equal

from huiyin.demo import World, WorldPlan, generate

FRAMES = ("customers", "voices", "purchases", "events", "voice_truth", "identities")


def test_same_plan_gives_the_same_world(small: World) -> None:
    again = generate(small.plan)
    for name in FRAMES:
        assert_frame_equal(getattr(small, name), getattr(again, name))
    assert [truth.as_dict() for truth in small.truths] == [truth.as_dict() for truth in again.truths]


def test_another_seed_gives_another_world(small: World) -> None:
    other = generate(replace(small.plan, seed=4))
    assert small.voices["text"].to_list() != other.voices["text"].to_list()


def test_world_has_the_size_of_its_plan(world: World) -> None:
    assert world.voices.height == world.plan.voices
    assert world.voice_truth.height == world.plan.voices
    assert world.customers.height == world.plan.customers
    assert world.events.height > world.plan.voices * 0.8
    assert world.purchases.height > world.plan.customers


def test_eight_channels_speak(world: World) -> None:
    channels = {source["name"]: source["channel"] for source in world.sources}
    assert len(set(channels.values())) == 8
    assert set(world.voices["source"]) == set(channels)


def test_voices_lie_within_the_plans_days(world: World) -> None:
    times = world.voices["occurred_at"]
    assert times.is_sorted()
    assert world.plan.starts_at <= times.min()  # type: ignore[operator]
    assert times.max() < world.plan.ends_at  # type: ignore[operator]


def test_the_end_is_an_argument() -> None:
    ended = generate(WorldPlan(seed=5, end=date(2027, 3, 4), voices=600, customers=300))
    newest = ended.voices["occurred_at"].max()
    assert newest < ended.plan.ends_at  # type: ignore[operator]
    assert ended.plan.ends_at.isoformat() == "2027-03-04T16:00:00+00:00"


def test_external_ids_are_unique_within_their_source(world: World) -> None:
    for frame in (world.voices, world.purchases, world.events):
        assert frame.select("source", "external_id").is_unique().all()
    assert world.customers["external_id"].is_unique().all()


def test_references_lead_somewhere(world: World) -> None:
    customers = set(world.customers["external_id"])
    for frame in (world.voices, world.purchases, world.events):
        assert set(frame["customer_external_id"].drop_nulls()) <= customers
    parents = world.voices.filter(pl.col("parent_external_id").is_not_null())
    assert set(parents["parent_external_id"]) <= set(world.voices["external_id"])


def test_answers_come_after_what_they_answer(world: World) -> None:
    times = dict(zip(world.voices["external_id"], world.voices["occurred_at"], strict=True))
    answers = world.voices.filter(pl.col("parent_external_id").is_not_null())
    assert answers.height > 100
    for parent, at in zip(answers["parent_external_id"], answers["occurred_at"], strict=True):
        assert times[parent] <= at


def test_json_columns_hold_json(small: World) -> None:
    for name in ("metadata", "answers"):
        for text in small.voices[name].drop_nulls():
            assert isinstance(json.loads(text), dict)
    for text in small.customers["attributes"]:
        assert json.loads(text)["phone"]


def test_only_scores_come_without_words(world: World) -> None:
    silent = world.voices.filter(pl.col("text") == "")
    assert 0 < silent.height < world.voices.height * 0.03
    assert silent["rating"].null_count() == 0


def test_ratings_fit_their_scale(world: World) -> None:
    rated = world.voices.filter(pl.col("rating").is_not_null())
    assert rated.filter((pl.col("rating") < 0) | (pl.col("rating") > pl.col("rating_scale"))).is_empty()
    assert set(rated["rating_scale"].unique()) == {5.0, 10.0}


def test_scores_are_neither_all_good_nor_all_bad(world: World) -> None:
    nps = world.voices.filter(pl.col("rating_scale") == 10)["rating"]
    score = 100 * ((nps >= 9).mean() - (nps <= 6).mean())  # type: ignore[operator]
    assert -25 < score < 45


def test_texts_rarely_repeat(world: World) -> None:
    spoken = world.voices.filter(pl.col("text") != "")["text"]
    assert spoken.n_unique() / len(spoken) > 0.88


def test_english_voices_have_their_share(world: World) -> None:
    spoken = world.voices.filter(pl.col("text") != "")
    english = spoken.filter(~pl.col("text").str.contains(r"\p{Han}")).height / spoken.height
    assert 0.035 < english < 0.09


def test_no_template_marks_are_left_in_the_words(world: World) -> None:
    assert world.voices.filter(pl.col("text").str.contains(r"[{}|\x{e000}-\x{e002}]")).is_empty()


def test_owners_speak_only_once_they_have_the_car(world: World) -> None:
    truth = world.voices.hstack(world.voice_truth.select("person_id"))
    asked = truth.filter(pl.col("source") == "车主NPS")
    delivered = world.people.delivered[asked["person_id"].to_numpy()]
    seconds = asked["occurred_at"].dt.epoch("s").to_numpy() - world.plan.starts_at.timestamp()
    assert (delivered < seconds / 86_400).mean() > 0.98


def test_most_people_speak_a_few_times_only(world: World) -> None:
    counts = world.voice_truth.group_by("person_id").len()["len"]
    assert counts.max() < world.plan.voices * 0.01  # type: ignore[operator]
    assert counts.median() <= 5  # type: ignore[operator]
