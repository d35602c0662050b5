"""What sets a topic apart from everyday talk: a rush in one week, or customers angrier than all others.

Anybody's greetings and errands share words too. A topic deserves to be read first when one of two tests over all topics
of a look says so, at a false discovery rate of 5 %: it was said in one week far more often than customers spoke at all
then, or more of its customers are in a bad voice than of the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl
from scipy import special

from huiyin import stats
from huiyin.stats import Estimate

WEEK = 7
TWICE = 2.0
WORSE = 0.1


@dataclass(frozen=True, slots=True)
class Rush:
    """The week from `since` on in which `customers` spoke of a topic where `expected` would have, by how many spoke at
    all."""

    since: date
    customers: int
    expected: float

    @property
    def times(self) -> float:
        """How many times the expected number."""
        return self.customers / self.expected


@dataclass(frozen=True, slots=True)
class Standing:
    """A topic's rush, and how much more often its customers are in a bad voice than the others; None where neither is
    beyond chance and large enough to matter."""

    rush: Rush | None = None
    worse: Estimate | None = None

    @property
    def stands_out(self) -> bool:
        """Whether the topic is more than everyday talk."""
        return self.rush is not None or self.worse is not None

    def as_dict(self) -> dict[str, Any]:
        """Return what the ledger keeps."""
        rush = None if self.rush is None else {**asdict(self.rush), "since": self.rush.since.isoformat()}
        return {"rush": rush, "worse": None if self.worse is None else self.worse.as_dict()}

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any] | None) -> Standing:
        """Read what the ledger kept; nothing of topics that were found before this was asked."""
        rush, worse = ((kept or {}).get(name) for name in ("rush", "worse"))
        return cls(
            None if rush is None else Rush(**{**rush, "since": date.fromisoformat(rush["since"])}),
            None if worse is None else Estimate.from_dict(worse),
        )


def standings(spoken: Sequence[set[int]], voices: pl.DataFrame, *, minimum_n: int) -> list[Standing]:
    """Return the standing of each topic; `spoken` are the feedback ids of each, `voices` all that were read.

    `voices` has feedback_id, who, day and sentiment. Topics of fewer than `minimum_n` customers have no standing.
    """
    if not voices.height:
        return [Standing() for _ in spoken]
    last: date = voices["day"].max()  # type: ignore[assignment]
    weekly = voices.with_columns(week=(pl.lit(last) - pl.col("day")).dt.total_days() // WEEK)
    heard = weekly.select("who", "week").unique()["week"].value_counts()
    share = dict(zip(heard["week"], heard["count"] / heard["count"].sum(), strict=True))
    everyone = voices.group_by("who").agg(bad=(pl.col("sentiment") < 0).any())
    rushes, contrasts = [], []
    for ids in spoken:
        own = weekly.filter(pl.col("feedback_id").is_in(list(ids)))
        enough = own["who"].n_unique() >= minimum_n
        rushes.append(_busiest(own, share, last) if enough else (None, np.nan))
        contrasts.append(_contrast(own, everyone) if enough else (None, np.nan))
    rushed = stats.benjamini_hochberg([p for _, p in rushes])
    worse = stats.benjamini_hochberg([p for _, p in contrasts])
    return [
        Standing(
            rush if rushed[at] and rush is not None and rush.times >= TWICE else None,
            gap if worse[at] and gap is not None and (gap.value or 0.0) >= WORSE else None,
        )
        for at, ((rush, _), (gap, _)) in enumerate(zip(rushes, contrasts, strict=True))
    ]


def _busiest(own: pl.DataFrame, share: Mapping[int, float], last: date) -> tuple[Rush | None, float]:
    """Return the least likely week and the chance of one as busy among all weeks (binomial, Bonferroni)."""
    weeks = own.select("who", "week").unique()["week"].value_counts()
    total = int(weeks["count"].sum())
    likely = {week: float(special.bdtrc(count - 1, total, share[week])) for week, count in weeks.iter_rows()}
    week = min(likely, key=lambda each: (likely[each], each))
    count = dict(weeks.iter_rows())[week]
    since = last - timedelta(days=(week + 1) * WEEK - 1)
    return Rush(since, int(count), round(total * share[week], 2)), min(1.0, likely[week] * len(share))


def _contrast(own: pl.DataFrame, everyone: pl.DataFrame) -> tuple[Estimate | None, float]:
    """Return how much more often its customers are in a bad voice than all others, and the p-value."""
    inside = everyone["who"].is_in(own["who"].unique().to_list())
    its, others = everyone.filter(inside)["bad"], everyone.filter(~inside)["bad"]
    if not len(others):
        return None, np.nan
    gap = stats.newcombe(int(its.sum()), len(its), int(others.sum()), len(others))
    return gap, stats.p_value_of(gap)
