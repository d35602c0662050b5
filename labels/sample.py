"""Draws the texts to be labelled: seeded, stratified by file, a third of them enriched by cue words.

    python labels/sample.py > labels/sample.jsonl

The same data and seed give the same rows. Texts that agree but for punctuation are drawn once; the sentences of one
dialogue fall on one side of the split into halves (`train` to learn from, `report` to measure on).
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator
from typing import Any

from texts import rows_of, text_at

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


def half_of(place: dict[str, Any]) -> str:
    """Return the half a place falls in, the same for all sentences of a dialogue."""
    digest = hashlib.sha256(f"{SEED}:{place['file']}:{place['row']}".encode()).digest()
    return "train" if digest[0] % 2 else "report"


def take(places: list[dict[str, Any]], count: int, stratum: str, seen: set[str]) -> list[dict[str, Any]]:
    """Take the first fresh places of a shuffled list and mark their stratum."""
    taken: list[dict[str, Any]] = []
    for place in places:
        if len(taken) == count:
            break
        if (key := key_of(place)) not in seen:
            seen.add(key)
            taken.append(place | {"stratum": stratum, "half": half_of(place)})
    return taken


def draw() -> list[dict[str, Any]]:
    """Return the sample in labelling order: mixed, so that a batch shows every stratum."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    places = {file: list(places_of(file)) for file in PLAIN}
    for listed in places.values():
        chance.shuffle(listed)
    seen: set[str] = set()
    sample = [place for file, count in PLAIN.items() for place in take(places[file], count, "plain", seen)]
    for room in ("automotive", "retail", "electronics"):
        pool = [place for file, listed in places.items() if file.startswith(room) for place in listed]
        chance.shuffle(pool)
        for cue, pattern in CUES.items():
            hits = [place for place in pool if re.search(pattern, text_at(place))]
            sample += take(hits, CUE_QUOTA[cue], f"cue:{cue}", seen)
    chance.shuffle(sample)
    return sample


if __name__ == "__main__":
    for place in draw():
        sys.stdout.write(json.dumps(place, ensure_ascii=False) + "\n")
