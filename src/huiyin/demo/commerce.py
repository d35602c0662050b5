"""What people buy and what they do on the pages."""

from __future__ import annotations

import json

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin.demo import aspects
from huiyin.demo.calendar import draw_clock
from huiyin.demo.handles import Handles
from huiyin.demo.people import People, PersonKind
from huiyin.demo.plan import TruthKind, WorldPlan

ITEMS = (
    "全包围脚垫",
    "行车记录仪",
    "遮阳帘",
    "车载香薰",
    "充电枪收纳盒",
    "手机支架",
    "隐形车衣",
    "座椅靠枕",
    "应急电源",
    "洗车水枪",
    "后备箱垫",
    "露营桌椅",
)
ITEM_NAMES = {
    "全包围脚垫": "脚垫",
    "充电枪收纳盒": "收纳盒",
    "隐形车衣": "车衣",
    "座椅靠枕": "靠枕",
    "应急电源": "电源",
    "露营桌椅": "桌椅",
    "车载香薰": "香薰",
    "后备箱垫": "后备箱垫",
    "洗车水枪": "水枪",
}
_ITEM_PRICE = np.array([399, 599, 129, 89, 69, 79, 2999, 159, 329, 109, 199, 459])
_CAR_PRICE = {"E5": 189_800, "S7": 219_800, "C3": 89_800}
_PLAN_PRICE = {"E5": 1_280, "S7": 1_580, "C3": 880}
ORDER, RENEWAL, REPURCHASE, SHOP_ORDER = "order", "renewal", "repurchase", "shop_order"
STEPS = ("view", "configure", "add_to_cart", "checkout_start", "purchase")
_SALES_SOURCE, _SHOP_SOURCE, PAGE_SOURCE = "澄野销售系统", "澄野商城", "官网与App"


def draw_purchases(
    plan: WorldPlan, people: People, handles: Handles, rng: np.random.Generator
) -> pl.DataFrame:
    """Draw cars, service plans, second cars and shop orders of the world's days and the year before."""
    rows = [
        *_cars(people, rng),
        *_renewals(plan, people, rng),
        *_second_cars(plan, people, rng),
        *_orders(plan, people, rng),
    ]
    person = np.concatenate([row[0] for row in rows])
    day = np.concatenate([row[1] for row in rows])
    inside = day < plan.days
    frame = pl.DataFrame(
        {
            "source": pl.Series([name for row in rows for name in [row[4]] * len(row[0])]).filter(
                pl.Series(inside)
            ),
            "person": person[inside],
            "day": day[inside],
            "product": pl.Series([name for row in rows for name in row[2]]).filter(pl.Series(inside)),
            "amount": np.concatenate([row[3] for row in rows])[inside],
            "kind": pl.Series([name for row in rows for name in [row[5]] * len(row[0])]).filter(
                pl.Series(inside)
            ),
        }
    ).sort("day", "person", "kind", "product", maintain_order=True)
    customer = _buyer_ids(people, handles, frame)
    return frame.select(
        "source",
        pl.Series("external_id", [f"O{place:07d}" for place in range(len(frame))]),
        pl.Series("customer_external_id", customer),
        "product",
        pl.col("amount").round(2),
        pl.Series("at", [plan.moment(day) for day in frame["day"].to_list()], dtype=pl.Datetime("us", "UTC")),
        "kind",
    )


Row = tuple[NDArray[np.int64], NDArray[np.float64], list[str], NDArray[np.float64], str, str]


def _cars(people: People, rng: np.random.Generator) -> list[Row]:
    person = np.flatnonzero(people.is_kind(PersonKind.OWNER))
    codes = [aspects.PRODUCTS[place] for place in people.product[person].tolist()]
    price = np.array([_CAR_PRICE[code] for code in codes]) * (1 + 0.08 * rng.random(len(person)))
    names = [aspects.PRODUCT_NAMES[code] for code in codes]
    return [
        (
            person,
            people.delivered[person] - 14 - 30 * rng.random(len(person)),
            names,
            price.round(-2),
            _SALES_SOURCE,
            ORDER,
        )
    ]


def _renewals(plan: WorldPlan, people: People, rng: np.random.Generator) -> list[Row]:
    due = (
        (people.due > 0) & (people.due < plan.days + 30) & ~people.churned & people.is_kind(PersonKind.OWNER)
    )
    person = np.flatnonzero(due)
    codes = [aspects.PRODUCTS[place] for place in people.product[person].tolist()]
    price = np.array([_PLAN_PRICE[code] for code in codes], dtype=np.float64)
    day = people.due[person] - 12 + 24 * rng.beta(2, 2, len(person))
    return [(person, day, ["澄野服务包"] * len(person), price, _SALES_SOURCE, RENEWAL)]


def _second_cars(plan: WorldPlan, people: People, rng: np.random.Generator) -> list[Row]:
    happy = 1 / (1 + np.exp(3.6 - 1.1 * people.satisfaction))
    buys = (
        people.is_kind(PersonKind.OWNER)
        & ~people.churned
        & (rng.random(len(people)) < happy)
        & (people.delivered < plan.days - 120)
    )
    person = np.flatnonzero(buys)
    codes = [aspects.PRODUCTS[place] for place in rng.integers(0, 3, len(person)).tolist()]
    start = np.maximum(people.delivered[person] + 60, 0)
    day = start + (plan.days - start) * rng.random(len(person))
    price = np.array([_CAR_PRICE[code] for code in codes], dtype=np.float64)
    return [(person, day, [aspects.PRODUCT_NAMES[code] for code in codes], price, _SALES_SOURCE, REPURCHASE)]


