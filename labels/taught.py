"""Draws further texts to learn from, never to report on: plain ones as the sample was drawn, and many with cue words.

    python labels/taught.py draw                                  # places with their stratum
    python labels/taught.py show 0 100                            # number, TAB, text
    python labels/taught.py convert notes.txt > labels/taught.jsonl

None shares a row or its words with a place of `sample.jsonl`, `extra.jsonl` or `more.jsonl`. Notes are those of
`convert.py`; they answer types, intents, and the kinds need, expectation, workaround and effort.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from convert import convert
from sample import PLAIN, enrich, key_of, places_of, take
from texts import show, write

FOLDER = Path(__file__).parent
SEED = 41
SHARE = 0.9
CUES = {
    "wish": r"希望|建议|要是|如果.{1,14}就|最好|能不能|能否|应该|改进|改善|加强|请你|请厂|请商|多[出送配]|[再更].{1,3}[点些]就|何不|期待|强烈要求",
    "ask": r"[?？]|请问|吗|怎么|如何|哪[个里款种]|多少|是否|有没有|求|谁知道|什么|咋",
    "makedo": r"只能|凑合|将就|勉强|只好|不得不|没办法|自己.{0,3}[改修换加买配弄装粘缝]|先用着|代替|应付|忍[了着受]|[又另重].{0,3}买了|改用|后来.{0,3}[换买改]|对付",
    "labour": r"麻烦|折腾|费[劲力事时]|来回|跑了|半天|繁琐|复杂|好几[次遍趟]|[两三四五六][次遍趟]|打.{0,4}电话|客服|难[装洗拆弄贴清退换找]|不好[装洗拆弄贴]|懒得|[弄搞装调等试]了",
}
QUOTA = {"wish": 130, "ask": 110, "makedo": 170, "labour": 150}


def taken(names: Sequence[str]) -> tuple[set[tuple[str, int]], set[str]]:
    """Return the rows that files of labels hold, and the words of their texts."""
    rows, keys = set(), set()
    for name in names:
        for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
            place = json.loads(line)
            rows.add((place["file"], place["row"]))
            keys.add(key_of(place))
    return rows, keys


@cache
def drawn() -> list[dict[str, Any]]:
    """Return the places, mixed."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    rows, seen = taken(("sample", "extra", "more"))
    places = {}
    for file in PLAIN:
        places[file] = [place for place in places_of(file) if (file, place["row"]) not in rows]
        chance.shuffle(places[file])
    sample = [
        p for file, count in PLAIN.items() for p in take(places[file], int(count * SHARE), "plain", seen)
    ]
    sample += enrich(CUES, QUOTA, "cue", seen, places, chance)
    chance.shuffle(sample)
    return sample


def main(arguments: Sequence[str]) -> None:
    """Do what the first word says."""
    if arguments[0] == "show":
        show(drawn(), *arguments[1:3])
        return
    if arguments[0] == "draw":
        rows = drawn()
    else:
        labels = convert(Path(arguments[1]).read_text("utf-8").splitlines(), drawn())
        rows = [{**place, **label} for place, label in zip(drawn(), labels, strict=False)]
    write(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
