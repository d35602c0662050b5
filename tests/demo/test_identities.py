"""Who is who: the truth knows the person behind every handle, and no handle belongs to anybody real."""

from __future__ import annotations

import json

import polars as pl

from huiyin.demo import World


def test_every_voice_has_a_person(world: World) -> None:
    assert world.voice_truth["person_id"].null_count() == 0
    assert world.voice_truth["person_id"].max() < len(world.people)  # type: ignore[operator]


def test_customer_of_a_voice_is_that_of_its_person(world: World) -> None:
    owners = world.identities.filter(pl.col("kind") == "customer_id")
    person_of = dict(zip(owners["value"], owners["person_id"], strict=True))
    known = world.voices.hstack(world.voice_truth.select("person_id")).filter(
        pl.col("customer_external_id").is_not_null()
    )
    assert [person_of[each] for each in known["customer_external_id"]] == known["person_id"].to_list()


def test_every_customer_record_belongs_to_a_person(world: World) -> None:
    recorded = set(world.identities.filter(pl.col("kind") == "customer_id")["value"])
    assert recorded == set(world.customers["external_id"])


def test_some_people_have_two_records(world: World) -> None:
    records = world.identities.filter(pl.col("kind") == "customer_id").group_by("person_id").len()["len"]
    assert 0.05 < (records == 2).mean() < 0.12  # type: ignore[operator]


def test_second_records_differ_by_slips(world: World) -> None:
    names = world.identities.filter(pl.col("kind") == "name").group_by("person_id").agg("value")
    twice = names.filter(pl.col("value").list.len() == 2)
    slipped = twice.filter(pl.col("value").list.n_unique() == 2)
    assert 0.1 < slipped.height / twice.height < 0.6


def test_fans_are_known_by_nickname_only(world: World) -> None:
    social = world.voices.filter(pl.col("source").is_in(["车友论坛", "社交短帖"]))
    assert social["customer_external_id"].null_count() == social.height
    assert social["author"].null_count() == 0


def test_some_nicknames_and_phones_are_shared(world: World) -> None:
    for kind in ("nickname", "phone"):
        people = (
            world.identities.filter(pl.col("kind") == kind)
            .group_by("value")
            .agg(pl.col("person_id").n_unique())
        )
        assert (people["person_id"] > 1).any()


def test_phone_numbers_belong_to_nobody(world: World) -> None:
    phones = world.identities.filter((pl.col("kind") == "phone") & (pl.col("source") != "售后热线"))["value"]
    assert phones.str.contains(r"^1[3-9]\d0000\d{4}$").mean() > 0.98  # type: ignore[operator]


def test_clerks_note_who_called(world: World) -> None:
    calls = world.voices.filter(pl.col("source") == "售后热线").head(50)
    for text in calls["metadata"]:
        noted = json.loads(text)
        assert len(noted["handles"]["phone"]) == 11
        assert noted["turns"][0]["speaker"] == "agent"


def test_some_fans_can_be_linked_by_their_open_id(world: World) -> None:
    open_ids = set(world.customers["attributes"].str.json_path_match("$.openid").drop_nulls().to_list())
    posts = world.voices.filter(pl.col("source") == "社交短帖")
    carried = posts["metadata"].str.json_path_match("$.handles.openid").drop_nulls()
    assert 0.1 < len(carried) / posts.height < 0.25
    assert carried.is_in(list(open_ids)).mean() > 0.3  # type: ignore[operator]


def test_names_differ_between_sites_for_some(world: World) -> None:
    names = world.identities.filter(pl.col("kind") == "nickname").group_by("person_id").agg("value")
    different = names.filter(pl.col("value").list.n_unique() > 1).height / names.height
    assert 0.25 < different < 0.55
