"""Segments that are learnt: people alike in what they buy, do and say, each named by what sets it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from huiyin import stats
from huiyin.stats import Estimate

SIZES = (3, 4, 5, 6, 7)
FEWEST = 200
# So many standard deviations from everybody's mean set a group apart.
_TELLING = 0.35
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Trait:
    """A number about a person that groups are learnt from: its side, and its words where much or little."""

    name: str
    side: str
    zh: str
    en: str
    much_zh: str
    much_en: str
    little_zh: str
    little_en: str


TRAITS = (
    Trait("spend", "value", "近一年消费（元）", "yuan in a year", "高消费", "high spend", "低消费", "low spend"),
    Trait("orders", "value", "近一年购买次数", "orders in a year", "常购买", "buys often", "少购买", "buys seldom"),
    Trait("friction", "behaviour", "近一年使用受阻次数", "blocked steps in a year", "常受阻", "often blocked", "少受阻", "seldom blocked"),
    Trait("social", "voice", "近一年社交发声", "social voices in a year", "爱分享", "shares", "少分享", "seldom shares"),
    Trait("service", "voice", "近一年求助次数", "service contacts in a year", "常求助", "seeks help", "少求助", "seldom seeks help"),
    Trait("voices", "voice", "近一年声音", "voices in a year", "常发声", "speaks up", "沉默", "silent"),
    Trait("negative", "voice", "负面声音占比", "share of negative voices", "多不满", "discontent", "少不满", "content"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TraitFigure:
    """A trait of a group: its mean with interval, and by how many standard deviations (of everybody) it differs."""

    name: str
    mean: Estimate
    apart: float


@dataclass(frozen=True, slots=True)
class Group:
    """A learnt segment: the number it is known by, words, people, share of all, and traits, the most telling first."""

    number: int
    zh: str
    en: str
    people: int
    share: Estimate
    traits: tuple[TraitFigure, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups, and how far they hold when people are drawn again, for each number of groups that was tried."""

    groups: tuple[Group, ...]
    stability: Estimate
    tried: tuple[tuple[int, Estimate], ...]
    people: int


def learn(people: pl.DataFrame) -> tuple[Grouping, pl.DataFrame] | None:
    """Learn groups from rows of `read_people`; return them with (person, group), None for too few people.

    Money and counts are taken as logarithms and every trait in standard deviations; who said nothing has the mean
    share of negative voices.
    """
    if people.height < FEWEST:
        return None
    rows = _standardised(people)
    found = stats.partition(rows, SIZES)
    order = np.argsort(-np.bincount(found.labels, minlength=len(found.centres)), kind="stable")
    ranks = np.argsort(order)
    labels = ranks[found.labels]
    groups = tuple(_group(people, rows, labels, number) for number in range(len(order)))
    grouping = Grouping(_told_apart(groups), found.stability, found.tried, people.height)
    return grouping, people.select("person", pl.Series("group", labels, dtype=pl.Int64))


def _standardised(people: pl.DataFrame) -> NDArray[np.float64]:
    middle = people["negative"].mean()
    columns = []
    for trait in TRAITS:
        values = (
            people[trait.name]
            .cast(pl.Float64)
            .fill_null(middle if isinstance(middle, float) else 0.0)
            .to_numpy()
        )
        scaled = values if trait.name == "negative" else np.log1p(np.maximum(values, 0.0))
        columns.append((scaled - scaled.mean()) / (scaled.std() or 1.0))
    return np.column_stack(columns)


def _group(people: pl.DataFrame, rows: NDArray[np.float64], labels: NDArray[np.int64], number: int) -> Group:
    here = labels == number
    apart = rows[here].mean(axis=0)
    figures = [
        TraitFigure(trait.name, _mean(people[trait.name].filter(pl.Series(here))), float(apart[place]))
        for place, trait in enumerate(TRAITS)
    ]
    figures.sort(key=lambda figure: -abs(figure.apart))
    zh, en = _words(figures)
    return Group(number, zh, en, int(here.sum()), stats.wilson(int(here.sum()), len(labels)), tuple(figures))


def _mean(values: pl.Series) -> Estimate:
    known = values.drop_nulls().cast(pl.Float64)
    return stats.mean_interval(known.to_numpy())


def _words(figures: Sequence[TraitFigure]) -> tuple[str, str]:
    by_name = {trait.name: trait for trait in TRAITS}
    telling = [figure for figure in figures if abs(figure.apart) >= _TELLING][:_MOST_WORDS]
    if not telling:
        return "普通客户", "in the middle"
    chosen = [(by_name[figure.name], figure.apart > 0) for figure in telling]
    zh = " · ".join(trait.much_zh if much else trait.little_zh for trait, much in chosen)
    return zh, ", ".join(trait.much_en if much else trait.little_en for trait, much in chosen)


def _told_apart(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Two groups of the same words are numbered, so that nobody takes them for one."""
    names = [group.zh for group in groups]
    return tuple(
        group
        if names.count(group.zh) == 1
        else Group(group.number, f"{group.zh}（{names[:place].count(group.zh) + 1}）", f"{group.en} ({names[:place].count(group.zh) + 1})", group.people, group.share, group.traits)
        for place, group in enumerate(groups)
    )  # fmt: skip
