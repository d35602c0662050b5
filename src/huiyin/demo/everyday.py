"""Everyday talk: what people say when nothing special happens."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from huiyin.demo import aspects
from huiyin.demo.calendar import draw_days
from huiyin.demo.catalogue import codes_for
from huiyin.demo.drafts import Drafts, join, make_drafts
from huiyin.demo.people import People, PersonKind
from huiyin.demo.plan import WorldPlan
from huiyin.demo.sources import SOURCES, DemoSource, shares

# How often an opinion comes as a question or as a suggestion, by register.
_QUESTION = {"forum": 0.13, "service": 0.15, "micro": 0.02, "page": 0.05}
_SUGGESTION = {
    "forum": 0.04,
    "survey": 0.10,
    "nps": 0.06,
    "interview": 0.12,
    "group": 0.10,
    "review": 0.04,
    "page": 0.12,
}
_KIND_WEIGHT = {PersonKind.OWNER: 1.0, PersonKind.SHOPPER: 1.0, PersonKind.SPECTATOR: 1.3}
_PROFILE_CODES = (*aspects.PRODUCTS, "X6")


def everyday(plan: WorldPlan, people: People, count: int, rng: np.random.Generator) -> Drafts:
    """Draw `count` voices of all sources."""
    sizes = rng.multinomial(count, shares())
    return join([_of_source(plan, people, each, int(n), rng) for each, n in zip(SOURCES, sizes, strict=True)])


def _of_source(
    plan: WorldPlan, people: People, source: DemoSource, count: int, rng: np.random.Generator
) -> Drafts:
    day = draw_days(plan, source, count, rng)
    person = draw_speakers(people, source, day, rng)
    product = draw_products(people, person, rng)
    op_voice, op_code = draw_opinions(people, source, person, product, rng)
    return make_drafts(
        source=np.full(count, source.index, dtype=np.int8),
        day=day,
        person=person,
        product=product,
        op_voice=op_voice,
        op_code=op_code,
    )


def draw_speakers(
    people: People, source: DemoSource, day: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.int32]:
    """Draw who speaks at each of the days: owners only once they have the car, the lost rarely once gone."""
    eligible = np.flatnonzero(people.is_kind(*source.speakers))
    kinds = people.kind[eligible]
    weight = people.activity[eligible] * np.array([_KIND_WEIGHT[PersonKind(kind)] for kind in kinds])
    cumulative = np.cumsum(weight / weight.sum())
    person = np.empty(len(day), dtype=np.int32)
    open_places = np.arange(len(day))
    for attempt in range(12):
        drawn = eligible[
            np.minimum(np.searchsorted(cumulative, rng.random(len(open_places))), len(eligible) - 1)
        ]
        person[open_places] = drawn
        absent = (
            (people.delivered[drawn] > day[open_places] - 1) if attempt < 11 else np.zeros(len(drawn), bool)
        )
        gone = people.churned[drawn] & (people.due[drawn] + 10 < day[open_places])
        absent |= gone & (rng.random(len(drawn)) < 0.85) & (attempt < 11)
        open_places = open_places[absent]
        if not len(open_places):
            break
    return person


def draw_products(people: People, person: NDArray[np.int32], rng: np.random.Generator) -> NDArray[np.int8]:
    """Return the product each person speaks of: their own, or any for those without."""
    own = people.product[person]
    other = rng.choice(3, len(person), p=[0.36, 0.42, 0.22])
    return np.where(own >= 0, own, other).astype(np.int8)


def draw_opinions(
    people: People,
    source: DemoSource,
    person: NDArray[np.int32],
    product: NDArray[np.int8],
    rng: np.random.Generator,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Draw each voice's opinions as (voice place, section code)."""
    table = aspects.TAXONOMIES[source.taxonomy]
    felt = people.experience(source.taxonomy)[person]
    salience = np.log([getattr(aspect, source.salience) for aspect in table])
    urge = salience + 0.30 * np.abs(felt) + rng.gumbel(size=felt.shape)
    ranked = np.argsort(-urge, axis=1)
    sizes = 1 + rng.choice(len(source.counts), len(person), p=source.counts)
    place = np.repeat(np.arange(len(person), dtype=np.int32), sizes)
    rank = np.arange(len(place)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    aspect = ranked[place, rank]
    lean = 1.7 * felt[place, aspect] + source.tone + rng.logistic(0, 0.8, len(place))
    sign = np.where(lean > 0, "+", "-")
    chance = rng.random(len(place))
    asks = _QUESTION.get(source.register, 0.0)
    sign = np.where(chance < asks, "?", sign)
    sign = np.where(chance > 1 - _SUGGESTION.get(source.register, 0.0), "!", sign)
    return place, draw_codes(source.taxonomy, aspect, sign, product[place], rng)


def draw_codes(
    taxonomy: str,
    aspect: NDArray[np.int64],
    sign: NDArray[np.str_],
    product: NDArray[np.int8],
    rng: np.random.Generator,
) -> NDArray[np.int32]:
    """Draw a section code for each opinion, given its aspect, sign and product."""
    names = aspects.names(taxonomy)
    codes = np.empty(len(aspect), dtype=np.int32)
    chance = rng.random(len(aspect))
    signs = np.array(["+", "-", "?", "!"])
    group = (aspect * 4 + np.searchsorted(np.sort(signs), sign)) * 4 + product
    ordered = np.sort(signs)
    for value in np.unique(group):
        rows = np.flatnonzero(group == value)
        rest, model = divmod(int(value), 4)
        which, mark = divmod(rest, 4)
        options, cumulative = codes_for(taxonomy, names[which], str(ordered[mark]), _PROFILE_CODES[model])
        codes[rows] = options[np.searchsorted(cumulative, chance[rows])]
    return codes
