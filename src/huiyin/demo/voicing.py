"""From drafts to voices: words, scores, authors and everything a source keeps beside a text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from huiyin.demo import aspects, commerce
from huiyin.demo.catalogue import Section, catalogue
from huiyin.demo.dice import Dice
from huiyin.demo.drafts import NOBODY, Drafts
from huiyin.demo.handles import Handles, follows, slip_name, slip_phone
from huiyin.demo.people import BATCHES, CITY_ENGLISH, REGIONS, People, PersonKind
from huiyin.demo.plan import BEIJING, WorldPlan
from huiyin.demo.registers import Speech, Spoken, compose
from huiyin.demo.sources import SOURCES, DemoSource

_ITEM_KIND = {
    "全包围脚垫": "mat",
    "后备箱垫": "mat",
    "遮阳帘": "soft",
    "座椅靠枕": "soft",
    "隐形车衣": "film",
    "车载香薰": "scent",
}
_DEALERS = ("滨江店", "城东店", "高新店", "南站店", "湖畔店", "北苑店")
_QUESTIONS = (
    "平时用车有哪些顺心和不顺心的地方？",
    "最近一次去服务中心的经历是怎样的？",
    "当初为什么选这台车？",
    "如果能改一处，您希望改哪里？",
)
_PAGES = ("/checkout", "/cart", "/orders", "/garage", "/service-plan")
_SCORE_QUESTION = {5: "整体满意度", 10: "推荐意愿"}


@dataclass(frozen=True, slots=True)
class Voice:
    """One finished voice with what was truly meant; `place` is its place in the drafts."""

    place: int
    source: DemoSource
    external_id: str
    text: str
    sections: tuple[Section, ...]
    author: str | None
    customer: str | None
    product: str | None
    answers: str | None
    url: str | None
    metadata: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that voicing looks things up in."""

    plan: WorldPlan
    people: People
    handles: Handles
    numbered_from: int = 1


def voice_all(
    stage: Stage, drafts: Drafts, score: NDArray[np.float64], rng: np.random.Generator
) -> Iterator[Voice]:
    """Put every draft into words, in order; scores go into the answers of surveys."""
    dice = Dice(rng)
    ids = _external_ids(stage, drafts)
    groups = drafts.grouped()
    sections = catalogue()
    texts: list[str] = []
    columns = zip(
        drafts.source.tolist(),
        drafts.day.tolist(),
        drafts.person.tolist(),
        drafts.product.tolist(),
        drafts.parent.tolist(),
        drafts.repost.tolist(),
        score.tolist(),
        strict=True,
    )
    for place, (source_place, day, person, product, parent, repost, rating) in enumerate(columns):
        source = SOURCES[source_place]
        item = commerce.ITEMS[dice.between(0, len(commerce.ITEMS) - 1)]
        said = tuple(sections[code] for code in groups[place])
        speech = _speech(stage, source, person, product, item, said, parent != NOBODY, dice)
        speech = replace(speech, verdict=_verdict(source, rating))
        spoken = compose(speech, dice)
        if source.channel == "nps" and speech.theme == "" and dice.chance(0.08):
            spoken = Spoken("", ())
        text = _repeat(texts[parent], stage.handles, drafts, parent, dice) if repost else spoken.text
        texts.append(text)
        yield Voice(
            place=place,
            source=source,
            external_id=ids[place],
            text=text,
            sections=spoken.sections,
            author=_author(stage, source, person),
            customer=_customer(stage, source, person),
            product=_product(source, product, item, dice),
            answers=_answers(source, spoken, rating),
            url=f"https://{source.code.lower()}.example.com/t/{ids[place]}"
            if source.channel in ("social", "review")
            else None,
            metadata=json.dumps(
                _metadata(stage, source, person, day, spoken, speech, dice), ensure_ascii=False
            ),
            parent=ids[parent] if parent != NOBODY else None,
        )


def _external_ids(stage: Stage, drafts: Drafts) -> list[str]:
    counters = dict.fromkeys(range(len(SOURCES)), stage.numbered_from)
    ids = []
    for place in drafts.source.tolist():
        ids.append(f"{SOURCES[place].code}{counters[place]:07d}")
        counters[place] += 1
    return ids


def _speech(
    stage: Stage,
    source: DemoSource,
    person: int,
    product: int,
    item: str,
    sections: tuple[Section, ...],
    reply: bool,
    dice: Dice,
) -> Speech:
    people = stage.people
    code = (*aspects.PRODUCTS, "X6")[product]
    region = REGIONS[int(people.region[person])]
    names = {
        "car": code if people.english[person] else dice.pick(aspects.PRODUCT_ALIASES[code]),
        "model": aspects.PRODUCT_NAMES[code],
        "rival": dice.pick(aspects.PRODUCT_ALIASES["X6"]),
        "item": commerce.ITEM_NAMES.get(item, item),
        "city": people.city[person],
        "city_en": CITY_ENGLISH.get(region, "Wuhan"),
    }
    return Speech(
        taxonomy=source.taxonomy,
        register=source.register,
        tags=frozenset(
            {_ITEM_KIND.get(item, "gadget") if source.taxonomy == "retail" else code, source.register}
        ),
        sections=sections,
        names=names,
        style=int(people.style[person]),
        wordiness=float(people.wordiness[person]),
        english=bool(people.english[person]),
        reply=reply,
    )


