"""The people of the world: who they are, what they drive, and how happy they truly are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from huiyin.demo import aspects
from huiyin.demo.plan import TruthKind, WorldPlan

SEGMENTS = ("首购家庭", "增换购", "年轻单身", "网约车/运营", "企业用户")
REGIONS = ("华东", "华南", "华北", "西南", "华中", "东北", "西北")
CITIES = {
    "华东": ("上海", "杭州", "苏州", "南京", "宁波", "合肥", "无锡"),
    "华南": ("广州", "深圳", "佛山", "东莞", "厦门", "南宁"),
    "华北": ("北京", "天津", "石家庄", "太原", "济南", "青岛"),
    "西南": ("成都", "重庆", "昆明", "贵阳"),
    "华中": ("武汉", "长沙", "郑州", "南昌"),
    "东北": ("沈阳", "大连", "长春", "哈尔滨"),
    "西北": ("西安", "兰州", "乌鲁木齐", "西宁"),
}
CITY_ENGLISH = {"华东": "Shanghai", "华南": "Shenzhen", "华北": "Beijing", "西南": "Chengdu"}
BATCHES = ("A", "B", "C", "D", "E", "F")
SPECTATOR_PER_CUSTOMER = 0.22
SECOND_RECORD_SHARE = 0.08


class PersonKind(IntEnum):
    """What somebody is to the brand."""

    OWNER = 0
    SHOPPER = 1
    SPECTATOR = 2
    RIVAL_USER = 3
    PROMOTER = 4


@dataclass(frozen=True, slots=True)
class People:
    """All persons, one entry each; experience matrices are persons × aspects of the taxonomy.

    `delivered` and `due` are days on the world's axis (may lie outside it); `due` is when the service plan
    must be renewed, NaN for people without a car; `churned` says that they will not.
    """

    kind: NDArray[np.int8]
    product: NDArray[np.int8]
    segment: NDArray[np.int8]
    region: NDArray[np.int8]
    city: list[str]
    english: NDArray[np.bool_]
    style: NDArray[np.int8]
    wordiness: NDArray[np.float64]
    activity: NDArray[np.float64]
    delivered: NDArray[np.float64]
    due: NDArray[np.float64]
    mood: NDArray[np.float64]
    automotive: NDArray[np.float64]
    retail: NDArray[np.float64]
    satisfaction: NDArray[np.float64]
    churned: NDArray[np.bool_]
    batch: NDArray[np.int8]
    dealer: NDArray[np.int8]
    afflicted: NDArray[np.bool_]
    second_record: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.kind)

    def is_kind(self, *kinds: PersonKind) -> NDArray[np.bool_]:
        """Return the mask of the given kinds."""
        return np.isin(self.kind, kinds)

    def drives(self, product: str) -> NDArray[np.bool_]:
        """Return the mask of the owners of a product code."""
        owned: NDArray[np.bool_] = self.is_kind(PersonKind.OWNER) & (
            self.product == aspects.PRODUCTS.index(product)
        )
        return owned

    def experience(self, taxonomy: str) -> NDArray[np.float64]:
        """Return the persons × aspects matrix of a taxonomy."""
        return self.automotive if taxonomy == "automotive" else self.retail


def draw_people(plan: WorldPlan, rng: np.random.Generator) -> People:
    """Draw everybody of a world."""
    kind, second = _kinds(plan, rng)
    count = len(kind)
    owner = kind == PersonKind.OWNER
    product = np.where(owner, rng.choice(3, count, p=[0.34, 0.40, 0.26]), -1).astype(np.int8)
    product = np.where(kind == PersonKind.RIVAL_USER, 3, product).astype(np.int8)
    region = rng.choice(len(REGIONS), count, p=[0.30, 0.19, 0.17, 0.13, 0.12, 0.05, 0.04]).astype(np.int8)
    delivered = np.where(owner, plan.days - 8 - 720 * rng.random(count) ** 1.25, np.nan)
    mood = rng.normal(0, 1, count)
    batch = _batches(plan, rng, count)
    afflicted = _afflicted(plan, rng, owner & (product == 1), batch)
    automotive = _automotive(rng, product, mood, afflicted)
    retail = _experience(rng, aspects.RETAIL, mood)
    satisfaction = effect(automotive, "automotive") + 0.25 * effect(retail, "retail") + 0.35 * mood
    due = _renewal_days(delivered, plan.days)
    return People(
        kind=kind,
        product=product,
        segment=rng.choice(5, count, p=[0.30, 0.27, 0.25, 0.10, 0.08]).astype(np.int8),
        region=region,
        city=[
            CITIES[REGIONS[r]][int(u * len(CITIES[REGIONS[r]]))]
            for r, u in zip(region, rng.random(count), strict=True)
        ],
        english=(rng.random(count) < plan.english_share) & (kind != PersonKind.PROMOTER),
        style=rng.choice(6, count, p=[0.58, 0.12, 0.10, 0.08, 0.06, 0.06]).astype(np.int8),
        wordiness=rng.normal(0, 1, count),
        activity=rng.gamma(1.3, 1.0, count) + 0.10,
        delivered=delivered,
        due=due,
        mood=mood,
        automotive=automotive,
        retail=retail,
        satisfaction=satisfaction,
        churned=_churned(rng, satisfaction, due),
        batch=batch,
        dealer=rng.integers(0, 6, count).astype(np.int8),
        afflicted=afflicted,
        second_record=second,
    )


def effect(experience: NDArray[np.float64], taxonomy: str) -> NDArray[np.float64]:
    """Return what each experience adds to the opinion of the whole, summed over the aspects."""
    felt = np.tanh(experience)
    table = aspects.TAXONOMIES[taxonomy]
    penalty = np.array([aspect.penalty for aspect in table])
    reward = np.array([aspect.reward for aspect in table])
    total: NDArray[np.float64] = np.where(felt < 0, felt * penalty, felt * reward).sum(axis=1)
    return total


def _kinds(plan: WorldPlan, rng: np.random.Generator) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
    seconds = round(plan.customers * SECOND_RECORD_SHARE / (1 + SECOND_RECORD_SHARE))
    known = plan.customers - seconds
    owners = round(known * 0.71)
    onlookers = max(20, round(plan.customers * SPECTATOR_PER_CUSTOMER))
    counts = {
        PersonKind.OWNER: owners,
        PersonKind.SHOPPER: known - owners,
        PersonKind.SPECTATOR: onlookers,
        PersonKind.RIVAL_USER: max(12, onlookers // 8),
        PersonKind.PROMOTER: max(4, onlookers // 90),
    }
    kind = np.repeat(np.array(list(counts), dtype=np.int8), list(counts.values()))
    second = np.zeros(len(kind), dtype=np.bool_)
    second[rng.choice(owners, seconds, replace=False)] = True
    return kind, second


def _experience(
    rng: np.random.Generator, table: tuple[aspects.Aspect, ...], mood: NDArray[np.float64]
) -> NDArray[np.float64]:
    means = np.array([aspect.mean for aspect in table])
    return means + 0.35 * mood[:, None] + rng.normal(0, 1.0, (len(mood), len(table)))


def _automotive(
    rng: np.random.Generator,
    product: NDArray[np.int8],
    mood: NDArray[np.float64],
    afflicted: NDArray[np.bool_],
) -> NDArray[np.float64]:
    matrix = _experience(rng, aspects.AUTOMOTIVE, mood)
    columns = {name: place for place, name in enumerate(aspects.names("automotive"))}
    for code, (model, tilt) in enumerate(aspects.PRODUCT_TILT.items()):
        del model
        for name, shift in tilt.items():
            matrix[product == code, columns[name]] += shift
    matrix[afflicted, columns["空调"]] -= 2.0
    matrix[afflicted, columns["质量"]] -= 0.7
    return matrix


def _batches(plan: WorldPlan, rng: np.random.Generator, count: int) -> NDArray[np.int8]:
    bad = BATCHES.index(plan.defect.batch.rsplit("-", 1)[1])
    rest = (1 - plan.defect.batch_share) / (len(BATCHES) - 1)
    shares = [plan.defect.batch_share if place == bad else rest for place in range(len(BATCHES))]
    return rng.choice(len(BATCHES), count, p=shares).astype(np.int8)


def _afflicted(
    plan: WorldPlan, rng: np.random.Generator, concerned: NDArray[np.bool_], batch: NDArray[np.int8]
) -> NDArray[np.bool_]:
    bad = batch == BATCHES.index(plan.defect.batch.rsplit("-", 1)[1])
    struck = rng.random(len(batch)) < plan.defect.affected_share
    afflicted: NDArray[np.bool_] = concerned & bad & struck & plan.has(TruthKind.DEFECT)
    return afflicted


def _renewal_days(delivered: NDArray[np.float64], days: int) -> NDArray[np.float64]:
    """The plan is renewed each year; keep the anniversary that falls nearest to the world's last year."""
    due = delivered + 365
    return np.where(due < 0, due + 365, np.where(due > days + 365, due - 365, due))


def _churned(
    rng: np.random.Generator, satisfaction: NDArray[np.float64], due: NDArray[np.float64]
) -> NDArray[np.bool_]:
    spread = satisfaction - np.nanmean(satisfaction)
    hazard = 1 / (1 + np.exp(1.15 + 1.5 * spread))
    return (rng.random(len(due)) < hazard) & ~np.isnan(due)
