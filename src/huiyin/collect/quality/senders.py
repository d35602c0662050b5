"""Accounts that write faster than people, and words that advertise."""

from __future__ import annotations

import re
from datetime import timedelta

import polars as pl

from huiyin.collect.quality.finding import Finding, Rule

WINDOW = timedelta(minutes=10)
MOST_BY_HAND = 6
_OFFERS = re.compile(
    r"加\s*(?:我)?\s*(?:微|薇|v)\s*信?|(?:微信|薇信|v信|vx|wx)\s*[：:号]?\s*[a-z0-9_-]{5,}|扫码(?:领|进|加)|优惠码|折扣码|返现\s*\d|私信(?:我)?(?:领|拿)|进群(?:领|拿)|代理加盟|刷单|招代理|评论区扣\d|点击主页|名额有限|限时首销|promo\s*code|dm me for|use my (?:code|link)|t\.me/",
    re.IGNORECASE,
)


def find_bots(voices: pl.DataFrame) -> list[Finding]:
    """Return the voices of accounts that wrote more within ten minutes than people do by hand."""
    written = voices.drop("answers").filter(
        pl.col("author").is_not_null() & pl.col("channel").is_in(["social", "review"])
    )
    if written.is_empty():
        return []
    counted = (
        written.sort("occurred_at")
        .rolling(index_column="occurred_at", period=WINDOW, group_by=["source_id", "author"])
        .agg(pl.len().alias("within"), pl.col("id").alias("ids"))
        .filter(pl.col("within") > MOST_BY_HAND)
    )
    found: dict[int, Finding] = {}
    for row in counted.iter_rows(named=True):
        zh = f"{row['author']} 十分钟内发了 {row['within']} 条"
        en = f"{row['author']} wrote {row['within']} within ten minutes"
        for one in row["ids"]:
            found[one] = Finding(one, Rule.BOT, f"bot-{row['source_id']}-{row['author']}"[:120], 0.9, zh, en)
    return list(found.values())


def find_promotion(voices: pl.DataFrame) -> list[Finding]:
    """Return the voices that hand out contacts, codes or rewards."""
    found = []
    for one, text in voices.select("id", "text").iter_rows():
        offer = _OFFERS.search(text)
        if offer:
            words = offer.group().strip()
            found.append(
                Finding(one, Rule.PROMOTION, f"promotion-{one}", 0.8, f"含推广用语“{words}”", f"advertises: “{words}”")
            )  # fmt: skip
    return found
