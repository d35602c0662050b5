"""What becomes of compared pairs: linked, up for review, or known to be two persons.

Pairs stay columns of numbers until then: millions are compared, and few need a waterfall.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from huiyin import linkage
from huiyin.customers.identity.evidence import (
    APART_BELOW,
    REVIEW_FROM,
    Candidate,
    How,
    LinkState,
    state_of,
)
from huiyin.customers.identity.known import Known
from huiyin.customers.identity.rivals import rival_bits

_FOUND_FROM = linkage.prior_weight(REVIEW_FROM)
# A rival with fewer bits takes less than a 250th from the odds.
_HOPELESS = -8.0


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of accounts, the smaller id first: what links or is up for review, and who are two persons.

    `found` has a finding and a weight for each step of the waterfall, `apart` the columns one and other alone.
    """

    found: pl.DataFrame
    apart: pl.DataFrame

    def candidates(self) -> Iterator[Candidate]:
        """Yield what was found with its waterfall, made anew each time."""
        columns = self.found.columns
        fields = [name.removeprefix("weight_") for name in columns if name.startswith("weight_")]
        rows = self.found.select("one", "other", "certain").iter_rows()
        for (one, other, certain), score in zip(rows, linkage.waterfalls(self.found, fields), strict=True):
            state = LinkState.LINKED if certain else state_of(score.probability)
            if state is not None:
                how = How.DETERMINISTIC if certain else How.PROBABILISTIC
                yield Candidate(one, other, score, how, state)


def judge(met: pl.DataFrame, priors: Sequence[float], accounts: Mapping[int, Known]) -> Judged:
    """Judge pairs with the columns one, other, meeting, bits, certain, and finding and weight of each field.

    `priors` are by number of meeting; `bits` is what all fields weigh together.
    """
    prior = pl.Series("weight_prior", [linkage.prior_weight(each) for each in priors], dtype=pl.Float64)
    whole = met.with_columns(prior.gather(met["meeting"])).with_columns(
        weight=pl.col("weight_prior") + pl.col("bits")
    )
    possible = pl.col("certain") | (pl.col("weight") > _HOPELESS)
    near = _against_rivals(whole.filter(possible), accounts)
    held = pl.col("certain") | (pl.col("weight") > APART_BELOW)
    apart = pl.concat([each.select("one", "other") for each in (whole.filter(~possible), near.filter(~held))])
    return Judged(_found(near), apart)


def _against_rivals(near: pl.DataFrame, accounts: Mapping[int, Known]) -> pl.DataFrame:
    found = pl.col("certain") | (pl.col("weight") >= _FOUND_FROM)
    same = set(near.filter(found).select("one", "other").iter_rows())
    taken = rival_bits(near.select("one", "other", "weight").iter_rows(), same, accounts)
    lost = [taken.get(pair) for pair in near.select("one", "other").iter_rows()]
    return near.with_columns(
        pl.when(~pl.col("certain")).then(pl.Series(lost, dtype=pl.Float64)).alias("weight_rivals")
    ).with_columns(weight=pl.col("weight") + pl.col("weight_rivals").fill_null(0.0))


def _found(near: pl.DataFrame) -> pl.DataFrame:
    kept = near.filter(pl.col("certain") | (pl.col("weight") >= _FOUND_FROM))
    fields = [name for name in kept.columns if name.startswith(("finding_", "weight_"))]
    fields = [name for name in fields if not name.endswith(("_prior", "_rivals"))]
    return kept.select(
        "one",
        "other",
        "certain",
        pl.lit("two accounts at random").alias("finding_prior"),
        "weight_prior",
        *fields,
        pl.when(pl.col("weight_rivals").is_not_null()).then(pl.lit("others")).alias("finding_rivals"),
        "weight_rivals",
    )