def _orders(plan: WorldPlan, people: People, rng: np.random.Generator) -> list[Row]:
    shops = people.is_kind(PersonKind.OWNER, PersonKind.SHOPPER)
    liking = np.exp(0.35 * np.clip(people.retail.mean(axis=1) + 0.3 * people.mood, -2, 2))
    rate = np.where(people.is_kind(PersonKind.SHOPPER), 1.8, 0.9) * liking * shops
    person = np.repeat(np.arange(len(people)), rng.poisson(rate))
    item = rng.choice(len(ITEMS), len(person))
    day = np.floor(plan.days * rng.random(len(person))) + draw_clock(0.6, len(person), rng)
    gone = people.churned[person] & (people.due[person] < day)
    person, item, day = person[~gone], item[~gone], day[~gone]
    return [
        (
            person,
            day,
            [ITEMS[each] for each in item.tolist()],
            _ITEM_PRICE[item].astype(np.float64),
            _SHOP_SOURCE,
            SHOP_ORDER,
        )
    ]


def _buyer_ids(people: People, handles: Handles, frame: pl.DataFrame) -> list[str]:
    """Shop orders of people with a shop membership of their own run under that one."""
    second = people.second_record
    return [
        handles.second_customer[person] if kind == SHOP_ORDER and second[person] else handles.customer[person]
        for person, kind in zip(frame["person"].to_list(), frame["kind"].to_list(), strict=True)
    ]


def draw_events(plan: WorldPlan, people: People, handles: Handles, rng: np.random.Generator) -> pl.DataFrame:
    """Draw page sessions: how far each gets, where it stumbles, and which app it ran in."""
    sessions = round(plan.voices * 0.60)
    weight = people.activity * people.is_kind(PersonKind.OWNER, PersonKind.SHOPPER)
    person = rng.choice(len(people), sessions, p=weight / weight.sum())
    start = np.floor(plan.days * rng.random(sessions) ** 0.92) + draw_clock(0.6, sessions, rng)
    start = np.minimum(start, plan.days - 0.02)
    broken = _on_broken_release(plan, start, rng)
    reached = _furthest(sessions, broken, rng)
    session, name, offset = _steps(reached, broken, rng)
    app = np.where(broken, plan.friction.version, np.where(start > plan.days - 150, "5.1.0", "4.9.3"))
    item = rng.integers(0, len(ITEMS), sessions)
    frame = pl.DataFrame({"session": session, "name": name, "day": start[session] + offset / 86_400}).sort(
        "day", "session", maintain_order=True
    )
    picked = frame["session"].to_numpy()
    texts = _properties(app, item)
    return frame.select(
        pl.lit(PAGE_SOURCE).alias("source"),
        pl.Series("external_id", [f"E{place:07d}" for place in range(len(frame))]),
        pl.Series("customer_external_id", [_page_id(handles, each) for each in person[picked].tolist()]),
        "name",
        pl.Series("properties", [texts[each].replace("$", f"S{each:06d}") for each in picked.tolist()]),
        pl.Series("at", [plan.moment(day) for day in frame["day"].to_list()], dtype=pl.Datetime("us", "UTC")),
    )


def _page_id(handles: Handles, person: int) -> str:
    return handles.second_customer[person] or handles.customer[person]


def _on_broken_release(
    plan: WorldPlan, start: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.bool_]:
    since = start - plan.day_of(plan.friction.days_ago)
    adopted = rng.random(len(start)) < np.clip(since / 12, 0, 0.85)
    return adopted & plan.has(TruthKind.FRICTION)


def _furthest(count: int, broken: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.int64]:
    """Return the last step each session reaches."""
    passes = np.column_stack(
        [rng.random((count, 3)) < (0.55, 0.52, 0.62), rng.random(count) < np.where(broken, 0.42, 0.71)]
    )
    reached: NDArray[np.int64] = np.cumprod(passes, axis=1).sum(axis=1)
    return reached


def _steps(
    reached: NDArray[np.int64], broken: NDArray[np.bool_], rng: np.random.Generator
) -> tuple[NDArray[np.int64], list[str], NDArray[np.float64]]:
    """Return (session, event name, seconds since its start) of every event."""
    count = len(reached)
    last = len(STEPS) - 1
    parts = [(np.flatnonzero(reached >= step), STEPS[step], 45.0 * step) for step in range(len(STEPS))]
    stuck = (reached == last - 1) & (rng.random(count) < 0.9)
    retries = (reached >= last - 1) & (rng.random(count) < np.where(broken, 0.55, 0.07))
    rages = (rng.random(count) < 0.015) | ((reached >= last - 1) & broken & (rng.random(count) < 0.30))
    parts += [
        (np.flatnonzero(retries), "payment_retry", 150.0),
        (np.flatnonzero(retries & broken & (rng.random(count) < 0.5)), "payment_retry", 165.0),
        (np.flatnonzero(rages), "rage_click", 158.0),
        (np.flatnonzero(stuck), "checkout_abandon", 260.0),
    ]
    session = np.concatenate([part[0] for part in parts])
    names = [part[1] for part in parts for _ in range(len(part[0]))]
    offset = np.concatenate([np.full(len(part[0]), part[2]) for part in parts])
    offset = np.where(np.array(names) == "purchase", 240.0, offset)
    return session, names, offset + 20 * rng.random(len(session))


def _properties(app: NDArray[np.str_], item: NDArray[np.int64]) -> list[str]:
    return [
        json.dumps({"session": "$", "app_version": version, "item": ITEMS[each]}, ensure_ascii=False)
        for version, each in zip(app.tolist(), item.tolist(), strict=True)
    ]
