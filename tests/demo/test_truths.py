"""Every planted truth is really in the data: plain counts on the truth labels find it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import polars as pl

from huiyin.demo import Truth, TruthKind, World, WorldPlan, generate, node_of, quiet_world
from huiyin.text import load_taxonomy


def truth_of(world: World, kind: TruthKind) -> Truth:
    return next(truth for truth in world.truths if truth.kind is kind)


def labelled(world: World) -> pl.DataFrame:
    """One row per opinion, with its voice."""
    joined = world.voices.hstack(world.voice_truth.select("person_id", "opinions", "type", "planted"))
    return joined.explode("opinions").drop_nulls("opinions").unnest("opinions", separator="_")


def complaints(world: World, aspect: str, facet: str) -> pl.DataFrame:
    return labelled(world).filter(
        (pl.col("opinions_aspect_label") == aspect)
        & (pl.col("opinions_facet") == facet)
        & (pl.col("opinions_polarity") == -1)
    )


def of_truth(world: World, truth: Truth) -> pl.DataFrame:
    return world.voices.hstack(world.voice_truth.select("person_id", "planted")).filter(
        pl.col("planted") == truth.id
    )


def vehicle_field(frame: pl.DataFrame, name: str) -> pl.Series:
    return frame["metadata"].str.json_path_match(f"$.vehicle.{name}")


def test_every_kind_is_planted_once(world: World) -> None:
    assert sorted(truth.kind for truth in world.truths) == sorted(TruthKind)


def test_nothing_is_planted_in_a_quiet_world() -> None:
    quiet = generate(quiet_world(seed=5, voices=1_500, customers=500))
    assert quiet.truths == []
    assert quiet.voice_truth["planted"].null_count() == 1_500


def test_truths_can_be_planted_alone() -> None:
    plan = replace(WorldPlan(seed=5, voices=1_500, customers=500), planted=frozenset({TruthKind.TOPIC}))
    only = generate(plan)
    assert [truth.kind for truth in only.truths] == [TruthKind.TOPIC]


def test_sizes_on_record_are_those_in_the_data(world: World) -> None:
    for truth in world.truths:
        if "voices" in truth.size:
            own = of_truth(world, truth)
            assert own.height == truth.size["voices"]
            assert own["person_id"].n_unique() == truth.size["people"]


def test_truths_name_nodes_of_the_shipped_taxonomies(world: World) -> None:
    known = {name: load_taxonomy(name) for name in ("automotive", "retail")}
    for truth in world.truths:
        node = truth.as_dict()["node"]
        assert node is None or node in known[truth.taxonomy]


def test_labels_have_nodes_except_the_hot_topic(world: World) -> None:
    taxonomies = {source["name"]: source["taxonomy"] for source in world.sources}
    said = labelled(world).select("source", "opinions_aspect_label").unique()
    without = {
        aspect
        for source, aspect in said.iter_rows()
        if node_of(taxonomies[source], aspect) is None and not (aspect == "App" or aspect == "空调")
    }
    assert without <= {"隐私"}


def test_defect_singles_out_its_batch(world: World) -> None:
    truth = truth_of(world, TruthKind.DEFECT)
    smells = complaints(world, "空调", "异味").filter(pl.col("occurred_at") >= truth.starts_at)
    batches = vehicle_field(
        smells.filter(pl.col("product") == truth.product), "compressor_batch"
    ).drop_nulls()
    assert (batches == truth.where["value"]).mean() > 0.75  # type: ignore[operator]


def test_defect_begins_at_its_time(world: World) -> None:
    truth = truth_of(world, TruthKind.DEFECT)
    times = of_truth(world, truth)["occurred_at"]
    assert times.min() >= truth.starts_at - timedelta(days=1)  # type: ignore[operator]


def test_defect_is_not_the_fault_of_a_region(world: World) -> None:
    truth = truth_of(world, TruthKind.DEFECT)
    regions = vehicle_field(of_truth(world, truth), "region").drop_nulls()
    assert regions.value_counts()["count"].max() / len(regions) < 0.5  # type: ignore[operator]


def test_launch_brings_talk_of_the_rival(world: World) -> None:
    truth = truth_of(world, TruthKind.LAUNCH)
    rival = world.voices.filter(pl.col("product") == truth.product)
    assert rival.filter(pl.col("occurred_at") < truth.starts_at - timedelta(days=2)).is_empty()
    assert rival.height > 100


def test_promotion_is_labelled_and_repetitive(world: World) -> None:
    promoted = world.voices.filter(world.voice_truth["type"] == "promotion")
    assert promoted.height > 50
    assert promoted["text"].n_unique() < promoted.height * 0.7


def test_topic_bursts_with_a_new_word(world: World) -> None:
    truth = truth_of(world, TruthKind.TOPIC)
    named = world.voices.filter(pl.col("text").str.contains("盯梢门"))
    assert named.height > 40
    assert named["occurred_at"].min() >= truth.starts_at  # type: ignore[operator]
    first_week = named.filter(pl.col("occurred_at") < truth.starts_at + timedelta(days=7))
    assert first_week.height > named.height * 0.4


def test_quiet_annoyance_is_common_and_the_loud_one_rare(world: World) -> None:
    quiet = of_truth(world, truth_of(world, TruthKind.QUIET))["person_id"].n_unique()
    loud = of_truth(world, truth_of(world, TruthKind.LOUD))
    assert loud["person_id"].n_unique() <= 14
    assert loud.height > 3 * loud["person_id"].n_unique()
    assert quiet > 10 * loud["person_id"].n_unique()


def test_quiet_annoyance_does_not_sink_scores(world: World) -> None:
    reviews = world.voices.hstack(world.voice_truth.select("planted")).filter(
        pl.col("source") == "澄野车主口碑"
    )
    with_remark = reviews.filter(pl.col("planted") == "quiet-cup-holder")["rating"].mean()
    without = reviews.filter(pl.col("planted").is_null())["rating"].mean()
    assert abs(with_remark - without) < 0.5  # type: ignore[operator]


def test_wish_comes_as_suggestion_and_workaround_as_makeshift(world: World) -> None:
    said = labelled(world)
    wishes = said.filter(pl.col("opinions_facet") == "外放电")
    assert set(wishes["opinions_type"]) == {"suggestion"}
    makeshift = of_truth(world, truth_of(world, TruthKind.WORKAROUND))["text"]
    assert makeshift.str.contains("天幕|遮阳|毛巾|隔热|glass roof").mean() > 0.95  # type: ignore[operator]


def test_leavers_do_not_renew_and_said_so_before(world: World) -> None:
    people, plan = world.people, world.plan
    due = (people.due > 0) & (people.due < plan.days - 40)
    renewed = set(world.purchases.filter(pl.col("kind") == "renewal")["customer_external_id"])
    stays = np.array([customer in renewed for customer in world.handles.customer])
    assert not stays[due & people.churned].any()
    assert stays[due & ~people.churned].all()
    warnings = of_truth(world, truth_of(world, TruthKind.CHURN))
    seconds = warnings["occurred_at"].dt.epoch("s").to_numpy() - plan.starts_at.timestamp()
    assert (seconds / 86_400 <= people.due[warnings["person_id"].to_numpy()] + 1).mean() > 0.95


def test_leavers_were_less_satisfied(world: World) -> None:
    people = world.people
    owners = ~np.isnan(people.due)
    assert (
        people.satisfaction[owners & people.churned].mean()
        < people.satisfaction[owners & ~people.churned].mean() - 0.5
    )


def weekly(frame: pl.DataFrame, product: str, start: object, *, after: bool) -> int:
    side = pl.col("occurred_at") >= start if after else pl.col("occurred_at") < start
    return frame.filter((pl.col("product") == product) & side).height


def test_working_action_lowers_complaints_on_the_treated_product_only(world: World) -> None:
    truth = truth_of(world, TruthKind.ACTION_WORKS)
    freezing = complaints(world, "车机", "卡顿")
    changes = {}
    for role in ("treated", "control"):
        name = truth.where[role]
        days = world.plan.action_works.days_ago
        before = weekly(freezing, name, truth.starts_at, after=False) / (world.plan.days - days)
        changes[role] = weekly(freezing, name, truth.starts_at, after=True) / days / before - 1
    assert changes["treated"] < -0.3
    assert changes["control"] > -0.3


def test_failing_action_changes_nothing(world: World) -> None:
    truth = truth_of(world, TruthKind.ACTION_FAILS)
    waiting = complaints(world, "售后", "预约等待")
    name, days = truth.where["treated"], world.plan.action_fails.days_ago
    before = weekly(waiting, name, truth.starts_at, after=False) / (world.plan.days - days)
    after = weekly(waiting, name, truth.starts_at, after=True) / days
    assert after > before * 0.75


def test_failing_action_was_taken_at_a_peak(world: World) -> None:
    truth, plan = truth_of(world, TruthKind.ACTION_FAILS), world.plan
    assert truth.starts_at is not None
    waiting = complaints(world, "售后", "预约等待").filter(pl.col("product") == truth.where["treated"])
    lead = timedelta(days=plan.action_fails.lead_days)
    peak = waiting.filter(pl.col("occurred_at").is_between(truth.starts_at - lead, truth.starts_at)).height
    usual = waiting.height / plan.days * plan.action_fails.lead_days
    assert peak > usual * 1.3


def test_payment_friction_shows_in_behaviour(world: World) -> None:
    truth = truth_of(world, TruthKind.FRICTION)
    version = world.events["properties"].str.json_path_match("$.app_version")
    broken = world.events.filter(version == truth.where["app_version"])
    sound = world.events.filter(version != truth.where["app_version"])

    def retries(frame: pl.DataFrame) -> float:
        return (
            frame.filter(pl.col("name") == "payment_retry").height
            / frame.filter(pl.col("name") == "checkout_start").height
        )

    assert retries(broken) > 3 * retries(sound)
    assert broken["at"].min() >= truth.starts_at  # type: ignore[operator]


def test_funnel_narrows_step_by_step(world: World) -> None:
    counts = dict(world.events.group_by("name").len().iter_rows())
    steps = ["view", "configure", "add_to_cart", "checkout_start", "purchase"]
    assert [counts[step] for step in steps] == sorted((counts[step] for step in steps), reverse=True)


def test_stronger_drivers_move_recommendation_more(world: World) -> None:
    said = labelled(world).filter((pl.col("source") == "车主NPS") & pl.col("planted").is_null())
    means = {
        key: part["rating"].mean()
        for key, part in said.group_by("opinions_aspect_label", "opinions_polarity")
        if part.height >= 25
    }
    strong = means["质量", 1] - means["质量", -1]  # type: ignore[operator]
    weak = means["外观", 1] - means["外观", -1] if ("外观", -1) in means else 0.0  # type: ignore[operator]
    assert strong > 1.5
    assert strong > weak
