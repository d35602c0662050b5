"""How many of those who spoke are known customers: the caveat of every figure that joins voice and value."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from huiyin import stats
from huiyin.stats import Estimate

# From here on the rest is a remark rather than a warning.
_MOST = 0.95


@dataclass(frozen=True, slots=True)
class MatchRate:
    """The share of speakers who could be linked to a customer record, and in words what that means."""

    share: Estimate
    caveat_zh: str
    caveat_en: str


def match_rate(voices: pl.DataFrame) -> MatchRate:
    """Return the share of distinct speakers with a known customer behind them.

    A crowd's name counts as one speaker who is not known.
    """
    speakers = voices.group_by(pl.coalesce(pl.col("person").cast(pl.String), "speaker")).agg(
        pl.col("known").any()
    )
    share = stats.wilson(int(speakers["known"].sum()), speakers.height)
    return MatchRate(share, *_caveat(share))


def _caveat(share: Estimate) -> tuple[str, str]:
    if share.value == 1.0:
        return (
            "发声者都能与客户档案对应；但愿意开口的人不是随机样本，结论只适用于说过话的客户。",
            "Everybody who spoke is a known customer; but those who choose to speak are no random sample, so the finding holds for customers who spoke.",
        )
    value = share.value
    told = "—" if value is None else f"{value:.1%}" if value >= _MOST else f"{value:.0%}"
    zh, en = ("", "") if value is not None and value >= _MOST else ("只有 ", "Only ")
    return (
        f"{zh}{told} 的发声者能与客户档案对应；其余人的情况不在其中，愿意公开昵称或在会员处登记的人更容易被对应上，结论只适用于对应上的客户。",
        f"{en}{told} of those who spoke could be linked to a customer record; the rest are not in these figures. People who carry one nickname everywhere or registered it are linked more easily, so the finding holds for linked customers.",
    )
