"""Draws the texts to be labelled: seeded, stratified by file, a third of them enriched by cue words.

    python labels/sample.py > labels/sample.jsonl

The same data and seed give the same rows. Texts that agree but for punctuation are drawn once; the sentences of one
dialogue fall on one side of the split into halves (`train` to learn from, `report` to measure on).
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from texts import rows_of, text_at

Pool = dict[str, list[dict[str, Any]]]
SEED = 20261122
SHORTEST, LONGEST = 8, 120
PLAIN = {
    "automotive/forum_aspects.train": 270,
    "automotive/complaints.train": 60,
    "retail/shopping_polarity.train": 220,
    "retail/makeup_opinions.train": 70,
    "retail/reviews_fewshot.unlabelled": 170,
    "electronics/phone_dialogues.train": 160,
    "electronics/comparisons.train": 80,
    "electronics/comparisons.dev": 20,
}
CUES = {
    "wish": r"希望|建议|要是.{1,12}就好|最好能|能不能|但愿|盼",
    "question": r"[?？]|请问|求助|有没有人|谁知道",
    "workaround": r"只能|凑合|将就|只好|不得不|勉强|没办法",
    "effort": r"麻烦|折腾|费劲|费力|费事|来回|跑了[好几两三]|半天|繁琐",
    "churn": r"再也不|再不|退货|退款|退了|不会再|卖掉|换车|弃|拉黑|以后不",
    "loyalty": r"推荐|回购|还会[再来买]|再次购买|下次还|继续购买|复购",
    "purchase": r"准备[买入换]|想[买入换]|打算|考虑[买入换]|要买|纠结|下单|定了|蹲|等.{0,4}降价",
}
CUE_QUOTA = {
    "wish": 30,
    "question": 20,
    "workaround": 30,
    "effort": 28,
    "churn": 24,
    "loyalty": 18,
    "purchase": 26,
}

# A second draw for the classes that the first left rare; it comes after the first, whose numbering it leaves alone.
RARE = {
    "suggestion": r"(希望|建议|盼|请)[^，。！,]{0,10}(改|加|增|出|推出|能|提供|提高|做|修复|降|完善|优化|处理)|要是.{1,14}(就|更)|改进|改善|能不能|应该(加|改|配|送|有|提供)|多[出送配]点?",
    "workaround": r"凑合|将就|勉强|只好|只能[自拿用买靠先改换凑]|自己(改|修|换|加|动手|买了|配了)|不得已|先用着|代替|应付",
    "need": r"我?(需要|必须|就想要|就要|一定要|最好|要求)(有|能|是|带|大|个|的|一|可以)|对.{1,8}(有要求|要求[高比])|离不开|经常要",
    "purchase": r"(准备|打算|想|考虑|计划)(买|入|换|提|购|订|再买)|等.{0,6}(降|出来|上市)|要不要买|值不值得",
}
RARE_QUOTA = {"suggestion": 42, "workaround": 20, "need": 12, "purchase": 6}


def places_of(file: str) -> Iterator[dict[str, Any]]:
    """Yield every place in a file that holds a text of fitting length."""
    for number, row in enumerate(rows_of(file)):
        sentences = range(len(row["sentences"])) if "sentences" in row else [None]
        for sentence in sentences:
            place = {"file": file, "row": number, "sentence": sentence}
            if SHORTEST <= len(text_at(place)) <= LONGEST:
                yield place


def key_of(place: dict[str, Any]) -> str:
    """Return what two texts share that differ in punctuation and blanks only."""
    return re.sub(r"\W+", "", text_at(place)).lower()[:40]


def split(sample: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sample with a half for each place: even within a stratum, all sentences of a dialogue on one side."""
    halves: dict[tuple[str, int], str] = {}
    given: Counter[tuple[str, str]] = Counter()
    for place in sorted(sample, key=lambda place: (place["stratum"], place["file"], place["row"])):
        row, stratum = (place["file"], place["row"]), place["stratum"]
        lighter = min(("report", "train"), key=lambda half: given[stratum, half])
        given[stratum, halves.setdefault(row, lighter)] += 1
    return [place | {"half": halves[place["file"], place["row"]]} for place in sample]


def take(places: list[dict[str, Any]], count: int, stratum: str, seen: set[str]) -> list[dict[str, Any]]:
    """Take the first fresh places of a shuffled list and mark their stratum."""
    taken: list[dict[str, Any]] = []
    for place in places:
        if len(taken) == count:
            break
        if (key := key_of(place)) not in seen:
            seen.add(key)
            taken.append(place | {"stratum": stratum})
    return taken


def enrich(
    cues: dict[str, str],
    quota: dict[str, int],
    name: str,
    seen: set[str],
    places: Pool,
    chance: random.Random,
) -> list[dict[str, Any]]:
    """Return a room's quota for each cue, drawn among the texts that hold it."""
    sample: list[dict[str, Any]] = []
    for room in ("automotive", "retail", "electronics"):
        pool = [place for file, listed in places.items() if file.startswith(room) for place in listed]
        chance.shuffle(pool)
        for cue, pattern in cues.items():
            hits = [place for place in pool if re.search(pattern, text_at(place))]
            sample += take(hits, quota[cue], f"{name}:{cue}", seen)
    return sample


def draw() -> list[dict[str, Any]]:
    """Return the sample in labelling order: each draw mixed, so that a batch shows every stratum."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    places = {file: list(places_of(file)) for file in PLAIN}
    for listed in places.values():
        chance.shuffle(listed)
    seen: set[str] = set()
    sample = [place for file, count in PLAIN.items() for place in take(places[file], count, "plain", seen)]
    sample += enrich(CUES, CUE_QUOTA, "cue", seen, places, chance)
    chance.shuffle(sample)
    rare = enrich(RARE, RARE_QUOTA, "rare", seen, places, chance)
    chance.shuffle(rare)
    return split(sample + rare)


if __name__ == "__main__":
    for place in draw():
        sys.stdout.write(json.dumps(place, ensure_ascii=False) + "\n")