def _verdict(source: DemoSource, rating: float) -> int:
    """Which way a word on the whole would go, by the score."""
    if source.scale == 10:
        return (rating >= 9) - (rating <= 6)
    return (rating >= 4) - (rating <= 2) if source.scale == 5 else 0


def _repeat(text: str, handles: Handles, drafts: Drafts, parent: int, dice: Dice) -> str:
    nickname = handles.fan_name[int(drafts.person[parent])]
    return dice.pick(("转发微博", "顶上去！", "扩散", "别让它沉了", "继续发")) + f"//@{nickname}：{text}"


def _author(stage: Stage, source: DemoSource, person: int) -> str | None:
    if source.register == "micro":
        return stage.handles.fan_name[person]
    return stage.handles.nickname[person] if source.channel in ("social", "review") else None


def _customer(stage: Stage, source: DemoSource, person: int) -> str | None:
    if not source.knows:
        return None
    own = stage.handles.customer[person]
    if source.taxonomy == "retail":
        return stage.handles.second_customer[person] or own or None
    return own or None


def _product(source: DemoSource, product: int, item: str, dice: Dice) -> str | None:
    if source.taxonomy == "retail":
        return item if source.channel in ("review", "service") else None
    code = (*aspects.PRODUCTS, "X6")[product]
    missing = source.channel == "social" and code != "X6" and dice.chance(0.15)
    return None if missing else aspects.PRODUCT_NAMES[code]


def _answers(source: DemoSource, spoken: Spoken, rating: float) -> str | None:
    if source.channel not in ("survey", "nps"):
        return None
    question = _SCORE_QUESTION[source.scale or 5]
    answers: dict[str, Any] = {question: int(rating), **spoken.answers}
    if source.channel == "nps" and spoken.text:
        answers["原因"] = spoken.text
    return json.dumps(answers, ensure_ascii=False)


def _metadata(
    stage: Stage, source: DemoSource, person: int, day: float, spoken: Spoken, speech: Speech, dice: Dice
) -> dict[str, Any]:
    found: dict[str, Any] = _beside(stage, source, person, day, spoken, speech, dice)
    owner = stage.people.kind[person] == PersonKind.OWNER
    if owner and source.knows and source.taxonomy == "automotive":
        found["vehicle"] = vehicle(stage, person, day)
    return found


def _beside(
    stage: Stage, source: DemoSource, person: int, day: float, spoken: Spoken, speech: Speech, dice: Dice
) -> dict[str, Any]:
    if source.channel == "social":
        return _spread(stage, source, person, speech, dice)
    if source.channel == "service":
        return {
            "handles": _caller(stage.handles, person, dice),
            "turns": [{"speaker": who, "text": text} for who, text in spoken.turns],
        }
    if source.channel == "interview":
        return {"project": "用车体验访谈", "question": dice.pick(_QUESTIONS), "consent": True}
    if source.channel == "focus_group":
        return {
            "group": f"FG{int(day // 30) + 1:02d}-{int(day) % 3 + 1}",
            "seat": f"P{person % 6 + 1}",
            "consent": True,
        }
    if source.channel == "behaviour":
        broken = speech.theme == "friction"
        return {
            "event": "page_feedback",
            "page": "/checkout" if broken else dice.pick(_PAGES),
            "app_version": stage.plan.friction.version if broken else dice.pick(("5.1.0", "4.9.3")),
        }
    return {}


def _spread(stage: Stage, source: DemoSource, person: int, speech: Speech, dice: Dice) -> dict[str, Any]:
    """How far a post went, and the open id of those who follow the brand."""
    reach = dice.roll() ** 3 * (400 if speech.theme == "loud" else 120)
    found: dict[str, Any] = {
        "likes": int(reach),
        "reposts": int(reach * 0.2 * dice.roll()),
        "comments": int(reach * 0.3 * dice.roll()),
    }
    if source.register == "micro" and follows(person):
        found["handles"] = {"openid": stage.handles.openid[person]}
    return found


def _caller(handles: Handles, person: int, dice: Dice) -> dict[str, str]:
    """What the clerk notes down; sometimes wrong."""
    phone = handles.phone[person]
    noted = {
        "phone": slip_phone(phone, dice) if dice.chance(0.05) else phone,
        "name": slip_name(handles.name[person], dice),
    }
    if handles.plate[person] and dice.chance(0.5):
        noted["plate"] = handles.plate[person]
    return noted


def vehicle(stage: Stage, person: int, day: float) -> dict[str, str]:
    """Return what the maker knows of a person's car at a day."""
    people = stage.people
    code = aspects.PRODUCTS[int(people.product[person])]
    built = stage.plan.moment(float(people.delivered[person]) - 20)
    return {
        "vin": stage.handles.vin[person],
        "built": f"{built.astimezone(BEIJING):%Y-%m}",
        "compressor_batch": f"{code}-{BATCHES[int(people.batch[person])]}",
        "version": _version(stage.plan, code, person, day),
        "dealer": f"{people.city[person]}{_DEALERS[int(people.dealer[person])]}",
        "region": REGIONS[int(people.region[person])],
    }


def _version(plan: WorldPlan, code: str, person: int, day: float) -> str:
    """Cars take an update some days after it comes out; only the treated product gets 4.2."""
    patience = person * 37 % 20
    since = day - patience - plan.day_of(plan.action_works.days_ago)
    if since > 0 and code == plan.action_works.product:
        return "4.2"
    return "4.1" if day - patience > plan.days * 0.45 else "3.8"
