"""Sums brought forward equal the plain SQL over everything, whatever happens to the voices in between."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from tests.understand.conftest import FIRST

from huiyin.store.facts import CUSTOMERS, VOICES, FactsBatch, FactsStore
from huiyin.store.facts.sums import MOST_NEW, Sums, bring_forward
from huiyin.understand import (
    AspectNames,
    Context,
    Dimension,
    Filters,
    Side,
    breakdowns,
    compare,
    cross,
    list_facts,
    overview,
    strengths,
)
from huiyin.understand.filters import Where
from huiyin.understand.queries import run

ASPECTS = ("automotive.comfort.odour", "automotive.comfort.noise", "automotive.interior.seats")
CHANNELS, PRODUCTS = ("review", "social", "nps"), ("回音 A", "回音 B", None)
WINDOW = Filters(FIRST + timedelta(days=10), FIRST + timedelta(days=69))


@pytest.fixture(autouse=True)
def _small_worlds_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huiyin.store.facts.sums.LEAST", 0)


@dataclass
class Doubting:
    """Gives what the store gives, after asking the same of every row once more."""

    store: FactsStore
    asked: set[str] = field(default_factory=set)

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        return self.store.query(sql, params)

    def few(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        return self.store.few(sql, params)

    def sums(
        self, sql: str, params: Mapping[str, object] | None = None, *, keys: tuple[str, ...]
    ) -> pl.DataFrame:
        found = self.store.sums(sql, params, keys=keys)
        plain = self.store.query(sql.replace(CUSTOMERS, "TRUE").replace(VOICES, "TRUE"), params)
        ordered = plain.sort(keys, nulls_last=True) if keys else plain
        assert_frame_equal(found, ordered, rel_tol=1e-9, abs_tol=1e-9)
        self.asked.add(sql)
        return found


@dataclass
class Life:
    """A random world that goes on: voices come, are corrected, excluded, and given to another customer."""

    new_world: Callable[[], Any]
    rng: random.Random
    said: int = 0

    def come(self, count: int) -> FactsBatch:
        keys = [self.said + i + 1 for i in range(count)]
        self.said += count
        return self.again(keys)

    def again(self, keys: list[int]) -> FactsBatch:
        """Return a batch in which the voices `keys` say something, other than before where they had."""
        world = self.new_world()
        for _ in keys:
            picked = self.rng.sample(ASPECTS, self.rng.choice((0, 1, 1, 2, 3)))
            world.say(
                f"c:{self.rng.randrange(40)}",
                self.rng.randrange(80),
                [(aspect, self.rng.choice((-1, -1, 0, 1)), self.rng.random()) for aspect in picked],
                channel=self.rng.choice(CHANNELS),
                product=self.rng.choice(PRODUCTS),
                segment=self.rng.choice(("家庭", "商务", None)),
                rating=self.rng.choice((None, 0.2, 0.6, 1.0)),
                nps=self.rng.choice((None, 3, 8, 10)),
                text=self.rng.choice(("空调有异味", "座椅舒服", "噪音大")),
            )
        ids = dict(zip(range(1, len(keys) + 1), keys, strict=True))
        batch: FactsBatch = world.batch()
        moved = [
            rows.with_columns(pl.col("feedback_id").replace_strict(ids, return_dtype=pl.Int64))
            for rows in (batch.voices, batch.opinions)
            if rows.width
        ]
        opinions = moved[1] if len(moved) > 1 else pl.DataFrame()
        return replace(batch, voices=moved[0], opinions=opinions, touched=pl.Series(keys, dtype=pl.Int64))

    def gone(self, keys: list[int]) -> FactsBatch:
        mark = replace(self.again(keys).watermark, revision=self.said)
        return FactsBatch(pl.DataFrame(), pl.DataFrame(), pl.Series(keys, dtype=pl.Int64), mark)

    def some(self) -> list[int]:
        return self.rng.sample(range(1, self.said + 1), 3)


def _ask_all(context: Context) -> None:
    for filters in (WINDOW, WINDOW.within("product", "回音 A"), replace(WINDOW, text="异味")):
        list_facts(context, filters)
        overview(context, filters)
        breakdowns(context, filters, ASPECTS[0])
        strengths(context, filters)
        cross(context, filters, Dimension.FINE, Dimension.CHANNEL)
        cross(context, filters, Dimension.WEEK, Dimension.PRODUCT)
        compare(context, filters, Side.PRODUCT, standardise=True)
        run(context.facts, "verbatims.total", voice=filters.voice_where())
    run(context.facts, "meta.choices")
    run(context.facts, "facts.aspect_types", opinion=replace(WINDOW, sentiments=(-1,)).opinion_where())
    run(context.facts, "facts.base_weeks", voice=WINDOW.voice_where())


def _live(life: Life, store: FactsStore, step: str) -> None:
    match step:
        case "come":
            store.apply(life.come(life.rng.randrange(1, 12)))
        case "correct":
            store.apply(life.again(life.some()))
        case "exclude":
            store.apply(life.gone(life.some()))
        case "newest gone":
            store.apply(life.gone([life.said]))
        case "erase":
            store.apply(life.gone(life.some()))
            store.compact()
        case "rebuild":
            with store.rebuilding() as draft:
                draft.apply(life.again(list(range(1, life.said + 1))))


STEPS = (
    "come",
    "come",
    "come",
    "correct",
    "come",
    "exclude",
    "come",
    "newest gone",
    "come",
    "erase",
    "rebuild",
)


@pytest.mark.parametrize("seed", range(3))
def test_every_page_counts_as_if_from_scratch(
    seed: int, new_world: Callable[[], Any], tmp_path: Path, names: AspectNames
) -> None:
    rng = random.Random(seed)  # noqa: S311 repeatable
    life, store = Life(new_world, rng), FactsStore(tmp_path / "facts")
    facts = Doubting(store)
    context = Context(facts, names, 5)
    store.apply(life.come(60))
    _ask_all(context)
    for step in (*STEPS, *rng.choices(STEPS, k=4)):
        _live(life, store, step)
        _ask_all(context)
    store.close()
    assert len(facts.asked) > 20


def test_only_those_who_spoke_since_are_counted_again() -> None:
    asked: list[str] = []

    def ask(sql: str) -> pl.DataFrame:
        asked.append(sql)
        return pl.DataFrame({"aspect": ["a"], "customers": [3 if "<=" not in sql else 1]})

    kept = Sums(pl.DataFrame({"aspect": ["a", "b"], "customers": [10, 4]}), newest=100, epoch=0)
    sql = "SELECT aspect, count(*) FROM opinion WHERE {customers}"
    found = bring_forward(ask, sql, ("aspect",), 120, kept)
    assert found.rows() == [("a", 12), ("b", 4)]
    assert all("who IN (SELECT who FROM voice WHERE feedback_id > 100)" in each for each in asked)
    assert bring_forward(ask, sql, ("aspect",), 100, kept) is kept.rows
    asked.clear()
    bring_forward(ask, sql, ("aspect",), 100 + MOST_NEW + 1, kept)
    assert asked == ["SELECT aspect, count(*) FROM opinion WHERE TRUE"]


def test_a_change_announced_between_question_and_snapshot_is_waited_out(
    new_world: Callable[[], Any], tmp_path: Path
) -> None:
    """A voice disappears after the epoch was read and before the snapshot is taken."""
    store = FactsStore(tmp_path / "facts")
    life = Life(new_world, random.Random(5))  # noqa: S311 repeatable
    store.apply(life.come(20))
    everyone = Where("TRUE")
    assert run(store, "verbatims.total", voice=everyone).item() == 20
    generation, pending = store._generation, [life.gone([3])]
    snapshot = generation.snapshot

    def late() -> Any:
        if pending:
            store.apply(pending.pop())
        return snapshot()

    generation.snapshot = late  # type: ignore[method-assign]
    store.apply(life.come(1))
    assert run(store, "verbatims.total", voice=everyone).item() == 20
    assert not pending
    store.close()
