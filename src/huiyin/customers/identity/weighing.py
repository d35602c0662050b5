"""Weighing accounts against each other: which pairs are looked at, what they are compared by, what that is worth."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
import polars as pl

from huiyin import linkage
from huiyin.customers.identity.evidence import is_certain
from huiyin.customers.identity.habits import Habits
from huiyin.customers.identity.judging import Judged, judge
from huiyin.customers.identity.known import Known
from huiyin.customers.identity.nicknaming import nickname_findings
from huiyin.customers.identity.records import Crowd
from huiyin.linkage import MatchModel

MODEL = MatchModel(
    comparisons=(
        linkage.chinese_name(),
        linkage.code("phone", edits=(1,), m=0.75, by_frequency=True),
        linkage.exact("email", m=0.9, by_frequency=True),
        linkage.exact("vin", m=0.9),
        linkage.exact("plate", m=0.9),
        linkage.exact("openid", m=0.98),
        linkage.exact("device", m=0.9),
        linkage.exact("city", m=0.9, by_frequency=True),
        linkage.exact("product", m=0.9, by_frequency=True),
    ),
    blocks=(
        ("phone",),
        ("email",),
        ("vin",),
        ("plate",),
        ("openid",),
        ("device",),
        ("nick",),
        ("name", "city"),
        ("sound", "city"),
        ("name", "phone_head"),
        ("sound", "phone_tail"),
        ("surname_sound", "phone_head", "city"),
    ),
    crossed=(("nick", "nick_less_one"), ("nick", "nick_less_two")),
)
_FLOOR = -60.0
_RECORDS = "record"
_NO_PAIRS = {"one": pl.Int64(), "other": pl.Int64(), "certain": pl.Boolean(), "bits": pl.Float64(), "meeting": pl.UInt32()}  # fmt: skip
Meeting = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a full round learnt: what is usual, what findings are worth, how often accounts of two kinds are one person."""

    habits: Habits
    trained: Mapping[str, Any]
    priors: Mapping[Meeting, float]


@dataclass(frozen=True, slots=True)
class _Met:
    """Pairs of accounts that were compared, the smaller id first, and what kinds of account may meet.

    `pairs` has a finding and a weight for each field, their sum `bits`, whether they decide (`certain`), and the
    number of the `meeting`: authors of one source are seldom one person, of two sources often.
    """

    pairs: pl.DataFrame
    meetings: Sequence[Meeting]


def learn(engine: Any, crowd: Crowd) -> tuple[Learnt, Judged]:
    """Learn from all accounts and judge their pairs; `engine` is scratch paper."""
    met, trained = _meet(engine, crowd, None)
    priors = _learn_priors(met, crowd)
    return Learnt(crowd.habits, trained, priors), _judged(met, crowd, priors)


def weigh(engine: Any, crowd: Crowd, learnt: Learnt) -> Judged:
    """Judge every pair of accounts that share a block, by what was learnt before."""
    met, _ = _meet(engine, crowd, learnt.trained)
    return _judged(met, crowd, learnt.priors)


def _judged(met: _Met, crowd: Crowd, priors: Mapping[Meeting, float]) -> Judged:
    usual = crowd.habits.prior
    return judge(met.pairs, [priors.get(meeting, usual) for meeting in met.meetings], crowd.accounts)


def _meet(engine: Any, crowd: Crowd, trained: Mapping[str, Any] | None) -> tuple[_Met, Mapping[str, Any]]:
    frequencies = _lay_out(engine, crowd)
    if frequencies is None:
        return _Met(pl.DataFrame(schema=_NO_PAIRS), []), trained or {}
    matches = linkage.match(
        engine,
        _RECORDS,
        MODEL,
        prior=crowd.habits.prior,
        floor=_FLOOR,
        frequencies=frequencies,
        trained=trained or None,
    )
    ids = pl.min_horizontal("one", "other").alias("one"), pl.max_horizontal("one", "other").alias("other")
    pairs = matches.frame.drop("weight", "probability").with_columns(*ids)
    pairs = _with_certainty(pairs.hstack(nickname_findings(pairs, crowd)))
    kinds = {known.id: _kind(known) for known in crowd.accounts.values()}
    return _Met(*_with_meetings(pairs, kinds)), matches.trained


def _lay_out(engine: Any, crowd: Crowd) -> dict[str, pl.DataFrame] | None:
    """Move the records into a table of the engine, which spills where memory ends; None where nobody can meet.

    Returns how common their values are.
    """
    frame = crowd.frame()
    if frame.height < 2:
        return None
    engine.register("handed_in", frame.to_arrow())
    engine.execute(f"CREATE TABLE {_RECORDS} AS FROM handed_in")
    engine.unregister("handed_in")
    return crowd.habits.frequencies(frame)


def _kind(known: Known) -> str:
    return f"author:{known.source_id}" if known.kind == "author" else known.kind


def _with_certainty(pairs: pl.DataFrame) -> pl.DataFrame:
    """Add what all fields weigh together, and whether findings decide: there are few sets of findings."""
    fields = [comparison.field for comparison in MODEL.comparisons]
    columns = [f"finding_{field}" for field in fields]
    sets = pairs.select(columns).unique()
    certain = [is_certain(dict(zip(fields, found, strict=True))) for found in sets.iter_rows()]
    weights = pl.sum_horizontal(pl.col(f"weight_{field}") for field in (*fields, "nickname"))
    return pairs.join(
        sets.with_columns(certain=pl.Series(certain, dtype=pl.Boolean)),
        columns,
        "left",
        maintain_order="left",
    ).with_columns(bits=weights)


def _with_meetings(pairs: pl.DataFrame, kinds: Mapping[int, str]) -> tuple[pl.DataFrame, list[Meeting]]:
    """Number the kinds of account that may meet, and each pair's."""
    places = {name: place for place, name in enumerate(sorted(set(kinds.values())))}
    meetings = list(combinations_with_replacement(places, 2))
    numbers = np.zeros((len(places), len(places)), dtype=np.uint32)
    for number, (first, second) in enumerate(meetings):
        one, other = places[first], places[second]
        numbers[one, other] = numbers[other, one] = number
    kind_of = pl.DataFrame({"id": list(kinds), "kind": [places[kind] for kind in kinds.values()]})
    sides = [
        pairs.select(id=side).join(kind_of, "id", "left", maintain_order="left")["kind"].to_numpy()
        for side in ("one", "other")
    ]
    return pairs.with_columns(meeting=pl.Series(numbers[sides[0], sides[1]])), meetings


def _learn_priors(met: _Met, crowd: Crowd) -> dict[Meeting, float]:
    sizes = Counter(_kind(known) for known in crowd.accounts.values() if known.id not in crowd.nameless)
    bits = met.pairs.select(pl.when("certain").then(math.inf).otherwise("bits")).to_series().to_numpy()
    chances = [
        sizes[one] * (sizes[one] - 1) / 2 if one == other else sizes[one] * sizes[other]
        for one, other in met.meetings
    ]
    priors = linkage.fit_priors(
        bits, met.pairs["meeting"].to_numpy(), np.array(chances, dtype=float), crowd.habits.prior
    )
    return dict(zip(met.meetings, priors.tolist(), strict=True))
