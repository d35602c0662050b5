"""Near-duplicates, within a channel and across channels: the first of them stays, the others are proposed."""

from __future__ import annotations

import polars as pl

from huiyin.collect.quality.finding import Finding, Rule
from huiyin.collect.quality.minhash import near_duplicates

THRESHOLD = 0.8


def find_copies(voices: pl.DataFrame) -> list[Finding]:
    """Return every later text that is nearly the same as an earlier one."""
    ids = voices.get_column("id").to_list()
    channels = voices.get_column("channel").to_list()
    authors = voices.get_column("author").to_list()
    found = []
    for places, likeness in near_duplicates(voices.get_column("text").to_list(), threshold=THRESHOLD):
        first, *others = places
        across = len({channels[place] for place in places})
        people = len({authors[place] for place in places})
        zh = f"与 #{ids[first]} 文字几乎相同（相似度 ≥ {likeness:.2f}），共 {len(places)} 条、{across} 个渠道、{people} 位作者"
        en = f"nearly the words of #{ids[first]} (likeness ≥ {likeness:.2f}): {len(places)} voices, {across} channels, {people} authors"
        found += [
            Finding(ids[place], Rule.NEAR_DUPLICATE, f"copy-{ids[first]}", likeness, zh, en)
            for place in others
        ]
    return found
