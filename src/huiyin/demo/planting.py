"""Planting: each truth adds voices, adds remarks to voices, or takes complaints away.

A planter gets the field (everyday drafts and people) and returns the changed drafts with its `Truth`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from huiyin.demo import aspects
from huiyin.demo.calendar import draw_clock
from huiyin.demo.catalogue import catalogue, code_of
from huiyin.demo.drafts import Drafts, join, make_drafts
from huiyin.demo.people import BATCHES, REGIONS, People, PersonKind
from huiyin.demo.plan import RemarkPlan, TruthKind, WorldPlan
from huiyin.demo.sources import BY_CODE
from huiyin.demo.truths import Truth

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Field:
    """What a planter works on; `place` is the number that its truth will have."""

    plan: WorldPlan
    people: People
    drafts: Drafts
    place: int
    rng: np.random.Generator

    def codes(self, keys: Sequence[str]) -> Ints:
        return np.array([code_of("planted", key) for key in keys], dtype=np.int32)


Planted = tuple[Drafts, Truth]


def plant(plan: WorldPlan, people: People, drafts: Drafts, rng: np.random.Generator) -> tuple[Drafts, list[Truth]]:
    """Plant every truth that the plan asks for, each with its own stream of chances."""
    truths: list[Truth] = []
    streams = dict(zip(_PLANTERS, rng.spawn(len(_PLANTERS)), strict=True))
    for kind, planter in _PLANTERS.items():
        if plan.has(kind):
            drafts, truth = planter(Field(plan, people, drafts, len(truths), streams[kind]))
            truths.append(truth)
    return drafts, truths


def _voices(
    field: Field, person: Ints, day: Floats, sources: Sequence[str], weights: Sequence[float], codes: Ints, product: int
) -> Drafts:
    """Return one new voice with one opinion for each person and day, at sources drawn by weight."""
    places = np.array([BY_CODE[code].index for code in sources], dtype=np.int8)
    inside = (day >= 0) & (day < field.plan.days)
    person, day, codes = person[inside], day[inside], codes[inside]
    count = len(day)
    return make_drafts(
        source=places[field.rng.choice(len(places), count, p=np.array(weights) / sum(weights))],
        day=np.floor(day) + draw_clock(0.5, count, field.rng),
        person=person,
        product=np.full(count, product, dtype=np.int8) if product >= 0 else field.people.product[person],
        planted=field.place,
        op_voice=np.arange(count, dtype=np.int32),
        op_code=codes,
    )


def _some(field: Field, mask: NDArray[np.bool_], count: int, *, replace_: bool = True) -> Ints:
    places = np.flatnonzero(mask)
    if not replace_:
        count = min(count, len(places))
    return field.rng.choice(places, count, replace=replace_).astype(np.int32)


def _count(field: Field, share: float) -> int:
    return max(6, round(field.plan.voices * share))


def _size(field: Field, drafts: Drafts) -> dict[str, int]:
    own = drafts.planted == field.place
    return {"voices": int(own.sum()), "people": len(np.unique(drafts.person[own]))}


def _defect(field: Field) -> Planted:
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
    batch = _voices(
        field, person[ready], day[ready], ("RX", "LT", "KB", "CN", "SJ", "CS"), (0.46, 0.16, 0.13, 0.11, 0.08, 0.06), drawn[ready], 1
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
        size=_size(field, drafts)
        | {"afflicted_people": int(people.afflicted.sum()), "batch_owners": _batch_owners(people, plan.batch)},
        expected={
            "signal": "complaints about 空调/异味 of the S7 rise after starts_at",
            "cause": {"compressor_batch": plan.batch},
            "not_cause": ["region", "dealer", "version"],
        },
    )
    return drafts, truth


def _batch_owners(people: People, batch: str) -> int:
    return int((people.drives("S7") & (people.batch == BATCHES.index(batch.rsplit("-", 1)[1]))).sum())


def _launch(field: Field) -> Planted:
    plan, people, rng = field.plan.launch, field.people, field.rng
    start = field.plan.day_of(plan.days_ago)
    rival = len(aspects.PRODUCTS)
    crowd = people.is_kind(PersonKind.SPECTATOR, PersonKind.OWNER)
    spectators = _some(field, crowd, _count(field, plan.spectator_share))
    talk = _voices(
        field, spectators, start + rng.exponential(plan.decay_days / 2, len(spectators)), ("LT", "SJ"), (0.45, 0.55),
        np.full(len(spectators), code_of("planted", "launch 整体 ~"), dtype=np.int32), rival,
    )
    early_people = _some(field, people.is_kind(PersonKind.RIVAL_USER), _count(field, plan.early_share))
    keys = [f"launch_early {s.aspect}/{s.facet} {s.sign}" for s in catalogue() if s.theme == "launch_early"]
    early = _voices(
        field, early_people, start + 1 + rng.gamma(1.6, plan.decay_days, len(early_people)), ("LT", "SJ"), (0.6, 0.4),
        field.codes(keys)[rng.integers(0, len(keys), len(early_people))], rival,
    )
    sellers = _some(field, people.is_kind(PersonKind.PROMOTER), _count(field, plan.promotion_share))
    promotion = _voices(
        field, sellers, start - 1 + rng.gamma(1.2, plan.decay_days, len(sellers)), ("SJ", "LT"), (0.8, 0.2),
        np.full(len(sellers), code_of("planted", "launch_promo 整体 ~"), dtype=np.int32), rival,
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
        size=_size(field, drafts) | {"onlookers": len(talk), "early": len(early), "promotion": len(promotion)},
        expected={
            "better_than_S7": ["空间/后排", "车机/卡顿", "价格/车价", "续航充电/续航"],
            "worse_than_S7": ["舒适性/减震", "质量/故障", "内饰/做工"],
            "filtered": "promotion voices are kept out of the early users' picture",
        },
    )
    return drafts, truth


def _topic(field: Field) -> Planted:
    plan, people, rng = field.plan.topic, field.people, field.rng
    start = field.plan.day_of(plan.days_ago) + 0.4
    crowd = _some(field, people.is_kind(PersonKind.SPECTATOR, PersonKind.OWNER), _count(field, plan.share))
    codes = field.codes(["topic 隐私/摄像头 -", "topic 隐私 ?"])[(rng.random(len(crowd)) < 0.25).astype(np.int32)]
    day = start + rng.exponential(plan.decay_days, len(crowd))
    social = _voices(field, crowd, day, ("SJ", "LT"), (0.6, 0.4), codes, -1)
    owners = _some(field, people.is_kind(PersonKind.OWNER), _count(field, plan.share / 4))
    asked = _voices(
        field, owners, start + 1 + rng.exponential(plan.decay_days, len(owners)), ("RX", "CN"), (0.6, 0.4),
        np.full(len(owners), code_of("planted", "topic 隐私 ?"), dtype=np.int32), -1,
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
        size=_size(field, drafts),
        expected={"new_term": "盯梢门", "burst": True, "outside_taxonomy": True, "channels": ["social", "service", "nps"]},
    )
    return drafts, truth


def _with_any_product(field: Field, drafts: Drafts) -> Drafts:
    drawn = field.rng.integers(0, 3, len(drafts)).astype(np.int8)
    return replace(drafts, product=np.where(drafts.product < 0, drawn, drafts.product).astype(np.int8))


def _remark(field: Field, plan: RemarkPlan, mask: NDArray[np.bool_], key: str, sources: Sequence[str]) -> tuple[Drafts, int]:
    """Let some of the people concerned drop a remark beside what they say anyway."""
    people, drafts, rng = field.people, field.drafts, field.rng
    minded = mask & (rng.random(len(people)) < plan.person_share)
    places = [BY_CODE[code].index for code in sources]
    fits = minded[drafts.person] & np.isin(drafts.source, places) & (drafts.planted < 0) & (drafts.product < 3)
    voices = _at_most_twice(drafts, np.flatnonzero(fits & (rng.random(len(drafts)) < plan.voice_chance)))
    codes = np.full(len(voices), code_of("planted", key), dtype=np.int32)
    planted = drafts.planted.copy()
    planted[voices] = field.place
    return replace(drafts.with_opinions(voices, codes), planted=planted), int(minded.sum())


def _at_most_twice(drafts: Drafts, voices: NDArray[np.int64]) -> Ints:
    """Nobody drops the same remark a third time."""
    order = np.argsort(drafts.person[voices], kind="stable")
    ranked = drafts.person[voices][order]
    starts = np.searchsorted(ranked, ranked)
    return np.sort(voices[order][np.arange(len(ranked)) - starts < 2]).astype(np.int32)


_ASKING = ("KB", "LT", "CN", "CS", "FT", "JD", "SJ")


def _quiet(field: Field) -> Planted:
    owners = field.people.is_kind(PersonKind.OWNER)
    drafts, minded = _remark(field, field.plan.quiet, owners, "quiet 内饰/杯架 -", (*_ASKING, "RX"))
    return drafts, Truth(
        id="quiet-cup-holder",
        kind=TruthKind.QUIET,
        zh="杯架太浅：很多人随口一提，没有人闹",
        en="The shallow cup holder: many mention it in passing, nobody makes a scene",
        aspect="内饰",
        facet="杯架",
        starts_at=field.plan.starts_at,
        terms=("杯架",),
        size=_size(field, drafts) | {"minded_people": minded},
        expected={"list": "quiet_but_common", "prevalence": "high", "intensity": "low"},
    )


def _wish(field: Field) -> Planted:
    mask = field.people.drives("E5") | field.people.drives("S7")
    drafts, minded = _remark(field, field.plan.wish, mask, "wish 配置/外放电 !", _ASKING)
    return drafts, Truth(
        id="wish-outlet",
        kind=TruthKind.WISH,
        zh="未被满足的愿望：露营对外放电",
        en="An unmet wish: power from the car for camping",
        aspect="配置",
        facet="外放电",
        starts_at=field.plan.starts_at,
        terms=("外放电", "露营"),
        where={"product": [aspects.PRODUCT_NAMES["E5"], aspects.PRODUCT_NAMES["S7"]]},
        size=_size(field, drafts) | {"minded_people": minded},
        expected={"opportunity": True, "type": "suggestion", "kano": "attractive"},
    )


def _workaround(field: Field) -> Planted:
    mask = field.people.drives("E5") | field.people.drives("S7")
    drafts, minded = _remark(field, field.plan.workaround, mask, "workaround 舒适性/天幕遮阳 -", _ASKING)
    return drafts, Truth(
        id="workaround-sunshade",
        kind=TruthKind.WORKAROUND,
        zh="将就：天幕太晒，自己买遮阳帘、夹毛巾",
        en="A workaround: people clip towels under the glass roof",
        aspect="舒适性",
        facet="天幕遮阳",
        starts_at=field.plan.starts_at,
        terms=("天幕", "遮阳帘", "毛巾", "将就", "凑合"),
        where={"product": [aspects.PRODUCT_NAMES["E5"], aspects.PRODUCT_NAMES["S7"]]},
        size=_size(field, drafts) | {"minded_people": minded},
        expected={"opportunity": True, "kind": "workaround"},
    )


def _loud(field: Field) -> Planted:
    plan, rng = field.plan.loud, field.rng
    start = field.plan.day_of(plan.days_ago)
    authors = _some(field, field.people.is_kind(PersonKind.OWNER) & ~field.people.english, plan.authors, replace_=False)
    count = max(3 * len(authors), _count(field, plan.share))
    person = np.sort(authors[rng.integers(0, len(authors), count)])
    codes = np.full(count, code_of("planted", "loud 外观/车标 -"), dtype=np.int32)
    posts = _voices(field, person, start + plan.days * rng.random(count), ("SJ", "LT"), (0.7, 0.3), codes, -1)
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
        size=_size(field, drafts) | {"reposts": int(again.sum())},
        expected={"list": "loud_but_rare", "not_in_roadmap_top": 5, "intensity": "high"},
    )
    return drafts, truth


def _churn(field: Field) -> Planted:
    plan, people, rng = field.plan.churn, field.people, field.rng
    inside = people.churned & (people.due > 20) & (people.due < field.plan.days - 14)
    person = np.flatnonzero(inside & (rng.random(len(people)) < plan.voice_chance)).astype(np.int32)
    person = np.repeat(person, 1 + (rng.random(len(person)) < 0.3))
    day = np.maximum(people.due[person] - plan.warning_days * rng.beta(1.2, 1.8, len(person)), people.delivered[person] + 1)
    codes = np.full(len(person), code_of("planted", "churn 整体 -"), dtype=np.int32)
    said = _voices(field, person, day, ("RX", "CN", "CS", "LT", "KB"), (0.38, 0.24, 0.14, 0.14, 0.10), codes, -1)
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
        size=_size(field, drafts)
        | {
            "churned_people": int((people.churned & (people.due > 0) & (people.due < field.plan.days)).sum()),
            "due_people": int(((people.due > 0) & (people.due < field.plan.days)).sum()),
        },
        expected={"risk_before_due": True, "leads_by_days": plan.warning_days},
    )
    return drafts, truth


def _grumbling(field: Field, said: Drafts) -> Drafts:
    """Who leaves also says why: half of the voices carry a complaint about after-sales or quality."""
    why = np.array([code_of("automotive", key) for key in ("售后/维修 -", "售后/态度 -", "质量/故障 -", "售后/预约等待 -")])
    voices = np.flatnonzero(field.rng.random(len(said)) < 0.5).astype(np.int32)
    return said.with_opinions(voices, why[field.rng.integers(0, len(why), len(voices))].astype(np.int32))


def _action_works(field: Field) -> Planted:
    """From the fix on, most complaints about a freezing screen are gone for the mended product."""
    plan, drafts, rng = field.plan.action_works, field.drafts, field.rng
    start = field.plan.day_of(plan.days_ago)
    code = code_of("automotive", "车机/卡顿 -")
    mended = drafts.product[drafts.op_voice] == aspects.PRODUCTS.index(plan.product)
    after = drafts.day[drafts.op_voice] >= start
    hit = (drafts.op_code == code) & mended & after & (rng.random(len(drafts.op_code)) < -plan.effect)
    others = np.array([code_of("automotive", key) for key in ("车机/语音 -", "车机/导航互联 -", "车机/OTA +", "车机/卡顿 +")])
    praise = code_of("planted", "fixed 车机/卡顿 +")
    swapped = np.where(rng.random(len(hit)) < 0.35, praise, others[rng.integers(0, len(others), len(hit))])
    drafts = replace(drafts, op_code=np.where(hit, swapped, drafts.op_code).astype(np.int32))
    before = (drafts.op_code == code) & mended & ~after
    truth = Truth(
        id="action-ota-4.2",
        kind=TruthKind.ACTION_WORKS,
        zh="有效的行动：E5 车机 4.2 版修复卡顿黑屏，C3 未升级作对照",
        en="An action that works: OTA 4.2 mends the freezing screen of the E5; the C3 is the control",
        aspect="车机",
        facet="卡顿",
        product=aspects.PRODUCT_NAMES[plan.product],
        starts_at=field.plan.moment(start),
        terms=("卡", "黑屏", "死机", "卡顿"),
        where={"treated": aspects.PRODUCT_NAMES[plan.product], "control": aspects.PRODUCT_NAMES[plan.control]},
        size={"relative_change": plan.effect, "complaints_before": int(before.sum()), "removed": int(hit.sum())},
        expected={"verdict": "effective", "direction": "down"},
    )
    return drafts, truth


def _action_fails(field: Field) -> Planted:
    """The measure is taken at a chance peak; afterwards complaints are where they always were."""
    plan, people, rng = field.plan.action_fails, field.people, field.rng
    start = field.plan.day_of(plan.days_ago)
    code = code_of("automotive", "售后/预约等待 -")
    product = aspects.PRODUCTS.index(plan.product)
    usual = ((field.drafts.op_code == code) & (field.drafts.product[field.drafts.op_voice] == product)).sum()
    peak = max(3, round(0.9 * float(usual) / field.plan.days * plan.lead_days))
    person = _some(field, people.drives(plan.product) & (people.delivered < start - 30), peak)
    codes = np.full(peak, code, dtype=np.int32)
    day = start - 1 - plan.lead_days * rng.random(peak)
    extra = _voices(field, person, day, ("RX", "LT", "CN"), (0.6, 0.2, 0.2), codes, -1)
    extra = replace(extra, planted=np.full(len(extra), -1, dtype=np.int16))
    truth = Truth(
        id="action-booking",
        kind=TruthKind.ACTION_FAILS,
        zh="无效的行动：S7 售后预约流程改版，等待抱怨没有变化",
        en="An action that does not work: the new booking flow for S7 service changes nothing",
        aspect="售后",
        facet="预约等待",
        product=aspects.PRODUCT_NAMES[plan.product],
        starts_at=field.plan.moment(start),
        terms=("预约", "等", "排队", "工位"),
        where={"treated": aspects.PRODUCT_NAMES[plan.product], "control": aspects.PRODUCT_NAMES[plan.control]},
        size={"relative_change": 0.0, "complaints": int(usual), "peak_before": peak},
        expected={"verdict": "not effective", "trap": "regression to the mean after a chance peak"},
    )
    return join([field.drafts, extra]), truth


def _friction(field: Field) -> Planted:
    plan, people, rng = field.plan.friction, field.people, field.rng
    start = field.plan.day_of(plan.days_ago)
    count = _count(field, plan.share)
    person = _some(field, people.is_kind(PersonKind.OWNER, PersonKind.SHOPPER), count)
    codes = np.full(count, code_of("planted", "friction App/支付 -"), dtype=np.int32)
    day = np.maximum(start + plan.days_ago * rng.random(count), np.nan_to_num(people.delivered[person], nan=0) + 1)
    said = _voices(field, person, day, ("XW", "KF", "SN"), (0.5, 0.3, 0.2), codes, -1)
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
        size=_size(field, drafts),
        expected={"step": "checkout_start → purchase", "linked": "behaviour and voice agree"},
    )
    return drafts, truth


def drivers(plan: WorldPlan) -> Truth:
    """Return the planted effects of experiences on rating, NPS and renewal, strongest first."""
    ranked = {
        name: sorted(
            ({"aspect": a.name, "penalty": a.penalty, "reward": a.reward} for a in table),
            key=lambda each: -(float(str(each["penalty"])) + float(str(each["reward"]))),
        )
        for name, table in aspects.TAXONOMIES.items()
    }
    return Truth(
        id="drivers",
        kind=TruthKind.DRIVERS,
        zh="真正影响推荐、评分与续约的因素及次序",
        en="What truly moves recommendation, rating and renewal, in order",
        starts_at=plan.starts_at,
        size={"effects": ranked, "mood": 0.35},
        expected={
            "order": {name: [each["aspect"] for each in effects[:5]] for name, effects in ranked.items()},
            "must_be": ["质量", "安全性"],
            "attractive": ["外观"],
            "talked_about_without_effect": ["内饰", "外观"],
        },
    )


_PLANTERS: dict[TruthKind, Callable[[Field], Planted]] = {
    TruthKind.ACTION_WORKS: _action_works,
    TruthKind.ACTION_FAILS: _action_fails,
    TruthKind.QUIET: _quiet,
    TruthKind.WISH: _wish,
    TruthKind.WORKAROUND: _workaround,
    TruthKind.DEFECT: _defect,
    TruthKind.LAUNCH: _launch,
    TruthKind.TOPIC: _topic,
    TruthKind.LOUD: _loud,
    TruthKind.CHURN: _churn,
    TruthKind.FRICTION: _friction,
}
__all__ = ["REGIONS", "drivers", "plant"]
